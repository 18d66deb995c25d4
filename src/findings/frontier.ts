import type { PointFigures } from '../analyses/points.ts'
import type { Levers } from '../engine/model.ts'
import { leversAt, market, rowFigures } from '../study/model.ts'
import {
  count,
  counted,
  isShare,
  money,
  percent,
  remarks,
  sentences,
  valueWithError,
} from '../words/index.ts'
import type {
  Against,
  FoundFrontier,
  FrontierLimits,
  FrontierPoint,
} from '../workers/frontier-run.ts'
import type { Limits } from './best.ts'
import { amount, type Cell, type Finding, type Table } from './finding.ts'
import { frontierTitle } from './frontier-title.ts'
import { hasFigures, lapseWords, mostHeldWords, winnerOf } from './frontier-winner.ts'
import type { MapStrategy } from './lever-map.ts'
import { leverWords, shortLabel } from './lever-words.ts'
import { figureWords, measureName, missName, type PointsAsked, pointWords } from './point-words.ts'
import { whereWords } from './where.ts'

/** The outcome that the limit on cash is on. */
export const CASH = rowFigures.find(({ id }) => id === 'cash')

/** What a search is found from. */
export interface FrontierFacts {
  readonly asked: PointsAsked
  readonly against: Against
  readonly limits: FrontierLimits
  readonly found: FoundFrontier
  /** In the order of the figures found. */
  readonly strategies: readonly MapStrategy[]
  /** The strategy that what was found is held against, the best of them on average; null where there is none. */
  readonly rival: MapStrategy | null
  /** Whether not investing is a choice, which has 0 in both respects. */
  readonly hasNone: boolean
  /** What a lead is held against on the fresh futures. */
  readonly rule: Limits
  readonly vantage: string
  readonly seed: string
}

/** A point of the chart: an average and what it is weighed against, each with its error. */
export interface FrontierMark {
  readonly mean: number
  readonly meanError: number
  readonly risk: number
  readonly riskError: number
}

/** A setting found, before and after it was run again. */
export interface FoundMark extends FrontierMark {
  readonly before: { readonly mean: number; readonly risk: number }
  readonly isOnFront: boolean
}

export interface NamedMark extends FrontierMark {
  readonly id: string
  readonly label: string
  readonly isRival: boolean
}

export interface FrontierMarks {
  readonly found: readonly FoundMark[]
  readonly strategies: readonly NamedMark[]
}

/** The best averages for every risk: of the strategies, and of a search over all terms. */
export function frontierFinding(facts: FrontierFacts): Finding<FrontierMarks> {
  const { asked, against } = facts
  const { outcome, where, means } = asked
  return {
    id: `frontier-${outcome.id}-${against}`,
    title: frontierTitle(facts),
    measure: `${outcome.label} (${isShare(outcome.unit) ? 'percent' : outcome.unit}): average (${whereWords(means).counted}) against ${measureName(asked, against).toLowerCase()} (${whereWords(where).counted}).`,
    caption: captionOf(facts),
    table: () => frontierTable(facts),
    marks: {
      found: facts.found.points.flatMap((one) => foundMark(one, against)),
      strategies: facts.strategies.flatMap((one, at) => {
        const mark = markOf(facts.found.strategies[at], against)
        return mark
          ? [{ ...mark, id: one.id, label: one.label, isRival: one.id === facts.rival?.id }]
          : []
      }),
    },
  }
}

function markOf(point: PointFigures | undefined, against: Against): FrontierMark | null {
  const risk = point?.[against]
  if (!point?.mean || !risk) return null
  return {
    mean: point.mean.value,
    meanError: point.mean.error ?? 0,
    risk: risk.value,
    riskError: risk.error ?? 0,
  }
}

function foundMark({ found, confirmed, isOnFront }: FrontierPoint, against: Against): FoundMark[] {
  const [before, after] = [markOf(found, against), markOf(confirmed, against)]
  if (!before || !after) return []
  return [{ ...after, before: { mean: before.mean, risk: before.risk }, isOnFront }]
}

function captionOf(facts: FrontierFacts): string {
  const { found, hasNone } = facts
  const lapsed = found.points.filter((one) => !hasFigures(one))
  const lost = found.points.filter((one) => !one.isWithin && hasFigures(one)).length
  const unclosed = lapsed.filter(({ confirmed }) => confirmed.closes.value === 0).length
  return sentences([
    frontierNote(facts),
    'Dots: terms found, filled where no other of them is as good in both respects on the fresh futures; a thin line leads from what they were found with. Crosses: one standard error.',
    lost > 0
      ? `${count(lost)} of ${count(found.points.length)} ${lost === 1 ? 'passes' : 'pass'} a limit on the fresh futures.`
      : null,
    unclosed > 0
      ? `With ${count(unclosed)} of ${count(found.points.length)} no deal closed on the fresh futures.`
      : null,
    lapsed.length > unclosed
      ? `For ${count(lapsed.length - unclosed)} of ${count(found.points.length)} no fresh future counts.`
      : null,
    hasNone ? 'Not investing has an average of 0 and no loss.' : null,
  ])
}

