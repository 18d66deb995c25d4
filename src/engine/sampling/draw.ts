import type { Model } from '../model.ts'
import { fillNormalQuantiles } from '../math.ts'
import { BLOCK, type RunPlan } from '../plan.ts'
import { fillUniforms } from '../streams.ts'
import { type Column, columnName, DrawCache, wholeName } from './cache.ts'
import { fillScores } from './fill.ts'
import type { SamplingId } from './index.ts'
import { type ColumnPlan, columnPlans, type ScoreSource, shockStreams } from './prepare.ts'

export { DrawCache } from './cache.ts'

export interface DrawnBlock {
  /** Trial by trial, assumptions in catalogue order: `inputs[i * assumptions + a]`; 256 trials. */
  readonly inputs: Float64Array
  /** Per assumption, how many of the plan's trials in this block were moved to a bound of the domain. */
  readonly moved: Int32Array
}

/**
 * Draws every assumption of one world in one block of 256 trials. A last block is drawn whole.
 *
 * @param world index into `plan.worlds`
 * @param block blocks count from 0
 * @param cache keeps columns for other scenarios and edited beliefs; changes no number
 * @param inputs memory to use again; what was there before is gone
 * @throws where the world lacks a distribution or the plan's correlations make no sense
 */
export function drawBlock(
  plan: RunPlan,
  model: Model,
  world: number,
  block: number,
  cache?: DrawCache,
  inputs: Float64Array = new Float64Array(BLOCK * model.assumptions.length),
): DrawnBlock {
  const plans = columnPlans(model, plan, world)
  const count = plans.length
  const moved = new Int32Array(count)
  const trials = Math.min(BLOCK, plan.trials - block * BLOCK)
  // Without one, correlated columns would draw the scores they share again.
  const kept = cache ?? new DrawCache()
  for (let a = 0; a < count; a++) {
    const column = drawColumn(plans[a], plan.sampling, block, kept)
    moved[a] = countBelow(column.moved, trials)
    const { values } = column
    for (let i = 0, at = a; i < BLOCK; i++, at += count) inputs[at] = values[i]
  }
  return { inputs, moved }
}

/**
 * One assumption's values in every trial of the plan, drawn again from its stream.
 *
 * @param world index into `plan.worlds`
 * @throws if the model has no such assumption
 */
export function inputColumn(model: Model, plan: RunPlan, world: number, id: string): Float64Array {
  const index = model.assumptions.findIndex((one) => one.id === id)
  if (index < 0) throw new Error(`the model has no assumption ${id}`)
  const column = columnPlans(model, plan, world)[index]
  const out = new Float64Array(plan.trials)
  for (let block = 0; block * BLOCK < plan.trials; block++) {
    const { values } = drawColumn(column, plan.sampling, block)
    out.set(values.subarray(0, Math.min(BLOCK, plan.trials - block * BLOCK)), block * BLOCK)
  }
  return out
}

/**
 * Several columns as `inputColumn` gives them, block by block, so that scores they share are drawn
 * once. Yields between blocks.
 *
 * @param ids without repetition
 * @param cache keeps what is drawn for other questions and runs; changes no number
 * @returns read only where there is a cache: it has them too
 * @throws if the model has no such assumption
 */
export function* inputColumns(
  model: Model,
  plan: RunPlan,
  world: number,
  ids: readonly string[],
  cache?: DrawCache,
): Generator<void, ReadonlyMap<string, Float64Array>> {
  const plans = columnPlans(model, plan, world)
  const wanted = ids.map((id) => {
    const index = model.assumptions.findIndex((one) => one.id === id)
    if (index < 0) throw new Error(`the model has no assumption ${id}`)
    const column = plans[index]
    const name = wholeName(column, plan.trials)
    const known = cache?.whole.get(name)
    return { id, column, name, known, out: known ?? new Float64Array(plan.trials) }
  })
  const missing = wanted.filter(({ known }) => !known)
  if (missing.length === 0) return new Map(wanted.map(({ id, out }) => [id, out]))
  for (let block = 0; block * BLOCK < plan.trials; block++) {
    const kept = cache ?? new DrawCache()
    for (const { column, out } of missing) {
      const { values } = drawColumn(column, plan.sampling, block, kept)
      out.set(values.subarray(0, Math.min(BLOCK, plan.trials - block * BLOCK)), block * BLOCK)
    }
    yield
  }
  for (const { name, out } of missing) cache?.share('whole', name, out)
  return new Map(wanted.map(({ id, out }) => [id, out]))
}

