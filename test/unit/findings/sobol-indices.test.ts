import { expect, test } from 'vitest'
import type { FactorIndex } from '../../../src/analyses/sobol-indices.ts'
import { ALL_LUCK } from '../../../src/findings/drivers-by-runs-asked.ts'
import { sobolFinding } from '../../../src/findings/sobol-indices.ts'
import { market } from '../../../src/study/model.ts'

const [outcome] = market.outcomes.flatMap((one) => (one.kind === 'number' ? [one] : []))
const ERROR = 0.02
const figure = (value: number, error: number) => ({
  value,
  error,
  low: value - 2 * error,
  high: value + 2 * error,
})
/** Over all points, and in two samples that are off by the error. */
const sampled = (value: number, error: number) =>
  Float64Array.of(value, value - error / Math.SQRT2, value + error / Math.SQRT2)
const index = (id: string, first: number, total: number, error = ERROR): FactorIndex => ({
  id,
  first: figure(first, error),
  total: figure(total, error),
  samples: { first: sampled(first, error), total: sampled(total, error) },
})
const factors = [
  { id: 'wacc', label: 'Cost of capital', inputs: ['wacc'] },
  { id: 'taxRate', label: 'Tax rate', inputs: ['taxRate'] },
  { id: ALL_LUCK, label: 'All luck together', inputs: [], shocks: true as const },
]
const findingOf = (indices: readonly FactorIndex[]) =>
  sobolFinding({ outcome, explained: 'A', factors, indices, points: 1024, runs: 4096 })
const partsIn = (caption: string) =>
  [...caption.matchAll(/([\d.]+)% \(±/g)].map(([, part]) => Number(part))

test.each([
  [0.01, 4],
  [0.2, 3],
])('with an error of %d the variance falls into %d parts that add up to all', (error, count) => {
  for (let at = 0; at < 40; at++) {
    const total = (at * 0.0257) % 1
    const one = (at * 0.0133) % 1
    const { caption } = findingOf([
      index('wacc', one, 0.7, error),
      index('taxRate', one / 2, 0.7, error),
      index(ALL_LUCK, total * 0.37, total, error),
    ])
    const parts = partsIn(caption)
    expect(parts).toHaveLength(count)
    expect(parts.reduce((sum, part) => sum + part)).toBeCloseTo(100, 9)
  }
})

test('beliefs one by one are those of all beliefs, and no more than beliefs are in all', () => {
  const indices = (one: number) => [
    index('wacc', one, 0.4, 0.01),
    index('taxRate', 0.2, 0.4, 0.01),
    index('luck', 0.2, 0.3),
    index('shocks', 0.1, 0.1),
    index(ALL_LUCK, 0.3, 0.4, 0.01),
  ]
  expect(partsIn(findingOf(indices(0.3)).caption)).toEqual([50, 10, 30, 10])
  expect(partsIn(findingOf(indices(0.5)).caption)).toEqual([60, 0, 30, 10])
})

test('all luck together is no rival of a belief: it leads no title and has no bar', () => {
  const { title, marks, table } = findingOf([index('wacc', 0.3, 0.4), index(ALL_LUCK, 0.5, 0.6)])
  expect(title).toContain('Cost of capital')
  expect(marks.map(({ id }) => id)).toEqual(['wacc'])
  expect(table().rows).toHaveLength(1)
})

test('of an outcome that is the same everywhere nothing is told', () => {
  const { title, marks, table } = findingOf([])
  expect(title).toMatch(/is the same in every future/)
  expect([marks.length, table().rows.length]).toEqual([0, 0])
})
