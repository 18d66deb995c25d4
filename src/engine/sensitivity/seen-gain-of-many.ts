import type { Replicate } from '../sampling/design.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import type { SeenGain } from './seen-gain.ts'
import { foldOf, FOLDS } from './folds.ts'

/** A direction of which less than this part is its own says nothing. */
const OWN = 1e-6

/**
 * The expected gain of choosing after several columns are seen, as `seenGain` has it of one: the
 * expectations are sums of squares and lines of each column, fitted to the other four fifths of the
 * trials. What columns do only together is missed, so that the true gain is at least about so large.
 * Yields between columns.
 *
 * @param columns by trial
 * @param ahead by other choice, by trial: by how much it is ahead of the one that is best on average
 * @param mask 1 where a trial counts; all do without it
 */
export function* seenGainOfMany(
  columns: readonly Float64Array[],
  ahead: readonly Float64Array[],
  replicate: Replicate,
  mask?: Uint8Array,
): Generator<void, SeenGain> {
  const trials = ahead[0].length
  const counts = (trial: number) => !mask || mask[trial] === 1
  const rows: Float64Array[] = [new Float64Array(trials).fill(1)]
  for (const column of columns) {
    const line = scaled(column, counts)
    if (line) rows.push(line)
    const square =
      line &&
      scaled(
        line.map((one) => one * one),
        counts,
      )
    if (square) rows.push(square)
  }
  const size = rows.length
  const width = size + ahead.length
  const sums = Array.from({ length: FOLDS }, () => new Float64Array(size * width))
  const own = new Float64Array(width)
  for (let trial = 0; trial < trials; trial++) {
    if (!counts(trial)) continue
    for (let k = 0; k < size; k++) own[k] = rows[k][trial]
    for (let c = 0; c < ahead.length; c++) own[size + c] = ahead[c][trial]
    const into = sums[foldOf(trial)]
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < width; k++) into[j * width + k] += own[j] * own[k]
    }
    if (trial % 1024 === 1023) yield
  }
  const fits = sums.map((_, fold) => {
    const rest = new Float64Array(size * width)
    for (const [other, part] of sums.entries()) {
      if (other !== fold) for (let k = 0; k < rest.length; k++) rest[k] += part[k]
    }
    return solvedFor(rest, size, width)
  })
  yield
  const gains = new Float64Array(trials)
  let [sum, count] = [0, 0]
  for (let trial = 0; trial < trials; trial++) {
    if (!counts(trial)) continue
    count++
    const fit = fits[foldOf(trial)]
    let best = 0
    for (let c = 0; c < ahead.length; c++) {
      let expected = 0
      for (let k = 0; k < size; k++) expected += fit[c][k] * rows[k][trial]
      if (expected > best) {
        best = expected
        gains[trial] = ahead[c][trial]
      }
    }
    sum += gains[trial]
  }
  const value = count > 0 ? sum / count : 0
  for (let trial = 0; trial < trials; trial++) if (counts(trial)) gains[trial] -= value
  return { value, error: standardErrorOf(gains, replicate, count) }
}

/** A column less its mean over its standard deviation; null where it does not vary. */
function scaled(values: Float64Array, counts: (trial: number) => boolean): Float64Array | null {
  let [count, mean, squares] = [0, 0, 0]
  for (let trial = 0; trial < values.length; trial++) {
    if (!counts(trial)) continue
    count++
    const off = values[trial] - mean
    mean += off / count
    squares += off * (values[trial] - mean)
  }
  const deviation = Math.sqrt(squares / count)
  return deviation > 1e-12 * Math.abs(mean) && deviation > 0
    ? values.map((value) => (value - mean) / deviation)
    : null
}

/** Solves the normal equations for every target; a direction that trials say nothing of counts for nothing. */
function solvedFor(rows: Float64Array, size: number, width: number): Float64Array[] {
  const floor = OWN * rows[0]
  for (let j = 0; j < size; j++) {
    const pivot = rows[j * width + j]
    const isLost = !(pivot > floor)
    for (let row = 0; row < size; row++) {
      if (row === j || isLost) continue
      const times = rows[row * width + j] / pivot
      if (times !== 0) {
        for (let k = j; k < width; k++) rows[row * width + k] -= times * rows[j * width + k]
      }
    }
    if (isLost) for (let k = 0; k < width; k++) rows[j * width + k] = k === j ? 1 : 0
  }
  return Array.from({ length: width - size }, (_, c) =>
    Float64Array.from(
      { length: size },
      (_one, j) => rows[j * width + size + c] / rows[j * width + j],
    ),
  )
}
