import { ensureTestBundle } from '../../../.ci/bundle.mjs'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { createNodeRunner } from '../../../src/workers/node-pool.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import type * as Parts from './market-parts.ts'

const address = (await ensureTestBundle()).market

/** The market and what tests do to it, as bundled. */
const parts = (await import(address)) as typeof Parts
export const { market, Market, broken, drawn, driversOf, fillScores, marketPlan } = parts

/** Runs the market in this thread: as bundled, since a test's own modules take five times as long. */
export function marketRunner(): ReturnType<typeof parts.createInlineRunner> {
  return parts.createInlineRunner(market)
}

/** Runs a plan in bundled workers. */
export async function runFast(plan: RunPlan): Promise<RunResults> {
  const runner = createNodeRunner({ workers: 2, script: new URL('node-worker.js', address) })
  try {
    return await runner.run(plan)
  } finally {
    runner.dispose()
  }
}
