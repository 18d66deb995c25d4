import { OBSERVED_UNTIL } from '../../models/observed-until.ts'
import type { SignEstimate, SignSide } from '../analyses/sign-sides.ts'
import type { Signpost, Signposts } from '../analyses/signpost-facts.ts'
import { market } from '../study/model.ts'
import {
  differenceWithError,
  levelWithError,
  ofHundred,
  sizeWithError,
  threshold,
  valueWithError,
} from '../words/index.ts'

/** What signposts are told of. */
export interface SignWords {
  /** A figure of the outcome has this unit. */
  readonly unit: string
  /** What is explained, as in: Net present value of one strategy, or of one less another. */
  readonly explained: string
  /** The same in few words: the outcome, or the difference. */
  readonly brief: string
  /** Whether it is a difference, which is told with its sign. */
  readonly isDifference: boolean
  /** What a strategy is called. */
  readonly labelOf: (strategy: string) => string
}

/** What a series is called, and the unit of its figures. */
export function seriesWords(id: string): { readonly label: string; readonly unit: string } {
  const { label, unit } = market.series.find((one) => one.id === id) ?? { label: id, unit: '' }
  return { label, unit }
}

/** A threshold and where it is news: above $159 bn a quarter, below 15.2 ± 0.3%. */
export function conditionWords(
  { series, threshold: cut, side }: Pick<Signpost, 'series' | 'threshold' | 'side'>,
  error: number | null = null,
): string {
  const { unit } = seriesWords(series)
  const at = error === null ? threshold(cut, unit) : levelWithError(cut, error, unit)
  return `${side} ${at}`
}

/** How likely it is: in 30 of 100 futures. */
export function inFuturesWords({ chance }: SignSide): string {
  return `in ${ofHundred(chance.value)} futures`
}

/** What has come in since a quarter, and where that counts; empty where nothing has. */
export function cameSinceWords(start: string): string {
  return start < OBSERVED_UNTIL
    ? `Some figures to ${OBSERVED_UNTIL} have come in since: Answer can count the futures that agree with them alone.`
    : ''
}

/** A mean of what is explained. */
export function meanWords({ value: mean, error }: SignEstimate, of: SignWords): string {
  return of.isDifference
    ? differenceWithError(mean, error, of.unit)
    : valueWithError(mean, error, of.unit)
}

/** What the choice is on a side, and by how much it is ahead of the one it takes the place of. */
export function choiceWords({ choice, ahead }: SignSide, of: SignWords): string {
  if (choice === null) return ''
  if (!ahead) return `the choice stays ${of.labelOf(choice)}`
  const by = sizeWithError(ahead.value, ahead.error, of.unit)
  return `the choice is ${of.labelOf(choice)}, ahead by ${by}`
}

/**
 * What is so on one side, and what elsewhere: a choice that becomes another one first.
 *
 * @param isTold whether a choice that stays is told too
 */
export function thenWords(
  there: SignSide,
  elsewhere: SignSide,
  of: SignWords,
  isTold: boolean,
): string {
  if (!there.mean) return 'that is so in no future'
  const mean = `${of.brief} averages ${meanWords(there.mean, of)}`
  const means = elsewhere.mean
    ? `${mean}, else ${meanWords(elsewhere.mean, of)}`
    : `${mean}, as that is so in every future`
  const choice = there.ahead || isTold ? choiceWords(there, of) : ''
  if (choice === '') return `then ${means}`
  return there.ahead ? `then ${choice}; ${means}` : `then ${means}; ${choice}`
}

/** What is drawn of signposts, and which thresholds have no error. */
export function fanWords(
  { signposts }: Pick<Signposts, 'signposts'>,
  isDrawn: boolean,
  isSeen: boolean,
): string {
  const dots = isSeen ? ' Dots are figures that have come since.' : ''
  const drawn = isDrawn
    ? `Drawn: where the series lies in nine of ten futures (light), in half of them (dark), and its middle (line); the stroke is the quarter to look at, cut at the threshold, and beside it what then holds: the choice where it changes, else the average.${dots}`
    : ''
  return signposts.some(({ error }) => error === null)
    ? `${drawn} A threshold without an error is a round value near the split that says most.`.trim()
    : drawn
}
