import { expect, test } from 'vitest'
import { correlation, numberOf } from '../../../src/words/index.ts'

test('a correlation is read as it was entered, with the sign of a minus', () => {
  for (const r of [-1, -0.8, -0.35, -0.0001, 0, 0.125, 1]) {
    expect(numberOf(correlation(r))).toBe(r)
    expect(correlation(r)).not.toContain('-')
  }
})

test('a rounded correlation has all its decimals, and no sign where it is none', () => {
  expect([-0.5, -0.347, 0.2, -0.004, -0.005].map((r) => correlation(r, 2))).toEqual([
    '−0.50',
    '−0.35',
    '0.20',
    '0.00',
    '−0.01',
  ])
})
