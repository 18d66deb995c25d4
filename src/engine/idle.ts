import { quantile } from './distributions/index.ts'
import type { Levers, Model, Simulator } from './model.ts'
import { BLOCK, casesByWorld, type RunPlan } from './plan.ts'
import type { DrawCache } from './sampling/cache.ts'
import { drawBlock, drawShocks } from './sampling/draw.ts'

/** Points of a belief that stand for all it might be. */
const POINTS = [0.01, 0.5, 0.99] as const

/**
 * Assumptions that change nothing in any future of a plan: whatever they are drawn to be, every outcome
 * of every case is the same to the bit. Most are told to matter by the first futures; those that
 * are left are tried in all. Yields between blocks.
 *
 * @param world index into `plan.worlds`
 * @param ids of the assumptions in question
 */
export function* idleInputs(
  model: Model,
  plan: RunPlan,
  world: number,
  ids: readonly string[],
  cache?: DrawCache,
): Generator<number, string[]> {
  const simulator = model.simulator(plan.vantage, plan.quarters)
  const { distributions } = plan.worlds[world]
  const levers = casesByWorld(plan)[world].map((at) => plan.cases[at].levers)
  const wide = model.assumptions.length
  const long = plan.quarters * model.shocks.length
  let left = ids.map((id) => {
    const place = model.assumptions.findIndex((one) => one.id === id)
    if (place < 0) throw new Error(`the model has no assumption ${id}`)
    return { id, place, values: [...new Set(POINTS.map(quantile(distributions[id])))] }
  })
  for (let from = 0; from < plan.trials && left.length > 0; from += BLOCK) {
    const block = from / BLOCK
    const { inputs } = drawBlock(plan, model, world, block, cache)
    const shocks = drawShocks(plan, model, world, block, cache)
    for (let i = 0; i < Math.min(BLOCK, plan.trials - from) && left.length > 0; i++) {
      const own = inputs.slice(i * wide, (i + 1) * wide)
      const outcomes = (draws: Float64Array) =>
        allOutcomes(simulator, levers, draws, shocks, i * long)
      const usual = outcomes(own)
      left = left.filter(({ place, values }) =>
        values.every((value) => isSame(usual, outcomes(own.with(place, value)))),
      )
    }
    yield Math.min(1, (from + BLOCK) / plan.trials)
  }
  return left.map(({ id }) => id)
}

/** Outcomes of one trial of the reference and of every setting of levers, one after the other. */
function allOutcomes(
  simulator: Simulator,
  settings: readonly Levers[],
  draws: Float64Array,
  shocks: Float64Array,
  shocksAt: number,
): Float64Array {
  const { length } = simulator.outcomes
  const all = new Float64Array(length * (settings.length + 1))
  simulator.load(draws, 0, shocks, shocksAt)
  simulator.runReference()
  all.set(simulator.outcomes)
  settings.forEach((levers, index) => {
    simulator.run(levers)
    all.set(simulator.outcomes, (index + 1) * length)
  })
  return all
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, index) => value === b[index])
}
