import { serialize } from 'node:v8'
import { market } from '../../models/index.ts'
import { ALL } from '../../src/engine/selection.ts'
import { type RunPlan, strategiesByScenarios, strategiesOf } from '../../src/engine/plan.ts'
import { inlineLink } from '../../src/workers/inline-pool.ts'
import type { Link } from '../../src/workers/link.ts'
import { Pool } from '../../src/workers/pool.ts'
import { Runner } from '../../src/workers/runner.ts'
import { withStrategies } from '../plans.ts'
import type { Row } from './measure.ts'

const WORKERS = 2

/** Counts what goes to workers and comes back, as a clone of it would be long. */
class Counter {
  messages = 0
  sent = 0
  received = 0

  link(): Link {
    const link = inlineLink(market)
    const remote = new Proxy(link.remote, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return async (...given: unknown[]) => {
          this.messages++
          this.sent += serialize(given).length
          const answer: unknown = await value.apply(target, given)
          this.received += serialize(answer).length
          return answer
        }
      },
    })
    return { ...link, remote }
  }

  reset(): void {
    this.messages = this.sent = this.received = 0
  }
}

/** What one moved lever costs in messages: the run and what Answer asks of it. */
export async function trafficRows(plan: RunPlan): Promise<Row[]> {
  const counter = new Counter()
  const runner = new Runner(market, new Pool(() => counter.link(), WORKERS))
  await asDecide(runner, plan)
  counter.reset()
  const strategies = strategiesOf(plan).map((one) =>
    one.id === 'exclusive' ? { ...one, levers: { ...one.levers, upfront: 3 } } : one,
  )
  await asDecide(runner, withStrategies(plan, strategies))
  return [
    { what: 'messages', value: counter.messages, unit: '' },
    { what: 'sent to workers', value: counter.sent / 1e3, unit: 'kB' },
    { what: 'received from workers', value: counter.received / 1e3, unit: 'kB' },
  ]
}

/** A run, and what Answer asks of it first: distributions, one pair, what the outcome goes with. */
async function asDecide(runner: Runner, plan: RunPlan): Promise<void> {
  const results = await runner.run(plan)
  const refs = results.cases.map(({ strategy, scenario }) => ({ strategy, scenario }))
  const [, a, b] = refs
  const about = { outcome: 'npv', selection: ALL }
  await runner.ask('shapes', results, { cases: refs, ...about })
  await runner.ask('pair', results, { a, b, ...about })
  await runner.ask('drivers', results, { case: a, ...about })
}

/** A grid of two levers of one strategy, 21 by 21. */
export function gridOf(plan: RunPlan, trials: number): RunPlan {
  const own = strategiesOf(plan).find(({ id }) => id === 'exclusive') ?? strategiesOf(plan)[0]
  const steps = Array.from({ length: 21 }, (_, step) => step)
  const strategies = steps.flatMap((i) =>
    steps.map((j) => ({
      id: `${i} ${j}`,
      label: '',
      levers: { ...own.levers, upfront: i, commitment: 5 * j },
    })),
  )
  return { ...plan, trials, ...strategiesByScenarios(plan.worlds, strategies) }
}
