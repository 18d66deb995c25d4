import type { DominancesRequest } from '../analyses/dominances.ts'
import type { Wanted } from '../analyses/estimates.ts'
import type { StrategyTableRequest, TableEstimate } from '../analyses/strategy-table.ts'
import type { CaseRef } from '../engine/plan.ts'
import type { Selection } from '../engine/selection.ts'
import { type Choice, choiceOf, type Limits } from './best.ts'
import { apart, type Estimate } from './estimates.ts'
import { rivalsFrom, topLeadsWanted } from './leads.ts'
import type { StrategyTableFacts, TableStrategy } from './strategy-table.ts'
import { tableColumns } from './table-columns.ts'
import { selectionOf } from './where.ts'

/** What a table of strategies is about. */
export interface TableSubject extends Pick<
  StrategyTableFacts,
  'outcome' | 'target' | 'where' | 'means' | 'shared' | 'strategies'
> {
  readonly scenario: string
  /** Futures that agree with what came; all where none is asked for. */
  readonly agreeing: Selection
  /** The row that all are set against. */
  readonly against: string | null
}

/** What is asked of the workers, and which columns the answer is of. */
export interface FiguresWanted {
  readonly columns: readonly string[]
  readonly request: StrategyTableRequest
}

export type TableFigures = Readonly<Record<string, readonly (TableEstimate | null)[]>>

/**
 * Figures of every strategy.
 *
 * @param byTarget those that change when the target moves, or all others
 */
export function figuresWanted(subject: TableSubject, byTarget: boolean): FiguresWanted {
  const { outcome, target, strategies, against } = subject
  const columns = tableColumns(outcome, target, subject).filter(
    (one) => one.figure && (one.byTarget ?? false) === byTarget,
  )
  return {
    columns: columns.map(({ id }) => id),
    request: {
      ...common(subject),
      cases: strategies.map(({ id }) => refIn(subject, id)),
      figures: columns.flatMap(({ figure }) => figure ?? []),
      ...(against === null ? {} : { against: refIn(subject, against) }),
    },
  }
}

/** An answer to that, by column. */
export function figuresFrom(
  { columns }: FiguresWanted,
  rows: readonly (readonly (TableEstimate | null)[])[],
): TableFigures {
  return Object.fromEntries(columns.map((id, at) => [id, rows.map((row) => row[at])]))
}

/** Those that can be chosen, the best on average first. */
export function tableRanking(subject: TableSubject, { mean }: TableFigures): Ranked[] {
  const sign = subject.outcome.better === 'lower' ? 1 : -1
  return subject.strategies
    .flatMap((one, at) => {
      const found = mean[at]
      return found && one.isChoice && one.hasFigure ? [{ ...one, mean: found }] : []
    })
    .sort((a, b) => sign * (a.mean.value - b.mean.value))
}

interface Ranked extends TableStrategy {
  readonly mean: Estimate
}

/** How far the first is ahead of each other, future by future. */
export function tableLeadsWanted(subject: TableSubject, ranking: readonly Ranked[]): Wanted[] {
  return topLeadsWanted(
    ranking.map(({ id }) => refIn(subject, id)),
    subject.outcome.id,
    selectionOf(subject.means, subject.agreeing),
  )
}

/** How the first stands against all others, by the one rule; null where there is none. */
export function tableChoice(
  { outcome }: TableSubject,
  ranking: readonly Ranked[],
  found: readonly Estimate[],
  limits: Limits,
): Choice | null {
  const [top, ...others] = ranking
  if (!top) return null
  // What each has in futures of its own cannot be paired.
  const leads = outcome.onlyIf === 'met' ? others.map(({ mean }) => apart(top.mean, mean)) : found
  return choiceOf(top, outcome.better, rivalsFrom(others, leads, outcome.better), limits)
}

/** How far the expected shortfall of the first is from that of each other; null where there is none. */
export function tailsWanted(
  subject: TableSubject,
  [top, ...others]: readonly Ranked[],
): StrategyTableRequest | null {
  if (!top || others.length === 0 || subject.outcome.better === 'neutral') return null
  return {
    ...common(subject),
    cases: others.map(({ id }) => refIn(subject, id)),
    figures: [{ kind: 'shortfall', share: 0.05 }],
    against: refIn(subject, top.id),
  }
}

/** An answer to that: above 0 where the first is better. */
export function tailsFrom(
  { outcome }: TableSubject,
  rows: readonly (readonly (TableEstimate | null)[])[],
): Estimate[] {
  const sign = outcome.better === 'lower' ? 1 : -1
  return rows.map(([one]) => {
    const less = one?.less
    return less ? { value: sign * less.value, error: less.error } : { value: 0, error: null }
  })
}

/** Which of those that can be chosen dominate which; null where that cannot be said. */
export function dominancesWanted(subject: TableSubject, certain: number): DominancesRequest | null {
  const { outcome, strategies, shared, agreeing } = subject
  const { better } = outcome
  if (better === 'neutral' || outcome.onlyIf === 'met') return null
  const choices = strategies.filter((one) => one.isChoice && one.hasFigure)
  return {
    cases: choices.map(({ id }) => refIn(subject, id)),
    outcome: outcome.id,
    better,
    selection: selectionOf(shared, agreeing),
    certain,
  }
}

function common(subject: TableSubject) {
  const { outcome, where, means, shared, agreeing, strategies } = subject
  return {
    choices: strategies
      .filter((one) => one.isChoice && one.hasFigure)
      .map(({ id }) => refIn(subject, id)),
    outcome: outcome.id,
    better: outcome.better,
    selection: selectionOf(where, agreeing),
    means: selectionOf(means, agreeing),
    shared: selectionOf(shared, agreeing),
  }
}

function refIn({ scenario }: TableSubject, strategy: string): CaseRef {
  return { strategy, scenario }
}
