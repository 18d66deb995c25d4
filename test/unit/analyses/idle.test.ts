import { expect, it } from 'vitest'
import { IdleBeliefs } from '../../../src/app/belief/idle.svelte.ts'
import { Run } from '../../../src/app/state/run.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { BLOCK } from '../../../src/engine/plan.ts'
import { idleWords } from '../../../src/findings/idle.ts'
import { planOf, resolveStudy, type Study } from '../../../src/study/index.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const scenario = 'base'
const given: Partial<Study> = { vantage: '2026-10', trials: BLOCK + 44, horizonQuarters: 8 }
const ids = ['wacc', 'signingRate', 'concentrationEffect']
const all = { from: 0, to: BLOCK + 44 }

it('what changes nothing depends on the strategies that are asked about', async () => {
  const plan = planOf(resolveStudy({ ...given, strategies: ['none', 'asSigned', 'deepen'] }))
  const results = await runner.run(plan)
  const idleWith = (...strategies: [string, ...string[]]) => {
    const [first, ...rest] = strategies.map((strategy) => ({ strategy, scenario }))
    return runner.ask('idle', results, { cases: [first, ...rest], ids, range: all })
  }
  expect(await idleWith('asSigned')).toEqual(['signingRate', 'concentrationEffect'])
  expect(await idleWith('asSigned', 'deepen')).toEqual(['concentrationEffect'])
  // Futures in two parts say the same as in one.
  const cases = [{ strategy: 'asSigned', scenario }] as const
  const parts = [
    { from: 0, to: 100 },
    { from: 100, to: all.to },
  ]
  let left = ids
  for (const range of parts) left = await runner.ask('idle', results, { cases, ids: left, range })
  expect(left).toEqual(['signingRate', 'concentrationEffect'])
})

it('a belief in a single value is tried at others before it is said to change nothing', async () => {
  const distributions = {
    wacc: { kind: 'constant', value: 0.1 },
    concentrationEffect: { kind: 'constant', value: 1 },
  } as const
  const study = { ...given, strategies: ['none', 'asSigned'], assumptions: distributions }
  const results = await runner.run(planOf(resolveStudy(study)))
  const cases = [{ strategy: 'asSigned', scenario }] as const
  const found = await runner.ask('idle', results, { cases, ids, range: all })
  expect(found).toEqual(['signingRate', 'concentrationEffect'])
})

it('a row says so of the run in view alone', async () => {
  const studies = new StudyState()
  studies.open({ ...studies.study, ...given, strategies: ['none', 'asSigned'] })
  const run = new Run(runner)
  const hand = { holding: true }
  const idle = new IdleBeliefs(runner, run, hand)
  run.request(studies.plan)
  await expect.poll(() => run.status).toBe('done')
  idle.request()
  expect(idle.wordsOf('signingRate')).toBe(null)
  hand.holding = false
  idle.request()
  const words = 'Changes nothing in any future of this run'
  await expect.poll(() => idle.wordsOf('signingRate')).toBe(words)
  expect(idle.wordsOf('wacc')).toBe(null)
  studies.change('changed', (study) =>
    withBelief(study, scenario, 'wacc', { kind: 'constant', value: 0.1 }),
  )
  run.request(studies.plan)
  expect(idle.wordsOf('signingRate')).toBe(null)
})

it('where not every future was tried the words say how many', () => {
  expect(idleWords(20_000, 200_000)).toBe('Changes nothing in the first 20,000 futures of this run')
})
