import type { Correlation } from '../engine/model.ts'
import { listed } from '../words/index.ts'
import { assumptions, eventSeverities, labelOf, modules } from './model.ts'

/** What beliefs are put together by. */
export const groupings = ['none', 'mechanisms', 'events', 'correlated'] as const
export type Grouping = (typeof groupings)[number]

/** Beliefs that are looked at together. */
export interface BeliefGroup {
  readonly id: string
  readonly label: string
  readonly members: readonly string[]
}

/**
 * Groups of beliefs: by mechanism, each event with what decides how severe it is, or those that
 * correlations of the study join. Luck is in none. Beliefs outside of all groups stand alone.
 */
export function driverGroups(
  grouping: Grouping,
  correlations: readonly Correlation[],
): BeliefGroup[] {
  if (grouping === 'mechanisms')
    return modules.map(({ id, label }) => ({
      id: `mechanism-${id}`,
      label,
      members: beliefs.filter((one) => one.module === id).map((one) => one.id),
    }))
  if (grouping === 'events')
    return eventSeverities.map(([event, ...severity]) => ({
      id: `event-${event}`,
      label: `${labelOf(event)}, when and how`,
      members: [event, ...severity],
    }))
  return grouping === 'correlated' ? correlatedGroups(correlations) : []
}

const beliefs = assumptions.filter(({ role }) => role !== 'luck')

/** Beliefs that a chain of correlations joins; by the id of the one that has most of them, and named after all. */
function correlatedGroups(correlations: readonly Correlation[]): BeliefGroup[] {
  const degree = (id: string) => correlations.filter(([a, b]) => a === id || b === id).length
  return joined(correlations).map((block) => {
    const members = block.toSorted((a, b) => degree(b) - degree(a))
    return { id: `correlated-${members[0]}`, label: listed(members.map(labelOf)), members: block }
  })
}

/**
 * Those of some beliefs that move together because correlations of the study join them, without any
 * belief between them that is not among these: two or more each, in the order they were given.
 */
export function linkedAmong(
  ids: readonly string[],
  correlations: readonly Correlation[],
): (readonly string[])[] {
  const within = correlations.filter(([a, b]) => ids.includes(a) && ids.includes(b))
  const order = (block: readonly string[]) => ids.filter((id) => block.includes(id))
  return joined(within)
    .map(order)
    .toSorted((a, b) => ids.indexOf(a[0]) - ids.indexOf(b[0]))
}

function joined(correlations: readonly Correlation[]): string[][] {
  const blocks: string[][] = []
  for (const [a, b, coefficient] of correlations) {
    if (coefficient === 0) continue
    const own = blocks.filter((block) => block.includes(a) || block.includes(b))
    const rest = blocks.filter((block) => !own.includes(block))
    blocks.splice(0, blocks.length, ...rest, [...new Set([...own.flat(), a, b])])
  }
  return blocks
}
