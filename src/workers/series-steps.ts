import { SERIES_TRIALS } from '../engine/blocks.ts'
import type { Model } from '../engine/model.ts'
import { type RunPlan, worldAt } from '../engine/plan.ts'
import { drawnMask } from '../engine/reference-series.ts'
import { type BlockCase, type BlockRunner, seriesBlocks } from '../engine/run.ts'
import { designs } from '../engine/sampling/index.ts'
import { ALL, type Selection } from '../engine/selection.ts'
import {
  type CaseSeries,
  selectedSeries,
  SINGLES,
  summariseAllSeries,
} from '../engine/statistics/index.ts'
import { type CaseDifference, summariseDifference } from '../engine/statistics/series-difference.ts'

/** What runs cases again for their series. */
export interface SeriesSource {
  readonly model: Model
  readonly runner: BlockRunner
  readonly plan: RunPlan
  /** Trials of the run so far; series stand on its first ones. */
  readonly trials: number
  /** Futures that count, by what is drawn alone in the scenario of the first case. */
  readonly selection?: Selection
}

/** Runs one case again, by its place in the plan, for its series. */
export function* seriesSteps(from: SeriesSource, place: number): Generator<void, CaseSeries> {
  const { model, runner, trials, selection = ALL } = from
  const { quarters } = from.plan
  const short = shortened(from)
  const blocks: Float32Array[] = []
  for (const item of seriesBlocks(short, place, trials)) {
    const result = yield* runner.steps(short, item, { series: true })
    blocks.push(result.cases[0].series)
  }
  if (selection.kind === 'all') return yield* summariseAllSeries(model, quarters, blocks)
  const mask = yield* maskOf(from, place, selection)
  const counted = selectedSeries(blocks, model.series.length * (quarters + 1), mask)
  if (counted.length === 0) return { trials: 0, series: {}, singleTrials: [], singles: {} }
  return yield* summariseAllSeries(model, quarters, [counted], firstOf(mask, SINGLES))
}

/**
 * Runs two cases again for the difference of their series, future by future.
 *
 * @param places of the case in the plan, and of the one that is taken from it
 */
export function* differenceSteps(
  from: SeriesSource,
  [a, b]: readonly [number, number],
): Generator<void, CaseDifference> {
  const { model, runner, plan, trials, selection = ALL } = from
  const short = shortened(from)
  const others = seriesBlocks(short, b, trials)
  const blocks: Float32Array[] = []
  for (const [at, item] of seriesBlocks(short, a, trials).entries()) {
    const other = others[at]
    const isOne = item.world === other.world
    const items = isOne ? [{ ...item, cases: [a, b] }] : [item, other]
    const found: BlockCase[] = []
    for (const one of items) {
      found.push(...(yield* runner.steps(short, one, { series: true })).cases)
    }
    blocks.push(found[0].series.map((value, i) => value - found[1].series[i]))
  }
  const mask = selection.kind === 'all' ? undefined : yield* maskOf(from, a, selection)
  const { replicate } = designs[plan.sampling]
  return yield* summariseDifference(model, plan.quarters, blocks, replicate, mask)
}

/** Series of a block as recorded, quarter by quarter, turned so that the quarters of a future lie together. */
export function byFuture(series: Float32Array, trials: number, points: number): Float32Array {
  const turned = new Float32Array(series.length)
  for (let s = 0; s < series.length / (trials * points); s++) {
    for (let i = 0; i < trials; i++) {
      const at = (s * trials + i) * points
      for (let t = 0; t < points; t++) turned[at + t] = series[(s * points + t) * trials + i]
    }
  }
  return turned
}

function shortened({ plan, trials }: SeriesSource): RunPlan {
  return { ...plan, trials, check: false }
}

/** The futures that series stand on which meet a selection. */
function maskOf(
  from: SeriesSource,
  place: number,
  selection: Selection,
): Generator<void, Uint8Array> {
  const { model, runner, plan, trials } = from
  const first = { ...shortened(from), trials: Math.min(trials, SERIES_TRIALS) }
  const world = worldAt(plan, plan.cases[place].scenario)
  return drawnMask(model, first, world, selection, runner.draws)
}

/** The first places of a mask that count. */
function firstOf(mask: Uint8Array, most: number): number[] {
  const found: number[] = []
  for (let place = 0; place < mask.length && found.length < most; place++) {
    if (mask[place] === 1) found.push(place)
  }
  return found
}
