import type { Replicate } from '../sampling/design.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import { foldOf, FOLDS } from './folds.ts'
import { NOWHERE, type ValueParts } from './value-parts.ts'

/** Coefficients of a cubic. */
const WIDE = 4

/** What it would be worth to see a column before a choice is made. */
export interface SeenGain {
  /** A mean per trial; below 0 by chance where it is worth nothing. */
  readonly value: number
  readonly error: number | null
}

/**
 * The expected gain of choosing after a column is seen: the mean of what the choice comes to that
 * looks best given its value, less that of the choice without it. The expectations given the column
 * are cubics in its rank; each trial's choice is made by those of the other four fifths, so that
 * chance brings no gain.
 *
 * @param parts of the column
 * @param ahead by other choice, by trial: by how much it is ahead of the one that is best on average
 */
export function seenGain(
  values: Float64Array,
  parts: ValueParts,
  ahead: readonly Float64Array[],
  replicate: Replicate,
): SeenGain {
  const { of } = parts
  const basis = basisOf(values, parts)
  const cubics = ahead.map((one) => cubicsWithout(basis, one, of))
  const gains = new Float64Array(values.length)
  let [sum, count] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    if (of[i] === NOWHERE) continue
    count++
    const fold = foldOf(i)
    let best = 0
    for (let c = 0; c < ahead.length; c++) {
      const cubic = cubics[c][fold]
      let expected = 0
      for (let k = 0; k < WIDE; k++) expected += cubic[k] * basis[i * WIDE + k]
      if (expected > best) {
        best = expected
        gains[i] = ahead[c][i]
      }
    }
    sum += gains[i]
  }
  const value = sum / count
  for (let i = 0; i < values.length; i++) if (of[i] !== NOWHERE) gains[i] -= value
  return { value, error: standardErrorOf(gains, replicate, count) }
}

/** Legendre polynomials of the rank from −1 to 1, trial by trial. */
function basisOf(values: Float64Array, { edges, of, count }: ValueParts): Float64Array {
  const basis = new Float64Array(values.length * WIDE)
  const ends = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    if (of[i] === NOWHERE) continue
    ends[0] = Math.min(ends[0], values[i])
    ends[1] = Math.max(ends[1], values[i])
  }
  const all = count.reduce((sum, one) => sum + one, 0)
  const before = Float64Array.from(count, (_, part) =>
    count.subarray(0, part).reduce((a, b) => a + b, 0),
  )
  for (let i = 0; i < values.length; i++) {
    const part = of[i]
    if (part === NOWHERE) continue
    const low = part === 0 ? ends[0] : edges[part - 1]
    const high = part === edges.length ? ends[1] : edges[part]
    const within = high > low ? (values[i] - low) / (high - low) : 0.5
    const u = (2 * (before[part] + within * count[part])) / all - 1
    basis.set([1, u, (3 * u * u - 1) / 2, ((5 * u * u - 3) * u) / 2], i * WIDE)
  }
  return basis
}

/** The least-squares cubic of a column without each fifth in turn. */
function cubicsWithout(basis: Float64Array, target: Float64Array, of: Uint8Array): number[][] {
  const size = WIDE * (WIDE + 1)
  const sums = Array.from({ length: FOLDS }, () => new Float64Array(size))
  for (let i = 0; i < of.length; i++) {
    if (of[i] === NOWHERE) continue
    const into = sums[foldOf(i)]
    const at = i * WIDE
    for (let j = 0; j < WIDE; j++) {
      for (let k = 0; k < WIDE; k++) into[j * (WIDE + 1) + k] += basis[at + j] * basis[at + k]
      into[j * (WIDE + 1) + WIDE] += basis[at + j] * target[i]
    }
  }
  return sums.map((_, fold) => {
    const rest = new Float64Array(size)
    for (const [other, part] of sums.entries()) {
      if (other !== fold) for (let k = 0; k < size; k++) rest[k] += part[k]
    }
    return solved(rest)
  })
}

/** Solves the normal equations; a direction that trials say nothing of counts for nothing. */
function solved(rows: Float64Array): number[] {
  const at = (j: number, k: number) => j * (WIDE + 1) + k
  const floor = 1e-9 * rows[0]
  for (let j = 0; j < WIDE; j++) {
    const pivot = rows[at(j, j)]
    const isLost = !(pivot > floor)
    for (let row = 0; row < WIDE; row++) {
      if (row === j || isLost) continue
      const times = rows[at(row, j)] / pivot
      for (let k = j; k <= WIDE; k++) rows[at(row, k)] -= times * rows[at(j, k)]
    }
    if (isLost) for (let k = 0; k <= WIDE; k++) rows[at(j, k)] = k === j ? 1 : 0
  }
  return Array.from({ length: WIDE }, (_, j) => rows[at(j, WIDE)] / rows[at(j, j)])
}
