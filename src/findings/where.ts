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

interface WhereWords {
  /** Futures that are counted. */
  readonly counted: string
  /** What a mean is of, over its column and where it is explained. */
  readonly heading: string
  readonly of: string
  /** Which futures something is said of, in few words. */
  readonly over: string
}

const words: Readonly<Record<Where, WhereWords>> = {
  all: {
    counted: 'all futures',
    heading: 'all futures',
    of: 'of all futures, also those in which nothing closes',
    over: 'of all futures',
  },
  signed: {
    counted: 'futures in which a deal is signed, closed or not',
    heading: 'if signed',
    of: 'of futures in which a deal is signed',
    over: 'if a deal is signed',
  },
  condition: {
    counted: 'futures in which the deal closes',
    heading: 'if it closes',
    of: 'of futures in which the deal closes',
    over: 'if the deal closes',
  },
  observed: {
    counted: 'futures that agree with what came',
    heading: 'agreeing futures',
    of: 'of futures that agree with what came, also those in which nothing closes',
    over: 'of futures that agree with what came',
  },
}

/** Which futures something is of, in words for each place. */
export function whereWords(where: Where): WhereWords {
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
