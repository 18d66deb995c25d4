import { normalCumulative, normalDensity } from '../math.ts'
import type { Piece, Scoring } from './family.ts'

/** A quantile function over normal scores, compiled for drawing. */
export interface DrawTable {
  value(z: number): number
  /** The values at the first `count` scores; `out` may be `z` itself. */
  fill(z: Float64Array, out: Float64Array, count: number): void
}

/** Scores the polynomials cover; past them the exact solver costs little, being rarely asked. */
const REACH = 4
const LEAST_INTERVALS = 32
const MOST_INTERVALS = 4096
/** Largest error of a value relative to max(|x|, P90 − P10). */
const TOLERANCE = 1e-10
/** Halving intervals divides a quintic's error by 64; less is counted on. */
const EXPECTED_GAIN = 16
const COEFFICIENTS = 6
/** Up to so many pieces are looked through one by one. */
const FEW_PIECES = 8

/** Value, first and second derivative over the score, three numbers a knot. */
type Jets = Float64Array

interface Panel {
  readonly from: number
  readonly until: number
  /** Polynomials of equal width; none where no table is good enough. */
  readonly intervals: number
  readonly coefficients: Float64Array
}

/** Compiles a quantile function: exact to 1e-9 relative to max(|x|, P90 − P10), some 10 ns a draw. */
export function compileTable(scoring: Scoring, support: readonly [number, number]): DrawTable {
  if (scoring.kind === 'formula') {
    const { value } = scoring
    return {
      value,
      fill(z, out, count) {
        for (let i = 0; i < count; i++) out[i] = value(z[i])
      },
    }
  }
  return compilePieces(scoring.pieces, support)
}

function compilePieces(
  pieces: readonly Piece[],
  [lowest, highest]: readonly [number, number],
): DrawTable {
  const spread = valueAt(pieces, 1.2815515655446004) - valueAt(pieces, -1.2815515655446004)
  const panels = pieces.map((piece, index) => {
    const from = Math.max(-REACH, index === 0 ? -REACH : pieces[index - 1].until)
    return compilePanel(piece, from, Math.min(REACH, piece.until), spread)
  })
  const count = panels.length
  const untils = Float64Array.from(pieces, ({ until }) => until)
  const froms = Float64Array.from(panels, ({ from }) => from)
  const rates = Float64Array.from(panels, (p) => p.intervals / (p.until - p.from) || 0)
  const lengths = Float64Array.from(panels, ({ intervals }) => intervals)
  const starts = Int32Array.from(panels, (_, index) =>
    panels.slice(0, index).reduce((sum, p) => sum + p.coefficients.length, 0),
  )
  const c = Float64Array.from(panels.flatMap(({ coefficients }) => Array.from(coefficients)))

  const value = (z: number): number => {
    const k = count > FEW_PIECES ? placeAmong(untils, z) : placeFrom(untils, z)
    const position = (z - froms[k]) * rates[k]
    if (!(position >= 0 && position < lengths[k])) {
      return pieces[k].solve(normalCumulative(z), normalCumulative(-z))
    }
    const interval = position | 0
    const t = position - interval
    const at = starts[k] + interval * COEFFICIENTS
    const x =
      c[at] + t * (c[at + 1] + t * (c[at + 2] + t * (c[at + 3] + t * (c[at + 4] + t * c[at + 5]))))
    // A rounding error past an end would count as a draw outside the domain.
    return x < lowest ? lowest : x > highest ? highest : x
  }
  if (count > 1) {
    return {
      value,
      fill(z: Float64Array, out: Float64Array, length: number) {
        for (let i = 0; i < length; i++) out[i] = value(z[i])
      },
    }
  }
  const [from] = froms
  const [rate] = rates
  const [intervals] = lengths
  return {
    value,
    // The same sums as `value`, without the search for a panel.
    fill(z: Float64Array, out: Float64Array, length: number) {
      for (let i = 0; i < length; i++) {
        const position = (z[i] - from) * rate
        if (!(position >= 0 && position < intervals)) {
          out[i] = value(z[i])
          continue
        }
        const interval = position | 0
        const t = position - interval
        const at = interval * COEFFICIENTS
        const x =
          c[at] +
          t * (c[at + 1] + t * (c[at + 2] + t * (c[at + 3] + t * (c[at + 4] + t * c[at + 5]))))
        out[i] = x < lowest ? lowest : x > highest ? highest : x
      }
    },
  }
}

