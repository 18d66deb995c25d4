import type { Levers } from '../engine/model.ts'
import type { CaseRef } from '../engine/plan.ts'
import type { SignBelief } from './sign-belief.ts'
import type { SignEstimate, SignSides } from './sign-sides.ts'
import type { Subject } from './subject.ts'

/** What a sign is held against. */
export interface SignsAsked {
  /** What is explained. */
  readonly subject: Subject
  /** Strategies that can be chosen, in the scenario of the subject; fewer than two: nothing to choose. */
  readonly choices: readonly CaseRef[]
  /** −1 where lower is better. */
  readonly sign: 1 | -1
  /** A lead below it matters to nobody, in the outcome’s unit. */
  readonly negligible: number
  /** The first so many futures alone, for a first look; absent: all. */
  readonly first?: number
  /** What goes on until the choice is made; null for the reference strategy. */
  readonly follow: Levers | null
}

export interface SignpostsRequest extends SignsAsked {
  /** Series that are looked at, by id. */
  readonly series: readonly string[]
  /** The last quarter that is looked at, counted from the start. */
  readonly quarters: number
}

/** Thresholds of series at quarters, and both sides of each. */
export interface SignSidesRequest extends SignsAsked {
  readonly at: readonly {
    readonly series: string
    readonly t: number
    readonly threshold: number
  }[]
}

/** What one series tells at one quarter. */
export interface SeenCell {
  readonly series: string
  /** Counted from the start. */
  readonly t: number
  /** The part of the variance of what is explained that goes with it. */
  readonly share: SignEstimate
  /** Whether that is beyond chance, with so many looks. */
  readonly isTold: boolean
  /** What it would be worth to see it before choosing; null where there is nothing to choose. */
  readonly gain: SignEstimate | null
  /** Whether another strategy is surely ahead on one side of some value. */
  readonly flips: boolean
}

/** Percentiles of a series by quarter, from 0. */
export interface SignFan {
  readonly p5: readonly number[]
  readonly p25: readonly number[]
  readonly p50: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
}

/** A series to watch: at which quarter, and what is so on either side of a value. */
export interface Signpost {
  readonly series: string
  readonly t: number
  readonly threshold: number
  /** Of the threshold; null where it is a split that was chosen. */
  readonly error: number | null
  /** The side that is news: where the choice is another one, or else the rarer one. */
  readonly side: 'below' | 'above'
  /** Whether the choice is another one there. */
  readonly flips: boolean
  readonly sides: SignSides
  readonly share: SignEstimate
  readonly gain: SignEstimate | null
  readonly fan: SignFan
  /** Other series that say about the same, by id. */
  readonly alike: readonly string[]
  /** A belief that goes with it and with what is explained; null where none surely does, or in a first look. */
  readonly belief: SignBelief | null
}

/** What all series tell together at one quarter. */
export interface SeenTogether {
  readonly t: number
  /** The part of the variance of what is explained that they foretell; null where that does not vary. */
  readonly share: SignEstimate | null
  /** What it would be worth to see them before choosing; null where there is nothing to choose. */
  readonly gain: SignEstimate | null
}

export interface Signposts {
  /** Futures that were looked at, the first of the run. */
  readonly trials: number
  /** Futures that count for what is explained. */
  readonly counted: number
  /** The strategy that is best on average, by id; null where there is nothing to choose. */
  readonly top: string | null
  /** What it would be worth to know everything before choosing. */
  readonly perfect: SignEstimate | null
  /** What all series tell together, soon and at the last quarter. */
  readonly together: readonly SeenTogether[]
  /** Series by series, quarters 1 to the last. */
  readonly seen: readonly SeenCell[]
  /** Those that flip the choice first, then those that tell most. */
  readonly signposts: readonly Signpost[]
}
