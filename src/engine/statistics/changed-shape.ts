import { shape, type Shape } from './shape.ts'

/**
 * The distribution of many futures after a change that is known of the first of them alone: each of its
 * quantiles moves by as much as that of the first futures did. What the first do not feel does not
 * move at all.
 *
 * @param full of all futures before the change
 * @param first of the first futures before the change
 * @param now of the same first futures after it
 */
export function changedShape(full: Shape, first: Shape, now: Shape): Shape {
  if (full.count === 0) return now
  if (first.count === 0 || now.count === 0 || isSame(first.sorted, now.sorted)) return full
  const values = full.sorted.map((value, rank) => {
    const p = (rank + 0.5) / full.count
    return value + (between(now.sorted, p) - between(first.sorted, p))
  })
  const changed = shape(values)
  const trialAt = (rank: number) => full.trialOfRank[rank]
  return {
    ...changed,
    trialOfRank: changed.trialOfRank.map(trialAt),
    dots: changed.dots.map((dot) => ({ ...dot, trial: trialAt(dot.trial) })),
  }
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, rank) => value === b[rank])
}

/** A quantile between the two values next to it. */
function between(sorted: Float64Array, p: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, p * sorted.length - 0.5))
  const below = Math.floor(at)
  const low = sorted[below]
  const high = sorted[Math.min(sorted.length - 1, below + 1)]
  return low + (high - low) * (at - below)
}
