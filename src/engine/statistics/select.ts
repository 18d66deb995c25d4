const BUCKETS = 4096
/** Buckets this small are put in order by insertion. */
const FEW = 24

/**
 * Finds quantiles without sorting everything: values are dealt into buckets by size, and only the
 * buckets that hold a wanted rank are put in order. The figures are those of `quantileOf` on the
 * sorted values. Scratch is kept between calls.
 */
export class Selector {
  private places = new Uint16Array(0)
  private gathered = new Float64Array(0)
  private readonly counts = new Int32Array(BUCKETS)
  private readonly slots = new Int32Array(BUCKETS)

  /**
   * Quantiles by linear interpolation of order statistics (type 7), as `quantileOf` gives them.
   *
   * @param values at least one, finite, in any order
   * @param ps from 0 to 1, ascending
   */
  quantiles(values: Float64Array | Float32Array, ps: readonly number[]): number[] {
    const last = values.length - 1
    const ats = ps.map((p) => last * p)
    const ranks = ats.flatMap((at) => [Math.floor(at), Math.min(last, Math.floor(at) + 1)])
    const found = this.orderStatistics(values, ranks)
    return ats.map((at, index) => {
      const low = found[2 * index]
      const high = found[2 * index + 1]
      return high === low ? low : low + (at - Math.floor(at)) * (high - low)
    })
  }

  /** The values at ascending ranks, counted from 0, of the sorted values. */
  private orderStatistics(
    values: Float64Array | Float32Array,
    ranks: readonly number[],
  ): readonly number[] {
    let min = Infinity
    let max = -Infinity
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      if (value < min) min = value
      if (value > max) max = value
    }
    if (min === max) return ranks.map(() => min)
    const rate = (BUCKETS - 1) / (max - min)
    // A width too large or too small to divide by.
    if (!(rate > 0 && rate < Infinity)) {
      const sorted = values.slice().sort()
      return ranks.map((rank) => sorted[rank])
    }
    this.deal(values, min, rate)
    return this.pick(values, ranks)
  }

  private deal(values: Float64Array | Float32Array, min: number, rate: number): void {
    if (this.places.length < values.length) {
      this.places = new Uint16Array(values.length)
      this.gathered = new Float64Array(values.length)
    }
    const { places, counts } = this
    counts.fill(0)
    for (let i = 0; i < values.length; i++) {
      const place = ((values[i] - min) * rate) | 0
      places[i] = place
      counts[place]++
    }
  }

  private pick(values: Float64Array | Float32Array, ranks: readonly number[]): readonly number[] {
    const { places, counts, slots, gathered } = this
    slots.fill(-1)
    const found: number[] = []
    const wanted: { start: number; first: number; length: number }[] = []
    let bucket = 0
    let first = 0
    let filled = 0
    const homes = ranks.map((rank) => {
      while (first + counts[bucket] <= rank) first += counts[bucket++]
      if (slots[bucket] < 0) {
        slots[bucket] = filled
        wanted.push({ start: filled, first, length: counts[bucket] })
        filled += counts[bucket]
      }
      return wanted.length - 1
    })
    for (let i = 0; i < values.length; i++) {
      const slot = slots[places[i]]
      if (slot < 0) continue
      gathered[slot] = values[i]
      slots[places[i]] = slot + 1
    }
    for (const { start, length } of wanted) order(gathered, start, start + length)
    ranks.forEach((rank, index) => {
      const { start, first: before } = wanted[homes[index]]
      found.push(gathered[start + rank - before])
    })
    return found
  }
}

/** Puts part of an array in order. */
function order(values: Float64Array, from: number, until: number): void {
  if (until - from > FEW) {
    values.subarray(from, until).sort()
    return
  }
  for (let i = from + 1; i < until; i++) {
    const value = values[i]
    let j = i - 1
    while (j >= from && values[j] > value) {
      values[j + 1] = values[j]
      j--
    }
    values[j + 1] = value
  }
}
