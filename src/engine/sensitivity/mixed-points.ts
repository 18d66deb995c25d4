import type { Levers, Model } from '../model.ts'
import { BLOCK, type RunPlan } from '../plan.ts'
import { drawBlock, type DrawCache, drawShocks } from '../sampling/draw.ts'

/** What is drawn anew on its own. */
export interface Factor {
  /** Places of inputs. */
  readonly inputs: readonly number[]
  /** Whether the shocks are too. */
  readonly shocks?: boolean
}

/**
 * Draws of their own, independent of the run’s and of each other: scrambles of one Sobol’ sequence keep
 * its pattern, so that two of them, trial by trial, are not independent given their scrambles.
 */
function drawsApart(plan: RunPlan, name: string): RunPlan {
  const apart = (seed: string) => `${seed} ${name}`
  const worlds = plan.worlds.map(({ reseed = {}, ...world }) => ({
    ...world,
    reseed: Object.fromEntries(Object.entries(reseed).map(([id, seed]) => [id, apart(seed)])),
  }))
  return { ...plan, seed: apart(plan.seed), sampling: 'random', worlds }
}

/** Outcomes at base points, at those that lend, and at base points with one factor lent. */
export interface MixedOutcomes {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly mixed: readonly Float64Array[]
}

/**
 * Runs futures of a plan’s first world with one factor at a time as in other futures: Saltelli’s design,
 * whose two matrices are drawn at random, whatever the plan’s design. Yields the part that is done.
 *
 * @param levers of a case, or of two, of which the first less the second is taken
 * @param outcome its place in the model’s outcomes
 * @param points how many; fewer are the first of more
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
  const base = yield* drawnPoints(model, drawsApart(plan, 'base'), points, cache)
  const other = yield* drawnPoints(model, drawsApart(plan, 'other'), points, cache)
  const simulator = model.simulator(plan.vantage, plan.quarters)
  const path = new Float64Array(simulator.path.length)
  const run = (own: Float64Array, at: number, luck: Float64Array, luckAt: number): number => {
    simulator.load(own, at, luck, luckAt)
    simulator.runReference()
    path.set(simulator.path)
    let value = 0
    for (const [k, one] of levers.entries()) {
      simulator.run(one, path)
      value += (k === 0 ? 1 : -1) * simulator.outcomes[outcome]
    }
    return value
  }
  const all = ({ inputs, shocks }: Points) =>
    Float64Array.from({ length: points }, (_, i) => run(inputs, i * count, shocks, i * width))
  const a = all(base)
  const b = all(other)
  const mixed: Float64Array[] = []
  const own = new Float64Array(count)
  for (const factor of factors) {
    const values = new Float64Array(points)
    for (let i = 0; i < points; i++) {
      const at = i * count
      const isAlike = factor.inputs.every((k) => base.inputs[at + k] === other.inputs[at + k])
      if (isAlike && !factor.shocks) {
        values[i] = a[i]
      } else {
        own.set(base.inputs.subarray(at, at + count))
        for (const k of factor.inputs) own[k] = other.inputs[at + k]
        values[i] = run(own, 0, factor.shocks ? other.shocks : base.shocks, i * width)
      }
      if (i % 64 === 63) yield (mixed.length + i / points) / factors.length
    }
    mixed.push(values)
  }
  return { a, b, mixed }
}

interface Points {
  readonly inputs: Float64Array
  readonly shocks: Float64Array
}

/** Inputs and shocks of so many futures of a plan. */
function* drawnPoints(
  model: Model,
  plan: RunPlan,
  points: number,
  cache: DrawCache,
): Generator<number, Points> {
  const blocks = Math.ceil(points / BLOCK)
  const own = BLOCK * model.assumptions.length
  const width = BLOCK * plan.quarters * model.shocks.length
  const inputs = new Float64Array(blocks * own)
  const shocks = new Float64Array(blocks * width)
  for (let block = 0; block < blocks; block++) {
    inputs.set(drawBlock(plan, model, 0, block, cache).inputs, block * own)
    shocks.set(drawShocks(plan, model, 0, block, cache).subarray(0, width), block * width)
    yield 0
  }
  return { inputs, shocks }
}
