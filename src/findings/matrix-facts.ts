import type { CellFigures, CellMeasure } from '../analyses/cells.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { ScenarioTargets } from '../study/index.ts'
import { count, counted, listed } from '../words/index.ts'
import { type Choice, isBeyond, type Limits } from './best.ts'
import type { Estimate } from './estimates.ts'
import { choiceAmong, less, type Spread, sumIn, type Weights } from './spread.ts'

export interface MatrixStrategy {
  readonly id: string
  readonly label: string
  /** Whether it can still be chosen. */
  readonly isChoice: boolean
}

export interface MatrixScenario {
  readonly id: string
  readonly label: string
  /** What stands over its column in a table where the label is too long. */
  readonly short?: string
  /** How much it counts: all add up to 1. */
  readonly share: number
  /** The same in percent; the texts of all add up to 100 too. */
  readonly shareText: string
}

/** What is known of some scenarios. */
export interface MatrixFound {
  readonly strategies: readonly MatrixStrategy[]
  /** Ids of the scenarios looked at so far, in the order of the cells. */
  readonly scenarios: readonly string[]
  /** Scenario by scenario, in the order of the strategies. */
  readonly cells: readonly (readonly CellFigures[])[]
  /** Of averages, regret and the measure shown, over the same cells. */
  readonly spreads: Readonly<Partial<Record<CellMeasure, Spread>>>
}

/** What a matrix of strategies by scenarios is made from. */
export interface MatrixFacts {
  readonly outcome: NumberOutcome
  readonly measure: CellMeasure
  /** In the order of their columns; some may not have been looked at yet. */
  readonly scenarios: readonly MatrixScenario[]
  readonly found: MatrixFound
  /** Whether somebody said how much they weigh. */
  readonly areWeighed: boolean
  readonly targets: ScenarioTargets
  /** What leads are held against, in the unit of the outcome; of chances nothing is negligible. */
  readonly limits: Limits
  /** Which futures are counted, in words. */
  readonly counted: { readonly means: string; readonly risks: string }
  /** How many futures of each scenario it stands on, and how many were asked for, where those are fewer. */
  readonly cut?: readonly [stands: number, asked: number]
}

interface MeasureWords {
  /** On its switch. */
  readonly label: string
  /** What it is, for who does not know. */
  readonly help: string
  /** What who is first in a column does. */
  readonly leads: string
}

/** Every way of reading the matrix. */
export const measureWords: Readonly<Record<CellMeasure, MeasureWords>> = {
  mean: {
    label: 'Average',
    help: 'The average over the futures of each scenario.',
    leads: 'leads on average',
  },
  loss: {
    label: 'Chance of loss',
    help: 'The share of futures below 0, or above 0 where lower is better.',
    leads: 'has the lowest chance of loss',
  },
  worstTenth: {
    label: 'Worst 1 in 10',
    help: 'One future in ten is worse than this.',
    leads: 'has the best worst tenth',
  },
  shortfall: {
    label: 'CVaR 5%',
    help: 'The average of the worst 5% of futures, also called expected shortfall.',
    leads: 'has the best worst twentieth',
  },
  regret: {
    label: 'Regret',
    help: 'In each future, how far the best strategy of that future is ahead; on average. What hindsight would be worth.',
    leads: 'has the least regret',
  },
}

export function unitOf({ outcome, measure }: Pick<MatrixFacts, 'outcome' | 'measure'>): string {
  return measure === 'loss' ? 'fraction' : outcome.unit
}

export function betterOf({
  outcome,
  measure,
}: Pick<MatrixFacts, 'outcome' | 'measure'>): NumberOutcome['better'] {
  const isLess = measure === 'loss' || measure === 'regret'
  return outcome.better !== 'neutral' && isLess ? 'lower' : outcome.better
}

export function limitsFor({ limits, measure }: Pick<MatrixFacts, 'limits' | 'measure'>): Limits {
  return measure === 'loss' ? { ...limits, negligible: null } : limits
}

/** Places of a scenario's strategies among the cells. */
export function cellAt({ strategies }: MatrixFound, strategy: number, scenario: number): number {
  return scenario * strategies.length + strategy
}

/** Whether every scenario has been looked at. */
export function isWhole({ scenarios, found }: Pick<MatrixFacts, 'scenarios' | 'found'>): boolean {
  return scenarios.length > 0 && scenarios.every(({ id }) => found.scenarios.includes(id))
}

/** A choice, and what the first is worth by what it was made by. */
export type ValuedChoice = Choice & { readonly value: Estimate }

/** Which is first in a measure in one scenario, by the one rule. */
export function choiceInColumn(
  facts: Omit<MatrixFacts, 'scenarios'>,
  scenario: string,
): ValuedChoice | null {
  const at = facts.found.scenarios.indexOf(scenario)
  if (at < 0) return null
  return choiceBy(facts, (strategy) => [[cellAt(facts.found, strategy, at), 1]])
}

