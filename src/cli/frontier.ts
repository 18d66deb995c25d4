import { HEADLINE, market } from '../../models/index.ts'
import type { NumberOutcome } from '../engine/model.ts'
import {
  CASH,
  type FrontierFacts,
  frontierFinding,
  frontierNote,
  frontierTable,
} from '../findings/frontier.ts'
import { limitsOf } from '../findings/limits.ts'
import { isChoice, isStruck, type ResolvedStudy } from '../study/index.ts'
import { isOffer, offered, settingsPlan } from '../study/lever-grid.ts'
import { EVALUATIONS, type FrontierTask, frontierRun } from '../workers/frontier-run.ts'
import { pointsOf } from '../workers/map-run.ts'
import type { Runner } from '../workers/runner.ts'
import type { Extra, ExtraReport } from './extras.ts'
import { askOf, firstScenarioPlan } from './map.ts'
import { printed } from './table.ts'

/** The search over all terms. */
export const frontier: Extra = {
  option: 'frontier',
  usage: [
    'a search over all terms for the best average at the least worst',
    'tenth, run again on fresh futures; from the study’s strategies on',
  ],
  prepare: (study) => (runner) => frontierReport(runner, study),
}

const NO_LIMITS = { cash: null, misses: null }

async function frontierReport(runner: Runner, study: ResolvedStudy): Promise<ExtraReport> {
  const outcome: NumberOutcome | undefined = market.outcomes.find(
    (one): one is typeof one & NumberOutcome => one.id === HEADLINE && one.kind === 'number',
  )
  if (!outcome) throw new Error('the model has no headline')
  const strategies = study.strategies
    .filter((one) => isOffer(one.levers) && isChoice(study.vantage, one))
    .map(({ id, label, levers }) => ({ id, label, levers: offered(study.vantage, levers) }))
  const alongside = CASH ? [CASH.outcome] : []
  const task: FrontierTask = {
    plan: firstScenarioPlan(study),
    strategies: strategies.map(({ levers }) => levers),
    ask: { ...askOf('closed'), alongside },
    against: 'worstTenth',
    limits: NO_LIMITS,
    evaluations: EVALUATIONS,
  }
  const found = await frontierRun(runner, task)
  const facts: FrontierFacts = {
    asked: { outcome, where: 'condition', means: 'all', target: 0, side: 'atLeast' },
    against: task.against,
    limits: task.limits,
    found,
    strategies,
    rival: strategies[found.rival] ?? null,
    hasNone: !isStruck(study.vantage),
    rule: limitsOf(
      { trials: found.fresh.trials, sampling: study.sampling },
      outcome,
      study.negligible,
    ),
    vantage: study.vantage,
    seed: study.seed,
  }
  const { title, measure } = frontierFinding(facts)
  const lines = [
    `${study.scenarios[0].label}: ${title}`,
    '',
    measure,
    ...printed(frontierTable(facts)),
    '',
    frontierNote(facts),
  ]
  return { text: `${lines.join('\n')}\n`, json: { frontier: await jsonOf(runner, task, facts) } }
}

/** As found, and on fresh futures (`confirmed…`); what ends in `IfClosed` counts futures in which the deal closes. */
async function jsonOf(runner: Runner, task: FrontierTask, { found }: FrontierFacts) {
  const settings = found.points.map(({ levers }, at) => ({ name: String(at), levers }))
  const { trials, fresh } = found
  const ask = askOf('all')
  const [before, after] = [
    await pointsOf(runner, settingsPlan(task.plan, settings, { trials }), ask),
    await pointsOf(runner, settingsPlan(task.plan, settings, fresh), ask),
  ]
  return found.points.map((one, at) => ({
    levers: one.levers,
    mean: before[at].mean?.value ?? null,
    worstTenth: before[at].worstTenth?.value ?? null,
    worstTenthIfClosed: one.found.worstTenth?.value ?? null,
    confirmedMean: after[at].mean?.value ?? null,
    standardError: after[at].mean?.error ?? null,
    confirmedWorstTenth: after[at].worstTenth?.value ?? null,
    confirmedWorstTenthIfClosed: one.confirmed.worstTenth?.value ?? null,
    confirmedBelow0IfClosed: one.confirmed.misses?.value ?? null,
    peakCashAtRiskIfClosed: one.confirmed.alongside?.[0]?.value ?? null,
    closes: one.confirmed.closes.value,
    trials,
    confirmedTrials: fresh.trials,
  }))
}
