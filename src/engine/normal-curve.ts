import { exp, log } from './exponential.ts'

const INVERSE_SQRT_TWO_PI = 0.3989422804014327

/** The density of the standard normal distribution, relative error 1e-15 as far as it goes. */
export function normalDensity(z: number): number {
  const size = Math.abs(z)
  if (!(size < 39)) return size >= 39 ? 0 : NaN
  // z² would lose digits that matter once it is an exponent: split it where the first part is exact.
  const coarse = Math.floor(size * 16) / 16
  const rest = (size - coarse) * (size + coarse)
  return INVERSE_SQRT_TWO_PI * exp(-0.5 * coarse * coarse) * exp(-0.5 * rest)
}

/** (1 + z) times the upper tail over the density, for z ≥ 0: a Chebyshev fit, relative error 5e-17. */
function tailRatio(z: number): number {
  const t = (z - 5) / (z + 5)
  const t2 = t * t
  const even =
    1.1568486282918946 +
    t2 *
      (0.07778159886873685 +
        t2 *
          (-0.06617760077908394 +
            t2 *
              (-0.03802659218530503 +
                t2 *
                  (-0.004201290345131883 +
                    t2 *
                      (0.0004570441004451402 +
                        t2 *
                          (-2.4806895299412267e-5 +
                            t2 *
                              (-1.7255559297479215e-7 +
                                t2 *
                                  (3.122217179085655e-7 +
                                    t2 *
                                      (-5.479733350276982e-8 +
                                        t2 *
                                          (8.81837221899713e-10 +
                                            t2 * 1.8848627012228162e-9))))))))))
  const odd =
    -0.22948753825211257 +
    t2 *
      (0.025072179301575858 +
        t2 *
          (0.061505045842197445 +
            t2 *
              (0.016348231251545976 +
                t2 *
                  (1.9530875803184225e-5 +
                    t2 *
                      (-0.00013437542258164 +
                        t2 *
                          (2.271302236070428e-5 +
                            t2 *
                              (-3.283495388510688e-6 +
                                t2 *
                                  (4.983223842029293e-7 +
                                    t2 * (-8.004020241461786e-8 + t2 * 9.970665190638282e-9)))))))))
  return even + t * odd
}

/** Φ(z) − ½ over z as a function of z², for |z| up to 0.675: a Chebyshev fit, relative error 7e-17. */
function centralRatio(z2: number): number {
  return (
    0.3989422804014327 +
    z2 *
      (-0.06649038006690519 +
        z2 *
          (0.009973557010021018 +
            z2 *
              (-0.001187328215149761 +
                z2 *
                  (0.00011543468391142933 +
                    z2 *
                      (-9.444632918936558e-6 +
                        z2 *
                          (6.658828062037689e-7 +
                            z2 * (-4.1038944389377806e-8 + z2 * 2.0518987443774134e-9)))))))
  )
}

/**
 * Probability that a standard normal number is below z, relative error below 1e-15 in the lower
 * tail too; 1/2 at 0.
 */
export function normalCumulative(z: number): number {
  const size = Math.abs(z)
  if (size < 0.67) return 0.5 + z * centralRatio(z * z)
  if (!(size < 39)) return z > 0 ? 1 : z < 0 ? 0 : NaN
  const tail = (normalDensity(size) * tailRatio(size)) / (1 + size)
  return z > 0 ? 1 - tail : tail
}

/** Distance from 1/2 up to which the central formula holds. */
const CENTRAL = 0.425
const CHUNK = 1024
const tailAt = new Int32Array(CHUNK + 1)
const tailOf = new Float64Array(CHUNK + 1)

/**
 * The standard normal number below which a share p of all lie; −Infinity at 0, Infinity at 1, NaN
 * outside. Relative error below 1e-15 (Wichura 1988, algorithm AS 241, PPND16).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (q >= -CENTRAL && q <= CENTRAL) return centralQuantile(q)
  return tailQuantile(p, q)
}

/**
 * The normal quantiles of many numbers: the same bits as one by one, twice as fast because the
 * tails, which a processor cannot foresee, are left for a second pass.
 *
 * @param p numbers strictly between 0 and 1
 * @param out takes the scores; may be `p` itself
 * @param count how many, from the start
 */
export function fillNormalQuantiles(p: Float64Array, out: Float64Array, count: number): void {
  for (let start = 0; start < count; start += CHUNK) {
    const end = Math.min(count, start + CHUNK)
    let tails = 0
    for (let i = start; i < end; i++) {
      const u = p[i]
      const q = u - 0.5
      tailAt[tails] = i
      tailOf[tails] = u
      tails += Math.abs(q) <= CENTRAL ? 0 : 1
      out[i] = centralQuantile(q)
    }
    for (let k = 0; k < tails; k++) out[tailAt[k]] = tailQuantile(tailOf[k], tailOf[k] - 0.5)
  }
}

function tailQuantile(p: number, q: number): number {
  const tail = q < 0 ? p : 1 - p
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN
  const r = Math.sqrt(-log(tail))
  const size = r <= 5 ? middleQuantile(r - 1.6) : farQuantile(r - 5)
  return q < 0 ? -size : size
}

function centralQuantile(q: number): number {
  const r = 0.180625 - q * q
  const top =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
      45921.953931549871457) *
      r +
      13731.693765509461125) *
      r +
      1971.5909503065514427) *
      r +
      133.14166789178437745) *
      r +
    3.387132872796366608
  const bottom =
    ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
      21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
    1
  return (q * top) / bottom
}

function middleQuantile(r: number): number {
  const top =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) *
      r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734
  const bottom =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) *
      r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1
  return top / bottom
}

function farQuantile(r: number): number {
  const top =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r +
      0.0012426609473880784386) *
      r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772
  const bottom =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r +
      1.8463183175100546818e-5) *
      r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1
  return top / bottom
}
