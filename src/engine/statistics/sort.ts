const BITS = 11
const BUCKETS = 1 << BITS
const MASK = BUCKETS - 1

/**
 * Sorts numbers upwards by radix, in time linear in their number. Scratch is kept between calls.
 * No NaN; -0 comes before 0.
 */
export class Sorter {
  private keys = new Uint32Array(0)
  private spare = new Uint32Array(0)
  private readonly counts = new Uint32Array(3 * BUCKETS)

  /** Sorts `count` values of a Float32Array in place. */
  sort32(values: Float32Array, count = values.length): void {
    this.grow(count)
    const bits = new Uint32Array(values.buffer, values.byteOffset, count)
    const { counts } = this
    let from = this.keys
    let to = this.spare
    counts.fill(0)
    for (let i = 0; i < count; i++) {
      const raw = bits[i]
      // Negative numbers turned over, positive ones above them: the order of the bits is theirs.
      const key = (raw ^ ((raw >> 31) | 0x80000000)) >>> 0
      from[i] = key
      counts[key & MASK]++
      counts[BUCKETS + ((key >>> BITS) & MASK)]++
      counts[2 * BUCKETS + (key >>> (2 * BITS))]++
    }
    for (let pass = 0; pass < 3; pass++) {
      const base = pass * BUCKETS
      let sum = 0
      for (let b = base; b < base + BUCKETS; b++) {
        const here = counts[b]
        counts[b] = sum
        sum += here
      }
      const shift = pass * BITS
      for (let i = 0; i < count; i++) {
        const key = from[i]
        to[counts[base + ((key >>> shift) & MASK)]++] = key
      }
      const swap = from
      from = to
      to = swap
    }
    for (let i = 0; i < count; i++) {
      const key = from[i]
      bits[i] = key & 0x80000000 ? key ^ 0x80000000 : ~key
    }
  }

  private grow(count: number): void {
    if (this.keys.length >= count) return
    this.keys = new Uint32Array(count)
    this.spare = new Uint32Array(count)
  }
}

/** Trial numbers in the order of their values, lowest first; equal values in the order of trials. */
export function ranking(values: Float64Array): Int32Array {
  const order = Int32Array.from(values, (_, trial) => trial)
  return order.sort((a, b) => values[a] - values[b] || a - b)
}
