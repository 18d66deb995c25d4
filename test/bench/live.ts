import { type PlannedStrategy, type RunPlan, strategiesOf } from '../../src/engine/plan.ts'
import type { Runner } from '../../src/workers/runner.ts'
import { withScenarios, withStrategies } from '../plans.ts'
import { type Row, timed } from './measure.ts'

/**
 * What an edit costs once a run is known, and how soon a cancelled run is silent.
 *
 * @param plan of one scenario
 */
export async function liveRows(plan: RunPlan, make: (workers: number) => Runner): Promise<Row[]> {
  const runner = make(2)
  await runner.run(plan)
  const rows: Row[] = []
  for (const [what, edited] of Object.entries(edits(plan))) {
    const { computed, reused } = await runner.run(edited)
    rows.push({
      what: `${what}: cases run again, of ${(computed + reused) / blocks(plan)}`,
      value: computed / blocks(plan),
      unit: 'cases',
    })
  }
  const waits: number[] = []
  for (let i = 0; i < 5; i++) waits.push(await cancelTime(runner, { ...plan, seed: `cancel ${i}` }))
  rows.push({
    what: 'from cancel to silence',
    value: waits.sort((a, b) => a - b)[2],
    unit: 'ms',
    aim: 10,
  })
  runner.dispose()
  return rows
}

function blocks({ trials }: RunPlan): number {
  return Math.ceil(trials / 256)
}

function edits(plan: RunPlan): Record<string, RunPlan> {
  const [first, ...others] = strategiesOf(plan)
  const [scenario] = plan.worlds
  const [last, ...rest] = [...others].reverse()
  const distributions = {
    ...scenario.distributions,
    wacc: { kind: 'constant', value: 0.09 } as const,
  }
  const own = [first, ...others]
  return {
    'the same again': { ...plan },
    'one term changed': withStrategies(plan, [first, ...rest, withTerm(last, last.id, 3)]),
    'a strategy added': withStrategies(plan, [...own, withTerm(last, 'x', 7)]),
    'strategies in another order': withStrategies(plan, own.reverse()),
    'one belief changed': withScenarios(plan, [{ ...scenario, distributions }]),
  }
}

function withTerm(one: PlannedStrategy, id: string, upfront: number): PlannedStrategy {
  return { ...one, id, levers: { ...one.levers, upfront } }
}

/** Milliseconds from the abort until every worker answers again and nothing is left to do. */
async function cancelTime(runner: Runner, plan: RunPlan): Promise<number> {
  const stop = new AbortController()
  const run = runner.run({ ...plan, trials: 100_000 }, { signal: stop.signal })
  await new Promise((resolve) => setTimeout(resolve, 150))
  return timed(async () => {
    stop.abort()
    await run.catch(() => {})
    await runner.idle()
  })
}
