import { describe, expect, test } from 'vitest'
import { fifthsOf } from '../../../src/analyses/fifths.ts'
import { togetherOf, type Together } from '../../../src/analyses/together.ts'
import { rankCorrelation } from '../../../src/engine/statistics/rank-correlation.ts'
import { normals } from '../engine/numbers.ts'

function ask(pairs: Parameters<typeof togetherOf>[1], shown = 10): Together[] {
  const given = new Map([...new Set(pairs.flat())].map((id) => [id, columns[id]]))
  return ended(togetherOf(given, pairs, shown))
}

function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const columns: Readonly<Record<string, Float64Array>> = {
  a: normals('a', 1000),
  b: normals('b', 1000),
  same: normals('a', 1000).map((z) => 3 * z + 1),
  opposite: normals('a', 1000).map((z) => -z),
  still: new Float64Array(1000).fill(7),
}

describe('together', () => {
  test('answers every pair in turn', () => {
    const found = ask([
      ['a', 'b'],
      ['same', 'a'],
      ['a', 'opposite'],
    ])
    expect(found[0].correlation).toBe(rankCorrelation(columns.a, columns.b))
    expect(found[1].correlation).toBeCloseTo(1, 12)
    expect(found[2].correlation).toBeCloseTo(-1, 12)
  })

  test('shows the first trials of both', () => {
    const [{ x, y }] = ask([['a', 'b']], 25)
    expect(x).toEqual(columns.a.slice(0, 25))
    expect(y).toEqual(columns.b.slice(0, 25))
  })

  test('says that an input stands still', () => {
    const [moving, still] = ask([
      ['a', 'b'],
      ['a', 'still'],
    ])
    expect([moving.varies, still.varies]).toEqual([true, false])
    expect(still.correlation).toBe(0)
  })

  test('five equal parts hold all futures, and their middles follow the correlation', () => {
    const fifths = fifthsOf(columns.a, columns.same)
    expect(fifths).toHaveLength(5)
    expect(fifths[0].from).toBe(Math.min(...columns.a))
    expect(fifths[4].to).toBe(Math.max(...columns.a))
    for (let part = 1; part < 5; part++) {
      expect(fifths[part].from).toBeGreaterThan(fifths[part - 1].to)
      expect(fifths[part].p10).toBeGreaterThan(fifths[part - 1].p90)
    }
    for (const { p10, p50, p90 } of fifths) {
      expect(p10).toBeLessThan(p50)
      expect(p50).toBeLessThan(p90)
    }
    expect(fifthsOf(normals('few', 4), normals('few', 4))).toEqual([])
  })

  test('no pair is no work, and a pair without its column is refused', () => {
    expect(ask([])).toEqual([])
    const lone = new Map([['a', columns.a]])
    expect(() => ended(togetherOf(lone, [['a', 'b']], 1))).toThrow('no column was given for b')
  })
})
