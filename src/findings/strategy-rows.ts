import type { NumberOutcome } from '../engine/model.ts'
import type { CaseResults, RunResults } from '../workers/results.ts'
import type { Where } from '../workers/runner.ts'
import { valueWithError } from '../words/index.ts'
import { type Estimate, estimateOf, type Terms } from './estimates.ts'
import { market } from '../study/model.ts'

/** A part of a mean with its own sign. */
export interface Part {
  readonly id: 'cloud' | 'stake' | 'all'
  readonly label: string
  readonly estimate: Estimate
  readonly text: string
}

/** How often the talks ended in one state. */
export interface TalksPart {
  readonly state: string
  readonly label: string
  readonly share: number
}

/** One strategy in figures. */
export interface Line {
  readonly id: string
  readonly label: string
  /** Whether it is what the others are compared with. */
  readonly isReference: boolean
  readonly case: CaseResults
  /** Share of futures in which the deal closes. */
  readonly closes: number
  readonly talks: readonly TalksPart[]
  readonly mean: Estimate
  readonly meanText: string
  readonly parts: readonly Part[]
  /** Peak cash at risk and AWS share gained. */
  readonly cash: Estimate
  readonly share: Estimate
}

const cloud: Terms = [
  ['npvOperations', 1],
  ['npvTerminal', 1],
]
const stake: Terms = [
  ['npvStake', 1],
  ['npvOutlay', -1],
  ['npvAbort', -1],
]

const talksLabels: Readonly<Record<string, string>> = {
  none: 'no offer made',
  collapsed: 'never signed',
  blocked: 'blocked',
  pending: 'pending',
  remedied: 'remedied',
  closed: 'closed',
}

/** Every strategy of a run in figures, in the order of the plan. */
export function linesOf(results: RunResults, outcome: NumberOutcome, means: Where): Line[] {
  return results.cases.map((one) => lineOf(results, one, outcome, means))
}

function lineOf(
  { plan }: RunResults,
  one: CaseResults,
  outcome: NumberOutcome,
  means: Where,
): Line {
  const planned = plan.strategies.find(({ id }) => id === one.strategy)
  const { summary } = one
  // Where nothing closes there is only one thing to say: what happens in all futures.
  const where = summary.condition.count === 0 ? 'all' : means
  const estimate = (terms: Terms) => estimateOf(plan, one, terms, where)
  const single = (id: string) => known(one, id, where)
  const mean = single(outcome.id)
  const part = (id: Part['id'], label: string, from: Estimate): Part => ({
    id,
    label,
    estimate: from,
    text: valueWithError(from.value, from.error, outcome.unit),
  })
  return {
    id: one.strategy,
    label: planned?.label ?? one.strategy,
    isReference: one.strategy === market.reference || planned?.levers.invest === false,
    case: one,
    closes: summary.condition.fraction,
    talks: talksOf(one),
    mean,
    meanText: valueWithError(mean.value, mean.error, outcome.unit),
    parts:
      outcome.id === 'npv'
        ? [
            part('cloud', 'cloud business', estimate(cloud)),
            part('stake', 'stake less price', estimate(stake)),
          ]
        : [part('all', outcome.label, mean)],
    cash: single('peakCashAtRisk'),
    share: single('shareGain'),
  }
}

function known({ summary }: CaseResults, id: string, where: Where): Estimate {
  const from = where === 'all' ? summary.outcomes[id] : summary.condition.outcomes[id]
  return { value: from.mean, error: from.standardError }
}

function talksOf({ summary }: CaseResults): TalksPart[] {
  const shares = summary.categories[market.condition.outcome] ?? {}
  return Object.entries(shares)
    .map(([state, share]) => ({ state, label: talksLabels[state] ?? state, share }))
    .filter(({ share }) => share > 0)
}

/** What a strategy is worth and what that is made of, over all futures. */
export function worthOf(results: RunResults, { case: one, closes }: Line) {
  const { summary } = one
  const lost = summary.condition.outcomes.npv?.below0 ?? 0
  return {
    total: known(one, 'npv', 'all'),
    cloud: estimateOf(results.plan, one, cloud, 'all'),
    stake: estimateOf(results.plan, one, stake, 'all'),
    loses: closes > 0 ? lost : 0,
    closed: summary.condition.count,
  }
}

/** Lines from the best on average to the worst. */
export function ranked(lines: readonly Line[], better: NumberOutcome['better']): Line[] {
  const sign = better === 'lower' ? 1 : -1
  return [...lines].sort((a, b) => sign * (a.mean.value - b.mean.value))
}
