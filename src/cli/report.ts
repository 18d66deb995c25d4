import { market } from '../../models/index.ts'
import type { NumberSummary } from '../engine/statistics/index.ts'
import type { ResolvedStudy } from '../study/index.ts'
import type { CaseResults, CheckReport, RunResults } from '../workers/results.ts'
import { count, fixed, fixedPercent, tiny, withError } from '../words/index.ts'
import { textTable } from './table.ts'

/** The results of a run as a person reads them. */
export function report(study: ResolvedStudy, results: RunResults): string {
  const { plan, digest, trials } = results
  const vantage = market.vantages.find(({ id }) => id === plan.vantage)
  const head = [
    `${study.name}: ${count(trials)} futures of ${plan.quarters} quarters, seen from ${vantage?.label ?? plan.vantage}`,
    `seed ${plan.seed}, ${plan.sampling}, model ${plan.model.id} ${plan.model.version}`,
  ]
  const scenarios = plan.scenarios.map(({ id, label }) =>
    [
      '',
      label,
      ...valueTable(
        study,
        results.cases.filter((one) => one.scenario === id),
      ),
      '',
      ...talksTable(
        study,
        results.cases.filter((one) => one.scenario === id),
      ),
    ].join('\n'),
  )
  return [
    ...head,
    ...scenarios,
    '',
    'NPV is the value to Amazon against not investing, in today’s USD bn. ± is simulation error only.',
    'P10: 10% of futures are below. "Closed" columns count the futures in which the deal closes.',
    `digest ${digest ?? ''}`,
    '',
  ].join('\n')
}

function valueTable(study: ResolvedStudy, cases: readonly CaseResults[]): string[] {
  const rows = cases.map(({ strategy, summary }) => {
    const { npv, awsShare, shareGain, peakCashAtRisk, awsChipAdvantage } = summary.outcomes
    const closed = summary.condition.outcomes.npv
    const cash = summary.condition.outcomes.peakCashAtRisk ?? peakCashAtRisk
    return [
      labelOf(study, strategy),
      withError(npv.mean, npv.standardError, 1),
      ...quantilesOf(closed),
      closed ? fixedPercent(closed.below0) : '–',
      fixed(cash.mean, 1),
      fixedPercent(awsShare.mean, 1),
      fixed(shareGain.mean * 100, 2),
      fixedPercent(awsChipAdvantage.mean, 1),
    ]
  })
  const columns = [
    'Strategy',
    'NPV mean ±',
    'closed P10',
    'P50',
    'P90',
    'loses',
    'cash at risk',
    'AWS share',
    'gain (points)',
    'chip advantage',
  ]
  return textTable(columns, rows, ['left', ...columns.slice(1).map(() => 'right' as const)])
}

function talksTable(study: ResolvedStudy, cases: readonly CaseResults[]): string[] {
  const outcome = market.outcomes.find(({ kind }) => kind === 'category')
  const states = outcome?.kind === 'category' ? outcome.states : []
  const rows = cases.map(({ strategy, summary }) => [
    labelOf(study, strategy),
    ...states.map((state) => fixedPercent(summary.categories.dealOutcome[state])),
  ])
  const align = ['left' as const, ...states.map(() => 'right' as const)]
  return textTable(['How the talks ended', ...states], rows, align)
}

/** What the checks found, one line each, and whether all hold. */
export function checkReport(checks: readonly CheckReport[]): { text: string; held: boolean } {
  const rows = checks.map(({ label, trials, failures, worst, firstFailing }) => [
    failures === 0 ? 'held' : 'FAILED',
    label,
    count(trials),
    tiny(worst),
    firstFailing
      ? `first in future ${firstFailing.trial} of ${firstFailing.strategy} in ${firstFailing.scenario}`
      : '',
  ])
  const columns = ['', 'Law', 'tested', 'worst', '']
  const lines = textTable(columns, rows, ['left', 'left', 'right', 'right', 'left'])
  return { text: `\n${lines.join('\n')}\n`, held: checks.every(({ failures }) => failures === 0) }
}

function labelOf(study: ResolvedStudy, strategy: string): string {
  return study.strategies.find(({ id }) => id === strategy)?.label ?? strategy
}

function quantilesOf(summary: NumberSummary | undefined): string[] {
  if (!summary) return ['–', '–', '–']
  return [summary.p10, summary.p50, summary.p90].map((one) => fixed(one, 1))
}
