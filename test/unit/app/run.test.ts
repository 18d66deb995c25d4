import { expect, test } from 'vitest'
import { Run } from '../../../src/app/state/run.svelte.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import type { RunOptions } from '../../../src/workers/run.ts'
import type { Runner } from '../../../src/workers/runner.ts'
import { basePlan } from '../../plans.ts'

interface Begun {
  readonly plan: RunPlan
  readonly options: RunOptions
  readonly end: (results: RunResults) => void
}

/** A runner that says what it was asked for and ends when the test lets it. */
function watched() {
  const begun: Begun[] = []
  const run = (plan: RunPlan, options: RunOptions) =>
    new Promise<RunResults>((end) => begun.push({ plan, options, end }))
  return { begun, store: new Run({ run } as unknown as Runner) }
}

const resultsOf = (plan: RunPlan, trials: number) => ({ plan, trials }) as RunResults
const plans = ['a', 'b', 'c', 'd'].map((seed) => basePlan({ seed }))

test('plans that come faster than pictures leave each run its first one, and the newest is next', () => {
  const { begun, store } = watched()
  for (const plan of plans.slice(0, 3)) store.request(plan)
  expect(begun.map(({ plan }) => plan)).toEqual([plans[0]])
  expect(begun[0].options.signal?.aborted).toBe(false)

  begun[0].options.onUpdate?.(resultsOf(plans[0], 256))
  expect(store.results?.plan).toBe(plans[0])
  expect(begun.map(({ plan }) => plan)).toEqual([plans[0], plans[2]])
  expect(begun[0].options.signal?.aborted).toBe(true)

  // A picture of a dropped run comes too late to be shown.
  begun[1].options.onUpdate?.(resultsOf(plans[2], 256))
  begun[0].options.onUpdate?.(resultsOf(plans[0], 1024))
  expect(store.results?.plan).toBe(plans[2])
})

test('a plan that comes after the first picture is run at once, and the last one to its end', async () => {
  const { begun, store } = watched()
  store.request(plans[0])
  begun[0].options.onUpdate?.(resultsOf(plans[0], 256))
  store.request(plans[3])
  expect(begun.map(({ plan }) => plan)).toEqual([plans[0], plans[3]])
  expect(begun[0].options.signal?.aborted).toBe(true)
  expect(store.current).toBe(false)
  begun[1].end(resultsOf(plans[3], 10_000))
  await expect.poll(() => store.status).toBe('done')
  expect(store.current).toBe(true)
})
