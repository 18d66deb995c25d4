import { atQuarter } from '../engine/selection.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import type { SignFan } from './signpost-facts.ts'

/**
 * Percentiles of a series, quarter by quarter from 0.
 *
 * @param columns by the names of `atQuarter`
 * @param mask 1 where a trial counts; all do without it
 */
export function fanOf(
  columns: ReadonlyMap<string, Float64Array>,
  series: string,
  quarters: number,
  mask: Uint8Array | undefined,
): SignFan {
  const sorted = Array.from({ length: quarters + 1 }, (_, t) => {
    const values = columns.get(atQuarter(series, t)) ?? new Float64Array(0)
    return values.filter((_value, trial) => !mask || mask[trial] === 1).sort()
  })
  const at = (p: number) => sorted.map((one) => quantileOf(one, p))
  return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) }
}
