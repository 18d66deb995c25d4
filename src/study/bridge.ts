import { catalogue as market, completeLevers, leverGroups, modules } from '../../models/index.ts'
import { canonicalJson } from '../engine/cases.ts'
import { distributionKey } from '../engine/distributions/index.ts'
import type { Levers } from '../engine/model.ts'
import { caseOf, type CaseRef, type RunPlan, type World, worldAt } from '../engine/plan.ts'

/** Stands among the beliefs that differ for the pairs of beliefs that move together. */
export const CORRELATIONS = 'correlations'

/** One end of a bridge: what is decided there, and what is believed. */
export interface BridgeEnd {
  readonly ref: CaseRef
  readonly levers: Levers
  readonly distributions: World['distributions']
  readonly correlations: RunPlan['correlations']
}

/** Entries of a bridge that belong together. */
export interface BridgeGroup {
  readonly id: string
  readonly label: string
  /** Ids of levers, or of beliefs; in their order. */
  readonly entries: readonly string[]
}

/** What differs between two cases on the same futures. */
export interface Bridged {
  /** What both ends share: futures, quarters, where it is seen from. */
  readonly plan: RunPlan
  readonly from: BridgeEnd
  readonly to: BridgeEnd
  /** Levers that differ, in groups. */
  readonly decide: readonly BridgeGroup[]
  /** Beliefs that differ, in groups. */
  readonly believe: readonly BridgeGroup[]
}

/** Terms by what they are about; the two that join products are one group. */
const termGroups: readonly BridgeGroup[] = [
  ...leverGroups
    .filter(({ id }) => id !== 'codesign' && id !== 'access')
    .map(({ id, label, members }) => ({ id, label, entries: members })),
  {
    id: 'joint',
    label: 'Co-design and access',
    entries: leverGroups.flatMap(({ id, members }): readonly string[] =>
      id === 'codesign' || id === 'access' ? members : [],
    ),
  },
]

const beliefGroups: readonly BridgeGroup[] = [
  ...modules.map(({ id, label }) => ({
    id,
    label,
    entries: market.assumptions.filter(({ module }) => module === id).map((one) => one.id),
  })),
  { id: CORRELATIONS, label: 'How beliefs move together', entries: [CORRELATIONS] },
]

/**
 * The end of a bridge that is a case of a plan.
 *
 * @throws if the plan has no such case
 */
export function bridgeEnd(plan: RunPlan, { strategy, scenario }: CaseRef): BridgeEnd {
  const ref = { strategy, scenario }
  const { levers } = caseOf(plan, ref)
  const { distributions } = plan.worlds[worldAt(plan, scenario)]
  return { ref, levers, distributions, correlations: plan.correlations }
}

/** What differs between two ends. */
export function bridged(plan: RunPlan, from: BridgeEnd, to: BridgeEnd): Bridged {
  const [before, after] = [counting(from.levers), counting(to.levers)]
  const differs = (id: string) =>
    id === CORRELATIONS
      ? canonicalJson(from.correlations) !== canonicalJson(to.correlations)
      : distributionKey(from.distributions[id]) !== distributionKey(to.distributions[id])
  return {
    plan: { ...plan, worlds: [], cases: [], check: false },
    from,
    to,
    decide: only(termGroups, (id) => before[id] !== after[id]),
    believe: only(beliefGroups, differs),
  }
}

/** Ids of the entries of some groups, in their order. */
export function entriesOf(groups: readonly BridgeGroup[]): string[] {
  return groups.flatMap(({ entries }) => entries)
}

/** The levers when some of those that differ have been set as they are at the other end. */
export function leversWith({ from, to }: Bridged, moved: ReadonlySet<string>): Levers {
  return counting(
    Object.fromEntries(
      Object.keys({ ...from.levers, ...to.levers }).map((id) => [
        id,
        (moved.has(id) ? to : from).levers[id],
      ]),
    ),
  )
}

/** The beliefs when some of those that differ have been changed to what they are at the other end. */
export function beliefsWith(
  { from, to }: Bridged,
  moved: ReadonlySet<string>,
): Pick<BridgeEnd, 'distributions' | 'correlations'> {
  if (moved.size === 0) return from
  return {
    distributions: Object.fromEntries(
      Object.keys(from.distributions).map((id) => [
        id,
        (moved.has(id) ? to : from).distributions[id],
      ]),
    ),
    correlations: (moved.has(CORRELATIONS) ? to : from).correlations,
  }
}

/** A setting with the terms that count: without an offer none does. */
function counting(levers: Levers): Levers {
  return levers['invest'] === false ? completeLevers({}) : completeLevers(levers)
}

function only(groups: readonly BridgeGroup[], differs: (id: string) => boolean): BridgeGroup[] {
  return groups
    .map((group) => ({ ...group, entries: group.entries.filter(differs) }))
    .filter(({ entries }) => entries.length > 0)
}
