import { describe, expect, test } from 'vitest'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { type Shape, shape } from '../../../src/engine/statistics/shape.ts'
import { ascending, normals, uniforms } from './numbers.ts'

function areaOf({ density: { x, y } }: Shape): number {
  let area = 0
  for (let i = 1; i < x.length; i++) area += ((y[i] + y[i - 1]) / 2) * (x[i] - x[i - 1])
  return area
}

/** A third at 0, a twentieth at −5, the rest spread about 2. */
const talks = normals('talks', 3000).map((z, i) => (i % 3 === 0 ? 0 : i % 20 === 1 ? -5 : 2 + z))
const spread = talks.filter((value) => value !== 0 && value !== -5)
const ones = (count: number) => new Uint8Array(count).fill(1)

describe('shape', () => {
  test('keeps the values in order, each with its trial', () => {
    const { count, sorted, trialOfRank, p2, p98 } = shape(talks)
    expect(count).toBe(3000)
    expect(sorted).toEqual(ascending(talks))
    expect(new Set(trialOfRank).size).toBe(3000)
    trialOfRank.forEach((trial, rank) => expect(talks[trial]).toBe(sorted[rank]))
    expect([p2, p98]).toEqual([quantileOf(sorted, 0.02), quantileOf(sorted, 0.98)])
  })

  test('of a mask is the shape of its trials, under their own numbers', () => {
    const mask = Uint8Array.from(talks, (value) => (value > 0 ? 1 : 0))
    const found = shape(talks, mask)
    const alone = shape(talks.filter((value) => value > 0))
    expect(found.sorted).toEqual(alone.sorted)
    expect(found.density).toEqual(alone.density)
    expect(found.dots.map(({ value }) => value)).toEqual(alone.dots.map(({ value }) => value))
    found.dots.forEach(({ trial, value }) => expect(talks[trial]).toBe(value))
    expect(shape(talks, ones(3000))).toEqual(shape(talks))
  })

  test('of no trial is empty', () => {
    const found = shape(talks, new Uint8Array(3000))
    expect(found).toMatchObject({ count: 0, atoms: [], dots: [] })
    expect(found.density.x.length).toBe(0)
  })
})

describe('atoms', () => {
  test('are the values held by over 2% of trials, and their shares', () => {
    const { atoms } = shape(talks)
    expect(atoms).toEqual([
      { value: -5, share: talks.filter((value) => value === -5).length / 3000 },
      { value: 0, share: 1000 / 3000 },
    ])
  })

  test.each([
    [19, 0],
    [20, 0],
    [21, 1],
  ])('%i of 1,000 equal: %i', (held, atoms) => {
    const values = normals('edge', 1000).map((z, i) => (i < held ? 50 : z))
    expect(shape(values).atoms).toHaveLength(atoms)
  })

  test('both zeros are one', () => {
    const values = normals('zeros', 100).map((z, i) => (i < 3 ? (i === 1 ? -0 : 0) : z))
    expect(shape(values).atoms.map(({ share }) => share)).toEqual([0.03])
  })

  test('none where every value differs, however few the trials', () => {
    for (const count of [2, 10, 49]) expect(shape(normals('few', count)).atoms).toEqual([])
  })
})

describe('density', () => {
  test('has the area of the share of trials that are no atom, but for its far tails', () => {
    for (const values of [talks, spread, uniforms('flat', 2000), uniforms('u', 90)]) {
      const found = shape(values)
      const share = 1 - found.atoms.reduce((sum, atom) => sum + atom.share, 0)
      expect(areaOf(found)).toBeLessThanOrEqual(share * (1 + 1e-9))
      expect(areaOf(found)).toBeGreaterThan(share * 0.98)
    }
  })

  test('is not drawn across an atom: without it it is the same, scaled by its share', () => {
    const [all, rest] = [shape(talks), shape(spread)]
    expect(rest.atoms).toEqual([])
    expect(all.density.x).toEqual(rest.density.x)
    const share = spread.length / talks.length
    all.density.y.forEach((y, i) => expect(y).toBeCloseTo(share * rest.density.y[i], 12))
  })

  test('lies where values lie and is never below 0', () => {
    const values = normals('squares', 2000).map((z) => z * z)
    const { density, sorted } = shape(values)
    expect(density.x[0]).toBeGreaterThanOrEqual(sorted[0])
    expect(Number(density.x.at(-1))).toBeLessThanOrEqual(sorted[1999])
    expect(density.x).toEqual(ascending(density.x))
    expect(density.y.every((y) => y >= 0 && y < Infinity)).toBe(true)
  })

  test('follows the normal curve', () => {
    const { density } = shape(normals('bell', 20_000))
    density.x.forEach((x, i) => {
      const bell = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)
      expect(Math.abs(density.y[i] - bell)).toBeLessThan(0.03)
    })
  })

  test('moves and stretches with the values', () => {
    const plain = shape(spread)
    const moved = shape(spread.map((value) => 1000 + 8 * value))
    moved.density.x.forEach((x, i) => expect(x).toBeCloseTo(1000 + 8 * plain.density.x[i], 6))
    moved.density.y.forEach((y, i) => expect(8 * y).toBeCloseTo(plain.density.y[i], 6))
  })

  test.each([
    ['one trial', Float64Array.of(3), [{ value: 3, share: 1 }]],
    ['all equal', new Float64Array(500).fill(-2), [{ value: -2, share: 1 }]],
    ['atoms alone', Float64Array.from({ length: 90 }, (_, i) => i % 2), [0, 1]],
  ])('of %s is empty, and the atoms are all', (_what, values, atoms) => {
    const found = shape(values)
    expect(found.density.x.length).toBe(0)
    expect(found.density.y.length).toBe(0)
    const all = atoms.map((one) => (typeof one === 'number' ? { value: one, share: 0.5 } : one))
    expect(found.atoms).toEqual(all)
  })

  test.each([
    ['heavy tails', uniforms('tails', 3000).map((u) => 1 / (u * u))],
    ['three close and one far', Float64Array.of(1, 1 + 1e-12, 1 + 2e-12, 1e9)],
    ['tiny', normals('tiny', 400).map((z) => z * 1e-200)],
    ['huge', normals('huge', 400).map((z) => z * 1e200)],
    ['two values', Float64Array.of(1, 2)],
  ])('of %s is finite', (_what, values) => {
    const { density, dots } = shape(values)
    expect(density.x.length).toBe(density.y.length)
    expect([...density.x, ...density.y].every(Number.isFinite)).toBe(true)
    expect(dots).toHaveLength(50)
  })
})

describe('dots', () => {
  test.each([1, 2, 7, 49, 50, 51, 99, 100, 1000, 3000])(
    'dot k of %i trials is the trial at rank ⌈(2k − 1) N / 100⌉',
    (count) => {
      const values = normals('dots', count)
      const { dots, sorted, trialOfRank } = shape(values)
      expect(dots).toHaveLength(50)
      dots.forEach(({ rank, trial, value }, index) => {
        const k = index + 1
        // In whole numbers: the ceiling of a division by 100.
        const expected = ((2 * k - 1) * count + 99 - (((2 * k - 1) * count + 99) % 100)) / 100
        expect(rank).toBe(expected)
        expect(trial).toBe(trialOfRank[rank - 1])
        expect(value).toBe(sorted[rank - 1])
        expect(values[trial]).toBe(value)
      })
    },
  )

  test('of 50 trials are the trials', () => {
    const { dots } = shape(normals('fifty', 50))
    expect(new Set(dots.map(({ trial }) => trial)).size).toBe(50)
  })
})
