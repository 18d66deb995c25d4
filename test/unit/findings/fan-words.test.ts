import { describe, expect, test } from 'vitest'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { fanNote } from '../../../src/findings/fan.ts'
import { fanTitle, range } from '../../../src/findings/fan-words.ts'
import type { Fan } from '../../../src/findings/fans.ts'
import { observedOf } from '../../../src/findings/observed.ts'

const fan = (label: string, start: number, ends: readonly [number, number, number]): Fan => {
  const [low, middle, high] = ends
  const line = (end: number) => [start, end]
  const summary = {
    p5: line(low),
    p25: line(low),
    p50: line(middle),
    p75: line(high),
    p95: line(high),
  }
  return { id: label, label, summary }
}

describe('fanTitle(series, fans, quarters, trials)', () => {
  const say = (fans: readonly Fan[], unit = 'fraction') =>
    fanTitle({ label: 'AWS share', unit }, fans, { start: 'today', year: '2031' }, 10_000)

  test('of one fan says where it is and where 90% of futures take it', () => {
    expect(say([fan('A', 0.29, [0.2, 0.25, 0.31])])).toBe('AWS share: 29% today, 20–31% in 2031')
  })

  test('of two fans says which ends higher, and by how much', () => {
    const [high, low] = [fan('A', 0.29, [0.2, 0.27, 0.31]), fan('B', 0.29, [0.2, 0.25, 0.31])]
    expect(say([high, low])).toBe('AWS share in 2031: 2.00 points higher with “A”')
    expect(say([low, high])).toBe('AWS share in 2031: 2.00 points lower with “B”')
  })

  test('makes nothing of a difference that is small beside what is not known', () => {
    const a = fan('A', 0.29, [0.2, 0.25, 0.31])
    expect(say([a, fan('B', 0.29, [0.2, 0.2501, 0.31])])).toBe(
      'AWS share in 2031: much the same with either',
    )
    expect(say([a, a])).toMatch(/much the same/)
  })
})

test.each([
  [0.2, 0.31, 'fraction', '20–31%'],
  [0.2, 0.2, 'fraction', '20%'],
  [180, 254, 'USD bn per quarter', '$180–254 bn a quarter'],
  [-3, 12, 'USD bn', '−$3 bn to $12 bn'],
  [1200, 1900, 'points', '1,200–1,900'],
] as const)('range(%d, %d, %s) is %s', (low, high, unit, expected) => {
  expect(range(low, high, unit)).toBe(expected)
})

test('what came after the start is told from the history before', () => {
  const plan = { plan: { seed: 'stakes' } as RunPlan, trials: 100 }
  const observed = observedOf('awsShare')
  const noteFrom = (start: string) =>
    fanNote({ id: 'awsShare', observed, quarters: [start], trials: 100, ofAgreeing: false }, plan)
  expect(noteFrom('2025Q3')).toMatch(/Dots: Synergy.*; diamonds: what came since\.$/)
  expect(noteFrom('2026Q2')).toMatch(/Dots: Synergy[^;]*\.$/)
})
