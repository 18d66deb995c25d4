import { expect, test } from 'vitest'
import type { FactorIndex } from '../../../src/analyses/sobol-indices.ts'
import { ALL_LUCK } from '../../../src/findings/drivers-by-runs-asked.ts'
import { sobolFinding } from '../../../src/findings/sobol-indices.ts'
import { market } from '../../../src/study/model.ts'

const [outcome] = market.outcomes.flatMap((one) => (one.kind === 'number' ? [one] : []))
const figure = (value: number, error = 0.02) => ({
  value,
  error,
  low: value - 2 * error,
  high: value + 2 * error,
})
const index = (id: string, first: number, total: number): FactorIndex => ({
  id,
  first: figure(first),
  total: figure(total),
  joint: figure(total - first, 0.03),
})
const factors = [
  { id: 'wacc', label: 'Cost of capital', inputs: ['wacc'] },
  { id: ALL_LUCK, label: 'All luck together', inputs: [], shocks: true as const },
]
const findingOf = (indices: readonly FactorIndex[]) =>
  sobolFinding({ outcome, explained: 'A', factors, indices, points: 1024, runs: 4096 })

test('beliefs, luck and what the two do together add up to all of the variance', () => {
  for (let at = 0; at < 40; at++) {
    const total = (at * 0.0257) % 1
    const { caption } = findingOf([index('wacc', 0.5, 0.7), index(ALL_LUCK, total * 0.37, total)])
    const parts = [...caption.matchAll(/([\d.]+)% \(±/g)].map(([, part]) => Number(part))
    expect(parts).toHaveLength(3)
    expect(parts[0] + parts[1] + parts[2]).toBeCloseTo(100, 9)
  }
})

test('all luck together is no rival of a belief: it leads no title and has no bar', () => {
  const { title, marks, table } = findingOf([index('wacc', 0.3, 0.4), index(ALL_LUCK, 0.5, 0.6)])
  expect(title).toContain('Cost of capital')
  expect(marks.map(({ id }) => id)).toEqual(['wacc'])
  expect(table().rows).toHaveLength(2)
})

test('of an outcome that is the same everywhere nothing is told', () => {
  const { title, marks, table } = findingOf([])
  expect(title).toMatch(/is the same in every future/)
  expect([marks.length, table().rows.length]).toEqual([0, 0])
})
