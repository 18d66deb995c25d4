import type { CellsRequest } from '../../src/analyses/cells.ts'
import { type RunPlan, strategiesByScenarios, strategiesOf } from '../../src/engine/plan.ts'
import { ALL } from '../../src/engine/selection.ts'
import { planOf } from '../../src/study/plan.ts'
import { resolveStudy } from '../../src/study/resolve.ts'
import { market } from '../../src/study/model.ts'
import { joined } from '../../src/workers/joined.ts'
import { createNodeRunner } from '../../src/workers/node-pool.ts'
import type { RunResults } from '../../src/workers/results.ts'
import { type Row, timed } from './measure.ts'

/** Strategies by scenarios as Compare runs and asks them, on two workers: in a process of its own. */
export async function matrixRows(): Promise<Row[]> {
  const all = planOf(resolveStudy({ scenarios: market.scenarios.map(({ id }) => id) }))
  const rows: Row[] = []
  for (const { plan, what, aim } of [
    { plan: grown(all, 12, 2000), what: '12 × 12 cases of 2,000 trials', aim: 10_000 },
    { plan: all, what: '5 × 8 cases of 10,000 trials', aim: 6000 },
  ]) {
    const runner = createNodeRunner({ workers: 2 })
    const results: RunResults[] = []
    const run = async () => {
      for (const world of plan.worlds) {
        const cases = plan.cases.filter(({ scenario }) => scenario === world.id)
        results.push(await runner.run({ ...plan, worlds: [world], cases }))
      }
    }
    const ask = async () => {
      const { cases } = joined(results)
      const request: CellsRequest = {
        cases: cases.map(({ strategy, scenario }) => ({ strategy, scenario })),
        outcome: 'npv',
        better: 'higher',
        choices: strategiesOf(plan).map(({ id }) => id),
        counted: ALL,
        means: ALL,
        common: ALL,
      }
      await Promise.all([
        runner.ask('cells', joined(results), request),
        runner.ask('covariances', joined(results), { ...request, measure: 'mean' }),
        runner.ask('covariances', joined(results), { ...request, measure: 'regret' }),
      ])
    }
    const [ran, asked] = [await timed(run), await timed(ask)]
    runner.dispose()
    rows.push({ what, value: ran + asked, unit: 'ms', aim })
    rows.push({ what: 'of which figures, errors and leads', value: asked, unit: 'ms' })
  }
  const memory = process.resourceUsage().maxRSS / 1e3
  return [...rows, { what: 'memory', value: memory, unit: 'MB', aim: 500 }]
}

/** So many strategies in so many scenarios: each with terms of its own. */
function grown(plan: RunPlan, size: number, trials: number): RunPlan {
  const numbered = Array.from({ length: size }, (_, at) => at)
  const own = strategiesOf(plan).filter(({ id }) => id !== market.reference)
  const strategies = numbered.map((at) => {
    const { levers } = own[at % own.length]
    return { id: `s${at}`, label: `Strategy ${at}`, levers: { ...levers, upfront: 5 + at } }
  })
  const worlds = numbered.map((at) => {
    const world = plan.worlds[at % plan.worlds.length]
    const wacc = { kind: 'constant', value: 0.07 + at / 1000 } as const
    return { ...world, id: `w${at}`, distributions: { ...world.distributions, wacc } }
  })
  return { ...plan, trials, ...strategiesByScenarios(worlds, strategies) }
}
