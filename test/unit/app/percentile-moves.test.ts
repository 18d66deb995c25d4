import { describe, expect, test } from 'vitest'
import {
  constraintsOf,
  heldBy,
  type Level,
  LEVELS,
  levelsNeeded,
  movedPercentile,
  movesByPercentiles,
  partnerOf,
  roomFor,
  shortNearest,
} from '../../../src/app/belief/percentile-moves.ts'
import {
  fromPercentiles,
  takesPercentiles,
} from '../../../src/engine/distributions/from-percentiles.ts'
import {
  type Distribution,
  InfeasibleError,
  quantile,
} from '../../../src/engine/distributions/index.ts'

const beliefs: readonly Distribution[] = [
  { kind: 'uniform', min: 2, max: 9 },
  { kind: 'triangular', min: 0, mode: 3, max: 10 },
  { kind: 'pert', min: 0.1, mode: 0.3, max: 0.8 },
  { kind: 'pert', min: 0.1, mode: 0.3, max: 0.8, weight: 9 },
  { kind: 'normal', mean: 12, standardDeviation: 3 },
  { kind: 'truncatedNormal', mean: 0.4, standardDeviation: 0.2, min: 0, max: 1 },
  { kind: 'lognormal', median: 20, logStandardDeviation: 0.5 },
  { kind: 'beta', alpha: 3, beta: 5 },
  {
    kind: 'metalog',
    lower: 0,
    percentiles: [
      { p: 0.1, value: 10 },
      { p: 0.5, value: 20 },
      { p: 0.9, value: 45 },
    ],
  },
  {
    kind: 'metalog',
    percentiles: [
      { p: 0.1, value: 1 },
      { p: 0.25, value: 2 },
      { p: 0.5, value: 3.2 },
      { p: 0.9, value: 6 },
    ],
  },
]
const domain = [-1000, 1000] as const

function held(d: Distribution, level: Level, partner: Level = 0.9) {
  const found = heldBy(d, level, partner)
  if (found === null) throw new Error(`${d.kind} is held by its percentiles`)
  return found
}

describe.each(beliefs.map((d) => [JSON.stringify(d).slice(0, 90), d] as const))(
  '%s',
  (_name, d) => {
    const spread = quantile(d)(0.9) - quantile(d)(0.1)

    test.each(LEVELS)('at %d it has room around where it is', (level) => {
      const room = roomFor(held(d, level), domain)
      expect(room).not.toBeNull()
      const [low, high] = room ?? [NaN, NaN]
      const now = quantile(d)(level)
      expect(low).toBeLessThan(now)
      expect(high).toBeGreaterThan(now)
    })

    test.each(LEVELS)('at %d it goes anywhere in its room, and what holds stays', (level) => {
      const hold = held(d, level)
      const [low, high] = roomFor(hold, domain) ?? [NaN, NaN]
      for (const share of [0.02, 0.4, 0.6, 0.98]) {
        const near = quantile(d)(level)
        const [from, until] = [Math.max(low, near - spread), Math.min(high, near + spread)]
        const value = from + share * (until - from)
        const to = quantile(movedPercentile(hold, value))
        expect(Math.abs(to(level) - value)).toBeLessThan(2e-3 * spread)
        hold.points.forEach((point, i) => {
          if (i === hold.index) return
          expect(Math.abs(to(point.p) - point.value)).toBeLessThan(4e-3 * spread)
        })
      }
    })

    test('is held by as many percentiles as determine it, the moving one among them', () => {
      for (const level of LEVELS) {
        const { points, index } = held(d, level)
        expect(points[index].p).toBe(level)
        if (takesPercentiles(d.kind) && d.kind !== 'metalog') {
          expect(points).toHaveLength(levelsNeeded(d.kind))
        }
      }
    })
  },
)

test('where percentiles determine nothing, nothing is held', () => {
  const others: readonly Distribution[] = [
    { kind: 'constant', value: 1 },
    { kind: 'bernoulli', probability: 0.3 },
    { kind: 'discrete', values: [1, 2], probabilities: [0.5, 0.5] },
  ]
  for (const d of others) {
    expect(movesByPercentiles(d)).toBe(false)
    expect(heldBy(d, 0.5, 0.9)).toBeNull()
  }
})

test('a percentile is never its own partner', () => {
  for (const level of LEVELS) {
    for (const partner of LEVELS) expect(partnerOf(level, partner)).not.toBe(level)
  }
})

test('the nearest possible value is short, and possible', () => {
  const points = [
    { p: 0.1, value: 0.2 },
    { p: 0.5, value: 0.59 },
    { p: 0.9, value: 0.6 },
  ]
  try {
    fromPercentiles('triangular', points)
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof InfeasibleError) || error.nearest === null) throw error
    const { index } = error.nearest
    const value = shortNearest('triangular', points, {}, error.nearest)
    expect(String(value).length).toBeLessThanOrEqual(6)
    const mended = points.map((point, i) => (i === index ? { ...point, value } : point))
    expect(() => fromPercentiles('triangular', mended)).not.toThrow()
  }
})

test('bounds and weights go along', () => {
  expect(constraintsOf(beliefs[5])).toEqual({ min: 0, max: 1 })
  expect(constraintsOf(beliefs[3])).toEqual({ weight: 9 })
  expect(constraintsOf(beliefs[8])).toEqual({ min: 0 })
  expect(movedPercentile(held(beliefs[5], 0.9), 0.7)).toMatchObject({ min: 0, max: 1 })
})
