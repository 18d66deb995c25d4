// On which side of which value of an assumption another case gains: trials in twentieths by its value.

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
