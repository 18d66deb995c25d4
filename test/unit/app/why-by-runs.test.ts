import { beforeAll, expect, it, vi } from 'vitest'
import { Brushing } from '../../../src/app/state/brush.svelte.ts'
import { WhyByRuns } from '../../../src/app/state/why-by-runs.svelte.ts'
import { Why } from '../../../src/app/state/why.svelte.ts'
import { page } from './page.ts'

const app = page()
const why = new Why(app, new Brushing(app))
const runs = new WhyByRuns(app, why)

async function ran(): Promise<void> {
  app.requestRun()
  await vi.waitFor(() => expect(app.run.status).toBe('done'), { timeout: 30_000 })
}

/** As the page does when the study in view has been run in full. */
beforeAll(async () => {
  app.restored = true
  app.studies.open({ ...app.studies.study, trials: 256 })
  await ran()
  app.view.choose('exclusive')
})

it.each([
  ['another outcome', () => (app.view.outcomeId = 'awsShare')],
  ['another strategy', () => app.view.choose('nonExclusive')],
  [
    'another study, before it has been run',
    () => {
      app.studies.change('changed the seed', (study) => ({ ...study, seed: 'other' }))
      app.requestRun()
    },
  ],
])('what is being worked out is given up for %s, and not before', async (_, change) => {
  runs.work()
  runs.dropOld()
  expect(runs.status).toBe('asking')
  change()
  runs.dropOld()
  expect(runs.status).toBe('idle')
  await ran()
})

it('so many futures are said to have been run as the button promised', async () => {
  const promised = runs.next?.runs
  runs.work()
  await vi.waitFor(() => expect(runs.status).toBe('done'), { timeout: 60_000, interval: 200 })
  expect(runs.indices?.runs).toBe(promised)
  expect(runs.isCurrent).toBe(true)
})
