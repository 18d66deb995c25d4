import type { SliceMeans, Slices } from './slices.ts'

/** Of fewer slices each stands for itself, and between them lies a straight line. */
const FEWEST = 9
/** Shares of the trials that a line is laid through; above 1 the window is so many times as wide. */
const SPANS = [0.1, 0.16, 0.25, 0.4, 0.65, 1, 2] as const
/** A window has at least so many slices. */
const IN_WINDOW = 5

/** How a column runs with an input: lines through the slices around each value. */
export interface Smoother {
  readonly slices: Slices
  /** Share of the trials in a window; 0 where slices stand for themselves. */
  readonly span: number
}

/**
 * Local straight lines with tricube weights over nearest neighbours (Cleveland 1979): unbiased
 * wherever the truth is a line, at the ends too. The span is the one with the least squares of what
 * is left out in turn, summed over the columns in units of their noise, and then one narrower, lest
 * what bends shift a root by more than its error says.
 */
export function smootherOf(slices: Slices, columns: readonly SliceMeans[]): Smoother {
  const { count, middle } = slices
  if (count.length < FEWEST) return { slices, span: 0 }
  const spans = SPANS.filter((span) => span * count.length >= IN_WINDOW)
  let best = 0
  let least = Number.POSITIVE_INFINITY
  const noises = columns.map(({ variance }) => {
    const noise = variance.reduce((sum, one, at) => sum + one * count[at], 0)
    return noise > 0 ? noise : 1
  })
  spans.forEach((span, place) => {
    const left = new Float64Array(columns.length)
    // Every other slice tells as much of a span in half the time.
    for (let at = 0; at < count.length; at += 2) {
      const weights = weightsAt({ slices, span }, middle[at])
      columns.forEach(({ mean }, k) => {
        const off = (mean[at] - dot(weights, mean)) / Math.max(1e-6, 1 - weights[at])
        left[k] += (off * off * count[at]) / noises[k]
      })
    }
    const all = left.reduce((sum, one) => sum + one, 0)
    if (all < least) [best, least] = [place, all]
  })
  return { slices, span: spans[Math.max(0, best - 1)] }
}

/** Values of columns at a value of the input. */
export function smoothAt(
  smoother: Smoother,
  columns: readonly SliceMeans[],
  at: number,
): readonly number[] {
  const weights = weightsAt(smoother, at)
  return columns.map(({ mean }) => dot(weights, mean))
}

/** The same with its standard error, of independent trials. */
export function smoothWithError(smoother: Smoother, { mean, variance }: SliceMeans, at: number) {
  const weights = weightsAt(smoother, at)
  let spread = 0
  for (let i = 0; i < weights.length; i++) spread += weights[i] * weights[i] * variance[i]
  return { value: dot(weights, mean), error: Math.sqrt(spread) }
}

/** What each slice's mean counts for the value at a point; they add up to 1. */
function weightsAt({ slices, span }: Smoother, at: number): Float64Array {
  return span === 0 ? between(slices, at) : lineWeights(slices, span, at)
}

function between({ middle }: Slices, at: number): Float64Array {
  const weights = new Float64Array(middle.length)
  const above = middle.findIndex((one) => one >= at)
  if (above <= 0) {
    weights[above === 0 ? 0 : middle.length - 1] = 1
    return weights
  }
  const part = (at - middle[above - 1]) / (middle[above] - middle[above - 1])
  weights[above - 1] = 1 - part
  weights[above] = part
  return weights
}

function lineWeights(slices: Slices, span: number, at: number): Float64Array {
  const { middle, count } = slices
  const { reach, from, to } = windowAt(slices, span, at)
  const weights = new Float64Array(middle.length)
  let [s0, s1, s2] = [0, 0, 0]
  for (let i = from; i < to; i++) {
    const off = middle[i] - at
    const far = Math.abs(off) / reach
    if (far >= 1) continue
    const near = 1 - far * far * far
    const weight = near * near * near * count[i]
    weights[i] = weight
    s0 += weight
    s1 += weight * off
    s2 += weight * off * off
  }
  const det = s0 * s2 - s1 * s1
  const isLine = det > 1e-9 * s0 * s2
  for (let i = from; i < to; i++) {
    weights[i] *= isLine ? (s2 - s1 * (middle[i] - at)) / det : 1 / s0
  }
  return weights
}

/** How far a window reaches: to the slice with which it holds its share of the trials. */
function windowAt({ middle, count, order }: Slices, span: number, at: number) {
  const wanted = Math.min(1, span) * order.length
  let low = 0
  while (low < middle.length && middle[low] < at) low++
  let high = low
  low--
  let held = 0
  let reach = 0
  while (held < wanted && (low >= 0 || high < middle.length)) {
    const below = low >= 0 ? at - middle[low] : Number.POSITIVE_INFINITY
    const above = high < middle.length ? middle[high] - at : Number.POSITIVE_INFINITY
    const place = below < above ? low-- : high++
    reach = Math.min(below, above)
    held += count[place]
  }
  // The slice that fills it is to count too.
  return {
    reach: Math.max(1, span) * reach * 1.05 || 1,
    from: Math.max(0, low - 1),
    to: Math.min(middle.length, high + 1),
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
