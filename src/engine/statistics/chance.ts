/** Share of values below x, from sorted values. */
export function chanceBelow(sorted: Float64Array, x: number): number {
  return sorted.length === 0 ? 0 : firstNotBelow(sorted, x) / sorted.length
}

/** Share of values of at least x (the exceedance), from sorted values. */
export function chanceAtLeast(sorted: Float64Array, x: number): number {
  return sorted.length === 0 ? 0 : 1 - firstNotBelow(sorted, x) / sorted.length
}

/**
 * The highest value that is reached with at least the chance asked for. On a flat step of the
 * distribution, where many trials hold one value, that is the step.
 *
 * @param chance from 0 to 1
 */
export function valueAtChance(sorted: Float64Array, chance: number): number {
  const count = sorted.length
  const rank = Math.floor((1 - chance) * count + 1e-9)
  return sorted[Math.min(count - 1, Math.max(0, rank))]
}

/** An axis for several distributions: from the lowest P2 to the highest P98, rounded outward. */
export function sharedAxis(shapes: readonly { readonly p2: number; readonly p98: number }[]): {
  readonly min: number
  readonly max: number
} {
  const low = Math.min(...shapes.map(({ p2 }) => p2))
  const high = Math.max(...shapes.map(({ p98 }) => p98))
  if (!(high > low)) return { min: low - 1, max: high + 1 }
  const step = niceStep((high - low) / 8)
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step }
}

function firstNotBelow(sorted: Float64Array, x: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < x) low = middle + 1
    else high = middle
  }
  return low
}

function niceStep(rough: number): number {
  let unit = 1
  while (unit * 10 <= rough) unit *= 10
  while (unit > rough) unit /= 10
  const times = rough / unit
  return unit * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1)
}
