import { SERIES_TRIALS } from '../engine/blocks.ts'
import type { CaseDifference, SeriesDifference } from '../engine/statistics/series-difference.ts'
import {
  chance,
  commas,
  count,
  difference as differenceText,
  differenceWithError,
  figure,
  ofHundred,
  sizeWithError,
  unitText,
} from '../words/index.ts'
import type { RunResults } from '../workers/results.ts'
import type { FanMarks } from './fan.ts'
import { stepsAfter } from './steps-after.ts'
import { amount, type Finding, type Table } from './finding.ts'

/** What a title of a difference needs: one series of one case less that of another, future by future. */
export interface DifferenceWords {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly a: string
  readonly b: string
  readonly difference: SeriesDifference
  readonly quarters: readonly string[]
  /** Standard errors beyond which a mean is surely not 0. */
  readonly certain: number
}

/** The same with what a picture shows beside it. */
export interface DifferenceFacts extends DifferenceWords {
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
      text: (x) => differenceText(x, unit),
    },
  }
}

/**
 * Whether the difference is surely above or below 0 at the horizon, and in how many futures; where it
 * is not, in which quarter it is farthest from it.
 */
export function differenceTitle(facts: DifferenceWords): string {
  const { label, a, b, difference, quarters } = facts
  const { above, below } = difference
  if (above.every((share, t) => share === 0 && below[t] === 0)) {
    return `${label}: ${a} and ${b} do not differ in any future`
  }
  const end = quarters.length - 1
  const year = quarters[end].slice(0, 4)
  if (isSure(facts, end)) return `${label} in ${year}: ${sureWords(facts, end)}`
  const same = above[end] + below[end] === 0
  const now = same ? `no difference in ${year}` : `no sure difference on average in ${year}`
  const sure = quarters.map((_, t) => t).filter((t) => isSure(facts, t))
  if (sure.length === 0) return `${label}: ${now}`
  const most = sure.reduce((best, t) =>
    Math.abs(difference.mean[t]) > Math.abs(difference.mean[best]) ? t : best,
  )
  return `${label}: ${now}; in ${quarters[most]} ${sureWords(facts, most)}`
}

function isSure({ difference, certain }: DifferenceWords, t: number): boolean {
  const [mean, error] = [difference.mean[t], difference.standardError[t]]
  return mean !== 0 && error !== null && Math.abs(mean) > certain * error
}

function sureWords({ a, b, unit, difference }: DifferenceWords, t: number): string {
  const { mean, standardError, above, below } = difference
  const size = sizeWithError(mean[t], standardError[t], unit)
  const isUp = mean[t] > 0
  const share = isUp ? above[t] : below[t]
  const how = share === 1 ? 'in every future' : `in ${ofHundred(share)} futures`
  return `${isUp ? a : b} higher by ${size}${stepsAfter(unit, size)} on average and ${how}`
}

/** On which futures the differences stand. */
export function differenceFutures(
  { trials }: Pick<CaseDifference, 'trials'>,
  { plan, trials: all }: Pick<RunResults, 'plan' | 'trials'>,
  ofAgreeing: boolean,
): string {
  const asked = Math.min(all, SERIES_TRIALS)
  const first =
    asked < all ? `First ${count(asked)} of ${count(all)} futures` : `${count(all)} futures`
  const futures = ofAgreeing ? `${first}, of which ${count(trials)} agree with what came` : first
  return `${futures}, seed ${plan.seed}.`
}

/** The difference as an axis has it. */
export function differenceTick(x: number, unit: string): string {
  const short = unit.startsWith('USD') ? 'USD bn' : unit
  return unit === 'fraction' ? figure(x * 100, 'points') : figure(x, short)
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
