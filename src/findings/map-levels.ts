import type { PointFigures } from '../analyses/points.ts'

/** What a map shows of every point. */
export type MapMeasure = 'mean' | 'misses' | 'worstTenth' | 'closes'

/** Contour lines at most, about. */
const LEVELS = 7

/** The figure of a point that a map shows; null where it has none. */
export function measured(point: PointFigures, measure: MapMeasure): number | null {
  return point[measure]?.value ?? null
}

/** Round values strictly within a range, about `LEVELS` of them at most, for contours. */
export function levelsIn(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span)) return []
  const power = 10 ** Math.floor(Math.log10(span / LEVELS))
  const step = ([1, 2, 5].find((one) => one * power * LEVELS >= span) ?? 10) * power
  const first = Math.floor(low / step) + 1
  const last = Math.ceil(high / step) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step)
}

/**
 * What a point is among others: between which contours its average lies, above or below nothing, and
 * whether its chance to miss the target passes a limit. Where neighbours differ, something changes.
 */
export function kindsAmong(
  limit: number,
): (known: readonly PointFigures[]) => (one: PointFigures) => string {
  return (known) => {
    const means = known.flatMap(({ mean }) => (mean ? [mean.value] : []))
    const levels = levelsIn(means)
    return ({ mean, misses }) => {
      const band = mean ? levels.filter((level) => level <= mean.value).length : 'none'
      const sign = mean ? Math.sign(mean.value) : 'none'
      const isPast = misses !== null && misses.value > limit
      return `${band} ${sign} ${isPast}`
    }
  }
}

/** The place of the best average; below 0 where none is better or none is known. */
export function bestPlace(
  points: readonly (PointFigures | null)[],
  better: 'higher' | 'lower' | 'neutral',
): number {
  if (better === 'neutral') return -1
  const sign = better === 'lower' ? -1 : 1
  let best = -1
  let most = -Infinity
  points.forEach((one, at) => {
    const mean = one?.mean ? sign * one.mean.value : -Infinity
    if (mean > most) [best, most] = [at, mean]
  })
  return best
}
