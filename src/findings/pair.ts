import type { Pair, PairedDifference } from '../analyses/pair.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { Shape } from '../engine/statistics/shape.ts'
import {
  alternatives,
  capital,
  chanceWithError,
  differenceWithError,
  hundredths,
  ofHundred,
  sentences,
} from '../words/index.ts'
import { averageWords } from './average-words.ts'
import { type Where, whereWords } from './where.ts'
import { amount, type Finding, type Table } from './finding.ts'

/** Ties rarer than this need no words of their own. */
const FEW_TIES = 0.01

/** Two cases compared on the same futures: `answer` is of a less b. */
export interface PairFacts {
  readonly a: { readonly id: string; readonly label: string }
  readonly b: { readonly id: string; readonly label: string }
  readonly answer: Pair
  readonly outcome: NumberOutcome
  readonly where: Where
  /** What the scenarios of the two share and what not; empty where theirs is the same. */
  readonly across?: string
}

/** Which of two cases is ahead, future by future, and by how much. */
export function pairFinding(facts: PairFacts): Finding<Shape> {
  const { a, b, answer, outcome, across = '' } = facts
  const { mean, standardError, ties } = answer.difference
  const words = averageWords(mean, standardError, outcome.unit)
  const filled = [
    `${a.label} is ${outcome.better === 'neutral' ? 'higher' : 'ahead'}`,
    ...(ties > 0 ? ['there is no difference'] : []),
  ]
  return {
    id: `pair-${a.id}-${b.id}`,
    title: pairWords(a.label, b.label, answer.difference, outcome.better),
    measure: `${outcome.label}: ${a.label} less ${b.label}, in the same future. On average over ${countedWords(facts)} ${words}.`,
    caption: sentences([
      ties === 1 ? '' : spreadWords(facts),
      `Counted: ${countedWords(facts)}.`,
      across,
      `± is the error of the paired difference. ▲ is the middle one; filled is where ${alternatives(filled)}.`,
    ]),
    table: () => tableOf(facts),
    marks: answer.shape,
  }
}

/** Futures that a pair counts. */
export function countedWords({
  outcome,
  where,
  across = '',
}: Pick<PairFacts, 'outcome' | 'where' | 'across'>): string {
  if (where === 'condition') {
    return `futures in which ${outcome.onlyIf === 'met' ? 'both close' : 'at least one of the two closes'}`
  }
  // What is drawn is looked at in one scenario.
  const first = across !== '' && where === 'observed' ? ' in the scenario of the first' : ''
  return whereWords(where).counted + first
}

/** The same behind a figure. */
export function overWords({ outcome, where }: Pick<PairFacts, 'outcome' | 'where'>): string {
  if (where !== 'condition') return whereWords(where).heading
  return outcome.onlyIf === 'met' ? 'if both close' : 'if at least one of the two closes'
}

/** Three figures of the difference with their errors. */
function spreadWords({ answer: { difference, errors }, outcome }: PairFacts): string {
  const [low, middle, high] = (['p10', 'p50', 'p90'] as const).map((at) =>
    differenceWithError(difference[at], errors[at], outcome.unit),
  )
  // Where ties hold a percentile, fewer lie beyond it.
  const tenth = (x: number) => (x === 0 && difference.ties > 0 ? 'at most 10%' : '10%')
  const [below, above] = [tenth(difference.p10), tenth(difference.p90)]
  return `${capital(below)} of futures are below ${low}, the middle one is ${middle}, ${above} are above ${high}.`
}

function tableOf({ a, b, answer: { difference, errors }, outcome }: PairFacts): Table {
  const share = (x: number, error: number | null) => amount(chanceWithError(x, error), x)
  const by = (x: number, error: number | null) =>
    amount(differenceWithError(x, error, outcome.unit), x)
  return {
    columns: ['Figure', 'Value'],
    rows: [
      [`${a.label} higher`, share(difference.wins, errors.wins)],
      [`${b.label} higher`, share(difference.losses, errors.losses)],
      ['No difference', share(difference.ties, errors.ties)],
      ['Mean difference', by(difference.mean, difference.standardError)],
      ['10% of differences are below', by(difference.p10, errors.p10)],
      ['50% are below', by(difference.p50, errors.p50)],
      ['90% are below', by(difference.p90, errors.p90)],
    ],
  }
}

/**
 * Who is ahead how often, in a sentence. Ties are never hidden in one of the two numbers.
 *
 * @param difference a less b
 */
export function pairWords(
  a: string,
  b: string,
  { wins, losses, ties }: PairedDifference,
  better: NumberOutcome['better'],
): string {
  if (ties === 1) return `${a} and ${b} do not differ in any future`
  const ahead = better === 'neutral' ? 'higher' : 'ahead'
  const [forA, forB] = better === 'lower' ? [losses, wins] : [wins, losses]
  const [inA, inB, none] = partsOfHundred([forA, forB, ties])
  const words =
    forA === forB && inA !== inB
      ? `${a} and ${b} are ${ahead} equally often, in ${ofHundred(forA)} futures each`
      : `${a} ${ahead} in ${inA} of 100 futures, ${b} in ${inB}`
  return ties > FEW_TIES ? `${words}, no difference in ${none}` : words
}

/** Parts of a whole in a hundred, added up to it: none that is there is 0, none that is not all is 100. */
export function partsOfHundred(shares: readonly number[]): string[] {
  return hundredths(shares).map((whole, index) => {
    if (whole === 0 && shares[index] > 0) return 'fewer than 1'
    if (whole === 100 && shares[index] < 1) return 'more than 99'
    return String(whole)
  })
}
