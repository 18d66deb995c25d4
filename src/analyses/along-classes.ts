import type { Classes } from '../engine/sensitivity/classes.ts'

/** Standard errors beyond which two classes are told apart: there are tens of pairs, and many beliefs. */
const BEYOND = 5
/** Futures in a class below which not even its error is known. */
const LEAST = 20

/** Whether the mean of a column surely rises, or falls, from one class of a belief to a later one. */
export function movesAlong(
  { of, sizes }: Classes,
  values: Float64Array,
): { readonly rises: boolean; readonly falls: boolean } {
  const means = new Float64Array(sizes.length)
  const squares = new Float64Array(sizes.length)
  values.forEach((value, i) => (means[of[i]] += value / sizes[of[i]]))
  values.forEach((value, i) => (squares[of[i]] += (value - means[of[i]]) ** 2))
  const errors = squares.map((sum, at) => sum / sizes[at] / Math.max(1, sizes[at] - 1))
  let [rises, falls] = [false, false]
  for (let a = 0; a < sizes.length; a++) {
    for (let b = a + 1; b < sizes.length; b++) {
      if (Math.min(sizes[a], sizes[b]) < LEAST) continue
      const apart = (means[b] - means[a]) / Math.sqrt(errors[a] + errors[b])
      rises ||= apart > BEYOND
      falls ||= apart < -BEYOND
    }
  }
  return { rises, falls }
}

/** The outcome less what goes with the mean of a column’s classes. */
export function lessClasses({ of, sizes }: Classes, outcome: Float64Array): Float64Array {
  const means = new Float64Array(sizes.length)
  outcome.forEach((value, i) => (means[of[i]] += value / sizes[of[i]]))
  return outcome.map((value, i) => value - means[of[i]])
}
