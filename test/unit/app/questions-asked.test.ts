import { expect, it, vi } from 'vitest'
import { counted } from '../../../src/words/numbers.ts'
import { CorrelationsStore } from '../../../src/app/state/correlations-store.svelte.ts'
import { DecideStore } from '../../../src/app/state/decide-store.svelte.ts'
import { market } from '../../../src/study/model.ts'
import { noteOf } from '../../../src/app/state/rows-words.ts'
import { RunStore } from '../../../src/app/state/run-store.svelte.ts'
import { withoutStrategy, withStrategyCopy } from '../../../src/study/edits/strategies.ts'
import { StudyStore } from '../../../src/app/state/study-store.svelte.ts'
import { TrustStore } from '../../../src/app/state/trust-store.svelte.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'

const inline = createInlineRunner(market)

function page() {
  const studies = new StudyStore()
  studies.open({ ...studies.study, trials: 256, strategies: ['none', 'deepTechnical'] })
  const run = new RunStore(inline)
  const finish = async () => {
    run.request(studies.plan)
    await expect.poll(() => run.status, { timeout: 30_000 }).toBe('done')
  }
  return { studies, run, decide: new DecideStore(inline, run, studies), finish }
}

it('the pair compared stays until the run has the copy that takes its place', async () => {
  const { studies, decide, finish } = page()
  await finish()
  decide.follow()
  await expect.poll(() => decide.pair?.a).toBe('deepTechnical')
  studies.change('duplicated', (old) => withStrategyCopy(old, 'deepTechnical', 'copy'))
  decide.choose('copy')
  decide.follow()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(decide.pair?.a).toBe('deepTechnical')
  await finish()
  decide.follow()
  await expect.poll(() => decide.pair?.a).toBe('copy')
  studies.change('deleted', (old) => withoutStrategy(old, 'copy'))
  decide.choose('missing')
  decide.compareWith('deepTechnical')
  await finish()
  decide.follow()
  await expect.poll(() => decide.pair?.a).not.toBe('copy')
})

it('pairs are asked for only once a control is let go', async () => {
  const { studies, run, finish } = page()
  const runner = createInlineRunner(market)
  const asked = vi.spyOn(runner, 'ask')
  const correlations = new CorrelationsStore(runner, studies)
  await finish()
  studies.held = true
  correlations.follow(run)
  expect(asked).toHaveBeenCalledTimes(0)
  studies.held = false
  correlations.follow(run)
  expect(asked.mock.calls.map(([id]) => id)).toEqual(['together'])
})

it('the certificate waits for the checks of the run in view', async () => {
  const events: string[] = []
  const { run, finish } = page()
  const runner = createInlineRunner(market)
  vi.spyOn(runner, 'run').mockImplementation(async (plan, options) => {
    const results = await inline.run(plan, options)
    if (!plan.check) return results
    await new Promise((resolve) => setTimeout(resolve, 300))
    events.push('checked')
    return results
  })
  vi.spyOn(runner, 'ask').mockImplementation((id) => {
    events.push(id)
    return Promise.resolve([])
  })
  await import('../../../src/engine/certificate/references.ts')
  const trust = new TrustStore(runner)
  await finish()
  trust.follow(run)
  trust.follow(run)
  await expect.poll(() => events.length, { timeout: 30_000 }).toBe(2)
  expect(events).toEqual(['checked', 'certificate'])
})

it('one of a kind is said as one', async () => {
  expect([0, 1, 2, 1000].map((n) => counted(n, 'trial'))).toEqual([
    '0 trials',
    '1 trial',
    '2 trials',
    '1,000 trials',
  ])
  const { run, finish } = page()
  await finish()
  if (!run.results) throw new Error('expected results, got none')
  expect(noteOf({ ...run.results, trials: 1 })).toMatch(/^1 future ·/)
  expect(noteOf(run.results)).toMatch(/^256 futures ·/)
})
