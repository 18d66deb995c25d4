import type { Levers, Model } from './model.ts'
import { BLOCK, type RunPlan } from './plan.ts'
import { type DrawCache, drawBlock, drawShocks } from './sampling/draw.ts'
import { atQuarter } from './selection.ts'

/** What is followed of the futures of a world, and how far. */
export interface Seeing {
  /** Ids of series. */
  readonly series: readonly string[]
  /** The last quarter that is seen; later ones are not run. */
  readonly until: number
  /** What goes on meanwhile, a value for every lever; null for the reference strategy. */
  readonly follow: Levers | null
}

/** A model may refuse to run fewer quarters. */
const SHORTEST = 8

/**
 * Series quarter by quarter, from 0 to the last that is seen, by their names as `atQuarter` makes
 * them: what can be seen before a choice is made. Yields the part that is done.
 *
 * @param world index into `plan.worlds`
 * @throws where the model has no such series, or the plan no such quarter
 */
export function* seenColumns(
  model: Model,
  plan: RunPlan,
  world: number,
  { series, until, follow }: Seeing,
  cache?: DrawCache,
): Generator<number, Map<string, Float64Array>> {
  const { trials, vantage } = plan
  if (!(Number.isInteger(until) && until >= 0 && until <= plan.quarters)) {
    throw new Error(
      `a quarter of this run is a whole number from 0 to ${plan.quarters}, got ${until}`,
    )
  }
  // What comes later changes nothing of what is seen by then.
  const quarters = Math.min(plan.quarters, Math.max(SHORTEST, until))
  const places = series.map((id) => placeOf(model, id) * (quarters + 1))
  const columns = places.map(() =>
    Array.from({ length: until + 1 }, () => new Float64Array(trials)),
  )
  const simulator = model.simulator(vantage, quarters)
  const [wide, long] = [model.assumptions.length, plan.quarters * model.shocks.length]
  for (let from = 0; from < trials; from += BLOCK) {
    const { inputs } = drawBlock(plan, model, world, from / BLOCK, cache)
    const shocks = drawShocks(plan, model, world, from / BLOCK, cache)
    for (let i = 0; i < Math.min(BLOCK, trials - from); i++) {
      simulator.load(inputs, i * wide, shocks, i * long)
      simulator.runReference()
      if (follow) simulator.run(follow)
      for (let s = 0; s < places.length; s++) {
        for (let t = 0; t <= until; t++) columns[s][t][from + i] = simulator.series[places[s] + t]
      }
    }
    yield Math.min(1, (from + BLOCK) / trials)
  }
  return new Map(
    series.flatMap((id, s) => columns[s].map((values, t) => [atQuarter(id, t), values] as const)),
  )
}

function placeOf(model: Model, id: string): number {
  const place = model.series.findIndex((one) => one.id === id)
  if (place < 0) throw new Error(`the model has no series ${id}`)
  return place
}
