import { market } from '../../../models/index.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'

export { market } from '../../../models/index.ts'
export { Market } from '../../../models/market.ts'
export { driversOf } from '../../../src/analyses/drivers.ts'
export { fillScores } from '../../../src/engine/sampling/fill.ts'
export { broken, drawn, marketPlan } from './market-plan.ts'

/** Runs the market in this thread. */
export function marketRunner(): ReturnType<typeof createInlineRunner> {
  return createInlineRunner(market)
}

/** Runs a plan in this thread, which knows the market by then: workers would learn it anew each time. */
export function runFast(plan: RunPlan): Promise<RunResults> {
  return marketRunner().run(plan)
}
