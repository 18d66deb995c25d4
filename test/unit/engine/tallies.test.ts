import { describe, expect, test } from 'vitest'
import type { CheckTally } from '../../../src/engine/blocks.ts'
import type { Model } from '../../../src/engine/model.ts'
import { BlockRunner } from '../../../src/engine/run.ts'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import { runBlocks, samplings } from './blocks.ts'
import { strictShop } from './strict-shop.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const plan = toyPlan({ trials: 600, check: true })
const income = inputColumn(toyModel, plan, 0, 'income')
const talliesOf = (model: Model, check: number): CheckTally[] =>
  runBlocks(model, plan).blocks[0].map(({ checks }) => checks[check])

describe('checks', () => {
  test('are tested on every trial of every strategy, and hold', () => {
    const [first, second, last] = talliesOf(toyModel, 0)
    for (const one of [first, second, last]) {
      expect(one).toMatchObject({ failures: 0, firstTrial: -1, firstCase: -1 })
      expect(one.worst).toBeLessThan(1e-9)
    }
    expect([first.trials, second.trials, last.trials]).toEqual([768, 768, 3 * 88])
  })

  test('name the first failing trial, count the failures and keep the worst residual', () => {
    // Two trials of the second block fail, the later one worse; only where something is built.
    const [early, late] = [income[300], income[333]]
    const model = strictShop((drawn, building) => {
      if (!building) return 0.5
      return drawn === early ? 2 : drawn === late ? 7 : 0.25
    })
    const [first, second, third] = talliesOf(model, 1)
    expect(first).toEqual({
      trials: 768,
      failures: 0,
      worst: 0.5,
      firstTrial: -1,
      firstCase: -1,
    })
    expect(second).toEqual({
      trials: 768,
      failures: 4,
      worst: 7,
      firstTrial: 300,
      firstCase: 1,
    })
    expect(third.failures).toBe(0)
  })

  test.each([
    ['NaN', NaN],
    ['infinity', Infinity],
    ['a residual below 0', -1],
  ])('take %s as failing', (_what, residual) => {
    const failing = income[599]
    const model = strictShop((drawn) => (drawn === failing ? residual : 0))
    const [first, , last] = talliesOf(model, 1)
    expect(first.failures).toBe(0)
    expect(last).toMatchObject({ failures: 3, firstTrial: 599, firstCase: 0 })
    expect(last.worst).toBeGreaterThanOrEqual(Number.MAX_VALUE)
  })

  test('change no outcome, and none are made unless asked for', () => {
    const [checked, plain] = [plan, { ...plan, check: false }].map((one) =>
      runBlocks(toyModel, one),
    )
    expect(checked.digests).toEqual(plain.digests)
    expect(plain.blocks.flat().flatMap(({ checks }) => checks)).toEqual([])
  })

  test('find the same where draws and references are kept from before', () => {
    const model = strictShop((drawn) => (drawn > 3.5 ? drawn : 0))
    const runner = new BlockRunner(model)
    const first = runBlocks(model, plan, runner)
    expect(first.blocks[0][0].checks[1].failures).toBeGreaterThan(0)
    const again = runBlocks(model, plan, runner)
    expect(again.blocks).toEqual(first.blocks)
  })
})

describe.each(samplings)('moved draws, %s', (sampling) => {
  const [first, ...rest] = toyModel.assumptions
  const narrow: Model = { ...toyModel, assumptions: [{ ...first, domain: [0.5, 3] }, ...rest] }

  test('are counted block by block, those of the run alone', () => {
    const own = toyPlan({ sampling, trials: 600 })
    const free = inputColumn(toyModel, own, 0, 'income')
    const { blocks } = runBlocks(narrow, own)
    for (const scenario of blocks) {
      const counts = scenario.map(({ moved }) => Array.from(moved))
      const outside = [0, 256, 512].map(
        (at) => free.subarray(at, at + 256).filter((x) => x < 0.5 || x > 3).length,
      )
      expect(counts).toEqual(outside.map((count) => [count, 0, 0, 0]))
      expect(Math.min(...outside)).toBeGreaterThan(0)
    }
  })

  test('stand at the bound in the replayed inputs', () => {
    const moved = inputColumn(narrow, toyPlan({ sampling }), 0, 'income')
    expect(Math.min(...moved)).toBe(0.5)
    expect(Math.max(...moved)).toBe(3)
  })
})
