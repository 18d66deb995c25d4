import type { Measure, Selection } from '../engine/selection.ts'
import { assumptions, labelOf, market } from '../study/model.ts'
import {
  count,
  exactValue,
  listed,
  numberIn,
  rangeWords,
  roundEnd,
  typedIn,
} from '../words/index.ts'
import { HARDLY } from './where.ts'

/** A range of one number of each future; null is no end. */
export interface Range {
  readonly of: Measure
  readonly low: number | null
  readonly high: number | null
}

/** Two ends as they stand in fields. */
export type Ends = Pick<Range, 'low' | 'high'>

/** All there is. */
export const NO_ENDS: Ends = { low: null, high: null }

export function hasEnds({ low, high }: Ends): boolean {
  return low !== null || high !== null
}

/**
 * Ends that were drawn by hand, as round numbers.
 *
 * @param span from the lowest to the highest value that is drawn
 * @param before the range that was changed: an end of it that is still there was not drawn anew
 */
export function roundEnds(
  { low, high }: Ends,
  unit: string,
  [from, to]: Pair,
  before: Ends = NO_ENDS,
): Ends {
  const round = (x: number | null) =>
    x === null || x === before.low || x === before.high ? x : roundEnd(x, unit, to - from)
  const [least, most] = [round(low), round(high)]
  if (least === null || most === null || least <= most) return { low: least, high: most }
  // Rounding takes no end past the one that stays.
  const stays = low === before.low || low === before.high ? least : most
  return { low: stays, high: stays }
}

type Pair = readonly [number, number]

/** The futures within some ranges at once. */
export function selectionOfRanges(ranges: readonly Range[]): Selection {
  return {
    kind: 'and',
    parts: ranges.map(({ of, low, high }) => ({
      kind: 'between',
      of,
      low: low ?? -Number.MAX_VALUE,
      high: high ?? Number.MAX_VALUE,
    })),
  }
}

/**
 * Some ranges in words, to be said after “futures where”.
 *
 * @param whose the case that outcomes are of, or one less another
 */
export function rangesWords(ranges: readonly Range[], whose: string): string {
  return listed(ranges.map((range) => oneWords(range, whose)))
}

function oneWords({ of, low, high }: Range, whose: string): string {
  const name = measureName(of)
  if (isEvent(of)) {
    if (low !== null && low > 0) return `“${name}” happens`
    if (high !== null && high < 1) return `“${name}” does not happen`
  }
  const said = rangeWords(low, high, unitOfMeasure(of))
  return 'input' in of ? `“${name}” is ${said}` : `${name} of ${whose} is ${said}`
}

/** What a number of each future is called. */
export function measureName(of: Measure): string {
  if ('input' in of) return labelOf(of.input)
  return market.outcomes.find(({ id }) => id === of.outcome)?.label ?? of.outcome
}

export function unitOfMeasure(of: Measure): string {
  if ('input' in of) return assumptions.find(({ id }) => id === of.input)?.unit ?? ''
  const outcome = market.outcomes.find(({ id }) => id === of.outcome)
  return outcome?.kind === 'number' ? outcome.unit : ''
}

/** Whether a number is 1 in futures where something happens, and else 0. */
export function isEvent(of: Measure): boolean {
  return 'input' in of && assumptions.find(({ id }) => id === of.input)?.role === 'event'
}

/** Futures that a selection made by hand counts, of those that count without it. */
export interface BrushCount {
  readonly count: number
  readonly of: number
}

/**
 * Which futures are counted while some are made out by hand; true of none and of few too.
 *
 * @param trials futures of the run
 */
export function brushSentence(words: string, brushed: BrushCount, trials: number): string {
  const { count: met, of } = brushed
  if (met === 0) {
    return `No future of ${count(of)} is one where ${words}, so all are counted.`
  }
  const few =
    met < HARDLY
      ? ' That is too few to tell much: take what follows as a hint, or make the range wider.'
      : ''
  return `Counting only futures where ${words}: ${count(met)} of ${groundWords(brushed, trials).replace(' futures', '')}.${few}`
}

/** Of how many futures some are counted, and of which: of all of them others than those of a table that counts closed deals. */
function groundWords({ of }: BrushCount, trials: number): string {
  return of === trials ? `all ${count(of)} futures of the run` : `${count(of)} futures`
}

/** How many futures are made out, said beside the picture on which they are; null while they are counted. */
export function hereSentence(met: BrushCount | null): string {
  if (met === null) return 'Counting the futures that are marked …'
  return met.count === 0
    ? `No future of ${count(met.of)} is marked, so all are counted.`
    : `${count(met.count)} of ${count(met.of)} futures are marked.`
}

/**
 * How the futures made out by hand stand on a screen that counts all.
 *
 * @param met how many they are of those that Why counts; null while they are counted
 * @param mark what stands for them on the screen
 * @param trials futures of the run
 */
export function markedSentence(
  words: string,
  met: BrushCount | null,
  screen: string,
  mark: string,
  trials: number,
): string {
  if (met === null) return `Counting the futures where ${words} …`
  if (met.count === 0) {
    return `No future of ${count(met.of)} is one where ${words}, so none is marked, and all are counted everywhere.`
  }
  return `${mark} marks ${count(met.count)} of ${groundWords(met, trials)}: those where ${words}. The figures of ${screen} do not follow it.`
}

/**
 * Why rules that tell futures within a range from all others cannot be looked for, in a sentence; null
 * where they can.
 */
export function rangeProblem({ count: within, of }: BrushCount): string | null {
  if (of === 0) return null
  if (within === 0) return 'No future lies in this range, so all are counted: make it wider.'
  if (within === of) {
    return 'Every future lies in this range, so nothing tells them from others: make it narrower.'
  }
  if (within < HARDLY) {
    return 'Too few futures lie in this range to tell what they have in common: make it wider.'
  }
  return of - within < HARDLY
    ? 'Too few futures lie outside this range to tell what sets it apart: make it narrower.'
    : null
}

/** Which futures count, in words for a caption, while some are made out by hand. */
export function brushedCounted(counted: string, words: string | null): string {
  return words === null ? counted : `${counted}, and of these only those where ${words}`
}

/** What two fields mean: ends in order, or what is wrong with them in a sentence. */
export function endsTyped(from: string, to: string, unit: string): Ends | string {
  const [low, high] = [from, to].map((text) => (text.trim() === '' ? null : numberIn(text, unit)))
  const wrong = [low, high].find((end) => typeof end === 'string')
  if (typeof low === 'string' || typeof high === 'string') {
    return `“${wrong}” is no number here. Type one such as ${typedIn(0.5, unit)}, or leave the field empty for no limit.`
  }
  if (low !== null && high !== null && low > high) {
    return `From has to be at most To, got ${exactValue(low, unit)} to ${exactValue(high, unit)}.`
  }
  return { low, high }
}
