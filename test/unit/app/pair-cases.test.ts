import { expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { Answers } from '../../../src/app/state/answers.svelte.ts'
import { Cases } from '../../../src/app/state/cases.svelte.ts'
import { Hand } from '../../../src/app/state/hand.svelte.ts'
import { Notices } from '../../../src/app/state/notices.svelte.ts'
import { PairCases } from '../../../src/app/state/pair-cases.svelte.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { ScenarioRuns } from '../../../src/app/state/scenario-runs.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { View } from '../../../src/app/state/view.svelte.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()

async function page() {
  const studies = new StudyState()
  studies.open({ ...studies.study, trials: 256, strategies: ['none', 'exclusive'] })
  const run = new Run(runner)
  run.request(studies.plan)
  await expect.poll(() => run.status).toBe('done')
  const view = new View(run, studies)
  const hand = new Hand(studies, view, () => null)
  const answers = new Answers(runner, run, studies, view, hand)
  const chooseStrategy = (id: string) => view.choose(id)
  const cases = new Cases({ view, studies, chooseStrategy, notices: new Notices() })
  const runs = new ScenarioRuns(runner, studies, hand)
  const pairs = new PairCases({ runner, run, view, studies, answers, hand }, cases, runs)
  const ask = () => {
    answers.request()
    pairs.request()
  }
  return { studies, run, hand, view, cases, pairs, ask }
}

it('the pair of one scenario is that of the page, and one of two is of the same futures', async () => {
  const { view, cases, pairs, ask } = await page()
  view.choose('exclusive')
  view.compareWith('none')
  ask()
  await expect.poll(() => pairs.pair?.request.a.strategy).toBe('exclusive')
  const here = pairs.pair
  expect(here && pairs.namesOf(here)).toMatchObject({
    a: { label: 'Exclusive alliance' },
    across: '',
  })

  cases.putSecond({ strategy: 'none', scenario: 'regulators' })
  ask()
  await expect.poll(() => (ask(), pairs.isOld)).toBe(false)
  await expect.poll(() => pairs.pair?.request.b.scenario).toBe('regulators')
  const across = pairs.pair
  // Without a deal a regulator has nothing to decide: the difference is the same in every future.
  expect(across?.difference).toEqual(here?.difference)
  if (!across) return
  expect(pairs.namesOf(across)).toMatchObject({
    a: { label: 'Exclusive alliance (Base case)' },
    b: { label: 'No investment (Regulatory challenge)' },
  })
  ask()
  await expect.poll(() => pairs.sides?.pair).toBe(across)
  await expect.poll(() => pairs.difference?.found.trials).toBe(256)
  const [one, other] = pairs.sides?.found ?? []
  expect(one.mean.value - other.mean.value).toBeCloseTo(across.difference.mean, 9)
  expect(pairs.without).toEqual([])

  const closing = market.outcomes.find((one) => one.kind === 'number' && one.onlyIf === 'met')
  view.outcomeId = closing?.id ?? ''
  expect(pairs.without).toEqual(['No investment (Regulatory challenge)'])
  pairs.leave()
})

it('what was asked of a pair is old beside another one, and while the study has changed', async () => {
  const { studies, run, view, pairs, ask } = await page()
  view.choose('exclusive')
  view.compareWith('none')
  ask()
  await expect.poll(() => (ask(), pairs.difference && pairs.sides?.pair === pairs.pair)).toBe(true)
  expect(pairs.isOld).toBe(false)
  expect(pairs.isOldOf(pairs.sides)).toBe(false)
  expect(pairs.isOldOf(null)).toBe(false)

  view.choose('none')
  view.compareWith('exclusive')
  expect(pairs.isOld).toBe(true)
  expect(pairs.isOldOf(pairs.sides)).toBe(true)
  ask()
  await expect.poll(() => pairs.isOld).toBe(false)
  // The new pair is there, and both sides are still those of the pair before.
  expect(pairs.isOldOf(pairs.sides)).toBe(true)
  await expect.poll(() => (ask(), pairs.isOldOf(pairs.sides))).toBe(false)

  studies.change('changed the seed', (study) => ({ ...study, seed: 'another' }))
  run.request(studies.plan)
  expect(pairs.isOld).toBe(true)
  expect(pairs.isStopped).toBe(false)
  run.cancel()
  expect(pairs.isStopped).toBe(true)
  expect(pairs.isOldOf(pairs.drivers)).toBe(true)
  run.again()
  await expect.poll(() => (ask(), pairs.isOld || pairs.isOldOf(pairs.difference))).toBe(false)
  expect(pairs.isStopped).toBe(false)
  pairs.leave()
})
