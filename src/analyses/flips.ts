import type { CaseRef } from '../engine/plan.ts'
import { ranking } from '../engine/statistics/ranking.ts'
import { analysis } from './analysis.ts'

/** Where another strategy would be the better choice, if one assumption were known. */
export interface Flip {
  /** Of the assumption. */
  readonly id: string
  /** The other strategy. */
  readonly other: string
  /** Whether it is better below the value or above it; of an event, where it does not happen or does. */
  readonly side: 'below' | 'above'
  readonly isEvent: boolean
  /** The value, and its standard error: by leaving out a tenth of the trials at a time. */
  readonly at: number
  readonly error: number
  /** Between which the assumption lies in 8 of 10 trials. */
  readonly span: readonly [number, number]
  /** Share of trials on that side. */
  readonly share: number
  /** By how much the other one is ahead there on average, and its standard error. */
  readonly ahead: { readonly value: number; readonly error: number }
}

export interface FlipsRequest {
  /** The strategy that is best on average, then the others. */
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  /** −1 where lower is better. */
  readonly sign: 1 | -1
  /** Assumptions that are looked at, by id. */
  readonly inputs: readonly string[]
}

const BINS = 20
/** Groups of trials that are left out in turn. */
const GROUPS = 10
/** The strongest of a few thousand looks that mean nothing stays below so many errors. */
const CERTAIN = 4.5
/** With fewer trials a part of a twentieth says nothing. */
const FEWEST = 1000

/** Sums of one assumption's bins, lowest values first. */
interface Bins {
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
interface Side {
  readonly other: number
  readonly fromTop: boolean
  /** Bins on it, counted from its end. */
  readonly bins: number
  /** Summed over its trials. */
  readonly gain: number
}

interface Found {
  readonly id: string
  readonly values: Float64Array
  /** Trials, lowest values first. */
  readonly order: Int32Array
  readonly bins: Bins
  readonly side: Side
}

/**
 * The assumption whose value, if it were known, would most gain by taking another strategy than the
 * best on average, and from which value on: the rule "below (or above) it take the other" that gains
 * most. Yields between assumptions.
 *
 * @param top by trial, larger is better
 * @param others by trial
 * @param inputs assumptions by trial
 * @returns null where no rule gains beyond its error
 */
export function* flipOf(
  top: Float64Array,
  others: readonly Float64Array[],
  inputs: Iterable<{ readonly id: string; readonly values: Float64Array }>,
): Generator<void, (Omit<Flip, 'other'> & { readonly other: number }) | null> {
  const trials = top.length
  if (trials < FEWEST || others.length === 0) return null
  const ahead = others.map((other) => other.map((value, trial) => value - top[trial]))
  let best: Found | null = null
  for (const { id, values } of inputs) {
    const order = ranking(values)
    if (values[order[0]] < values[order[trials - 1]]) {
      const bins = binsOf(values, order, ahead)
      const side = bestSide(bins)
      if (side && side.gain > (best?.side.gain ?? 0) && isCertain(bins, side)) {
        best = { id, values, order, bins, side }
      }
    }
    yield
  }
  if (!best) return null
  const { id, values, order, bins, side } = best
  const isEvent = bins.count.length === 2 && bins.last[0] === 0 && bins.last[1] === 1
  const { mean, error, share } = pooled(bins, side)
  return {
    id,
    other: side.other,
    side: side.fromTop ? 'above' : 'below',
    isEvent,
    at: crossing(bins, side),
    error: isEvent ? 0 : crossingError(values, order, ahead, side),
    span: [values[order[Math.floor(0.1 * trials)]], values[order[Math.floor(0.9 * trials)]]],
    share,
    ahead: { value: mean, error },
  }
}

/** Twentieths of the trials by an assumption's value; equal values are never in two. */
function binsOf(
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
function bestSide({ sums, count }: Bins): Side | null {
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

function pooled({ squares, count }: Bins, { other, fromTop, bins, gain }: Side) {
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

function isCertain(bins: Bins, side: Side): boolean {
  const { mean, error } = pooled(bins, side)
  return mean > CERTAIN * error
}

/** Where the two are level: between the last bin of the side and the next one. */
function crossing({ sums, count, middle, last }: Bins, { other, fromTop, bins }: Side): number {
  const inside = placeOf(bins - 1, fromTop, count.length)
  const outside = placeOf(bins, fromTop, count.length)
  const mean = (place: number) => sums[other][place] / count[place]
  const [a, b] = [mean(inside), mean(outside)]
  if (!(a > 0 && b < 0)) return last[Math.min(inside, outside)]
  return middle[inside] + ((middle[outside] - middle[inside]) * a) / (a - b)
}

/** By the jackknife: the same rule without a tenth of the trials at a time. */
function crossingError(
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

/** The belief that would flip the choice, and from which value on. */
export const flips = analysis({
  needs: ({ cases, outcome, inputs }: FlipsRequest) => ({ cases, outcomes: [outcome], inputs }),
  *steps({ outcome, cases: refs, sign, inputs: ids }, { cases }): Generator<void, Flip | null> {
    const [top, ...others] = cases.map((one) => {
      const values = one.outcome(outcome)
      return sign === 1 ? values : values.map((value) => -value)
    })
    const inputs = ids.map((id) => ({ id, values: cases[0].input(id) }))
    const found = yield* flipOf(top, others, inputs)
    return found && { ...found, other: refs[found.other + 1].strategy }
  },
})
