import type { Distribution } from '../../src/engine/distributions/index.ts'
import type { RunPlan } from '../../src/engine/plan.ts'
import { bridged, bridgeEnd } from '../../src/study/bridge.ts'
import { bridge } from '../../src/workers/bridge.ts'
import type { Runner } from '../../src/workers/runner.ts'
import type { Row } from './measure.ts'

/** Beliefs of all kinds, each far enough from its default to matter. */
const changed: Readonly<Record<string, Distribution>> = {
  wacc: { kind: 'constant', value: 0.11 },
  openaiReturn: { kind: 'normal', mean: 0.05, standardDeviation: 0.15 },
  openaiDistress: { kind: 'bernoulli', probability: 0.3 },
  aiCorrection: { kind: 'bernoulli', probability: 0.5 },
  signingRate: { kind: 'pert', min: 0.3, mode: 0.5, max: 0.7 },
  trainingAdvantage: { kind: 'pert', min: 0, mode: 0.05, max: 0.2 },
  inferenceAdvantage: { kind: 'pert', min: 0, mode: 0.05, max: 0.2 },
  commitmentFulfilment: { kind: 'constant', value: 0.6 },
  taxRate: { kind: 'constant', value: 0.25 },
  aiGrowthHalfLife: { kind: 'constant', value: 2 },
  cashMarginAi: { kind: 'constant', value: 0.5 },
  capitalIntensityAi: { kind: 'constant', value: 1.5 },
}

/** What lies between two cases of one strategy whose worlds differ in twelve beliefs. */
export async function bridgeRows(plan: RunPlan, make: () => Runner): Promise<Row[]> {
  const [base] = plan.worlds
  const both: RunPlan = {
    ...plan,
    trials: 1024,
    worlds: [base, { ...base, id: 'b', distributions: { ...base.distributions, ...changed } }],
    cases: plan.cases.flatMap((one) => [one, { ...one, scenario: 'b' }]),
  }
  const ends = [base.id, 'b'].map((scenario) =>
    bridgeEnd(both, { strategy: 'exclusive', scenario }),
  )
  const runner = make()
  await runner.columns({ ...both, trials: 256 }, ['npv'])
  const start = performance.now()
  let first = 0
  let orders = 0
  await bridge(runner, bridged(both, ends[0], ends[1]), {
    outcome: 'npv',
    negligible: 0.5,
    onUpdate: ({ beliefs }) => {
      first ||= performance.now() - start
      orders = beliefs?.orders ?? 0
    },
  })
  const all = performance.now() - start
  runner.dispose()
  return [
    { what: 'two bars, 1,024 futures', value: first, unit: 'ms' },
    { what: `12 entries, 1,024 futures, ${orders} orders`, value: all, unit: 'ms', aim: 10_000 },
  ]
}
