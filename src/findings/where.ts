import type { NumberOutcome } from '../engine/model.ts'
import { ALL, CLOSES, type Selection } from '../engine/selection.ts'
import { market, signedStates } from '../study/model.ts'

/**
 * All futures, those in which a deal is signed, those in which it closes, or those that agree with
 * what has come in since the vantage.
 */
export type Where = 'all' | 'signed' | 'condition' | 'observed'

const SIGNED: Selection = {
  kind: 'states',
  outcome: market.condition.outcome,
  states: signedStates,
}

/**
 * Futures that an outcome is counted over: a quarter of closing only where it closes, and the cost of a
 * block not where it closes. Elsewhere their 0 stands for no figure.
 *
 * @param where what is asked for
 */
export function countedFor({ onlyIf }: Pick<NumberOutcome, 'onlyIf'>, where: Where): Where {
  if (onlyIf === 'met') return 'condition'
  return onlyIf === 'unmet' && where === 'condition' ? 'all' : where
}

/** @param agreeing what agrees with what came; all futures where nothing is asked for */
export function selectionOf(where: Where, agreeing: Selection = ALL): Selection {
  return { all: ALL, signed: SIGNED, condition: CLOSES, observed: agreeing }[where]
}

/** Where some futures alone are counted, a strategy may have none of them: then all are. */
export function isPartial(where: Where): boolean {
  return where === 'condition' || where === 'signed'
}

/** Futures that are counted, in words. */
export function countedWords(where: Where): string {
  const words = {
    all: 'all futures',
    signed: 'futures in which a deal is signed, closed or not',
    condition: 'futures in which the deal closes',
    observed: 'futures that agree with what came',
  }
  return words[where]
}

/** What a mean is of, in words of its column and of what explains it. */
export function meanWords(where: Where): { readonly heading: string; readonly of: string } {
  const words = {
    all: { heading: 'all futures', of: 'of all futures, also those in which nothing closes' },
    signed: { heading: 'if signed', of: 'of futures in which a deal is signed' },
    condition: { heading: 'if it closes', of: 'of futures in which the deal closes' },
    observed: {
      heading: 'agreeing futures',
      of: 'of futures that agree with what came, also those in which nothing closes',
    },
  }
  return words[where]
}

/** Which futures something is said of, at the beginning of a sentence. */
export function withinWords(where: Where): string {
  const words = {
    all: 'Of all futures',
    signed: 'If a deal is signed',
    condition: 'If the deal closes',
    observed: 'If the deal closes',
  }
  return words[where]
}

/** Which futures a strategy's chance is of, in few words. */
export function overWords(where: Where): string {
  const words = {
    all: 'of all futures',
    signed: 'if a deal is signed',
    condition: 'if the deal closes',
    observed: 'of futures that agree with what came',
  }
  return words[where]
}

/** A headline over the futures that agree; where none does, that. */
export function agreeingHeadline(headline: string): string {
  return headline === ''
    ? 'No future agrees with what came, so there is nothing to compare.'
    : `Over futures that agree with what came: ${headline}`
}

/** Said in place of the beliefs that matter most where few futures agree, or none. */
export const NO_WEIGHTS = 'Too few futures agree with what came to tell which beliefs matter most.'

/** Where fewer futures than this agree with what came, the model as believed hardly explains it. */
export const HARDLY = 100

/** What stands in place of a drawing where no future agrees. */
export const NONE_AGREES =
  'No future agrees with what came within this tolerance, so there is nothing to draw. Allow more, or count all futures again, with “Count only futures that agree” on Answer.'
