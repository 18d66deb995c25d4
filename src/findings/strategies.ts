import type { NumberOutcome } from '../engine/model.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import type { Shape } from '../engine/statistics/shape.ts'
import {
  chance,
  chanceWithError,
  count,
  difference,
  value,
  valueWithError,
} from '../words/index.ts'
import { rowFigures } from '../study/model.ts'
import { type Choice, markOf, marks } from './best.ts'
import { type Where, whereWords } from './where.ts'
import { amount, type Cell, type Finding, type Table } from './finding.ts'
import { hasFigure, type StrategyRow } from './strategy-rows.ts'
import { talksWords } from './talks.ts'
import { chanceOf, type Side } from './target.ts'

/** How a distribution is drawn. */
export type Look = 'dots' | 'density' | 'cumulative'

/** Monte Carlo errors of what is read off one distribution; null where too few futures count. */
export type RowErrors = Readonly<Record<'p10' | 'p50' | 'p90' | 'chance', number | null>>

/** What the rows of strategies are found from. */
export interface StrategiesFacts {
  readonly outcome: NumberOutcome
  /** Futures that shapes and chances, and those that means are taken over. */
  readonly where: Where
  readonly means: Where
  readonly look: Look
  /** How many dots stand for the futures of a row. */
  readonly dots: number
  readonly target: number
  readonly side: Side
  readonly quarters: number
  /** In the order of the plan. */
  readonly strategies: readonly StrategyRow[]
  /** The best first: over the futures that agree where means are, else over all. */
  readonly ranking: readonly StrategyRow[]
  /** How the best stands against the others; null until it is known. */
  readonly choice: Choice | null
  /** What each is set against: the label of the status quo. */
  readonly statusQuo: string
  /** By strategy. */
  readonly shapes: readonly Shape[]
  /** By strategy, asked for when the table is shown; null for figures without their ±. */
  readonly errors: () => readonly RowErrors[] | null
}

/** How the strategies lie beside each other: each with its futures, its mean and its risks. */
export function strategiesFinding(facts: StrategiesFacts): Finding<readonly Shape[]> {
  const { outcome, shapes } = facts
  return {
    id: `strategies-${outcome.id}`,
    title: titleOf(facts),
    measure: measureOf(outcome),
    caption: captionOf(facts),
    table: () => tableOf(facts),
    marks: shapes,
  }
}

/** How far apart the strategies lie, against how far one of them reaches. */
function titleOf({ outcome, shapes, strategies, ranking }: StrategiesFacts): string {
  const best = ranking.find(({ isReference }) => !isReference)
  const worst = ranking[ranking.length - 1]
  const shape = shapes[strategies.findIndex(({ id }) => id === best?.id)]
  if (!best || !worst || !shape || shape.count === 0) return outcome.label
  const [first] = ranking
  const apart = Math.abs(first.mean.value - worst.mean.value)
  const error = Math.max(first.mean.error ?? 0, worst.mean.error ?? 0)
  const text = (x: number, by: number | null) => difference(x, outcome.unit, by).replace(/^\+/, '')
  const span = shape.p98 - shape.p2
  return apart > span
    ? `Averages lie ${text(apart, error)} apart, further than the futures of “${best.label}” span: ${text(span, null)}`
    : `Averages lie ${text(apart, error)} apart; the futures of “${best.label}” alone span ${text(span, null)}`
}

function measureOf({ label, description, unit }: NumberOutcome): string {
  const words = unit === 'fraction' ? 'percent' : unit
  return `${label}: ${description.replace(/\.$/, '')} (${words}).`
}

const lookWords: Readonly<Record<Look, string>> = {
  dots: 'filled where it reaches the target.',
  density:
    'Areas are equal but for stems, values that many futures hold; dark where they reach the target.',
  cumulative: 'A curve is the chance to reach each value, from 100% down to 0%.',
}

/** Which futures are shown, said of dots and of means. */
function captionOf({ where, means, look, dots, quarters }: StrategiesFacts): string {
  const averaged = means === 'observed' ? 'Averages and how talks end' : 'Averages'
  return `Counted: ${whereWords(where).counted}. ${averaged}: ${whereWords(means).counted}. ${look === 'dots' ? `A dot is one in ${count(dots)} of them, ` : ''}${lookWords[look]} ▲ is the middle one. Horizon: ${quarters / 4} years.`
}

/** The rows in figures, each with its error; ± is one standard error. */
function tableOf(facts: StrategiesFacts): Table {
  const { outcome, strategies, target, side } = facts
  const errors = facts.errors()
  const parts =
    strategies[0]?.parts.length === 2 ? strategies[0].parts.map(({ label }) => label) : []
  const verb = side === 'atLeast' ? 'at least' : 'at most'
  const hasAgainst = strategies.some(({ against }) => against !== null)
  return {
    columns: [
      'Strategy',
      'Closes',
      'Average',
      ...(facts.choice ? ['Standing'] : []),
      ...(hasAgainst ? [`Average less “${facts.statusQuo}”`] : []),
      ...parts,
      ...rowFigures.map(({ label }) => label),
      `Chance of ${verb} ${value(target, outcome.unit)}`,
      '10% of futures are below',
      '50% are below',
      '90% are below',
      'Talks',
    ],
    rows: strategies.map((strategy, index) => [
      strategy.label,
      ...meanCells(strategy, facts.choice, {
        hasAgainst,
        hasParts: parts.length > 0,
        isThere: hasFigure(outcome, strategy),
      }),
      ...shapeCells(facts, index, errors?.[index] ?? null),
      talksWords(strategy.talks),
    ]),
  }
}

function meanCells(
  strategy: StrategyRow,
  choice: Choice | null,
  {
    hasAgainst,
    hasParts,
    isThere,
  }: { readonly hasAgainst: boolean; readonly hasParts: boolean; readonly isThere: boolean },
): Cell[] {
  const { isReference, closes, mean, meanText, against, parts, figures } = strategy
  return [
    isReference ? '–' : amount(chance(closes), closes),
    isThere ? amount(meanText, mean.value) : '–',
    ...(choice ? [standingWords(choice, strategy.id)] : []),
    ...(hasAgainst ? [against ? amount(against.text, against.estimate.value) : '–'] : []),
    ...(hasParts ? parts.map(({ text, estimate }) => amount(text, estimate.value)) : []),
    ...rowFigures.map((_, i) => {
      const found = figures[i]
      return found ? amount(found.textWithError, found.estimate.value) : '–'
    }),
  ]
}

function shapeCells(
  { outcome, shapes, strategies, target, side }: StrategiesFacts,
  index: number,
  errors: RowErrors | null,
): Cell[] {
  const shape = shapes[index]
  const isThere = strategies[index] && hasFigure(outcome, strategies[index])
  if (!isThere || !shape || shape.count === 0) return ['–', '–', '–', '–']
  const reached = chanceOf(shape.sorted, target, side)
  const at = (p: number, error: number | null = null) =>
    amount(
      valueWithError(quantileOf(shape.sorted, p), error, outcome.unit),
      quantileOf(shape.sorted, p),
    )
  return [
    amount(chanceWithError(reached, errors?.chance ?? null), reached),
    at(0.1, errors?.p10),
    at(0.5, errors?.p50),
    at(0.9, errors?.p90),
  ]
}

function standingWords(choice: Choice, strategy: string): string {
  const mark = markOf(choice, strategy)
  if (mark) return marks[mark].words
  return choice.rivals.some(({ id }) => id === strategy) && choice.kind !== 'unranked'
    ? 'behind'
    : '–'
}
