import { describe, expect, test } from 'vitest'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import { toyModel, toyPlan } from './toy-model.ts'
import { column, correlation, sum } from './wide-model.ts'

describe('correlations', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const trials = 20_000

  test.each([-1, -0.8, -0.3, 0.3, 0.5, 0.8, 1])('a correlation of %d is met', (asked) => {
    const changes = { trials, correlations: [['b', 'd', asked]] as const }
    const [b, d] = ['b', 'd'].map((id) => column(ids, id, changes))
    expect(Math.abs(correlation(b, d) - asked)).toBeLessThan(0.01)
  })

  test('a group meets all its correlations at once, and 0 where none is given', () => {
    const correlations = [
      ['a', 'b', 0.5],
      ['c', 'b', -0.6],
      ['d', 'e', 0.7],
    ] as const
    const columns = ids.map((id) => column(ids, id, { trials, correlations }))
    const expected = new Map<string, number>([
      ['ab', 0.5],
      ['bc', -0.6],
      ['de', 0.7],
    ])
    for (let i = 0; i < 5; i++) {
      for (let j = i + 1; j < 5; j++) {
        const asked = expected.get(ids[i] + ids[j]) ?? 0
        expect(Math.abs(correlation(columns[i], columns[j]) - asked)).toBeLessThan(0.03)
      }
    }
  })

  test('the first of a group and all outside keep their bits; 0 is no correlation', () => {
    const correlations = [
      ['c', 'a', 0.5],
      ['d', 'e', 0],
    ] as const
    for (const id of ['b', 'c', 'd', 'e']) {
      expect(column(ids, id, { correlations })).toEqual(column(ids, id))
    }
    expect(column(ids, 'a', { correlations })).not.toEqual(column(ids, 'a'))
  })

  test('a correlated score is the textbook sum of two', () => {
    const [a, b] = ['a', 'b'].map((id) => column(ids, id))
    const got = column(ids, 'b', { correlations: [['a', 'b', 0.6]] })
    got.forEach((z, i) => expect(z).toBeCloseTo(0.6 * a[i] + 0.8 * b[i], 12))
  })

  test('an event can be correlated with a number', () => {
    const model = toyModel
    const plan = toyPlan({ trials, correlations: [['income', 'fails', 0.8]] })
    const [income, fails] = ['income', 'fails'].map((id) => inputColumn(model, plan, 0, id))
    expect(Math.abs(sum(fails) / trials - 0.25)).toBeLessThan(0.01)
    expect(correlation(income, fails)).toBeGreaterThan(0.5)
  })

  test.each([
    [[['a', 'x', 0.5]], 'a correlation names x, which is no assumption'],
    [[['a', 'a', 0.5]], 'a correlation needs two different assumptions, got a twice'],
    [[['a', 'b', 1.5]], 'the correlation of a and b must lie from -1 to 1, got 1.5'],
    [[['a', 'b', NaN]], 'the correlation of a and b must lie from -1 to 1, got NaN'],
    [
      [
        ['a', 'b', 0.5],
        ['b', 'a', 0.4],
      ],
      'the correlation of b and a is given twice',
    ],
    [
      [
        ['a', 'b', 0.9],
        ['b', 'c', 0.9],
        ['a', 'c', -0.9],
      ],
      'the correlations of a, b, c contradict each other',
    ],
    [
      [
        ['a', 'b', 1],
        ['a', 'c', 0.5],
        ['b', 'c', -0.5],
      ],
      'the correlations of a, b, c contradict each other',
    ],
  ] as [[string, string, number][], string][])('%j throws: %s', (correlations, message) => {
    expect(() => column(ids, 'a', { correlations })).toThrow(message)
  })
})
