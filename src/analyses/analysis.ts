import type { Catalogue, Model } from '../engine/model.ts'
import type { CaseRef, RunPlan } from '../engine/plan.ts'
import type { DrawCache } from '../engine/sampling/cache.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import type { Selectable } from '../engine/selection.ts'

/** What must be at hand before an analysis can begin. */
export interface Needs {
  /** Cases it reads, in the order in which they are given. */
  readonly cases: readonly CaseRef[]
  /** Outcomes it reads of each of them, by id. */
  readonly outcomes: readonly string[]
  /** Inputs it reads, by id: the draws behind the trials of a scenario. */
  readonly inputs: readonly string[]
  /** The scenario of those draws; the first case's where it is not named. */
  readonly scenario?: string
  /** Whether it runs futures of that scenario again, with the levers of those cases. */
  readonly reruns?: boolean
  /** Whether all workers help to answer it: it reads many inputs, and is of no first picture. */
  readonly isShared?: boolean
}

/** What it takes to run futures again. */
export interface Rerun {
  readonly model: Model
  /** With the one scenario, and those of the cases that are in it. */
  readonly plan: RunPlan
  readonly cache: DrawCache
}

export interface Given {
  readonly model: Catalogue
  /** Which trials are one independent repetition of the design. */
  readonly replicate: Replicate
  /** Cases in the order of `needs`, each with the outcomes and inputs asked for. */
  readonly cases: readonly Selectable[]
  /** The inputs asked for, by id. */
  readonly inputs: ReadonlyMap<string, Float64Array>
  /** Null where neither inputs nor a run again were asked for. */
  readonly rerun: Rerun | null
}

/**
 * One question about results, answered in a worker: what it needs, and the steps to its answer. A
 * step yields between pieces of some milliseconds, with the part that is done where that is known.
 */
export interface Analysis<Request, Answer> {
  needs(request: Request, model: Catalogue): Needs
  steps(request: Request, given: Given): Generator<number | void, Answer>
  /** How several workers answer it, to the same bit; absent: one does. */
  readonly split?: Split<Request, Answer>
}

/** How a question is put in parts, and one answer made of theirs. */
interface Split<Request, Answer> {
  /** @returns at most so many questions; a single one where it cannot be parted */
  parts(request: Request, most: number, model: Catalogue): readonly Request[]
  join(answers: readonly Answer[]): Answer
}

/** Some things dealt out in so many lists as even as may be, none of them empty. */
export function dealt<T>(all: readonly T[], most: number): T[][] {
  const lists = Array.from({ length: Math.min(most, all.length) }, (): T[] => [])
  for (const [at, one] of all.entries()) lists[at % lists.length].push(one)
  return lists
}

/** Makes an analysis: the types of its request and answer follow from the two functions. */
export function analysis<Request, Answer>(
  one: Analysis<Request, Answer>,
): Analysis<Request, Answer> {
  return one
}

/** Nothing but itself: an analysis that reads no results. */
export const NOTHING: Needs = { cases: [], outcomes: [], inputs: [] }

/** Needs of one outcome of some cases, and of whatever a selection names. */
export function needsOf(
  cases: readonly CaseRef[],
  outcomes: readonly string[],
  named: { readonly outcomes: readonly string[]; readonly inputs: readonly string[] },
): Needs {
  return { cases, outcomes: [...new Set([...outcomes, ...named.outcomes])], inputs: named.inputs }
}
