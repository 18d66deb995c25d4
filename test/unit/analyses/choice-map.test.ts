import { describe, expect, it } from 'vitest'
import type { Compared } from '../../../src/analyses/choice-flips.ts'
import { choiceMapOf } from '../../../src/analyses/choice-map.ts'
import { normals } from '../engine/numbers.ts'

const TRIALS = 6000
const x = normals('x', TRIALS)
const y = normals('y', TRIALS)
const luck = normals('luck', TRIALS)
const of = (f: (x: number, y: number, luck: number) => number) =>
  x.map((value, i) => f(value, y[i], luck[i]))
const compared = (
  strategies: Readonly<Record<string, Float64Array>>,
  more: Partial<Compared> = {},
): Compared => ({
  strategies: Object.entries(strategies).map(([id, values]) => ({ id, values })),
  replicate: 1,
  mask: null,
  ...more,
})
const still = of((_x, _y, e) => e)

describe('the map of two beliefs', () => {
  const plane = of((x, y, e) => e + x + y)
  const found = choiceMapOf(compared({ a: plane, b: still }), x, y)

  it('has each strategy where it is best, as a share of futures, and the rest not settled', () => {
    const across = found.x.parts.length
    expect(found.cells).toHaveLength(across * found.y.parts.length)
    found.cells.forEach(({ best, isSure }, at) => {
      const [i, j] = [at % across, Math.floor(at / across)]
      // Level on the diagonal that falls.
      const side = i + j - (across - 1)
      if (Math.abs(side) > 1) expect([best, isSure]).toEqual([side > 0 ? 'a' : 'b', true])
    })
    const shares = found.regions.map(({ chance }) => chance.value)
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.3)
      expect(share).toBeLessThan(0.5)
    }
    expect(found.x.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('is the same in whatever order strategies come, and turned with its sides', () => {
    expect(choiceMapOf(compared({ b: still, a: plane }), x, y)).toEqual(found)
    const turned = choiceMapOf(compared({ a: plane, b: still }), y, x)
    const across = found.x.parts.length
    found.cells.forEach(({ best, count, lead }, at) => {
      const there = turned.cells[(at % across) * turned.x.parts.length + Math.floor(at / across)]
      expect([there.best, there.count]).toEqual([best, count])
      expect(there.lead.value).toBeCloseTo(lead.value, 9)
    })
  })

  it('learns nothing of an event that happens from where it does not', () => {
    const event = Float64Array.from({ length: TRIALS }, (_, i) => (i % 4 === 0 ? 1 : 0))
    const a = luck.map((e, i) => e + (event[i] === 1 ? -2 : 1))
    const { y: side, cells, regions } = choiceMapOf(compared({ a, b: luck }), x, event)
    expect(side.isEvent).toBe(true)
    expect(side.parts.map(({ share }) => share)).toEqual([0.75, 0.25])
    const half = cells.length / 2
    for (const { best, isSure } of cells.slice(0, half)) expect([best, isSure]).toEqual(['a', true])
    for (const { best, isSure } of cells.slice(half)) expect([best, isSure]).toEqual(['b', true])
    expect(regions.map(({ id, chance }) => [id, chance.value])).toEqual([
      ['a', 0.75],
      ['b', 0.25],
    ])
  })

  it('settles nothing between strategies that are level, and hardly anything by chance', () => {
    const level = choiceMapOf(compared({ a: still, b: still }), x, y)
    expect(level.regions).toEqual([])
    const other = normals('another', TRIALS)
    const { cells } = choiceMapOf(compared({ a: still, b: other }), x, y)
    expect(cells.filter(({ isSure }) => isSure).length).toBeLessThan(cells.length / 10)
  })

  it('counts the futures that are counted alone, and says nothing of few', () => {
    const mask = Uint8Array.from(x, (value) => (value > 0 ? 1 : 0))
    const right = choiceMapOf(compared({ a: plane, b: still }, { mask }), x, y)
    expect(right.x.parts[0].low).toBeGreaterThan(0)
    expect(right.trials).toBe(mask.reduce((sum, one) => sum + one, 0))
    const few = Uint8Array.from(x, (_, i) => (i < 900 ? 1 : 0))
    expect(choiceMapOf(compared({ a: plane, b: still }, { mask: few }), x, y)).toMatchObject({
      areFew: true,
      cells: [],
      regions: [],
    })
    expect(choiceMapOf(compared({ a: plane }), x, y).areFew).toBe(true)
  })
})
