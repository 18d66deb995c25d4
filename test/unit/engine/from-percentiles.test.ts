import { describe, expect, test } from 'vitest'
import {
  checkDistribution,
  families,
  InfeasibleError,
  mean,
  type Percentile,
  quantile,
  standardDeviation,
} from '../../../src/engine/distributions/index.ts'
import { fitData, lognormalFromMean } from '../../../src/engine/distributions/fit.ts'
import {
  feasibleRange,
  fromPercentiles,
  percentilesNeeded,
  takesPercentiles,
  type Given,
  type PercentileFamily,
} from '../../../src/engine/distributions/from-percentiles.ts'

const three = (low: number, middle: number, high: number): Percentile[] => [
  { p: 0.1, value: low },
  { p: 0.5, value: middle },
  { p: 0.9, value: high },
]
const two = (low: number, high: number): Percentile[] => [
  { p: 0.1, value: low },
  { p: 0.9, value: high },
]

const possible: [PercentileFamily, Percentile[], Given][] = [
  ['uniform', two(3, 7), {}],
  ['normal', two(-20, 45), {}],
  ['lognormal', two(80, 140), {}],
  ['lognormal', two(1e-3, 1e3), {}],
  ['beta', two(0.2, 0.4), {}],
  ['beta', two(0.02, 0.97), {}],
  ['beta', two(0.9, 0.95), {}],
  ['truncatedNormal', two(10, 30), { min: 0, max: 100 }],
  ['truncatedNormal', two(2, 12), { min: 0, max: 20 }],
  ['triangular', three(10, 20, 32), {}],
  ['triangular', three(-5, 0, 4), {}],
  ['pert', three(10, 20, 33), {}],
  ['pert', three(10, 20, 31), { weight: 10 }],
  ['metalog', three(10, 20, 45), {}],
  ['metalog', three(10, 20, 45), { min: 0 }],
  ['metalog', three(0.1, 0.2, 0.9), { min: 0, max: 1 }],
  ['metalog', [{ p: 0.05, value: 1 }, ...three(2, 5, 9), { p: 0.95, value: 11 }], {}],
]

describe.each(possible)('%s from %j', (kind, points, given) => {
  const d = fromPercentiles(kind, points, given)

  test('it has the percentiles asked for', () => {
    checkDistribution(d)
    expect(d.kind).toBe(kind)
    const q = quantile(d)
    const width = points[points.length - 1].value - points[0].value
    for (const { p, value } of points) expect(Math.abs(q(p) - value)).toBeLessThan(1e-9 * width)
  })

  test('feasibleRange holds what is there, and its inside is possible, its outside not', () => {
    points.forEach((point, index) => {
      const range = feasibleRange(kind, points, index, given)
      if (range === null) throw new Error('there is a range')
      const [low, high] = range
      expect(point.value >= low && point.value <= high).toBe(true)
      const at = (value: number) => () =>
        fromPercentiles(
          kind,
          points.map((one, i) => (i === index ? { ...one, value } : one)),
          given,
        )
      const [from, until] = [Math.max(low, point.value - 50), Math.min(high, point.value + 50)]
      const room = 1e-3 * (until - from)
      for (const value of [from + room, (from + until) / 2, until - room]) {
        expect(at(value)).not.toThrow()
      }
      if (from === low) expect(at(low - room)).toThrow(InfeasibleError)
      if (until === high) expect(at(high + room)).toThrow(InfeasibleError)
    })
  })
})

const refused: [PercentileFamily, Percentile[], string, Given][] = [
  [
    'triangular',
    three(10, 20, 50),
    'no triangular distribution has P10 = 10, P50 = 20, P90 = 50',
    {},
  ],
  ['pert', three(10, 11, 50), 'no pert distribution has', {}],
  ['metalog', three(10, 11, 50), 'no metalog distribution has', {}],
  ['normal', two(5, 3), 'percentiles must rise, got P10 of 5 and P90 of 3', {}],
  ['triangular', three(10, 9, 20), 'percentiles must rise, got P10 of 10 and P50 of 9', {}],
  ['lognormal', two(-1, 3), 'no lognormal distribution has P10 = -1', {}],
  ['beta', two(0.2, 1.4), 'no beta distribution has', {}],
  ['truncatedNormal', two(10, 99), 'no truncatedNormal distribution has', { min: 0, max: 100 }],
]

test.each(refused)(
  '%s from %j is refused with the nearest possible',
  (kind, points, text, given) => {
    let caught: unknown
    try {
      fromPercentiles(kind, points, given)
    } catch (error) {
      caught = error
    }
    if (!(caught instanceof InfeasibleError))
      throw new Error(`refused otherwise: ${String(caught)}`)
    expect(caught.message).toContain(text)
    const { nearest } = caught
    if (nearest === null) throw new Error('there is a nearest')
    expect(caught.message).toContain(`the nearest possible P${nearest.p * 100} is `)
    const mended = points.map((one, i) =>
      i === nearest.index ? { ...one, value: nearest.value } : one,
    )
    expect(() => fromPercentiles(kind, mended, given)).not.toThrow()
  },
)

