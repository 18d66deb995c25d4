import { market } from '../../models/index.ts'
import type { PointsAsk } from '../../src/analyses/points.ts'
import { ALL, CLOSES } from '../../src/engine/selection.ts'
import type { RunPlan } from '../../src/engine/plan.ts'
import { strategiesOf } from '../../src/engine/plan.ts'
import { kindsAmong } from '../../src/findings/map-levels.ts'
import { axisValues, gridLevers, isOffer, offered } from '../../src/study/lever-grid.ts'
import { frontierRun } from '../../src/workers/frontier-run.ts'
import { MAP_TRIALS, mapRun } from '../../src/workers/map-run.ts'
import type { Runner } from '../../src/workers/runner.ts'
import { type Row, timed } from './measure.ts'

const EVALUATIONS = 200

/** The map of two levers, coarse and whole, and the search over all of them. */
export async function mapRows(base: RunPlan, make: () => Runner): Promise<Row[]> {
  const runner = make()
  const plan = { ...base, trials: MAP_TRIALS, worlds: base.worlds.slice(0, 1) }
  // Workers are up by the time anyone asks for a map.
  await runner.run({ ...base, trials: 256, seed: 'bench map' })
  const strategies = strategiesOf(base).filter(({ levers }) => isOffer(levers))
  const [x, , y] = gridLevers(plan.vantage)
  const ask: PointsAsk = {
    outcome: 'npv',
    means: ALL,
    counted: CLOSES,
    target: 0,
    side: 'atLeast',
  }
  const task = {
    plan,
    base: offered(plan.vantage, strategies[0].levers),
    x: { id: x.id, values: axisValues(x) },
    y: { id: y.id, values: axisValues(y) },
    ask,
    kindsOf: kindsAmong(0.6),
  }
  let coarse = 0
  const start = performance.now()
  const whole = await timed(() =>
    mapRun(runner, task, { onUpdate: () => (coarse ||= performance.now() - start) }),
  )
  const memory = process.resourceUsage().maxRSS / 1e3
  const cash = market.outcomes.find(({ id }) => id === 'peakCashAtRisk')
  const search = await timed(() =>
    frontierRun(runner, {
      plan,
      strategies: strategies.map(({ levers }) => offered(plan.vantage, levers)),
      ask: { ...ask, alongside: cash ? [cash.id] : [] },
      against: 'worstTenth',
      limits: { cash: null, misses: null },
      evaluations: EVALUATIONS,
    }),
  )
  runner.dispose()
  return [
    { what: '21 × 21 map of two levers, first picture', value: coarse, unit: 'ms', aim: 1000 },
    { what: '21 × 21 map, whole, 2,048 futures each', value: whole, unit: 'ms', aim: 20_000 },
    { what: 'memory by then', value: memory, unit: 'MB', aim: 500 },
    {
      what: 'search over all terms, settings a second',
      value: (1000 * EVALUATIONS) / search,
      unit: '1/s',
      aim: 20,
      atLeast: true,
    },
  ]
}
