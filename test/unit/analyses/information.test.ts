import { describe, expect, test } from 'vitest'
import { type Information, information } from '../../../src/analyses/information.ts'
import { gainOfSeeing } from '../../../src/cli/coverage-known.ts'
import { normalQuantile } from '../../../src/engine/normal-curve.ts'
import { ALL } from '../../../src/engine/selection.ts'
import { toyModel } from '../engine/toy-model.ts'
import { uniforms } from '../engine/uniforms.ts'

const TRIALS = 4096
const [first, second, idle] = [1, 2, 3].map((seed) => uniforms(TRIALS, seed).map(normalQuantile))
const inputs: Readonly<Record<string, Float64Array>> = { first, second, idle }
const nothing = new Float64Array(TRIALS)
const ref = (strategy: string) => ({ strategy, scenario: 'base' })

/** What is worth knowing for the choice among strategies, each by what it comes to in every trial. */
function asked(strategies: readonly Float64Array[], sign: 1 | -1 = 1): Information {
  const choices = strategies.map((_, at) => ref(`s${at}`))
  const steps = information.steps(
    {
      subject: { a: choices[0], b: null, outcome: 'npv', selection: ALL },
      choices,
      sign,
      negligible: 0,
      follow: null,
      inputs: Object.keys(inputs),
      groups: [{ id: 'both', members: ['first', 'second'] }],
    },
    {
      model: toyModel,
      replicate: 1,
      inputs: new Map(Object.entries(inputs)),
      cases: strategies.map((values) => ({
        trials: TRIALS,
        outcome: () => values,
        input: (id) => inputs[id],
      })),
      rerun: null,
    },
  )
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const go = first.map((one, i) => 2 * one + second[i] - 1)

describe('what is worth knowing before a go or no-go choice', () => {
  const found = asked([nothing, go])
  const barOf = (id: string) => found.bars.find((one) => one.id === id)

  test('is what the closed form says, of everything, of one belief and of two together', () => {
    const { perfect, groups } = found
    expect(found).toMatchObject({ trials: TRIALS, top: 's0' })
    for (const [one, spread] of [
      [perfect, Math.sqrt(5)],
      [barOf('first'), 2],
      [groups[0], Math.sqrt(5)],
    ] as const) {
      expect(Math.abs((one?.value ?? 0) - gainOfSeeing(-1, spread))).toBeLessThan(
        3 * (one?.error ?? 0),
      )
    }
  })
  test('is never more than of everything, nor of one more than of both', () => {
    const [{ value, error }] = found.groups
    expect(value).toBeLessThan(found.perfect.value + 2 * (error ?? 0))
    expect(barOf('first')?.value).toBeLessThan(value + 2 * (error ?? 0))
    expect(found.bars.map(({ id, isTold }) => [id, isTold])).toEqual([
      ['first', true],
      ['second', true],
      ['idle', false],
    ])
  })
  test('is the same where lower is better, of what is turned round', () => {
    const lower = asked([nothing, go.map((one) => -one)], -1)
    expect(lower.perfect).toEqual(found.perfect)
    expect(lower.bars).toEqual(found.bars)
  })
  test('is the same to the last bit when asked again', () => {
    expect(asked([nothing, go])).toEqual(found)
  })
})

test('of three strategies the gain is over the best of them', () => {
  const { perfect, top } = asked([nothing, first.map((one) => one - 0.2), second])
  // The mean of the larger of three, trial by trial, less the best mean.
  const best = first.reduce((sum, one, i) => sum + Math.max(0, one - 0.2, second[i]), 0) / TRIALS
  const mean = second.reduce((sum, one) => sum + one, 0) / TRIALS
  expect(perfect.value).toBeCloseTo(best - Math.max(0, mean), 10)
  expect(['s0', 's2']).toContain(top)
})

test('with nothing to choose nothing is worth knowing', () => {
  expect(asked([go])).toMatchObject({ top: null, bars: [], groups: [], perfect: { value: 0 } })
})
