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
