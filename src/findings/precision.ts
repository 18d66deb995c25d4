import { count, money } from '../words/index.ts'
import {
  isBeyond,
  type Limits,
  neededTrials,
  type Rival,
  type Standing,
  standingOf,
} from './best.ts'

const hardnesses: readonly Standing[] = ['clear', 'same', 'negligible', 'open']

/** The rival that is hardest to tell from the best: an open one before others, of those the one that needs most trials. */
export function hardestOf(rivals: readonly Rival[], trials: number, limits: Limits): Rival | null {
  const hardness = ({ lead }: Rival) => {
    const standing = standingOf(lead, limits)
    const needed = standing === 'open' ? neededTrials(lead, trials, limits).trials : 0
    return [hardnesses.indexOf(standing), needed] as const
  }
  const harder = (a: Rival, b: Rival) => {
    const [one, other] = [hardness(a), hardness(b)]
    return one[0] === other[0] ? one[1] > other[1] : one[0] > other[0]
  }
  return rivals.reduce<Rival | null>((most, one) => (!most || harder(one, most) ? one : most), null)
}

/** What the sentence on precision is made from. */
export interface PrecisionFacts extends Limits {
  readonly best: string
  /** Those behind, the second best first. */
  readonly rivals: readonly Rival[]
  readonly trials: number
  /** The most trials that can be run here. */
  readonly most: number
}

/** Whether nothing is left that more trials could decide. */
export function isDecided(facts: PrecisionFacts): boolean {
  return facts.rivals.every(({ lead }) => standingOf(lead, facts) !== 'open')
}

/** Whether more trials would change the choice, in one sentence; empty where there is no choice. */
export function precisionSentence(facts: PrecisionFacts): string {
  const { best, rivals, trials, most, negligible } = facts
  const rival = hardestOf(rivals, trials, facts)
  if (!rival) return ''
  const isNext = rival === rivals[0]
  const difference = isNext ? 'the difference' : `the difference to ${rival.label}`
  const limit = negligible === null ? '' : money(negligible)
  switch (standingOf(rival.lead, facts)) {
    case 'clear':
      return 'More trials will not change the choice.'
    case 'same':
      return `${best} and ${rival.label} do not differ in any future.`
    case 'negligible':
      return `T${difference.slice(1)} is below what you call negligible (${limit}).`
    case 'open': {
      const needed = neededTrials(rival.lead, trials, facts)
      const isAhead = isBeyond(rival.lead, facts)
      const these = isNext && rivals.length === 1 ? 'these two' : `${best} and ${rival.label}`
      if (trials < 2) return 'A single future tells nothing apart: run more.'
      if (needed.trials > most) {
        return isAhead && limit
          ? `Not even ${count(most)} trials are sure to tell whether ${difference} is above ${limit}.`
          : `Not even ${count(most)} trials are sure to tell ${these} apart.`
      }
      const times = timesWords(needed.trials / trials)
      if (needed.shows === 'negligible')
        return `Run ${times} to see that ${difference} is below ${limit}.`
      return isAhead && limit
        ? `Run ${times} to see that ${difference} is above ${limit}.`
        : `Run ${times} to tell ${these} apart.`
    }
  }
}

const numbers = [
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A factor above 1 in words, rather too much than too little: three times as many. */
export function timesWords(factor: number): string {
  if (factor <= 1.5) return 'half as many again'
  if (factor <= 2) return 'twice as many'
  const whole = Math.ceil(factor)
  return `${numbers[whole - 3] ?? count(roundedUp(whole))} times as many`
}

/** Trials for the next try to decide: twice as many, up to the most. */
export function nextTrials(trials: number, most: number): number {
  return Math.min(most, 2 * trials)
}

/** To two digits that count: nobody plans by more. */
function roundedUp(whole: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(whole)) - 1)
  return Math.ceil(whole / unit) * unit
}
