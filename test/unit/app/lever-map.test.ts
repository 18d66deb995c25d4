import { expect, it } from 'vitest'
import { LeverMap } from '../../../src/app/state/lever-map.svelte.ts'
import { Hand } from '../../../src/app/state/hand.svelte.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import { marketRunner } from '../models/bundled.ts'

it('a map stops while a control is held, and stopped by hand stays so whatever limit is typed', async () => {
  const runner = marketRunner()
  const studies = new StudyState()
  studies.open({ ...studies.study, trials: 256, strategies: ['none', 'exclusive'] })
  const run = new Run(runner)
  run.request(studies.plan)
  await expect.poll(() => run.status).toBe('done')
  const view = new View(run, studies)
  const hand = new Hand(studies, view, () => null)
  const map = new LeverMap(runner, run, studies, view, hand, () => true)
  map.request()
  expect(map.status).toBe('asking')
  hand.begin()
  map.request()
  expect(map.status).toBe('idle')
  expect(map.isCurrent).toBe(false)
  hand.end()
  map.request()
  expect(map.status).toBe('asking')
  map.cancel()
  map.limit = 0.3
  map.request()
  expect(map.status).toBe('cancelled')
  hand.begin()
  map.request()
  hand.end()
  map.request()
  expect(map.status).toBe('cancelled')
  expect(map.isCurrent).toBe(false)
  map.put(0, map.levers[2].id)
  map.request()
  expect(map.status).toBe('asking')
  map.leave()
  expect(map.status).toBe('idle')
})