/** Which is first by weighted sums of a measure's cells, by the one rule. */
export function choiceBy(
  facts: Omit<MatrixFacts, 'scenarios'>,
  weightsOf: (strategy: number) => Weights | null,
): ValuedChoice | null {
  const { found, measure } = facts
  const spread = found.spreads[measure]
  if (!spread) return null
  const judged = found.strategies.flatMap(({ id, label, isChoice }, at) => {
    const weights = isChoice ? weightsOf(at) : null
    return weights ? [{ id, label, weights }] : []
  })
  return choiceAmong(spread, judged, betterOf(facts), limitsFor(facts))
}

/** The weights of a strategy's cells by how much the scenarios count; null while some are unknown. */
export function weightedCells(
  { scenarios, found }: Pick<MatrixFacts, 'scenarios' | 'found'>,
  strategy: number,
): Weights | null {
  if (!isWhole({ scenarios, found })) return null
  return counting(scenarios).map(
    ({ id, share }) => [cellAt(found, strategy, found.scenarios.indexOf(id)), share] as const,
  )
}

/** Those that count: a scenario that weighs nothing has its column, and no part in what is said of several. */
export function counting(scenarios: readonly MatrixScenario[]): readonly MatrixScenario[] {
  return scenarios.filter(({ share }) => share > 0)
}

/** After a number of scenarios that count: whether others weigh nothing. */
export function weighingWords(scenarios: readonly MatrixScenario[]): string {
  const some = counting(scenarios)
  if (some.length === scenarios.length) return ''
  return some.length === 1 ? ' that counts' : ' that count'
}

/** Those that count, where something is said of them together: “both scenarios”. */
export function togetherWords(scenarios: readonly MatrixScenario[]): string {
  const weighing = weighingWords(scenarios)
  const some = counting(scenarios).length
  if (weighing) return `the ${counted(some, 'scenario')}${weighing}`
  return some === 2 ? 'both scenarios' : `all ${counted(some, 'scenario')}`
}

/** Whether weights that were set make a difference among the scenarios that count. */
export function weighApart({
  areWeighed,
  scenarios,
}: Pick<MatrixFacts, 'areWeighed' | 'scenarios'>) {
  const [first, ...rest] = counting(scenarios)
  if (areWeighed && rest.length === 0) return scenarios.length > 1
  return areWeighed && rest.some(({ share }) => Math.abs(share - first.share) > 1e-9)
}

export interface WorstCell {
  readonly weights: Weights
  readonly scenario: MatrixScenario
  /** Others that are exactly as bad, or not told apart from it with these trials. */
  readonly ties: readonly MatrixScenario[]
  /** Whether it and its ties are all exactly the same. */
  readonly isSame: boolean
  /** Whether they are all that count. */
  readonly isEverywhere: boolean
}

/** The worst of a strategy's cells in a measure, of scenarios that count, and the one it is in; null while some are unknown. */
export function worstCell(
  facts: Omit<MatrixFacts, 'measure'>,
  measure: CellMeasure,
  strategy: number,
): WorstCell | null {
  const { found } = facts
  const spread = found.spreads[measure]
  if (!spread || !isWhole(facts)) return null
  const scenarios = counting(facts.scenarios)
  const sign = betterOf({ ...facts, measure }) === 'lower' ? -1 : 1
  const cells = scenarios.flatMap((scenario) => {
    const at = cellAt(found, strategy, found.scenarios.indexOf(scenario.id))
    const value = spread.values[at]
    return value === null || value === undefined ? [] : [{ at, scenario, value: sign * value }]
  })
  if (cells.length < scenarios.length) return null
  const worst = cells.reduce((a, b) => (b.value < a.value ? b : a))
  const tied = cells.filter(({ at, value }) => {
    if (at === worst.at) return false
    const apart = sumIn(spread, less([[at, 1]], [[worst.at, 1]]))
    return value === worst.value || apart?.error == null || !isBeyond(apart, facts.limits)
  })
  return {
    weights: [[worst.at, 1]],
    scenario: worst.scenario,
    ties: tied.map(({ scenario }) => scenario),
    isSame: tied.every(({ value }) => value === worst.value),
    isEverywhere: tied.length === cells.length - 1 && cells.length > 1,
  }
}

/** Scenarios that are named; of more the first, and how many there are. */
const NAMED = 2

/** Where the worst of a strategy is, after its figure: one of equals is never named alone. */
export function worstWords(
  { scenario, ties, isSame, isEverywhere }: WorstCell,
  scenarios: readonly MatrixScenario[],
): string {
  if (ties.length === 0) return `in “${scenario.label}”`
  const told = isSame ? '' : ', as far as these trials tell'
  if (isEverywhere) return `the same in ${togetherWords(scenarios)}${told}`
  return `in ${placesWords([scenario, ...ties])} alike${told}`
}

/** Scenarios by name; of more than two the first, and how many there are. */
export function placesWords(all: readonly MatrixScenario[]): string {
  const named = all.slice(0, all.length > NAMED ? 1 : NAMED).map(({ label }) => `“${label}”`)
  return listed(all.length > NAMED ? [...named, `${count(all.length - 1)} more`] : named)
}
