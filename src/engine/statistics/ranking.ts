const DIGIT = 11
const BUCKETS = 1 << DIGIT
const MASK = BUCKETS - 1
/** Digits of 64 bits, from the lowest: the first three lie in the low word, or across both. */
const PASSES = 6

const counts = new Uint32Array(BUCKETS)

/**
 * Trial numbers in the order of their values, lowest first; equal values in the order of trials. By
 * radix over the bits of the numbers, in time linear in their count.
 *
 * @param values by trial, no NaN
 */
export function ranking(values: Float64Array): Int32Array {
  const count = values.length
  const { low, high } = sortableBits(values)
  let order = Int32Array.from(values, (_, trial) => trial)
  let spare = new Int32Array(count)
  for (let pass = 0; pass < PASSES; pass++) {
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
