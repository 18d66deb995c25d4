import { caseColumn, type SentDraws, type SentQuestion } from '../analyses/given.ts'
import { canonicalJson, scenarioKey } from '../engine/cases.ts'
import { outcomeColumn, outcomeIndex } from '../engine/columns.ts'
import type { Model } from '../engine/model.ts'
import type { Needs, RunCase, RunScenario } from '../engine/selection.ts'
import type { CaseResults, RunResults } from './results.ts'

/** A question before it is sent. */
export interface Gathered {
  /** All that the answer depends on: equal keys are the same answer. */
  readonly key: string
  /** Copies the columns; they may be transferred. */
  readonly send: () => SentQuestion
}

/**
 * Finds what a question needs in the runs it is about. Of runs of different length the futures that
 * all of them have are taken.
 *
 * @throws where a run lacks a case, or runs have nothing to be compared by
 */
export function gather(
  model: Model,
  id: string,
  request: object,
  runs: readonly RunResults[],
  needs: Needs,
): Gathered {
  const [first] = runs
  if (!first) throw new Error(`the question ${id} must be about a run`)
  const { sampling } = first.plan
  if (runs.some(({ plan }) => plan.sampling !== sampling)) {
    throw new Error('runs can be compared under the same sampling design only')
  }
  const trials = Math.min(...runs.map((run) => run.trials))
  const columns = new Map(needs.outcomes.map((one) => [caseColumn(one.of, one.id), one]))
  const cases = [...columns.values()].map(({ of, id: outcome }) => ({
    of,
    outcome,
    case: caseIn(runs, of),
    index: outcomeIndex(model, outcome),
  }))
  const draws = drawsOf(runs, needs.inputs, trials)
  const key = canonicalJson({
    id,
    request,
    trials,
    cases: cases.map(({ case: one }) => one.key),
    draws: draws.map(({ key }) => key),
  })
  const send = () => ({
    request,
    trials,
    sampling,
    outcomes: cases.map(({ of, outcome, case: { columns: from }, index }) => {
      const values = outcomeColumn(from, index)
      return { of, id: outcome, values: values.length > trials ? values.slice(0, trials) : values }
    }),
    draws: draws.map(({ sent }) => sent),
  })
  return { key, send }
}

function caseIn(
  runs: readonly RunResults[],
  { strategy, scenario, run = 0 }: RunCase,
): CaseResults {
  const found = runs[run]?.cases.find(
    (one) => one.strategy === strategy && one.scenario === scenario,
  )
  if (!found) throw new Error(`the run has no case of ${strategy} in ${scenario}`)
  return found
}

/** What is to be drawn, scenario by scenario, and the key of its draws. */
function drawsOf(
  runs: readonly RunResults[],
  inputs: Needs['inputs'],
  trials: number,
): { readonly key: string; readonly sent: SentDraws }[] {
  const scenarios = new Map<string, { of: RunScenario; ids: Set<string> }>()
  for (const {
    of: { scenario, run = 0 },
    id,
  } of inputs) {
    const name = `${run} ${scenario}`
    const known = scenarios.get(name) ?? { of: { scenario, run }, ids: new Set<string>() }
    known.ids.add(id)
    scenarios.set(name, known)
  }
  return [...scenarios.values()].map(({ of, ids }) => {
    const plan = runs[of.run ?? 0]?.plan
    const scenario = plan?.scenarios.findIndex((one) => one.id === of.scenario) ?? -1
    if (!plan || scenario < 0) throw new Error(`the run has no scenario ${of.scenario}`)
    // One scenario alone is sent, and no strategies: plans are large.
    const own = { ...plan, trials, scenarios: [plan.scenarios[scenario]], strategies: [] }
    return {
      key: scenarioKey(plan, scenario),
      sent: { of, plan: own, scenario: 0, ids: [...ids] },
    }
  })
}