/** What a search stands on: how much was looked at, within which limits, and what its points were run again on. */
export function frontierNote(facts: FrontierFacts): string {
  const { asked, found, limits, seed } = facts
  const { cash, misses } = limits
  const within = [
    cash === null ? null : `${CASH?.label.toLowerCase() ?? 'cash'} at most ${money(cash)}`,
    misses === null ? null : `${missName(asked).replace(/^C/, 'c')} at most ${percent(misses)}`,
  ].filter((one) => one !== null)
  return sentences([
    `${counted(found.evaluations, 'setting')} of all terms looked at on ${counted(found.trials, 'future')} each, seed ${seed};`,
    within.length > 0 ? `limits: ${within.join(', ')}.` : 'no limits.',
    `Every point stands on ${counted(found.fresh.trials, 'fresh future')} that it was not chosen by.`,
    mostHeldWords(facts),
  ])
}

/** Terms found and the strategies, each with its figures on the fresh futures and its terms. */
export function frontierTable(facts: FrontierFacts): Table {
  const { asked, found, strategies, vantage } = facts
  const winner = winnerOf(facts)
  const remarkOn = (one: FrontierPoint) => {
    if (!hasFigures(one)) return `, ${lapseWords(one)}`
    return one.isWithin ? '' : ', passes a limit'
  }
  const levers = leversAt(vantage).filter((one) => one.kind === 'amount')
  const unit = asked.outcome.unit
  const figures = (point: PointFigures): Cell[] => [
    point.mean ? amount(figureWords(asked, 'mean', point), point.mean.value) : '–',
    point.misses ? amount(figureWords(asked, 'misses', point), point.misses.value) : '–',
    point.worstTenth
      ? amount(figureWords(asked, 'worstTenth', point), point.worstTenth.value)
      : '–',
    cashCell(point),
    amount(figureWords(asked, 'closes', point), point.closes.value),
  ]
  const terms = (setting: Levers): Cell[] =>
    levers.map((lever) => {
      const value = setting[lever.id]
      return amount(leverWords(lever, value), typeof value === 'number' ? value : null)
    })
  return {
    columns: [
      'Terms',
      'Found',
      'Average on fresh futures',
      missName(asked),
      measureName(asked, 'worstTenth'),
      CASH?.label ?? 'Cash',
      'Closes',
      ...levers.map(shortLabel),
    ],
    rows: [
      ...found.points.map((one, at) => [
        `Found ${count(at + 1)}${one === winner ? ', the best found' : ''}${remarkOn(one)}`,
        one.found.mean
          ? amount(
              valueWithError(one.found.mean.value, one.found.mean.error, unit),
              one.found.mean.value,
            )
          : '–',
        ...figures(one.confirmed),
        ...terms(one.levers),
      ]),
      ...strategies.map(({ label, levers: setting }, at) => [
        label,
        '–',
        ...(found.strategies[at] ? figures(found.strategies[at]) : ['–', '–', '–', '–', '–']),
        ...terms(setting),
      ]),
    ],
  }
}

/** Terms found, or a strategy's, in figures on the fresh futures: with what the limit on cash is on. */
export function foundWords(
  { asked, found }: FrontierFacts,
  { confirmed, before }: { readonly confirmed: PointFigures; readonly before: PointFigures | null },
): string {
  const cash = cashWords(confirmed)
  const was = before?.mean
  return sentences([
    was
      ? `Found ${valueWithError(was.value, was.error, asked.outcome.unit)}; on fresh futures:`
      : 'On fresh futures:',
    remarks([
      cash && CASH ? `${CASH.label.toLowerCase()} ${cash}` : undefined,
      pointWords(asked, confirmed, found.fresh.trials),
    ]),
  ])
}

function cashWords({ alongside }: PointFigures): string | null {
  const cash = alongside?.[0]
  const outcome = market.outcomes.find(({ id }) => id === CASH?.outcome)
  if (!cash || outcome?.kind !== 'number') return null
  return valueWithError(cash.value, cash.error, outcome.unit)
}

function cashCell(point: PointFigures): Cell {
  const words = cashWords(point)
  return words === null ? '–' : amount(words, point.alongside?.[0]?.value ?? null)
}
