import { describe, expect, test } from 'vitest'
import { conditionMask, summariseCase } from '../../../src/engine/statistics/index.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { summariseSeries } from '../../../src/engine/statistics/series.ts'
import {
  quantileFields,
  summarise,
  summariseWhere,
} from '../../../src/engine/statistics/summary.ts'
import { runBlocks } from './blocks.ts'
import { ascending, normals, shuffled } from './numbers.ts'
import { toyModel, toyPlan } from './toy-model.ts'

/** −10 to 90, in no order. */
const hundred = Float64Array.from(
  shuffled(
    Array.from({ length: 101 }, (_, i) => i - 10),
    'hundred',
  ),
)

describe('summarise', () => {
  test('a column whose figures are known', () => {
    expect(summarise(hundred, 1)).toMatchObject({
      mean: 40,
      standardDeviation: Math.sqrt((101 * 102) / 12),
      p1: -9,
      p5: -5,
      p10: 0,
      p25: 15,
      p50: 40,
      p75: 65,
      p90: 80,
      p95: 85,
      p99: 89,
      below0: 10 / 101,
      at0: 1 / 101,
    })
  })

  test('counts −0 as 0 and not as below it', () => {
    const { below0, at0 } = summarise(Float64Array.of(-0, 0, -1e-300, 1, -4), 1)
    expect([below0, at0]).toEqual([0.4, 0.4])
  })

  test('of one trial has neither error nor spread', () => {
    const found = summarise(Float64Array.of(7), 1)
    expect(found).toMatchObject({ mean: 7, standardError: null, standardDeviation: null })
    for (const field of Object.keys(quantileFields)) expect(found).toHaveProperty(field, 7)
  })

  test('of equal trials is that value, with error and spread 0', () => {
    const found = summarise(new Float64Array(300).fill(0.1), 1)
    expect(found).toMatchObject({ mean: 0.1, standardError: 0, standardDeviation: 0, p1: 0.1 })
    expect(found.p99).toBe(0.1)
  })

  test('does not change the column and does not mind the order of trials', () => {
    const before = hundred.slice()
    const { standardError: _own, ...found } = summarise(hundred, 1)
    expect(hundred).toEqual(before)
    expect(summarise(ascending(hundred), 1)).toMatchObject(found)
  })

  test('P1 to P99 never decrease and lie between the ends', () => {
    const values = normals('rise', 57).map((z) => z * z * z)
    const found = summarise(values, 1)
    const rising = (Object.keys(quantileFields) as (keyof typeof quantileFields)[]).map(
      (field) => found[field],
    )
    expect(rising).toEqual(Array.from(ascending(rising)))
    expect(rising[0]).toBeGreaterThanOrEqual(Math.min(...values))
    expect(rising[8]).toBeLessThanOrEqual(Math.max(...values))
  })
})

describe('summariseWhere', () => {
  const values = normals('where', 400)
  const mask = Uint8Array.from(values, (_, i) => (i % 3 === 0 ? 1 : 0))

  test('says of the trials of the mask what summarise says of them alone', () => {
    const chosen = values.filter((_, i) => mask[i] === 1)
    const { standardError, ...found } = summarise(chosen, 1)
    const where = summariseWhere(values, mask, 1)
    expect(where).toMatchObject(found)
    expect(Number(where?.standardError) / Number(standardError)).toBeCloseTo(1, 1)
  })

  test('with every trial is summarise, with none nothing', () => {
    expect(summariseWhere(values, new Uint8Array(400).fill(1), 1)).toEqual(summarise(values, 1))
    expect(summariseWhere(values, new Uint8Array(400), 1)).toBeNull()
  })

  test('with one trial has neither error nor spread', () => {
    const one = new Uint8Array(400)
    one[17] = 1
    const found = { mean: values[17], standardError: null, standardDeviation: null }
    expect(summariseWhere(values, one, 1)).toMatchObject(found)
  })
})

describe('summariseCase', () => {
  const plan = toyPlan({ trials: 700, sampling: 'random' })
  const { cases } = runBlocks(toyModel, plan)
  const [none, small] = cases[0].map((columns) => summariseCase(toyModel, columns, 1))

  test('has every number and every state of every category, reached or not', () => {
    const { outcomes, categories } = none
    const ids = toyModel.outcomes.map(({ id }) => id)
    expect([...Object.keys(outcomes), ...Object.keys(categories)].sort()).toEqual(ids.sort())
    expect(categories).toEqual({ state: { none: 1, failed: 0, built: 0 } })
  })

  test('gives the shares of states, which add to 1, and that of the condition', () => {
    const { none: nothing, failed, built } = small.categories.state
    expect(nothing).toBe(0)
    expect(failed + built).toBeCloseTo(1, 14)
    expect(failed * 700).toBe(Math.round(failed * 700))
    expect(small.condition).toMatchObject({ fraction: built, count: Math.round(700 * built) })
  })

  test('speaks of the futures that meet the condition apart', () => {
    const [, columns] = cases[0]
    const mask = conditionMask(toyModel, columns)
    expect(mask.reduce((sum, one) => sum + one, 0)).toBe(small.condition.count)
    // A failure costs and brings nothing, so what is built is worth more than all.
    expect(small.condition.outcomes.extra.mean).toBeGreaterThan(small.outcomes.extra.mean)
    expect(none.condition).toEqual({ count: 0, fraction: 0, outcomes: {} })
  })

  test('says that a model without the condition’s outcome has none', () => {
    const model = { ...toyModel, condition: { ...toyModel.condition, outcome: 'weather' } }
    expect(() => summariseCase(model, cases[0][0], 1)).toThrow('no category outcome weather')
  })
})

describe('summariseSeries', () => {
  /** Two series of three points, in blocks of four and two trials: 100·s + 10·t + trial. */
  const blocks = [
    [0, 1, 2, 3],
    [4, 5],
  ].map((trials) =>
    Float32Array.from(
      [0, 1].flatMap((s) => [0, 1, 2].flatMap((t) => trials.map((i) => 100 * s + 10 * t + i))),
    ),
  )

  test.each([0, 1])('reads its own places of every block (series %i)', (at) => {
    const found = summariseSeries(blocks, at, 2, 3)
    const plus = (value: number) => [0, 10, 20].map((t) => 100 * at + t + value)
    expect(found.mean).toEqual(plus(2.5))
    expect(found.p50).toEqual(plus(2.5))
    expect(found.p25).toEqual(plus(1.25))
    expect(found.p75).toEqual(plus(3.75))
    expect(found.p5).toEqual(plus(0.25))
    expect(found.p95).toEqual(plus(4.75))
  })

  test('gives quarter by quarter what sorting the column gives, and leaves it as it was', () => {
    const column = Float32Array.from(normals('series', 500))
    const before = column.slice()
    const found = summariseSeries([column], 0, 1, 1)
    const sorted = ascending(column)
    expect(found.p5).toEqual([quantileOf(sorted, 0.05)])
    expect(found.p95).toEqual([quantileOf(sorted, 0.95)])
    expect(column).toEqual(before)
  })

  test('one trial is every quantile', () => {
    const found = summariseSeries([Float32Array.of(1, 2)], 0, 1, 2)
    for (const values of Object.values(found)) expect(values).toEqual([1, 2])
  })
})
