import type { TableFigure } from '../analyses/strategy-table.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { market } from '../study/model.ts'
import { capital, unitOfColumn, value } from '../words/index.ts'
import { labelOfState } from './talks.ts'
import { type Target, targetWords } from './target.ts'
import { type Where, whereWords } from './where.ts'

/** What stands in a column. */
export interface TableColumn {
  readonly id: string
  readonly label: string
  /** In full sentences. */
  readonly help: string
  /** Columns that belong together. */
  readonly group: 'Average' | 'Range' | 'Risk' | 'Regret' | 'Dominance' | 'How talks end'
  /** The unit that its figures are in, where they do not say it themselves. */
  readonly unit: string
  /** Which futures it counts, in few words: “if it closes”. */
  readonly of: string
  /** An amount of the outcome, a share of futures, or words. */
  readonly kind: 'amount' | 'chance' | 'words'
  /** What is asked of the workers; nothing where the column follows from other answers. */
  readonly figure?: TableFigure
  /** Whether it has to be asked again when the target moves. */
  readonly byTarget?: boolean
}

/** What is shown until columns are chosen. */
export const usualColumns: readonly string[] = [
  'mean',
  'p10',
  'p50',
  'p90',
  'missed',
  'shortfall5',
  'meanRegret',
]

const quantiles = [5, 10, 25, 50, 75, 90, 95]

/** Every column there is of an outcome, in their order. */
export function tableColumns(
  outcome: NumberOutcome,
  target: Target,
  {
    where,
    means,
    shared,
  }: { readonly where: Where; readonly means: Where; readonly shared: Where },
): TableColumn[] {
  const { better, onlyIf } = outcome
  const unit = unitOfColumn(outcome.unit)
  const over = `Counted: ${whereWords(where).counted}.`
  const all = `Counted: ${whereWords(shared).counted}.`
  const range = quantiles.map((hundredths): Made => ({
    id: `p${hundredths}`,
    label: hundredths === 50 ? 'P50 (middle)' : `P${hundredths}`,
    help: `${hundredths}% of the futures counted are below this, ${100 - hundredths}% above. ${over}`,
    group: 'Range',
    unit,
    kind: 'amount',
    figure: { kind: 'quantile', p: hundredths / 100 },
  }))
  const average: Made = {
    id: 'mean',
    label: 'Average',
    help: `What it is worth on average. Counted: ${whereWords(means).counted}.${
      better === 'neutral'
        ? ''
        : ' ★ is best, = about the same as the best, ~ not surely behind it by an amount that matters.'
    }`,
    group: 'Average',
    unit,
    kind: 'amount',
    figure: { kind: 'mean' },
  }
  const risks = riskColumns(outcome, target, over, unit)
  // Who is best in a future can be said only of an outcome that is there in all, and has a better side.
  const common = [
    ...(better !== 'neutral' && onlyIf !== 'met'
      ? [...regretColumns(all, unit), ...dominanceColumns(all)]
      : []),
    ...talksColumns(all),
  ]
  return [
    { ...average, of: whereWords(means).heading },
    ...[...range, ...risks].map((one) => ({ ...one, of: whereWords(where).heading })),
    ...common.map((one) => ({ ...one, of: whereWords(shared).heading })),
  ]
}

/** A column before it is known which futures it counts. */
type Made = Omit<TableColumn, 'of'>

function riskColumns(
  { better, unit: measured }: NumberOutcome,
  target: Target,
  over: string,
  unit: string,
): Made[] {
  const at = targetWords(target.at, measured)
  const [reached, missed] =
    target.side === 'atLeast' ? [`At least ${at}`, `Below ${at}`] : [`At most ${at}`, `Above ${at}`]
  const worse = better === 'neutral' ? 'lowest' : 'worst'
  const chances = [
    { id: 'missed', label: missed, kind: 'missed', help: 'miss' },
    { id: 'reached', label: reached, kind: 'reached', help: 'reach' },
  ] as const
  return [
    ...chances.map(({ id, label, kind, help }): Made => ({
      id,
      label,
      help: `The chance to ${help} the target of ${value(target.at, measured)}. ${over}`,
      group: 'Risk',
      unit: '',
      kind: 'chance',
      figure: { kind, target },
      byTarget: true,
    })),
    ...[5, 10].map((hundredths): Made => ({
      id: `shortfall${hundredths}`,
      label: `Expected shortfall ${hundredths}%`,
      help: `The average of the ${worse} ${hundredths}% of futures (also called CVaR): how bad it is when it is bad. ${over}`,
      group: 'Risk',
      unit,
      kind: 'amount',
      figure: { kind: 'shortfall', share: hundredths / 100 },
    })),
  ]
}

function regretColumns(all: string, unit: string): Made[] {
  return [
    {
      id: 'meanRegret',
      label: 'Average regret',
      help: `What the best choice of each future would have been worth more, on average. The smallest of these is what knowing the future in advance is worth. ${all}`,
      group: 'Regret',
      unit,
      kind: 'amount',
      figure: { kind: 'meanRegret' },
    },
    {
      id: 'worstRegret',
      label: 'Largest regret',
      help: `The most that another choice would have been worth more in any future simulated. More futures can only raise it, so it has no ±. ${all}`,
      group: 'Regret',
      unit,
      kind: 'amount',
      figure: { kind: 'worstRegret' },
    },
    {
      id: 'best',
      label: 'Best in',
      help: `The share of futures in which no other choice is better; those that are equal share it. ${all}`,
      group: 'Regret',
      unit: '',
      kind: 'chance',
      figure: { kind: 'best' },
    },
  ]
}

function dominanceColumns(all: string): Made[] {
  return [
    {
      id: 'dominates',
      label: 'Dominates',
      help: `Which others are worse for every board (first order) or for every board that does not like risk (second order). ${all}`,
      group: 'Dominance',
      unit: '',
      kind: 'words',
    },
    {
      id: 'dominatedBy',
      label: 'Dominated by',
      help: `Which others are better for every board (first order) or for every board that does not like risk (second order). ${all}`,
      group: 'Dominance',
      unit: '',
      kind: 'words',
    },
  ]
}

function talksColumns(all: string): Made[] {
  const talks = market.outcomes.find(({ id }) => id === market.condition.outcome)
  const states = talks?.kind === 'category' ? talks.states : []
  return states.map((state): Made => ({
    id: `ended-${state}`,
    label: capital(labelOfState(state)),
    help: `How often the talks end so: ${labelOfState(state)}. ${all}`,
    group: 'How talks end',
    unit: '',
    kind: 'chance',
    figure: { kind: 'ended', state },
  }))
}