test("a triangle's (P90 − P50)/(P50 − P10) lies between 1/φ and φ", () => {
  const golden = (1 + Math.sqrt(5)) / 2
  const range = feasibleRange('triangular', three(0, 1, 2), 2)
  expect(range?.[0]).toBeCloseTo(1 + 1 / golden, 12)
  expect(range?.[1]).toBeCloseTo(1 + golden, 12)
})

test("a metalog triplet's (P50 − P10)/(P90 − P10) lies between k and 1 − k, 0.16658 (Keelin 2016)", () => {
  const range = feasibleRange('metalog', three(0, 0.5, 1), 1)
  // Twice the largest third term there is against the second, worked out by mpmath.
  const k = 0.5 * (1 - 0.8 / (2 * 0.5998393201288669))
  expect(k).toBeCloseTo(0.5 * (1 - 1.66711 * 0.4), 5)
  expect(range?.[0]).toBeCloseTo(k, 9)
  expect(range?.[1]).toBeCloseTo(1 - k, 9)
})

test.each([
  ['normal', three(1, 2, 3), 'normal needs 2 percentiles, got 3'],
  ['metalog', [{ p: 0.5, value: 1 }], 'metalog needs two or more percentiles, got 1'],
  [
    'uniform',
    [
      { p: 0, value: 1 },
      { p: 0.5, value: 2 },
    ],
    "a percentile's p lies between 0 and 1, got 0",
  ],
  [
    'uniform',
    [
      { p: 0.5, value: 1 },
      { p: 0.5, value: 2 },
    ],
    'percentiles come with rising p, got 0.5 after 0.5',
  ],
  [
    'uniform',
    [
      { p: 0.1, value: NaN },
      { p: 0.5, value: 2 },
    ],
    'a finite number, got NaN',
  ],
  [
    'truncatedNormal',
    two(1, 2),
    'truncatedNormal needs its bounds min < max, got undefined, undefined',
  ],
] as [PercentileFamily, Percentile[], string][])('%s from %j: %s', (kind, points, message) => {
  expect(() => fromPercentiles(kind, points)).toThrow(message)
})

test('lognormalFromMean has that mean and standard deviation', () => {
  for (const [m, s] of [
    [1, 1e-6],
    [120, 30],
    [2, 40],
  ]) {
    const d = lognormalFromMean(m, s)
    expect(mean(d) / m).toBeCloseTo(1, 11)
    expect(standardDeviation(d) / s).toBeCloseTo(1, 9)
  }
  expect(() => lognormalFromMean(-1, 2)).toThrow('above 0, got -1, 2')
})

describe('fitData', () => {
  const sample = quantile({ kind: 'lognormal', median: 20, logStandardDeviation: 0.5 })
  const data = Array.from({ length: 200 }, (_, i) => sample((((i * 77) % 200) + 0.5) / 200))

  test.each(['empirical', 'metalog', 'normal', 'lognormal'] as const)(
    '%s is near its data',
    (kind) => {
      const d = fitData(kind, data)
      checkDistribution(d)
      const close = kind === 'normal' ? 5 : 0.6
      for (const p of [0.1, 0.5, 0.9])
        expect(Math.abs(quantile(d)(p) - sample(p))).toBeLessThan(close)
    },
  )

  test('a bounded metalog keeps its bounds, and fewer terms are taken where so many do not rise', () => {
    const d = fitData('metalog', data, { min: 0, max: 1000 })
    expect(quantile(d)(1e-9)).toBeGreaterThan(0)
    const uneven = fitData('metalog', [0, 0, 0, 0, 0, 1, 50, 50, 50, 50], { terms: 8 })
    checkDistribution(uneven)
  })

  test.each([
    ['normal', [1, NaN], 'data are finite numbers, got NaN at 2'],
    ['normal', [4, 4, 4], 'data need two numbers that differ, got 3 alike'],
    ['lognormal', [1, -2], 'lognormal needs data above 0, got -2'],
  ] as const)('%s of %j: %s', (kind, values, message) => {
    expect(() => fitData(kind, values)).toThrow(message)
  })
})

describe('how many percentiles a family asks for', () => {
  const normalAt = quantile({ kind: 'normal', mean: 0.5, standardDeviation: 0.1 })
  const pointsOf = (count: number) =>
    Array.from({ length: count }, (_, i) => (i + 1) / (count + 1)).map((p) => ({
      p,
      value: normalAt(p),
    }))
  const solved = Object.keys(families).filter(takesPercentiles)

  test('there are such families, and others', () => {
    expect(solved).toContain('metalog')
    expect(takesPercentiles('bernoulli')).toBe(false)
    expect(takesPercentiles('constructor')).toBe(false)
  })

  test.each(solved)('%s is determined by so many, and not by one fewer', (kind) => {
    const needed = percentilesNeeded(kind) ?? 2
    const given = { min: 0, max: 1 }
    checkDistribution(fromPercentiles(kind, pointsOf(needed), given))
    expect(() => fromPercentiles(kind, pointsOf(needed - 1), given)).toThrow(/percentiles/)
  })
})
