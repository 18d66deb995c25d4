// On which side of which value of an assumption another case gains: trials in twentieths by its value.

const BINS = 20
/** Groups of trials that are left out in turn. */
const GROUPS = 10
/** The strongest of a few thousand looks that mean nothing stays below so many errors. */
export const CERTAIN = 4.5
/** With fewer trials a part of a twentieth says nothing. */
export const FEWEST = 1000

/** Sums of one assumption's bins, lowest values first. */
export interface Bins {
  /** The middle value of each. */
  readonly middle: readonly number[]
  /** The last value of each, and trials in it. */
  readonly last: readonly number[]
  readonly count: Float64Array
  /** By other strategy, then by bin: sums of how far it is ahead, and of squares. */
  readonly sums: readonly Float64Array[]
  readonly squares: readonly Float64Array[]
}

/** A side of an assumption on which another strategy gains most. */
export interface Side {
  readonly other: number
  readonly fromTop: boolean
  /** Bins on it, counted from its end. */
  readonly bins: number
  /** Summed over its trials. */
  readonly gain: number
}

/** The rest of the trials. */
export function oppositeOf({ sums, count }: Bins, { other, fromTop, bins, gain }: Side): Side {
  const all = sums[other].reduce((sum, one) => sum + one, 0)
  return { other, fromTop: !fromTop, bins: count.length - bins, gain: all - gain }
}

export function isOfEvent({ count, last }: Bins): boolean {
  return count.length === 2 && last[0] === 0 && last[1] === 1
}

export function spanOf(values: Float64Array, order: Int32Array): readonly [number, number] {
  const at = (share: number) => values[order[Math.floor(share * order.length)]]
  return [at(0.1), at(0.9)]
}

/** Twentieths of the trials by an assumption's value; equal values are never in two. */
export function binsOf(
  values: Float64Array,
  order: Int32Array,
  ahead: readonly Float64Array[],
  counts: (trial: number) => boolean = () => true,
): Bins {
  const trials = order.filter((trial) => counts(trial))
  const size = trials.length / BINS
  let distinct = 1
  for (let i = 1; i < trials.length && distinct <= BINS; i++) {
    if (values[trials[i]] !== values[trials[i - 1]]) distinct++
  }
  // Of few values each has a part of its own, however rare it is.
  const isFew = distinct <= BINS
  const starts = [0]
  for (let i = 1; i < trials.length; i++) {
    const isFull = isFew || i - starts[starts.length - 1] >= size - 1e-9
    if (isFull && values[trials[i]] !== values[trials[i - 1]]) starts.push(i)
  }
  const ends = [...starts.slice(1), trials.length]
  const sum = (of: (trial: number) => number) =>
    Float64Array.from(starts, (start, bin) => {
      let total = 0
      for (let i = start; i < ends[bin]; i++) total += of(trials[i])
      return total
    })
  return {
    middle: starts.map((start, bin) => values[trials[(start + ends[bin] - 1) >> 1]]),
    last: ends.map((end) => values[trials[end - 1]]),
    count: Float64Array.from(starts, (start, bin) => ends[bin] - start),
    sums: ahead.map((one) => sum((trial) => one[trial])),
    squares: ahead.map((one) => sum((trial) => one[trial] * one[trial])),
  }
}

/** The end of the bins, and the other strategy, that gain most; null where none gains. */
export function bestSide({ sums, count }: Bins): Side | null {
  let best: Side | null = null
  for (const [other, ahead] of sums.entries())
    for (const fromTop of [false, true]) {
      let gain = 0
      for (let bins = 1; bins < count.length; bins++) {
        gain += ahead[placeOf(bins - 1, fromTop, count.length)]
        if (gain > (best?.gain ?? 0)) best = { other, fromTop, bins, gain }
      }
    }
  return best
}

function placeOf(fromEnd: number, fromTop: boolean, bins: number): number {
  return fromTop ? bins - 1 - fromEnd : fromEnd
}

export function pooled({ squares, count }: Bins, { other, fromTop, bins, gain }: Side) {
  let [trials, square, all] = [0, 0, 0]
  for (const one of count) all += one
  for (let i = 0; i < bins; i++) {
    const place = placeOf(i, fromTop, count.length)
    trials += count[place]
    square += squares[other][place]
  }
  const mean = gain / trials
  const variance = Math.max(0, square / trials - mean * mean)
  return { mean, error: Math.sqrt(variance / trials), share: trials / all }
}

export function isCertain(bins: Bins, side: Side): boolean {
  const { mean, error } = pooled(bins, side)
  return mean > CERTAIN * error
}

/** Where the two are level: between the last bin of the side and the next one. */
export function crossing(
  { sums, count, middle, last }: Bins,
  { other, fromTop, bins }: Side,
): number {
  const inside = placeOf(bins - 1, fromTop, count.length)
  const outside = placeOf(bins, fromTop, count.length)
  const mean = (place: number) => sums[other][place] / count[place]
  const [a, b] = [mean(inside), mean(outside)]
  if (!(a > 0 && b < 0)) return last[Math.min(inside, outside)]
  return middle[inside] + ((middle[outside] - middle[inside]) * a) / (a - b)
}

/** By the jackknife: the same rule without a tenth of the trials at a time. */
export function crossingError(
  values: Float64Array,
  order: Int32Array,
  ahead: readonly Float64Array[],
  { other, fromTop }: Side,
): number {
  const found = Array.from({ length: GROUPS }, (_, group) => {
    const isIn = (trial: number) => Math.floor((trial * GROUPS) / values.length) !== group
    const bins = binsOf(values, order, [ahead[other]], isIn)
    let [gain, best, length] = [0, 0, 1]
    for (let i = 1; i < bins.count.length; i++) {
      gain += bins.sums[0][placeOf(i - 1, fromTop, bins.count.length)]
      if (gain > best) [best, length] = [gain, i]
    }
    return crossing(bins, { other: 0, fromTop, bins: length, gain: best })
  })
  const mean = found.reduce((sum, one) => sum + one / GROUPS, 0)
  const spread = found.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return Math.sqrt((spread * (GROUPS - 1)) / GROUPS)
}
