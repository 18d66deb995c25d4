const DIGIT = 11
const BUCKETS = 1 << DIGIT
const MASK = BUCKETS - 1
/** Digits of half a number. */
const PASSES = 3

/** What is left after the high halves is put right by so many moves for each number, or by the low halves too. */
const MOVES = 4

/** Places for each value, and at most so many: more do not fit into what a processor has at hand. */
const ROOM = 2
const MOST_PLACES = 1 << 16

/** Where the high half of a number is among its two. */
const TOP = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1

const counts = Array.from({ length: PASSES }, () => new Uint32Array(BUCKETS))

/** Memory that is used again: what is sorted by, and the order before the last pass. */
interface Scratch {
  keys: Uint32Array
  moved: Uint32Array
  order: Int32Array
  /** Empty until places are first counted. */
  starts: Uint32Array
}
let scratch: Scratch = scratchFor(0)

const known = new WeakMap<Float64Array, Int32Array>()

/**
 * Trial numbers in the order of their values, lowest first; equal values in the order of trials. By
 * where a value lies between the least and the greatest, and what is too crowded for that by radix over
 * the bits of the numbers: in time linear in their count.
 *
 * @param values by trial, no NaN
 */
export function ranking(values: Float64Array): Int32Array {
  const near = byPlace(values)
  if (near && isPutRight(values, near)) return near
  const high = byHalf(values, TOP, null)
  return isPutRight(values, high) ? high : byHalf(values, TOP, byHalf(values, 1 - TOP, null))
}

/**
 * The same of a column that many questions are asked of, remembered as long as the column is.
 *
 * @param values by trial, no NaN; never changed afterwards
 * @returns read only: the same for all who ask
 */
export function rankingOf(values: Float64Array): Int32Array {
  const found = known.get(values) ?? ranking(values)
  known.set(values, found)
  return found
}

/**
 * Sorts by even places from the least value to the greatest, values in one place by trial; null where
 * they are not finite, or too many.
 */
function byPlace(values: Float64Array): Int32Array | null {
  const count = values.length
  let [least, greatest] = [Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    const value = values[i]
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  let places = 2
  while (places < ROOM * count) places *= 2
  const scale = least < greatest ? (places - 1) / (greatest - least) : 0
  if (places > MOST_PLACES || !(scale < Infinity) || !(greatest - least < Infinity)) return null
  if (scratch.keys.length < count) scratch = scratchFor(count)
  if (scratch.starts.length < places) scratch.starts = new Uint32Array(places)
  const { keys, starts } = scratch
  starts.fill(0, 0, places)
  for (let i = 0; i < count; i++) {
    const place = ((values[i] - least) * scale) | 0
    keys[i] = place
    starts[place]++
  }
  startsFrom(starts, places)
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[starts[keys[i]]++] = i
  return order
}

/**
 * Sorts by one half of each number.
 *
 * @param before the order that equal halves keep; null for that of trials
 */
function byHalf(values: Float64Array, half: number, before: Int32Array | null): Int32Array {
  const count = values.length
  if (scratch.keys.length < count) scratch = scratchFor(count)
  const { keys, moved } = scratch
  fillKeys(values, half, before, keys)
  const order = new Int32Array(count)
  let from = before
  let to: Int32Array = order
  let [sorted, next] = [keys, moved]
  for (let pass = 0; pass < PASSES; pass++) {
    const starts = counts[pass]
    const shift = pass * DIGIT
    // All alike: the pass would move nothing.
    if (count === 0 || starts[(sorted[0] >>> shift) & MASK] === count) continue
    startsFrom(starts, BUCKETS)
    for (let i = 0; i < count; i++) {
      const key = sorted[i]
      const at = starts[(key >>> shift) & MASK]++
      next[at] = key
      to[at] = from ? from[i] : i
    }
    ;[sorted, next] = [next, sorted]
    from = to
    to = from === order ? scratch.order : order
  }
  if (from === order) return order
  if (from === null) for (let i = 0; i < count; i++) order[i] = i
  else order.set(from.subarray(0, count))
  return order
}

/** Halves changed so that they rise with the number, in an order, and counted digit by digit. */
function fillKeys(
  values: Float64Array,
  half: number,
  before: Int32Array | null,
  keys: Uint32Array,
): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length)
  const [low, middle, top] = counts
  for (const one of counts) one.fill(0)
  for (let i = 0; i < values.length; i++) {
    const trial = before ? before[i] : i
    // −0 equals 0.
    const word = values[trial] === 0 ? 0 : words[2 * trial + half]
    // Negative numbers turned over, positive ones above them.
    const isNegative = values[trial] < 0
    const key = isNegative ? ~word >>> 0 : half === TOP ? (word | 0x80000000) >>> 0 : word
    keys[i] = key
    low[key & MASK]++
    middle[(key >>> DIGIT) & MASK]++
    top[key >>> (2 * DIGIT)]++
  }
}

/** Turns counts of digits into where each begins. */
function startsFrom(digits: Uint32Array, count: number): void {
  let sum = 0
  for (let digit = 0; digit < count; digit++) {
    const here = digits[digit]
    digits[digit] = sum
    sum += here
  }
}

/** Puts neighbours right that high halves do not tell apart; false where that are too many. */
function isPutRight(values: Float64Array, order: Int32Array): boolean {
  let moves = MOVES * order.length
  for (let i = 1; i < order.length; i++) {
    const trial = order[i]
    const value = values[trial]
    let at = i
    while (at > 0 && values[order[at - 1]] > value) {
      order[at] = order[at - 1]
      at--
      if (moves-- === 0) return false
    }
    order[at] = trial
  }
  return true
}

function scratchFor(count: number): Scratch {
  return {
    keys: new Uint32Array(count),
    moved: new Uint32Array(count),
    order: new Int32Array(count),
    starts: new Uint32Array(0),
  }
}
