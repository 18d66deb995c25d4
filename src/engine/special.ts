import { exp, log, log1p, normalQuantile } from './math.ts'

const TWO_PI = 6.283185307179586
const HALF_LOG_TWO_PI = 0.9189385332046727
const TINY = 1e-300
/** Above this sum of its parameters a beta distribution is so narrow that rounding of 1 − x is felt. */
const STEEP = 1e4

/** What Stirling's formula misses: ln Γ(a) − (a − ½)·ln a + a − ½·ln 2π, for a > 0. */
function stirlingError(a: number): number {
  let error = 0
  // Γ(a + 1) = a·Γ(a) carries a small a to where the series holds.
  for (; a < 16; a++) error += (a + 0.5) * log1p(1 / a) - 1
  const s = 1 / (a * a)
  const series =
    0.08333333333333333 +
    s *
      (-0.002777777777777778 +
        s *
          (7.936507936507937e-4 +
            s * (-5.952380952380953e-4 + s * (8.417508417508417e-4 + s * -0.0019175269175269176))))
  return error + series / a
}

/** Natural logarithm of the gamma function, for a > 0. */
export function logGamma(a: number): number {
  return (a - 0.5) * log(a) - a + HALF_LOG_TWO_PI + stirlingError(a)
}

/** The beta distribution on (0, 1), made once for its two shape parameters. */
export interface BetaShape {
  density(x: number): number
  /** Probability of a value of at most x: the regularised incomplete beta function. */
  cumulative(x: number): number
  /** Its inverse; both tails are given since each is exact where it is small. */
  solve(lower: number, upper: number, near?: number): number
}

/**
 * @param a first shape parameter, 0.01 to 1e7
 * @param b second shape parameter, the same
 */
export function betaShape(a: number, b: number): BetaShape {
  const centre = a / (a + b)
  const rest = b / (a + b)
  const size = Math.sqrt((a * b) / (TWO_PI * (a + b)))
  const scale = size * exp(stirlingError(a + b) - stirlingError(a) - stirlingError(b))

  /** x^a·(1−x)^b over B(a,b): as a distance from the mean, so that nothing large cancels. */
  const plainly = (x: number, y: number): number =>
    scale * exp(-a * logRatio(centre, x) - b * logRatio(rest, y))
  /** The same where the mean is next to an end: of the nearer one the distance is known in full. */
  const steeply = (x: number, y: number): number => {
    const off = x < y ? x - centre : rest - y
    return scale * exp(-a * logOff(-off, centre, x) - b * logOff(off, rest, y))
  }
  // Others keep the bits they have in files.
  const isSteep = Math.min(a, b) < 1 && a + b > STEEP
  const weight = isSteep ? steeply : plainly
  const logRest = isSteep && centre < rest ? log1p(-centre) : log(rest)
  const logCentre = isSteep && rest < centre ? log1p(-rest) : log(centre)

  const left: Side = {
    a,
    b,
    logStart: -log(scale) + a * logCentre + b * logRest + log(a),
    logCentre,
    weight,
  }
  const right: Side = {
    a: b,
    b: a,
    logStart: -log(scale) + a * logCentre + b * logRest + log(b),
    logCentre: logRest,
    weight: (x, y) => weight(y, x),
  }
  const split = lowerTail(left, centre)

  return {
    density(x) {
      if (x > 0 && x < 1) return weight(x, 1 - x) / (x * (1 - x))
      if (x === 0) return a < 1 ? Infinity : a === 1 ? b : 0
      if (x === 1) return b < 1 ? Infinity : b === 1 ? a : 0
      return 0
    },
    cumulative(x) {
      if (x <= 0) return 0
      if (x >= 1) return 1
      return x <= centre ? lowerTail(left, x) : 1 - lowerTail(right, 1 - x)
    },
    solve(lower, upper, near) {
      if (lower <= split) return solveSide(left, lower, near)
      return 1 - solveSide(right, upper, near === undefined ? undefined : 1 - near)
    },
  }
}

interface Side {
  readonly a: number
  readonly b: number
  /** ln(a·B(a, b)): near 0 the tail's logarithm is a·ln x less this. */
  readonly logStart: number
  /** Logarithm of the mean. */
  readonly logCentre: number
  readonly weight: (x: number, y: number) => number
}

/** ln(x0/x) of two numbers so far apart. */
function logOff(apart: number, x0: number, x: number): number {
  const excess = apart / x
  return excess < 1e15 ? log1p(excess) : log(x0) - log(x)
}

/** ln(x0/x). */
function logRatio(x0: number, x: number): number {
  const excess = (x0 - x) / x
  return excess < 1e15 ? log1p(excess) : log(x0) - log(x)
}

/** Probability below x, for x up to the mean: the classical continued fraction by Lentz's method. */
function lowerTail({ a, b, weight }: Side, x: number): number {
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 100000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) < 1e-15) break
  }
  return (weight(x, 1 - x) / a) * fraction
}

function guard(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}

/**
 * Solves in v = ln x, where the tail's logarithm is close to a line: Newton's steps with Halley's
 * term, held between the bounds found so far.
 */
function solveSide(side: Side, tail: number, near?: number): number {
  if (!(tail > 0)) return tail === 0 ? 0 : NaN
  const { a, b, logStart, logCentre, weight } = side
  const start = (log(tail) + logStart) / a
  // So near to 0 the starting line is the answer.
  if (start < -50) return exp(start)
  const enough = 1e-5 / Math.sqrt(a + b + 1)
  let low = -Infinity
  let high = 0
  let v = near !== undefined && near > 0 && near < 1 ? log(near) : guess(a, b, tail, start)
  for (let turn = 0; turn < 200; turn++) {
    const x = exp(v)
    const y = 1 - x
    if (y <= 0) return 1
    const probability = lowerTail(side, x)
    if (!(probability > 0)) {
      // Too far out for any slope to be seen.
      low = v
      v = (v + Math.min(high, logCentre)) / 2
      continue
    }
    const miss = log1p((probability - tail) / tail)
    if (miss > 0) high = v
    else low = v
    const slope = weight(x, y) / (y * probability)
    const bend = a - ((b - 1) * x) / y - slope
    const correction = 1 - (0.5 * miss * bend) / slope
    const step = miss / (slope * (correction > 0.5 && correction < 2 ? correction : 1))
    const next = v - step
    if (Math.abs(step) * Math.max(1, x / y) < enough) return Math.min(1, exp(next))
    if (next > low && next < high) v = next
    else v = (v + (next >= high ? high : low)) / 2
    if (v === high || v === low) break
  }
  return exp(v)
}

/** Abramowitz and Stegun 26.5.22 for a curve with a hump, the line near 0 otherwise; below 0. */
function guess(a: number, b: number, tail: number, start: number): number {
  if (a <= 1 || b <= 1) return Math.min(start, -1e-3)
  const z = -normalQuantile(tail)
  const bend = (z * z - 3) / 6
  const left = 1 / (2 * a - 1)
  const right = 1 / (2 * b - 1)
  const h = 2 / (left + right)
  const w =
    (z * Math.sqrt(Math.max(0, h + bend))) / h - (right - left) * (bend + 5 / 6 - 2 / (3 * h))
  return -log1p((b / a) * exp(Math.min(600, 2 * w)))
}
