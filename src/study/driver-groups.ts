import type { Correlation } from '../engine/model.ts'
import { assumptions, eventSeverities, modules } from './model.ts'

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

function labelOf(id: string): string {
  return assumptions.find((one) => one.id === id)?.label ?? id
}

/** Beliefs that a chain of correlations joins; named by the one that has most of them. */
function correlatedGroups(correlations: readonly Correlation[]): BeliefGroup[] {
  const blocks: string[][] = []
  for (const [a, b, coefficient] of correlations) {
    if (coefficient === 0) continue
    const joined = blocks.filter((block) => block.includes(a) || block.includes(b))
    const rest = blocks.filter((block) => !joined.includes(block))
    blocks.splice(0, blocks.length, ...rest, [...new Set([...joined.flat(), a, b])])
  }
  const degree = (id: string) => correlations.filter(([a, b]) => a === id || b === id).length
  return blocks.map((members) => {
    const [first] = members.toSorted((a, b) => degree(b) - degree(a))
    return {
      id: `correlated-${first}`,
      label: `${labelOf(first)} and what goes with it`,
      members,
    }
  })
}
