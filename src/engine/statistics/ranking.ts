const DIGIT = 11
const BUCKETS = 1 << DIGIT
const MASK = BUCKETS - 1
/** Digits of 64 bits, from the lowest: the first three lie in the low word, or across both. */
const PASSES = 6
/** From here on they lie in the high word alone. */
const HIGH = 3

const counts = new Uint32Array(BUCKETS)

/** What is left after the high digits is put right by so many moves for each number, or by all digits. */
const MOVES = 4

/**
 * Trial numbers in the order of their values, lowest first; equal values in the order of trials. By
 * radix over the bits of the numbers, in time linear in their count.
 *
 * @param values by trial, no NaN
 */
export function ranking(values: Float64Array): Int32Array {
  const halves = sortableBits(values)
  const order = byDigits(halves, HIGH)
  return isPutRight(values, order) ? order : byDigits(halves, 0)
}

function byDigits({ low, high }: ReturnType<typeof sortableBits>, first: number): Int32Array {
  const count = low.length
  let order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[i] = i
  let spare = new Int32Array(count)
  for (let pass = first; pass < PASSES; pass++) {
    counts.fill(0)
    for (let i = 0; i < count; i++) counts[digit(low[i], high[i], pass)]++
    // All alike: the pass would move nothing.
    if (counts[digit(low[0], high[0], pass)] === count) continue
    let sum = 0
    for (let b = 0; b < BUCKETS; b++) {
      const here = counts[b]
      counts[b] = sum
      sum += here
    }
    for (let i = 0; i < count; i++) {
      const trial = order[i]
      spare[counts[digit(low[trial], high[trial], pass)]++] = trial
    }
    const swap = order
    order = spare
    spare = swap
  }
  return order
}

/** Puts neighbours right that the high digits do not tell apart; false where that are too many. */
function isPutRight(values: Float64Array, order: Int32Array): boolean {
  let moves = MOVES * order.length
  for (let i = 1; i < order.length; i++) {
    const trial = order[i]
    let at = i
    while (at > 0 && values[order[at - 1]] > values[trial]) {
      order[at] = order[at - 1]
      at--
      if (moves-- === 0) return false
    }
    order[at] = trial
  }
  return true
}

/** The two halves of each number, changed so that they rise with it as whole numbers. */
function sortableBits(values: Float64Array): { low: Uint32Array; high: Uint32Array } {
  // Adding 0 turns −0 into 0, which it equals.
  const words = new Uint32Array(values.map((value) => value + 0).buffer)
  const top = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1
  const low = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const upper = words[2 * i + top]
    const lower = words[2 * i + 1 - top]
    // Negative numbers turned over, positive ones above them.
    const negative = upper >>> 31 === 1
    high[i] = negative ? ~upper : upper | 0x80000000
    low[i] = negative ? ~lower : lower
  }
  return { low, high }
}

function digit(low: number, high: number, pass: number): number {
  const shift = pass * DIGIT
  if (shift + DIGIT <= 32) return (low >>> shift) & MASK
  if (shift < 32) return ((low >>> shift) | (high << (32 - shift))) & MASK
  return (high >>> (shift - 32)) & MASK
}
