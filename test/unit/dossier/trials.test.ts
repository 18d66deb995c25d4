import { expect, test } from 'vitest'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { market } from '../../../src/study/model.ts'
import { marketRunner } from '../models/bundled.ts'

const study = { ...defaultStudy(), trials: 300 }
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'none' }
const dossier = new Dossier(marketRunner(), study, sight)

test('every column holds, bit for bit, what each future gives when it is run alone', async () => {
  const { inputs, cases } = await dossier.trials()
  const { series, points, trials } = await dossier.paths('exclusive')
  expect([trials, points]).toEqual([300, dossier.plan.quarters + 1])
  for (const trial of [0, 255, 256, 299]) {
    const [future] = (await dossier.runner.replay(dossier.plan, trial)).scenarios
    for (const { id } of market.assumptions) expect(inputs[id][trial]).toBe(future.inputs[id])
    expect(cases.map(({ strategy }) => strategy)).toEqual(
      future.cases.map(({ strategy }) => strategy),
    )
    for (const [at, one] of cases.entries()) {
      for (const outcome of market.outcomes) {
        const value = one.outcomes[outcome.id][trial]
        expect(outcome.kind === 'category' ? outcome.states[value] : value).toBe(
          future.cases[at].outcomes[outcome.id],
        )
      }
    }
    const alone = future.cases.find(({ strategy }) => strategy === 'exclusive')
    for (const [s, { id }] of market.series.entries()) {
      const path = series[s].subarray(trial * points, (trial + 1) * points)
      expect([...path]).toEqual(alone?.series[id].map(Math.fround))
    }
  }
})

test('what is asked for twice is the same, and only what is named is there', async () => {
  expect(dossier.trials()).toBe(dossier.trials())
  const wanted = { strategies: ['none'], inputs: ['wacc'], outcomes: [] }
  const { inputs, cases } = await dossier.trials(wanted)
  expect(Object.keys(inputs)).toEqual(['wacc'])
  expect(cases).toEqual([{ strategy: 'none', scenario: 'base', outcomes: {} }])
})

test('a stop ends them, and they may be asked for again', async () => {
  const stop = new AbortController()
  const stopped = new Dossier(marketRunner(), study, sight, { signal: stop.signal })
  await stopped.results()
  const asked = stopped.paths('none')
  stop.abort(new Error('enough'))
  await expect(asked).rejects.toThrow('enough')
  await expect(stopped.trials()).rejects.toThrow('enough')
})
