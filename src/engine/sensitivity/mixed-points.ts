import type { Levers, Model } from '../model.ts'
import { BLOCK, type RunPlan } from '../plan.ts'
import { drawBlock, type DrawCache, drawShocks } from '../sampling/draw.ts'

/** What is drawn anew on its own: some inputs, by their places, or the shocks. */
export type Factor = { readonly inputs: readonly number[] } | 'shocks'

/**
 * So far along is the trial that lends its draws: of another replicate in every design, and thus
 * independent of the one that borrows.
 */
const LENDER = 65

/** Base points there may be at most in a run of so many trials. */
export function pointsIn(trials: number): number {
  return Math.max(0, trials - LENDER)
}

/** Outcomes at base points, at those that lend, and at base points with one factor lent. */
export interface MixedOutcomes {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly mixed: readonly Float64Array[]
}

/**
 * Runs the first trials of a plan again with one factor at a time as another trial has it: Saltelli’s
 * design, whose two matrices are trials of the run. Yields the part that is done.
 *
 * @param levers of a case, or of two, of which the first less the second is taken
 * @param outcome its place in the model’s outcomes
 * @param points how many, at most `pointsIn` of the plan’s trials
 */
export function* mixedOutcomes(
  model: Model,
  plan: RunPlan,
  levers: readonly Levers[],
  outcome: number,
  { factors, points }: { readonly factors: readonly Factor[]; readonly points: number },
  cache: DrawCache,
): Generator<number, MixedOutcomes> {
  const count = model.assumptions.length
  const width = plan.quarters * model.shocks.length
  const trials = points + LENDER
  const blocks = Math.ceil(trials / BLOCK)
  const inputs = new Float64Array(blocks * BLOCK * count)
  const shocks = new Float64Array(blocks * BLOCK * width)
  for (let block = 0; block < blocks; block++) {
    inputs.set(drawBlock(plan, model, 0, block, cache).inputs, block * BLOCK * count)
    shocks.set(
      drawShocks(plan, model, 0, block, cache).subarray(0, BLOCK * width),
      block * BLOCK * width,
    )
    yield 0
  }
  const simulator = model.simulator(plan.vantage, plan.quarters)
  const run = (own: Float64Array, at: number, luck: Float64Array, luckAt: number): number => {
    simulator.load(own, at, luck, luckAt)
    simulator.runReference()
    let value = 0
    for (const [k, one] of levers.entries()) {
      simulator.run(one)
      value += (k === 0 ? 1 : -1) * simulator.outcomes[outcome]
    }
    return value
  }
  const came = Float64Array.from({ length: trials }, (_, trial) =>
    run(inputs, trial * count, shocks, trial * width),
  )
  const mixed: Float64Array[] = []
  const own = new Float64Array(count)
  for (const factor of factors) {
    const values = new Float64Array(points)
    for (let trial = 0; trial < points; trial++) {
      const lender = trial + LENDER
      if (factor === 'shocks') values[trial] = run(inputs, trial * count, shocks, lender * width)
      else {
        const isSame = factor.inputs.every(
          (a) => inputs[trial * count + a] === inputs[lender * count + a],
        )
        if (isSame) values[trial] = came[trial]
        else {
          own.set(inputs.subarray(trial * count, (trial + 1) * count))
          for (const a of factor.inputs) own[a] = inputs[lender * count + a]
          values[trial] = run(own, 0, shocks, trial * width)
        }
      }
      if (trial % 64 === 63) yield (mixed.length + trial / points) / factors.length
    }
    mixed.push(values)
  }
  return { a: came.slice(0, points), b: came.slice(LENDER), mixed }
}
