import type { NumberOutcome } from '../engine/model.ts'
import { ALL, CLOSES, type Selection } from '../engine/selection.ts'

/**
 * All futures, those in which the deal closes, or those that agree with what has come in since the
 * vantage.
 */
export type Where = 'all' | 'condition' | 'observed'

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
  if (where === 'observed') return agreeing
  return where === 'all' ? ALL : CLOSES
}

/** Futures that are counted, in words. */
export function countedWords(where: Where): string {
  const words = {
    all: 'all futures',
    condition: 'futures in which the deal closes',
    observed: 'futures that agree with what came',
  }
  return words[where]
}

/** What a mean is of, in words of its column and of what explains it. */
export function meanWords(where: Where): { readonly heading: string; readonly of: string } {
  const words = {
    all: { heading: 'all futures', of: 'of all futures, also those in which nothing closes' },
    condition: { heading: 'if it closes', of: 'of futures in which the deal closes' },
    observed: {
      heading: 'agreeing futures',
      of: 'of futures that agree with what came, also those in which nothing closes',
    },
  }
  return words[where]
}

/** Which futures a strategy's chance is of, in few words. */
export function overWords(where: Where): string {
  const words = {
    all: 'of all futures',
    condition: 'if the deal closes',
    observed: 'of futures that agree with what came',
  }
  return words[where]
}

/** A verdict over the futures that agree; where none does, that. */
export function agreeingVerdict(verdict: string): string {
  return verdict === ''
    ? 'No future agrees with what came, so there is nothing to compare.'
    : `Over futures that agree with what came: ${verdict}`
}

/** Said in place of the beliefs that matter most where few futures agree, or none. */
export const NO_WEIGHTS = 'Too few futures agree with what came to tell which beliefs matter most.'

/** Where fewer futures than this agree with what came, the model as believed hardly explains it. */
export const HARDLY = 100

/** What stands in place of a drawing where no future agrees. */
export const NONE_AGREES =
  'No future agrees with what came within this tolerance, so there is nothing to draw. Allow more, or count all futures again, with “Count only futures that agree” on Answer.'
