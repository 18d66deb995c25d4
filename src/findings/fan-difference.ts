import type { CaseDifference, SeriesDifference } from '../engine/statistics/series-difference.ts'
import {
  chance,
  commas,
  difference as differenceText,
  differenceWithError,
  figureIn,
  unitText,
} from '../words/index.ts'
import type { RunResults } from '../workers/results.ts'
import { averageWords } from './average-words.ts'
import type { FanMarks } from './fan.ts'
import { fanFutures } from './fan-futures.ts'
import { partsOfHundred } from './pair.ts'
import { amount, type Finding, type Table } from './finding.ts'

/** What a title of a difference needs: one series of one case less that of another, future by future. */
export interface DifferenceWords {
  readonly label: string
  readonly unit: string
  readonly difference: SeriesDifference
  readonly quarters: readonly string[]
  /** Standard errors beyond which a mean is surely not 0. */
  readonly certain: number
}

/** The same with what a picture shows beside it. */
export interface DifferenceFacts extends DifferenceWords {
  readonly id: string
  /** What the two cases are called. */
  readonly a: string
  readonly b: string
  /** Single futures of the difference that are drawn. */
  readonly singles: readonly (readonly number[])[]
  /** Futures that are counted, in words. */
  readonly counted: string
}

/** How far one case is from another, quarter by quarter, as a fan of its own. */
export function differenceFanFinding(facts: DifferenceFacts): Finding<FanMarks> {
  const { id, label, unit, a, b, difference, singles, quarters, counted } = facts
  const drawn = singles.length > 0 ? `; ${singles.length} single futures` : ''
  return {
    id: `difference-${id}`,
    title: differenceTitle(facts),
    measure: commas([`${label}: ${a} less ${b} in the same future`, stepsOf(unit)]),
    caption: `The difference in 90% of ${counted}, the middle half, the median${drawn}. At the line neither is higher.`,
    table: () => differenceTable(facts),
    marks: {
      fans: [{ id: `${a} less ${b}`, label: `${a} less ${b}`, summary: difference }],
      singles,
      observed: [],
      quarters,
      // What the axis is in is said once, above it.
      text: (x) => differenceText(...plainly(x, unit)),
    },
  }
}

/**
 * Whether the first is surely above or below the second at the horizon, and in how many futures; where
 * it is not, in which quarter it is farthest from it. Which two they are is said beside it.
 */
export function differenceTitle(facts: DifferenceWords): string {
  const { label, difference, quarters } = facts
  const { above, below } = difference
  if (above.every((share, t) => share === 0 && below[t] === 0)) {
    return `${label}: no difference in any future`
  }
  const end = quarters.length - 1
  const year = quarters[end].slice(0, 4)
  if (isSure(facts, end)) return `${label}: ${sureWords(facts, end)} in ${year}`
  const same = above[end] + below[end] === 0
  const now = same ? `no difference in ${year}` : `no sure difference on average in ${year}`
  const sure = quarters.map((_, t) => t).filter((t) => isSure(facts, t))
  if (sure.length === 0) return `${label}: ${now}`
  const most = sure.reduce((best, t) =>
    Math.abs(difference.mean[t]) > Math.abs(difference.mean[best]) ? t : best,
  )
  return `${label}: ${now}; ${sureWords(facts, most)} in ${quarters[most]}`
}

function isSure({ difference, certain }: DifferenceWords, t: number): boolean {
  const [mean, error] = [difference.mean[t], difference.standardError[t]]
  return mean !== 0 && error !== null && Math.abs(mean) > certain * error
}

function sureWords({ unit, difference }: DifferenceWords, t: number): string {
  const { mean, standardError, above, below } = difference
  return `${averageWords(mean[t], standardError[t], unit)} on average, ${sidesWords(above[t], below[t], mean[t] > 0)},`
}

/** In how many futures it is higher and in how many lower, the side of the mean first; what is left is the same. */
function sidesWords(above: number, below: number, isUp: boolean): string {
  const sides = [
    { word: 'higher', share: above },
    { word: 'lower', share: below },
  ]
  const [one, other] = isUp ? sides : sides.toReversed()
  if (one.share === 1) return `${one.word} in every future`
  const rest = 1 - above - below
  // What is left of two sums of weights is none.
  const shares = [one.share, other.share, rest > 1e-9 ? rest : 0]
  const [first, second, same] = partsOfHundred(shares)
  const words = `${one.word} in ${first} of 100 futures, ${other.word} in ${second}`
  return shares[2] > 0 ? `${words}, the same in ${same}` : words
}

/** The mean difference of a quarter and its error, for a readout. */
export function meanWords({ unit, difference }: DifferenceWords, t: number): string {
  return `mean ${differenceWithError(difference.mean[t], difference.standardError[t], unit)}`
}

/** On which futures the differences stand. */
export function differenceFutures(
  { trials }: Pick<CaseDifference, 'trials'>,
  { plan, trials: all }: Pick<RunResults, 'plan' | 'trials'>,
  ofAgreeing: boolean,
  brushed: string | null = null,
): string {
  return fanFutures({ trials, ofAgreeing, brushed }, { plan, trials: all })
}

/** The difference as an axis that is so wide has it. */
export function differenceTick(x: number, unit: string, width: number): string {
  const [size, its] = plainly(x, unit)
  return figureIn(size, its, plainly(width, unit)[0])
}

/** A difference in the unit that is said above an axis. */
function plainly(x: number, unit: string): readonly [number, string] {
  if (unit === 'fraction') return [x * 100, 'points']
  return [x, unit.startsWith('USD') ? 'USD bn' : unit]
}

function stepsOf(unit: string): string {
  return unit === 'fraction' ? 'points' : unitText(unit)
}

/**
 * The same in figures.
 *
 * @param every so many quarters one, and the last
 */
export function differenceTable(
  { unit, difference, quarters }: Pick<DifferenceWords, 'unit' | 'difference' | 'quarters'>,
  every = 1,
): Table {
  const { mean, standardError, p5, p50, p95, above, below } = difference
  const by = (x: number, error: number | null = null) =>
    amount(error === null ? differenceText(x, unit) : differenceWithError(x, error, unit), x)
  const share = (x: number) => amount(chance(x), x)
  const last = quarters.length - 1
  return {
    columns: ['Quarter', 'Mean', '5% below', 'Median', '95% below', 'Higher', 'Lower'],
    rows: quarters.flatMap((quarter, t) =>
      t % every === 0 || t === last
        ? [
            [
              quarter,
              by(mean[t], standardError[t]),
              ...[p5, p50, p95].map((line) => by(line[t])),
              share(above[t]),
              share(below[t]),
            ],
          ]
        : [],
    ),
  }
}