/**
 * Draws the standard-normal shocks of one block of 256 trials, the same in every world that
 * reseeds none: trial by trial, quarter by quarter, in the model's order, `shocks[(i * quarters + t) * count + s]`.
 * A longer horizon appends quarters and changes none. What a cache gives is its own: read only.
 */
export function drawShocks(
  plan: RunPlan,
  model: Model,
  world: number,
  block: number,
  cache?: DrawCache,
): Float64Array {
  const { quarters } = plan
  const keys = shockStreams(model, plan, world)
  const name = cache ? `${block} ${keys.join(' ')}` : ''
  const known = cache?.shocks.get(name)
  if (known && known.quarters === quarters) return known.values
  if (known && known.quarters > quarters) {
    return shortened(known.values, known.quarters * keys.length, quarters * keys.length)
  }
  const values = new Float64Array(BLOCK * quarters * keys.length)
  const drawn = new Float64Array(BLOCK * quarters)
  keys.forEach((key, s) => {
    fillUniforms(key, block, drawn)
    fillNormalQuantiles(drawn, drawn, drawn.length)
    scatterShock(drawn, values, quarters, keys.length, s)
  })
  cache?.shocks.set(name, { quarters, values })
  return values
}

/** Puts one shock's numbers, quarter by quarter, in their places, trial by trial. */
function scatterShock(
  drawn: Float64Array,
  values: Float64Array,
  quarters: number,
  count: number,
  shock: number,
): void {
  const stride = quarters * count
  for (let t = 0; t < quarters; t++) {
    let at = t * count + shock
    for (let i = t * BLOCK; i < (t + 1) * BLOCK; i++, at += stride) {
      values[at] = drawn[i]
    }
  }
}

function shortened(values: Float64Array, long: number, short: number): Float64Array {
  const out = new Float64Array(BLOCK * short)
  for (let i = 0; i < BLOCK; i++) {
    out.set(values.subarray(i * long, i * long + short), i * short)
  }
  return out
}

function drawColumn(
  plan: ColumnPlan,
  sampling: SamplingId,
  block: number,
  cache?: DrawCache,
): Column {
  const name = columnName(plan, block)
  const known = cache?.columns.get(name)
  if (known) return known
  const scores = mixedScores(plan, sampling, block, cache)
  const values = new Float64Array(BLOCK)
  plan.table.fill(scores, values, BLOCK)
  const moved = moveIntoDomain(values, plan.domain)
  const column = { values, moved }
  cache?.columns.set(name, column)
  return column
}

function mixedScores(
  { sources, weights }: ColumnPlan,
  sampling: SamplingId,
  block: number,
  cache?: DrawCache,
): Float64Array {
  if (sources.length === 1) return normalScores(sources[0], sampling, block, cache)
  const mixed = new Float64Array(BLOCK)
  sources.forEach((source, s) => {
    const scores = normalScores(source, sampling, block, cache)
    for (let i = 0; i < BLOCK; i++) mixed[i] += weights[s] * scores[i]
  })
  return mixed
}

function normalScores(
  { key, dimension, tag }: ScoreSource,
  sampling: SamplingId,
  block: number,
  cache?: DrawCache,
): Float64Array {
  const name = columnName({ tag }, block)
  const known = cache?.scores.get(name)
  if (known) return known
  const scores = new Float64Array(BLOCK)
  fillScores(sampling, key, dimension, block, scores)
  fillNormalQuantiles(scores, scores, BLOCK)
  cache?.scores.set(name, scores)
  return scores
}

function moveIntoDomain(values: Float64Array, [low, high]: readonly [number, number]): number[] {
  const moved: number[] = []
  for (let i = 0; i < BLOCK; i++) {
    if (values[i] >= low && values[i] <= high) continue
    values[i] = values[i] < low ? low : high
    moved.push(i)
  }
  return moved
}

/** How many of these rising numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  if (limit >= BLOCK) return numbers.length
  return numbers.filter((number) => number < limit).length
}
