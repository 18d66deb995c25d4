import { type Classes, classesOf } from '../engine/sensitivity/classes.ts'
import type { Counted, Estimate } from '../engine/sensitivity/counted.ts'
import { deltaClassesFor, deltaOf } from '../engine/sensitivity/delta.ts'
import { firstOrderOf } from '../engine/sensitivity/first-order.ts'
import { swingOf } from '../engine/sensitivity/swing.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import { rankingOf } from '../engine/statistics/ranking.ts'
import { type DriverBar, type DriverMethod, lengthOf } from './driver-bars.ts'
import { BEYOND, BEYOND_FEW, correlationError } from './drivers.ts'

/** Methods that read the futures at hand. */
export type GivenMethod = Exclude<DriverMethod, 'oneAtATime' | 'total'>

/** The outcome over the futures that count, with what several bars share. */
export interface Target {
  readonly counted: Counted
  readonly outcome: Float64Array
  readonly ranks: Float64Array
  readonly cells: Classes
  /** First-order indices that are known, by column: several methods tell them. */
  readonly firsts: Map<Float64Array, Estimate>
}

export function targetOf(counted: Counted, outcome: Float64Array): Target {
  const cells = classesOf(outcome, rankingOf(outcome), deltaClassesFor(outcome.length))
  return { counted, outcome, ranks: midRanks(outcome), cells, firsts: new Map() }
}

/** How many standard errors a bar must have, lest one of a hundred that are none be told. */
export function beyondOf({ replicate }: Pick<Counted, 'replicate'>): number {
  return typeof replicate === 'object' ? BEYOND_FEW : BEYOND
}

/** Whether a column varies among the futures that count. */
export function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0])
}

/** The bar of one column that varies, by itself. */
export function barOf(
  id: string,
  target: Target,
  values: Float64Array,
  method: Exclude<GivenMethod, 'regression'>,
): DriverBar {
  const { counted, outcome, cells } = target
  if (method === 'spearman') return spearmanBar(id, target, values)
  const order = rankingOf(values)
  const first = target.firsts.get(values) ?? firstOrderOf(counted, outcome, values, order)
  target.firsts.set(values, first)
  const share = inUnit(first.value)
  if (method === 'firstOrder') return barBy(counted, { id, share }, { ...first, value: share })
  if (method === 'delta') {
    const delta = deltaOf(counted, cells, values, order)
    return barBy(counted, { id, share }, { ...delta, value: inUnit(delta.value) }, delta.value > 0)
  }
  const { low, high, size, apart } = swingOf(counted, outcome, values, order)
  return { ...barBy(counted, { id, share }, { ...size, apart }, apart > 0), low, high }
}

/** A bar without ends by its size. */
export function barBy(
  counted: Counted,
  { id, share }: { readonly id: string; readonly share: number },
  { value, error, apart }: Estimate,
  isThere = value !== 0,
): DriverBar {
  const isTold = isThere && apart > beyondOf(counted)
  return { id, low: null, high: null, size: value, error, share, apart, isTold }
}

function spearmanBar(id: string, { counted, ranks }: Target, values: Float64Array): DriverBar {
  const own = midRanks(values)
  const value = correlationOfRanks(own, ranks)
  const mask = new Uint8Array(counted.trials)
  for (const trial of counted.at) mask[trial] = 1
  const error = value === 0 ? null : correlationError(own, ranks, value, counted.replicate, mask)
  const most = Math.max(error ?? 0, 1 / Math.sqrt(values.length))
  return barBy(
    counted,
    { id, share: value * value },
    { value, error, apart: Math.abs(value) / most },
  )
}

function inUnit(share: number): number {
  return Math.max(0, Math.min(1, share))
}

/** Told ones first, then by length; equal ones by id. */
export function byLength(bars: readonly DriverBar[], base: number): DriverBar[] {
  return bars.toSorted(
    (a, b) =>
      Number(b.isTold) - Number(a.isTold) ||
      lengthOf(b, base) - lengthOf(a, base) ||
      (a.id < b.id ? -1 : 1),
  )
}