/** The first piece that does not end before z, or the last. */
function placeFrom(untils: Float64Array, z: number): number {
  const last = untils.length - 1
  let k = 0
  while (k < last && z > untils[k]) k++
  return k
}

/** The same by halving. */
function placeAmong(untils: Float64Array, z: number): number {
  let low = 0
  let high = untils.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (z > untils[middle]) low = middle + 1
    else high = middle
  }
  return low
}

function valueAt(pieces: readonly Piece[], z: number): number {
  const piece = pieces.find(({ until }) => z <= until) ?? pieces[pieces.length - 1]
  return piece.solve(normalCumulative(z), normalCumulative(-z))
}

/** Halves intervals until the midpoints of the last but one are met well enough. */
function compilePanel(piece: Piece, from: number, until: number, spread: number): Panel {
  const none: Panel = { from, until, intervals: 0, coefficients: new Float64Array() }
  if (!(until > from)) return none
  let intervals = piece.least ?? LEAST_INTERVALS
  let step = (until - from) / intervals
  let jets: Jets = new Float64Array((intervals + 1) * 3)
  for (let i = 0; i <= intervals; i++) {
    setJet(jets, i, piece, from + i * step, i > 0 ? jets[(i - 1) * 3] : undefined)
  }
  for (;;) {
    const finer: Jets = new Float64Array((2 * intervals + 1) * 3)
    const polynomials = polynomialsOf(jets, intervals, step)
    let worst = 0
    for (let i = 0; i <= intervals; i++) {
      finer.set(jets.subarray(i * 3, i * 3 + 3), i * 6)
      if (i === intervals) break
      const guess = middle(polynomials, i * COEFFICIENTS)
      setJet(finer, 2 * i + 1, piece, from + (i + 0.5) * step, guess)
      const exact = finer[(2 * i + 1) * 3]
      const error = Math.abs(guess - exact) / Math.max(Math.abs(exact), spread)
      // Written so that NaN counts as too far.
      if (!(error <= worst)) worst = error >= 0 ? error : Infinity
    }
    intervals *= 2
    step /= 2
    jets = finer
    if (worst <= TOLERANCE * EXPECTED_GAIN) break
    if (intervals >= (piece.most ?? MOST_INTERVALS)) return none
  }
  return { from, until, intervals, coefficients: polynomialsOf(jets, intervals, step) }
}

function setJet(jets: Jets, index: number, piece: Piece, z: number, near?: number): void {
  if (piece.jet) {
    jets.set(piece.jet(z), index * 3)
    return
  }
  const x = piece.solve(normalCumulative(z), normalCumulative(-z), near)
  const first = normalDensity(z) / piece.density(x)
  const second = first * (-z - first * piece.logSlope(x))
  jets[index * 3] = x
  // At an end of the support the curve is flat, and its formula 0 times infinity.
  jets[index * 3 + 1] = Number.isFinite(first) ? first : 0
  jets[index * 3 + 2] = Number.isFinite(second) ? second : 0
}

/** The quintics that meet value and two derivatives at both ends, over t from 0 to 1. */
function polynomialsOf(jets: Jets, intervals: number, step: number): Float64Array {
  const out = new Float64Array(intervals * COEFFICIENTS)
  for (let i = 0; i < intervals; i++) {
    const [x0, slope0, bend0, x1, slope1, bend1] = jets.subarray(i * 3, i * 3 + 6)
    const first = slope0 * step
    const second = 0.5 * bend0 * step * step
    // What the quintic's upper three terms must still add in value, slope and bend at t = 1.
    const value = x1 - x0 - first - second
    const slope = slope1 * step - first - 2 * second
    const bend = 0.5 * bend1 * step * step - second
    const at = i * COEFFICIENTS
    out[at] = x0
    out[at + 1] = first
    out[at + 2] = second
    out[at + 3] = 10 * value - 4 * slope + bend
    out[at + 4] = -15 * value + 7 * slope - 2 * bend
    out[at + 5] = 6 * value - 3 * slope + bend
  }
  return out
}

function middle(c: Float64Array, at: number): number {
  return (
    c[at] + (c[at + 1] + (c[at + 2] + (c[at + 3] + (c[at + 4] + c[at + 5] / 2) / 2) / 2) / 2) / 2
  )
}
