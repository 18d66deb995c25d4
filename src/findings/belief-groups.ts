import { severities } from '../../models/driver-groups.ts'
import type { Correlation } from '../engine/model.ts'
import { assumptions, labelOf, modules } from '../study/model.ts'

/** Beliefs that are looked at together. */
export interface BeliefGroup {
  readonly id: string
  readonly label: string
  /** Beliefs by id, two at least. */
  readonly members: readonly string[]
}

/** The beliefs of each mechanism. */
export const mechanisms: readonly BeliefGroup[] = modules.flatMap(({ id, label }) => {
  const members = assumptions.filter((one) => one.module === id && one.role !== 'luck')
  return members.length < 2
    ? []
    : [{ id: `mechanism-${id}`, label, members: members.map((one) => one.id) }]
})

/** Each event with what it does where it comes. */
export const eventsWithSeverities: readonly BeliefGroup[] = Object.entries(severities).map(
  ([id, members]) => ({
    id: `event-${id}`,
    label: `${labelOf(id)}, with what it does`,
    members: [id, ...members],
  }),
)

/** Beliefs that move together, directly or through others. */
export function correlatedBlocks(correlations: readonly Correlation[]): BeliefGroup[] {
  const blocks: string[][] = []
  for (const [a, b, coefficient] of correlations) {
    if (coefficient === 0) continue
    const touched = blocks.filter((block) => block.includes(a) || block.includes(b))
    const joined = [...new Set([...touched.flat(), a, b])]
    for (const block of touched) blocks.splice(blocks.indexOf(block), 1)
    blocks.push(joined)
  }
  return blocks.map((members) => ({
    id: `block-${members.toSorted().join('-')}`,
    label: blockLabel(members),
    members,
  }))
}

function blockLabel([first, second, ...rest]: readonly string[]): string {
  const names = `${labelOf(first)} and ${labelOf(second)}`
  return rest.length === 0 ? names : `${names}, and ${rest.length} more that move with them`
}
