import { worldKey } from './cases.ts'
import type { Model } from './model.ts'
import { BLOCK, type RunPlan } from './plan.ts'
import { maskOf, measuresNamed, selectable, type Selection } from './selection.ts'
import type { DrawCache } from './sampling/cache.ts'
import { drawBlock, drawShocks, inputColumns } from './sampling/draw.ts'

/**
 * Inputs by trial, and series of the reference at quarters, by their names. Yields between blocks.
 *
 * @param world index into `plan.worlds`
 * @param ids of assumptions, or names as `atQuarter` makes them
 * @throws where the model or the plan's horizon has no such thing
 */
export function* drawnColumns(
  model: Model,
  plan: RunPlan,
  world: number,
  ids: readonly string[],
  cache?: DrawCache,
): Generator<void, ReadonlyMap<string, Float64Array>> {
  const followed = ids.filter((id) => id.includes('@'))
  const drawn = ids.filter((id) => !id.includes('@'))
  const inputs = yield* inputColumns(model, plan, world, drawn, cache)
  if (followed.length === 0) return inputs
  const series = yield* keptColumns(model, plan, world, followed, cache)
  return new Map([...inputs, ...series])
}

/**
 * The futures that meet a selection of what is drawn: 1 for each of the plan's trials that does.
 *
 * @throws where the selection names an outcome
 */
export function* drawnMask(
  model: Model,
  plan: RunPlan,
  world: number,
  selection: Selection,
  cache?: DrawCache,
): Generator<void, Uint8Array> {
  const { inputs: ids } = measuresNamed(model, selection)
  const inputs = yield* drawnColumns(model, plan, world, ids, cache)
  const { trials } = plan
  const columns = { trials, outcomes: [] }
  return maskOf(model, selection, selectable(model, columns, inputs))
}

/** Those known from before, and the others run: many questions are asked of the same futures. */
function* keptColumns(
  model: Model,
  plan: RunPlan,
  world: number,
  names: readonly string[],
  cache?: DrawCache,
): Generator<void, Map<string, Float64Array>> {
  if (!cache) return yield* referenceColumns(model, plan, world, names)
  const keyOf = (name: string) => `${worldKey(plan, world)} ${plan.trials} ${name}`
  const found = new Map<string, Float64Array>()
  for (const name of names) {
    const known = cache.followed.get(keyOf(name))
    if (known) found.set(name, known)
  }
  const missing = names.filter((name) => !found.has(name))
  if (missing.length === 0) return found
  for (const [name, values] of yield* referenceColumns(model, plan, world, missing, cache)) {
    cache.share('followed', keyOf(name), values)
    found.set(name, values)
  }
  return found
}

function* referenceColumns(
  model: Model,
  plan: RunPlan,
  world: number,
  names: readonly string[],
  cache?: DrawCache,
): Generator<void, Map<string, Float64Array>> {
  const { trials, quarters, vantage } = plan
  const places = names.map((name) => placeOf(model, quarters, name))
  const columns = new Map(names.map((name) => [name, new Float64Array(trials)]))
  const out = [...columns.values()]
  const simulator = model.simulator(vantage, quarters)
  const wide = model.assumptions.length
  const long = quarters * model.shocks.length
  for (let from = 0; from < trials; from += BLOCK) {
    const block = from / BLOCK
    const { inputs } = drawBlock(plan, model, world, block, cache)
    const shocks = drawShocks(plan, model, world, block, cache)
    for (let i = 0; i < Math.min(BLOCK, trials - from); i++) {
      simulator.load(inputs, i * wide, shocks, i * long)
      simulator.runReference()
      for (let c = 0; c < out.length; c++) out[c][from + i] = simulator.series[places[c]]
    }
    yield
  }
  return columns
}

/** The place of a named figure in the series of a trial. */
function placeOf(model: Model, quarters: number, name: string): number {
  const [id, at] = name.split('@')
  const series = model.series.findIndex((one) => one.id === id)
  const quarter = Number(at)
  if (series < 0) throw new Error(`the model has no series ${id}`)
  if (!(Number.isInteger(quarter) && quarter >= 0 && quarter <= quarters)) {
    throw new Error(`a quarter of this run is a whole number from 0 to ${quarters}, got ${at}`)
  }
  return series * (quarters + 1) + quarter
}
