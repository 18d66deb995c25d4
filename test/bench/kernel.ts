import { market } from '../../models/index.ts'
import { BLOCK, casesByWorld, type RunPlan } from '../../src/engine/plan.ts'
import { BlockRunner, type BlockResult } from '../../src/engine/run.ts'
import { drawBlock, drawShocks } from '../../src/engine/sampling/draw.ts'
import { designs } from '../../src/engine/sampling/index.ts'
import { summariseCase } from '../../src/engine/statistics/index.ts'
import { withScenarios } from '../plans.ts'
import { best, type Row } from './measure.ts'

const BLOCKS = 8

/** Figures of one thread, without workers. */
export function kernelRows(plan: RunPlan): Row[] {
  const trials = BLOCKS * BLOCK
  const short = { ...plan, trials }
  const blocks = Array.from({ length: BLOCKS }, (_, block) => block)
  const perTrial = (ms: number, cases = 1) => (ms * 1000) / (trials * cases)

  const catalogue = best(5, () => blocks.forEach((block) => drawBlock(short, market, 0, block)))
  const shocks = best(5, () => blocks.forEach((block) => drawShocks(short, market, 0, block)))
  const cases = plan.cases.map((_, index) => index)
  const results: BlockResult[] = []
  const whole = best(5, () => {
    results.length = 0
    const runner = new BlockRunner(market)
    for (const block of blocks) results.push(runner.run(short, { world: 0, block, cases }))
  })
  const columns = cases.map((place) => ({
    trials,
    outcomes: results.map((one) => one.cases[place].outcomes),
  }))
  const { replicate } = designs[plan.sampling]
  const statistics = best(5, () => columns.forEach((one) => summariseCase(market, one, replicate)))
  return [
    row('a trial and case, draws included', perTrial(whole, cases.length), 'µs', 25),
    row('drawing the catalogue, a trial', perTrial(catalogue), 'µs', 5),
    row('drawing the shocks, a trial', perTrial(shocks), 'µs', 8),
    row('statistics, a trial and case', perTrial(statistics, cases.length), 'µs'),
  ]
}

/** Cost against trials, strategies, scenarios and quarters: 1.00 is linear. */
export function linearityRows(plan: RunPlan): Row[] {
  const time = (one: RunPlan, blocks: number, scenarios: number, strategies: number) =>
    best(3, () => {
      const runner = new BlockRunner(market)
      const places = casesByWorld(one)
      for (let scenario = 0; scenario < scenarios; scenario++) {
        for (let block = 0; block < blocks; block++) {
          const cases = places[scenario].slice(0, strategies)
          runner.run(one, { world: scenario, block, cases })
        }
      }
    })
  const worlds = [plan.worlds[0], { ...plan.worlds[0], id: 'twin' }]
  const twin = { ...withScenarios(plan, worlds), trials: 64 * BLOCK }
  const long = { ...twin, quarters: plan.quarters * 1.5 }
  const base = time(twin, 4, 1, 4)
  const one = time(twin, 4, 1, 2)
  return [
    row('four times the trials, over four times', time(twin, 16, 1, 4) / base / 4, '×'),
    row('two more strategies, over the first two', (base - one) / one, '×'),
    row('1.5 times the quarters, over 1.5 times', time(long, 4, 1, 4) / base / 1.5, '×'),
    row('the same scenario twice, over once', time(twin, 4, 2, 4) / base, '×'),
  ]
}

function row(what: string, value: number, unit: string, aim?: number): Row {
  return aim === undefined ? { what, value, unit } : { what, value, unit, aim }
}
