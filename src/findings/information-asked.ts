import type { InformationRequest, WaitingRequest } from '../analyses/information.ts'
import type { RunPlan } from '../engine/plan.ts'
import type { Study } from '../study/index.ts'
import { assumptions } from '../study/model.ts'
import { type BeliefGroup, driverGroups, groupings } from '../study/driver-groups.ts'
import { seenSeries, type SignsOf, signsAsked } from './signposts-asked.ts'

/** After half a year, a year and two years. */
const AFTER = [2, 4, 8]

const beliefs = assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)

/** Beliefs that are looked at together: of a mechanism, of an event and what it does, and those that move together. */
export function groupsOf({ correlations }: Pick<RunPlan, 'correlations'>): BeliefGroup[] {
  return groupings
    .flatMap((grouping) => driverGroups(grouping, correlations))
    .filter(({ members }) => members.length > 1)
}

/** What is asked of the worth of knowing. */
export function informationAsked(of: SignsOf, groups: readonly BeliefGroup[]): InformationRequest {
  return {
    ...signsAsked(of),
    inputs: beliefs,
    groups: groups.map(({ id, members }) => ({ id, members })),
  }
}

/** What is asked of the worth of waiting. */
export function waitingAsked(of: SignsOf): WaitingRequest {
  const after = AFTER.filter((t) => t < of.plan.quarters)
  return { ...signsAsked(of), series: seenSeries.map(({ id }) => id), after }
}

/** How sure somebody wrote to be of each belief. */
export function confidencesIn({ assumptionNotes = {} }: Study) {
  return Object.fromEntries(
    Object.entries(assumptionNotes).map(([id, { confidence }]) => [id, confidence]),
  )
}
