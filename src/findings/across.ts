import { distributionKey } from '../engine/distributions/index.ts'
import type { CaseRef, RunPlan } from '../engine/plan.ts'
import { labelOf } from '../study/model.ts'
import { count, counted, listed } from '../words/index.ts'

/** Beliefs that are named; of more than these the first. */
const MOST = 4

/** Ids of the beliefs that are not the same in the scenarios of two cases, in the model's order. */
export function beliefsApart(
  { worlds }: Pick<RunPlan, 'worlds'>,
  a: CaseRef,
  b: CaseRef,
): string[] {
  const [one, other] = [a, b].map(({ scenario }) => worlds.find(({ id }) => id === scenario))
  if (!one || !other || one === other) return []
  return Object.keys(one.distributions).filter(
    (id) => distributionKey(one.distributions[id]) !== distributionKey(other.distributions[id]),
  )
}

/** What two cases of different scenarios share and what they do not; nothing where theirs is the same. */
export function acrossWords(plan: Pick<RunPlan, 'worlds'>, a: CaseRef, b: CaseRef): string {
  if (a.scenario === b.scenario) return ''
  const ids = beliefsApart(plan, a, b)
  if (ids.length === 0) {
    return 'The futures are the same draws in both scenarios, which believe the same.'
  }
  const shown = ids.length > MOST + 1 ? ids.slice(0, MOST) : ids
  const rest = ids.length - shown.length
  const names = listed([
    ...shown.map((id) => `“${labelOf(id)}”`),
    ...(rest > 0 ? [`${count(rest)} more`] : []),
  ])
  const beliefs = ids.length === 1 ? 'the one belief' : `the ${counted(ids.length, 'belief')}`
  const takes = ids.length === 1 ? 'takes its other value' : 'take their other values'
  return `The futures are the same draws in both scenarios; ${beliefs} in which these differ ${takes}: ${names}.`
}
