/** What a factor's share of an outcome's variance is: on its own, and with all it works together with. */
export interface SobolIndex {
  /** First-order index, with its bootstrap standard error. */
  readonly first: IndexFigure
  /** Total index. */
  readonly total: IndexFigure
}

/** Indices of one factor over all points, and then over each bootstrap sample: what can be added up over factors. */
export interface IndexSamples {
  /** Of a factor without influence it is 0 in every sample. */
  readonly first: Float64Array
  readonly total: Float64Array
}

/** Indices with what their errors were taken from. */
export interface SampledIndex extends SobolIndex {
  readonly samples: IndexSamples
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
 * First-order Sobol’ indices by Saltelli’s estimator and total ones by Jansen’s (Saltelli and others 2010, table
 * 2, b and f): what an outcome shares with one that has one factor alone in common is what that one does;
 * half the mean squared difference of two that have all but one in common is what that one does in all. Noise of
 * Saltelli’s is the factor’s own, where that of Jansen’s first-order estimator is of all factors and the same in each.
 * Errors by the bootstrap over base points (Archer, Saltelli and Sobol’ 1997), the same samples for every factor.
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
): Generator<void, SampledIndex[]> {
  const points = a.length
  if ([a, b].every((all) => all.every((one) => one === a[0]))) return []
  let mean = 0
  for (let i = 0; i < points; i++) mean += (a[i] + b[i]) / (2 * points)
  const squares = Float64Array.from(a, (one, i) => (squared(one - mean) + squared(b[i] - mean)) / 2)
  const once = new Uint8Array(points).fill(1)
  const variance = meanBy(once, squares)
  if (!(variance > 0)) return []
  const all = [
    once,
    ...Array.from({ length: SAMPLES }, (_, sample) => countsOf(points, sample)),
  ].map(
    // A sample may miss the few points that differ: it tells nothing else than all do.
    (counts) => ({ counts, whole: meanBy(counts, squares) || variance }),
  )
  const found: SampledIndex[] = []
  for (const outcome of mixed) {
    const own = outcome.map((one, i) => squared(one - a[i]) / 2)
    const shared = outcome.map((one, i) => (one - a[i]) * (b[i] - mean))
    const by = (values: Float64Array) =>
      Float64Array.from(all, ({ counts, whole }) => meanBy(counts, values) / whole)
    const samples = { first: by(shared), total: by(own) }
    found.push({ first: figureOf(samples.first), total: figureOf(samples.total), samples })
    yield
  }
  return found
}

/** @param all a figure over all points, and then over each sample */
function figureOf(all: Float64Array): IndexFigure {
  const samples = all.subarray(1)
  const sorted = samples.toSorted((x, y) => x - y)
  return {
    value: all[0],
    error: spreadOf(all),
    low: sorted[Math.floor(0.025 * (samples.length + 1)) - 1],
    high: sorted[Math.ceil(0.975 * (samples.length + 1)) - 1],
  }
}

/**
 * The standard error of a figure.
 *
 * @param all the figure over all points, and then over each bootstrap sample
 */
export function spreadOf(all: Float64Array): number {
  const samples = all.subarray(1)
  const mean = samples.reduce((sum, one) => sum + one, 0) / samples.length
  const squares = samples.reduce((sum, one) => sum + squared(one - mean), 0)
  return Math.sqrt(squares / (samples.length - 1))
}

function squared(x: number): number {
  return x * x
}

/** The mean of numbers, each taken as often as it was drawn. */
function meanBy(counts: Uint8Array, values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += counts[i] * values[i]
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
