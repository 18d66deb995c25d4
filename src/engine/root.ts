/** Turns a bracket may take; 64 halvings alone exhaust a number's digits. */
const TURNS = 200

/**
 * Where a continuous function crosses 0 between two numbers at which its signs differ: the method
 * of Ridders (1979), which keeps the bracket and at least halves it in two steps.
 *
 * @param tolerance width of the bracket that is enough
 * @throws where the signs at the ends are the same
 */
export function root(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number = 0,
): number {
  let [a, b] = [low, high]
  let [fa, fb] = [f(a), f(b)]
  if (fa === 0) return a
  if (fb === 0) return b
  if (!(fa * fb < 0 || (fa < 0 && fb > 0) || (fa > 0 && fb < 0))) {
    throw new Error(`a root needs ends of different sign, got ${fa} at ${a} and ${fb} at ${b}`)
  }
  for (let turn = 0; turn < TURNS; turn++) {
    const middle = a + (b - a) / 2
    if (Math.abs(b - a) <= tolerance || middle === a || middle === b) return middle
    const fm = f(middle)
    if (fm === 0) return middle
    const size = Math.sqrt(fm * fm - fa * fb)
    const step = size > 0 ? ((middle - a) * fm) / size : 0
    const x = fa > fb ? middle + step : middle - step
    const next = x > Math.min(a, b) && x < Math.max(a, b) ? x : middle
    const fx = next === middle ? fm : f(next)
    if (fx === 0) return next
    if (fm > 0 !== fx > 0) {
      ;[a, fa, b, fb] = [middle, fm, next, fx]
    } else if (fa > 0 !== fx > 0) {
      ;[b, fb] = [next, fx]
    } else {
      ;[a, fa] = [next, fx]
    }
  }
  return a + (b - a) / 2
}

/** A value and its slope. */
export type Tangent = readonly [value: number, slope: number]

/** Relative width of a bracket past which digits are rounding. */
const CLOSE = 2e-15

/**
 * The first place where a function that never falls is 0 or above: Newton's steps while each at
 * least halves what is missing, else the middle of the bracket, so that a slope which is infinite, 0
 * or wrong costs turns and no digits.
 *
 * @param f value and slope
 * @param bracket a place where f is below 0, one to begin at, and one where it is not below 0
 */
export function rising(
  f: (x: number) => Tangent,
  [from, start, until]: readonly [number, number, number],
): number {
  let [low, high] = [from, until]
  let x = start
  let before = Infinity
  for (;;) {
    const [value, slope] = f(x)
    if (value >= 0) high = x
    else low = x
    const middle = halfWay(low, high)
    if (!(middle > low && middle < high)) return high
    const size = Math.abs(value)
    const next = x - value / slope
    if (!(size <= before / 2 && next > low && next < high)) {
      before = Infinity
      x = middle
      continue
    }
    before = size
    if (Math.abs(next - x) > CLOSE * Math.abs(x)) {
      x = next
      continue
    }
    // A slope near a pole makes steps small too far from the place: the other side must be seen.
    const beyond = next + (value >= 0 ? -1 : 1) * CLOSE * Math.abs(next)
    if (!(beyond > low && beyond < high) || f(beyond)[0] >= 0 !== value >= 0) return next
    if (value >= 0) high = beyond
    else low = beyond
    before = Infinity
    x = halfWay(low, high)
  }
}

/** Half way between two numbers: by their logarithms where these are far apart. */
function halfWay(low: number, high: number): number {
  if (low > 0 && high > 4 * low) return Math.sqrt(low) * Math.sqrt(high)
  if (high < 0 && low < 4 * high) return -halfWay(-high, -low)
  if (low === 0 && high < 0.25) return high > SMALLEST ? high * high : 0
  if (high === 0 && low < 0) return -halfWay(0, -low)
  return low + (high - low) / 2
}

/** Squares of less are no numbers. */
const SMALLEST = 1e-150
