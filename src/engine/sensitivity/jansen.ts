/** What a factor's share of an outcome's variance is: on its own, and with all it works together with. */
export interface SobolIndex {
  /** First-order index, with its bootstrap standard error. */
  readonly first: IndexFigure
  /** Total index. */
  readonly total: IndexFigure
  /** What it does only with others: total less first. */
  readonly joint: IndexFigure
}

export interface IndexFigure {
  readonly value: number
  readonly error: number
  /** Bootstrap interval of 95%. */
  readonly low: number
  readonly high: number
}

/** Bootstrap samples. */
const SAMPLES = 200

/**
 * First-order and total Sobol’ indices by Jansen’s estimators (Jansen 1999; Saltelli and others 2010, table
 * 2, b and f): half the mean squared difference of two outcomes that share one factor alone is what the
 * others do; of two that share all but one, what that one does in all. Errors by the bootstrap over
 * base points (Archer, Saltelli and Sobol’ 1997), the same samples for every factor.
 *
 * Of an outcome that is the same everywhere there is nothing to explain: none.
 *
 * @param a outcomes at base points
 * @param b outcomes at independent base points, as many
 * @param mixed by factor: outcomes at the points of a, with that factor as in b
 * @returns none where all outcomes are alike, as there is no variance to share out
 */
export function* jansenIndices(
  a: Float64Array,
  b: Float64Array,
  mixed: readonly Float64Array[],
): Generator<void, SobolIndex[]> {
  const points = a.length
  if ([a, b].every((all) => all.every((one) => one === a[0]))) return []
  let mean = 0
  for (let i = 0; i < points; i++) mean += (a[i] + b[i]) / (2 * points)
  const squares = Float64Array.from(a, (one, i) => (squared(one - mean) + squared(b[i] - mean)) / 2)
  const variance = meanBy(squares, null)
  if (!(variance > 0)) return []
  const samples = Array.from({ length: SAMPLES }, (_, sample) => countsOf(points, sample))
  // A sample may miss the few points that differ: it tells nothing else than all do.
  const variances = samples.map((counts) => meanBy(squares, counts) || variance)
  const found: SobolIndex[] = []
  for (const outcome of mixed) {
    const others = outcome.map((one, i) => squared(one - b[i]) / 2)
    const own = outcome.map((one, i) => squared(one - a[i]) / 2)
    const first = 1 - meanBy(others, null) / variance
    const total = meanBy(own, null) / variance
    const firsts = samples.map((counts, at) => 1 - meanBy(others, counts) / variances[at])
    const totals = samples.map((counts, at) => meanBy(own, counts) / variances[at])
    found.push({
      first: figureOf(first, firsts),
      total: figureOf(total, totals),
      joint: figureOf(
        total - first,
        totals.map((one, at) => one - firsts[at]),
      ),
    })
    yield
  }
  return found
}

function figureOf(value: number, samples: readonly number[]): IndexFigure {
  const sorted = samples.toSorted((x, y) => x - y)
  const mean = samples.reduce((sum, one) => sum + one, 0) / samples.length
  const squares = samples.reduce((sum, one) => sum + squared(one - mean), 0)
  return {
    value,
    error: Math.sqrt(squares / (samples.length - 1)),
    low: sorted[Math.floor(0.025 * (samples.length + 1)) - 1],
    high: sorted[Math.ceil(0.975 * (samples.length + 1)) - 1],
  }
}

function squared(x: number): number {
  return x * x
}

/** The mean of numbers, each taken as often as it was drawn; of all once without. */
function meanBy(values: Float64Array, counts: Uint8Array | null): number {
  let sum = 0
  if (counts) for (let i = 0; i < values.length; i++) sum += counts[i] * values[i]
  else for (const value of values) sum += value
  return sum / values.length
}

/** How often each point is drawn in a sample: the same for the same sample and number of points. */
function countsOf(points: number, sample: number): Uint8Array {
  const counts = new Uint8Array(points)
  let state = Math.imul(sample + 1, 0x9e3779b1)
  for (let i = 0; i < points; i++) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    counts[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * points)]++
  }
  return counts
}
