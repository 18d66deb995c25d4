import { exp, log } from '../src/engine/math.ts'
import { comparisons, history } from './history.ts'
import { quarterNumber } from './hindcast.ts'
import type { Quantiles } from './scores.ts'
import type { SeriesId } from './series.ts'

/** Points of the normal curve at 75% and 95%. */
const Z75 = 0.6744897501960817
const Z95 = 1.6448536269514722

/** Quarters over which growth is measured, so that a season is none. */
const YEAR = 4

/** Fewer errors of the past at one lead say nothing of the next. */
const FEWEST = 4

/** A forecast by quarter number, from the figures known until one of them. */
type Rule = (known: ReadonlyMap<number, number>, from: number, lead: number) => number | undefined

/** The last share kept. */
const kept: Rule = (known, from) => known.get(from)

/** The last growth kept: that of the last year, a quarter of it each quarter. */
const growing: Rule = (known, from, lead) => {
  const [last, before] = [known.get(from), known.get(from - YEAR)]
  return last === undefined || before === undefined
    ? undefined
    : last + ((last - before) * lead) / YEAR
}

/**
 * What anybody could foresee without a model: shares stay, amounts go on growing as in the last year,
 * and the errors that this rule made before are those it will make.
 *
 * @param startQuarter the last quarter known, e.g. `2024Q1`
 * @param lead quarters after it
 * @returns undefined where the history is too short
 */
export function naiveForecast(
  series: SeriesId,
  startQuarter: string,
  lead: number,
): Quantiles | undefined {
  const comparison = comparisons.find((one) => one.series === series)
  const found = history.find(({ id }) => id === comparison?.observed)
  if (!comparison || !found) return undefined
  const isShare = comparison.rounding > 0 && comparison.scale === 0.01
  const [rule, scaled, back] = isShare ? [kept, same, same] : [growing, log, exp]
  const start = quarterNumber(startQuarter)
  const known = new Map(
    found.points.flatMap(([quarter, value]) => {
      const number = quarterNumber(quarter)
      return number > start ? [] : [[number, scaled(value * comparison.scale)] as const]
    }),
  )
  const errors = [...known].flatMap(([target, came]) => {
    const foreseen = rule(known, target - lead, lead)
    return foreseen === undefined ? [] : [came - foreseen]
  })
  const middle = rule(known, start, lead)
  if (middle === undefined || errors.length < FEWEST) return undefined
  const spread = Math.sqrt(errors.reduce((sum, one) => sum + one * one, 0) / errors.length)
  const at = (z: number) => back(middle + z * spread)
  return { p5: at(-Z95), p25: at(-Z75), p50: at(0), p75: at(Z75), p95: at(Z95) }
}

function same(value: number): number {
  return value
}
