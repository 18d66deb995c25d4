import type { Replicate } from '../sampling/design.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import { NOWHERE, type ValueParts } from './value-parts.ts'

/** Trials are left out by fifths. */
const FOLDS = 5
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
  const ranks = ranksOf(values, parts)
  const cubics = cubicsWithout(ranks, ahead, of)
  const gains = new Float64Array(values.length)
  let [sum, count] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    if (of[i] === NOWHERE) continue
    count++
    const u = ranks[i]
    const [second, third] = [(3 * u * u - 1) / 2, ((5 * u * u - 3) * u) / 2]
    let at = foldOf(i) * ahead.length * WIDE
    let best = 0
    for (let c = 0; c < ahead.length; c++, at += WIDE) {
      const expected =
        cubics[at] + cubics[at + 1] * u + cubics[at + 2] * second + cubics[at + 3] * third
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

/** Which fifth a trial is in: not by its place, for a design has an order of its own. */
function foldOf(trial: number): number {
  let mixed = Math.imul(trial + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % FOLDS
}

/** Ranks from −1 to 1, trial by trial; between the bounds of a part as if values were even there. */
function ranksOf(values: Float64Array, { edges, of, count }: ValueParts): Float64Array {
  const ends = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    if (of[i] === NOWHERE) continue
    if (values[i] < ends[0]) ends[0] = values[i]
    if (values[i] > ends[1]) ends[1] = values[i]
  }
  const before = new Float64Array(count.length + 1)
  for (let part = 0; part < count.length; part++) before[part + 1] = before[part] + count[part]
  const all = before[count.length]
  const bounds = Float64Array.from([ends[0], ...edges, ends[1]])
  return values.map((value, i) => {
    const part = of[i]
    if (part === NOWHERE) return 0
    const [low, high] = [bounds[part], bounds[part + 1]]
    const within = high > low ? (value - low) / (high - low) : 0.5
    return (2 * (before[part] + within * count[part])) / all - 1
  })
}

/** The least-squares cubics of all columns without each fifth in turn: fifth by fifth, column by column. */
function cubicsWithout(
  ranks: Float64Array,
  targets: readonly Float64Array[],
  of: Uint8Array,
): Float64Array {
  const sums = sumsOf(ranks, targets, of)
  const size = WIDE * (WIDE + targets.length)
  const all = new Float64Array(size)
  for (let i = 0; i < sums.length; i++) all[i % size] += sums[i]
  const found = new Float64Array(FOLDS * targets.length * WIDE)
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = all.map((sum, k) => sum - sums[fold * size + k])
    solve(rest, targets.length)
    for (let c = 0; c < targets.length; c++) {
      for (let j = 0; j < WIDE; j++) {
        const row = j * (WIDE + targets.length)
        found[(fold * targets.length + c) * WIDE + j] = rest[row + WIDE + c] / rest[row + j]
      }
    }
  }
  return found
}

/** Normal equations on Legendre polynomials of the rank, fifth by fifth: rows of products, then of targets. */
function sumsOf(
  ranks: Float64Array,
  targets: readonly Float64Array[],
  of: Uint8Array,
): Float64Array {
  const wide = WIDE + targets.length
  const sums = new Float64Array(FOLDS * WIDE * wide)
  const basis = new Float64Array(WIDE).fill(1)
  for (let i = 0; i < ranks.length; i++) {
    if (of[i] === NOWHERE) continue
    const u = ranks[i]
    basis[1] = u
    basis[2] = (3 * u * u - 1) / 2
    basis[3] = ((5 * u * u - 3) * u) / 2
    let row = foldOf(i) * WIDE * wide
    for (let j = 0; j < WIDE; j++, row += wide) {
      const one = basis[j]
      for (let k = 0; k < WIDE; k++) sums[row + k] += one * basis[k]
      for (let c = 0; c < targets.length; c++) sums[row + WIDE + c] += one * targets[c][i]
    }
  }
  return sums
}

/** Gauss and Jordan, in place; a direction that trials say nothing of counts for nothing. */
function solve(rows: Float64Array, targets: number): void {
  const wide = WIDE + targets
  const floor = 1e-9 * rows[0]
  for (let j = 0; j < WIDE; j++) {
    const pivot = rows[j * wide + j]
    if (!(pivot > floor)) {
      rows.fill(0, j * wide, (j + 1) * wide)
      rows[j * wide + j] = 1
      continue
    }
    for (let row = 0; row < WIDE; row++) {
      if (row === j) continue
      const times = rows[row * wide + j] / pivot
      for (let k = j; k < wide; k++) rows[row * wide + k] -= times * rows[j * wide + k]
    }
  }
}
