import { outcomePlace } from '../engine/columns.ts'
import { caseOf } from '../engine/plan.ts'
import { jansenIndices, type SampledIndex } from '../engine/sensitivity/jansen.ts'
import { type Factor, mixedOutcomes } from '../engine/sensitivity/mixed-points.ts'
import { analysis, type Given } from './analysis.ts'
import type { Subject } from './subject.ts'

/** What is drawn anew together: inputs, shocks, or both. */
export interface FactorAsked {
  readonly id: string
  readonly inputs: readonly string[]
  readonly shocks?: true
}

export interface SobolRequest {
  readonly subject: Subject
  readonly factors: readonly FactorAsked[]
  /** Base points: futures of their own, not of the run. */
  readonly points: number
}

/** The indices of one factor. */
export interface FactorIndex extends SampledIndex {
  readonly id: string
}

/**
 * First-order and total Sobol’ indices of factors that are independent of each other: futures of
 * their own are run, each factor in turn as another one has it. Over all futures, whatever the subject’s
 * selection.
 */
export const sobolIndices = analysis({
  needs: ({ subject: { a, b } }: SobolRequest) => ({
    cases: b ? [a, b] : [a],
    outcomes: [],
    inputs: [],
    scenario: a.scenario,
    reruns: true,
  }),
  *steps(request, given): Generator<number, FactorIndex[]> {
    const { subject, factors } = request
    const { model, plan, levers, cache } = rerunOf(subject, given)
    const { points } = request
    if (points < 2) return []
    const places = new Map(model.assumptions.map(({ id }, at) => [id, at]))
    const mixing = {
      factors: factors.map(({ inputs, shocks = false }): Factor => ({
        inputs: inputs.map((id) => places.get(id) ?? 0),
        shocks,
      })),
      points,
    }
    const outcome = outcomePlace(model, subject.outcome)
    const { a, b, mixed } = yield* mixedOutcomes(model, plan, levers, outcome, mixing, cache)
    const steps = jansenIndices(a, b, mixed)
    let step = steps.next()
    while (!step.done) {
      yield 1
      step = steps.next()
    }
    return step.value.map((one, at) => ({ id: factors[at].id, ...one }))
  },
})

/** The model and levers of a subject’s cases. */
export function rerunOf({ a, b }: Subject, { rerun }: Given) {
  if (!rerun) throw new Error('drivers by runs need the draws of the run')
  const { model, plan, cache } = rerun
  const levers = (b ? [a, b] : [a]).map((ref) => caseOf(plan, ref).levers)
  return { model, plan, levers, cache }
}
