import { SOON } from '../analyses/signpost-choice.ts'
import type { Signpost } from '../analyses/signpost-facts.ts'

/** Signposts as they are told: those of the next two quarters first. */
export function soonFirst(all: readonly Signpost[]): readonly Signpost[] {
  return all.toSorted((a, b) => Number(b.t <= SOON) - Number(a.t <= SOON))
}
