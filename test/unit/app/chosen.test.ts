import { beforeEach, expect, it } from 'vitest'
import { deleteStrategy } from '../../../src/app/actions/delete-strategy.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withVantage } from '../../../src/study/edits/vantage.ts'
import { Brushing } from '../../../src/app/state/brush.svelte.ts'
import { Futures } from '../../../src/app/state/futures.svelte.ts'
import { page } from './page.ts'

let app = page()

beforeEach(() => {
  app = page()
  app.restored = true
  app.studies.open({ ...app.studies.study, trials: 256 })
})

/** As the page does when the study in view has been run in full. */
async function finish(): Promise<void> {
  app.requestRun()
  await expect.poll(() => app.run.status, { timeout: 30_000 }).toBe('done')
  app.requestAnswers()
  await expect.poll(() => app.answers.headline.results, { timeout: 30_000 }).toBe(app.run.results)
  app.tellResults()
}
const two = () => [app.view.chosen, app.view.rival]
const seeFrom = (vantage: string) =>
  app.studies.changeApart('saw it from there', (study) => withVantage(study, vantage))

/** Whatever is computed anew: beliefs that turn the order round, scenarios, outcomes, seeds. */
const changes: readonly (readonly [string, () => unknown])[] = [
  ['an outcome that others are best in', () => (app.view.outcomeId = 'peakCashAtRisk')],
  [
    'a belief that makes every deal a loss',
    () =>
      app.studies.changeApart('changed it', (study) =>
        withBelief(study, 'base', 'openaiReturn', { kind: 'constant', value: -0.5 }),
      ),
  ],
  ['another scenario', () => app.studies.choose('regulators')],
  ['and another one', () => app.studies.choose('aiCorrection')],
  ['other draws', () => app.studies.changeApart('re', (study) => ({ ...study, seed: 'other' }))],
]

it('a study begins with the best of its first full run, and nothing computed changes it from then on', async () => {
  await finish()
  const [best] = app.view.order
  const first = two()
  expect(first[0]).toBe(best)
  const orders = new Set<string>()
  for (const [what, change] of changes) {
    change()
    await finish()
    orders.add(app.view.order.join())
    expect([what, ...two()]).toEqual([what, ...first])
  }
  // Not for want of another order.
  expect(orders.size).toBeGreaterThan(1)
})

it('chosen by hand they stay so, also at another vantage that has them and after one that has not', async () => {
  await finish()
  app.chooseStrategy('nonExclusive')
  app.view.compareWith('exclusive')
  app.studies.choose('regulators')
  await finish()
  expect(two()).toEqual(['nonExclusive', 'exclusive'])
  seeFrom('2024-03')
  await finish()
  expect(two()).toEqual(['nonExclusive', 'exclusive'])
  seeFrom('2026-10')
  await finish()
  const there = two()
  expect(there).not.toContain('nonExclusive')
  app.studies.choose('base')
  await finish()
  expect(two()).toEqual(there)
  seeFrom('2025-12')
  await finish()
  expect(two()).toEqual(['nonExclusive', 'exclusive'])
})

it('what can no longer be chosen is not compared with, unless it is asked for there', async () => {
  await finish()
  expect(app.view.rival).toBe('none')
  seeFrom('2026-10')
  await finish()
  expect(app.view.rival).toBe('asSigned')
  app.view.compareWith('none')
  await finish()
  expect(app.view.rival).toBe('none')
})

it('a deleted one gives way to the one before, and the two are never the same', async () => {
  await finish()
  app.chooseStrategy('exclusive')
  app.chooseStrategy('openEcosystem')
  deleteStrategy.do(app, 'openEcosystem')
  expect(app.view.chosen).toBe('exclusive')
  app.view.compareWith('exclusive')
  expect(two()[1]).toBe('exclusive')
  expect(two()[0]).not.toBe('exclusive')
})

it('another study begins anew', async () => {
  await finish()
  app.chooseStrategy('openEcosystem')
  app.studies.open({ ...app.studies.study, trials: 256 })
  await finish()
  expect(app.view.chosen).toBe(app.view.order[0])
})

it('Futures draws the same two', async () => {
  const futures = new Futures(app.runner, app.run, app.studies, app.view, new Brushing(app))
  await finish()
  const drawn = () => [futures.firstId, futures.secondId]
  expect(drawn()).toEqual(two())
  app.view.choose('exclusive')
  futures.layOver('nonExclusive')
  expect(two()).toEqual(['exclusive', 'nonExclusive'])
  futures.layOver('')
  expect(drawn()).toEqual(['exclusive', ''])
  expect(two()).toEqual(['exclusive', 'nonExclusive'])
})
