// A buffer of a few bytes may share a cache line with another worker's: hence the 4 KB.
const scratch = new ArrayBuffer(4096)
const float = new Float64Array(scratch, 0, 1)
const words = new Int32Array(scratch, 0, 2)
float[0] = 1
const HIGH = words[1] === 0x3ff00000 ? 1 : 0

// Writing half a number and reading it whole stalls a processor: a table of 2^k is three times faster.
const LOWEST_POWER = 1074
const powers = new Float64Array(LOWEST_POWER + 1024)
powers[LOWEST_POWER] = 1
for (let k = 1; k < 1024; k++) powers[LOWEST_POWER + k] = powers[LOWEST_POWER + k - 1] * 2
for (let k = 1; k <= LOWEST_POWER; k++) {
  powers[LOWEST_POWER - k] = powers[LOWEST_POWER - k + 1] / 2
}

// ln 2 in two parts; the first has 21 zero bits at its end, so that a whole number times it is exact.
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const INVERSE_LN2 = 1.4426950408889634
const TWO_54 = 18014398509481984
const TWO_1000 = 1.0715086071862673e301
const TWO_MINUS_1000 = 1 / TWO_1000

/** x·2^k for x in [0.5, 2] and whole k from −1075 to 1024, rounded once. */
function scale(x: number, k: number): number {
  if (k > 1000) return x * powers[LOWEST_POWER + k - 1000] * TWO_1000
  if (k < -1000) return x * powers[LOWEST_POWER + k + 1000] * TWO_MINUS_1000
  return x * powers[LOWEST_POWER + k]
}

/** r·coth(r/2) − 2 over r², as a function of r²: the Bernoulli numbers' series, for |r| up to 0.35. */
function cothSeries(r2: number): number {
  return (
    0.16666666666666666 +
    r2 *
      (-0.002777777777777778 +
        r2 *
          (6.613756613756614e-5 +
            r2 *
              (-1.6534391534391535e-6 + r2 * (4.17535139757362e-8 + r2 * -1.0568380277374986e-9))))
  )
}

/** e to the x, within 1 unit in the last place; 0 below −745.2, Infinity above 709.79. */
export function exp(x: number): number {
  if (x > -0.34 && x < 0.34) {
    // The same sums as below with k = 0.
    const x2 = x * x
    const near = x - x2 * cothSeries(x2)
    return 1 + ((x * near) / (2 - near) + x)
  }
  if (!(x <= 709.782712893384)) return x + Infinity
  if (x < -745.1332191019412) return 0
  const k = Math.floor(x * INVERSE_LN2 + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const r2 = r * r
  const c = r - r2 * cothSeries(r2)
  return scale(1 - (low - (r * c) / (2 - c) - high), k)
}

/** e to the x, less 1, accurate near 0. */
export function expm1(x: number): number {
  if (x > 0.34 || x < -0.34 || x !== x) return exp(x) - 1
  const r2 = x * x
  const c = x - r2 * cothSeries(r2)
  return x + (x * c) / (2 - c)
}

/** The part of ln((1+s)/(1−s)) past 2s, over s; for |s| up to 0.1716. */
function atanhTail(s2: number): number {
  return (
    s2 *
    (0.666666666666667 +
      s2 *
        (0.39999999999899505 +
          s2 *
            (0.28571428625975487 +
              s2 *
                (0.2222221113479508 +
                  s2 *
                    (0.18182889125261723 +
                      s2 * (0.15331721600556042 + s2 * 0.14616449685043406))))))
  )
}

/** Natural logarithm, within 1 unit in the last place; −Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  let subnormal = 0
  if (x < 2.2250738585072014e-308) {
    x *= TWO_54
    subnormal = -54
  }
  float[0] = x
  // Moves the exponent's edge to the square root of a half, so that the mantissa is nearest to 1.
  const e = ((words[HIGH] + (0x3ff00000 - 0x3fe6a09e)) >> 20) - 1023
  const f = x * powers[LOWEST_POWER - e] - 1
  const k = e + subnormal
  const s = f / (2 + f)
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + atanhTail(s * s)) + k * LN2_LOW) - f)
}

/** ln(1 + x), accurate near 0; −Infinity at −1, NaN below. */
export function log1p(x: number): number {
  if (x > -0.29 && x < 0.41) {
    const s = x / (2 + x)
    const half = 0.5 * x * x
    return x - (half - s * (half + atanhTail(s * s)))
  }
  const y = 1 + x
  // What rounding 1 + x lost, put back to first order.
  return y > 0 && y < Infinity ? log(y) + (x - (y - 1)) / y : log(y)
}

/**
 * x to the y for x ≥ 0: exp(y·ln x), so its relative error is about |y·ln x| + 1 units in the last
 * place. NaN for negative x.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  return exp(y * log(x))
}
