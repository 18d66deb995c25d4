import { describe, expect, test } from 'vitest'
import { disagreementsOf } from '../../../src/analyses/driver-disagreements.ts'
import { lostIn } from '../../../src/analyses/driver-lost.ts'
import type { Known } from '../../../src/analyses/tornado-methods.ts'
import { normals, uniforms } from '../engine/numbers.ts'
import { count, done, known } from './known-futures.ts'

const [a, b, c, idle] = ['a', 'b', 'c', 'idle'].map((name) => normals(name, count))

describe('a reason is said where it holds', () => {
  const luck = normals('chance', count)
  const because = (from: Known, id: string) =>
    done(disagreementsOf(from)).find((one) => one.id === id)
  const u = uniforms('u', count)

  test('one that moves how wide the outcome spreads, and not its average', () => {
    const outcome = luck.map((e, i) => e * (0.2 + 2 * u[i]))
    const found = because({ ...known({ u, idle }, () => 0), outcome }, 'u')
    expect(found?.places).toEqual({
      swing: null,
      spearman: null,
      regression: null,
      firstOrder: null,
      delta: 1,
    })
    expect(found?.reasons).toEqual([{ kind: 'spread' }])
  })

  test('one that moves neither average nor spread has no reason', () => {
    // ±1, or even between −2 and 2: both lie 1 from 0 on average.
    const v = uniforms('v', count)
    const outcome = v.map((x, i) => (u[i] < 0.5 ? Math.sign(x - 0.5) : 4 * x - 2))
    const found = because({ ...known({ u, idle }, () => 0), outcome }, 'u')
    expect(found?.places.delta).toBe(1)
    expect(found?.reasons).toEqual([])
  })

  test('one that is surely at another place by another method is near to none', () => {
    const z = normals('z', count)
    const outcome = a.map(
      (x, i) => 1.5 * (x + b[i] + c[i]) + 0.9 * z[i] + luck[i] * (z[i] > 0 ? 5 : 0.1),
    )
    const found = because({ ...known({ a, b, c, z }, () => 0), outcome }, 'z')
    expect(found?.places).toMatchObject({ swing: 4, regression: 4, delta: 1 })
    expect(found?.reasons).toEqual([])
  })

  test('those that do as much as each other change places by chance', () => {
    const names = Array.from({ length: 6 }, (_, k) => `same${k}`)
    const columns = Object.fromEntries(names.map((name) => [name, normals(name, count)]))
    const alike = known(columns, (x) => names.reduce((sum, name) => sum + x[name], 0))
    const found = done(disagreementsOf(alike))
    expect(found.length).toBeGreaterThan(0)
    expect(found.some(({ reasons }) => reasons.some(({ kind }) => kind === 'near'))).toBe(true)
  })

  test('a weak one is lost by the methods that do not tell it, and by no other', () => {
    for (const size of [0.06, 0.07, 0.08, 0.09, 0.1]) {
      const outcome = a.map((x, i) => size * x + b[i])
      for (const { places, reasons } of done(
        disagreementsOf({ ...known({ a, idle }, () => 0), outcome }),
      )) {
        const lost = reasons.flatMap((one) => (one.kind === 'lost' ? [one.by] : []))
        expect(lost.every((method) => places[method] === null)).toBe(true)
        for (const one of reasons)
          if (one.kind === 'lost') expect(one.least).toBeGreaterThan(Math.abs(one.size))
        if (places.swing === null) continue
        expect(lost).toEqual((['firstOrder', 'delta'] as const).filter((by) => places[by] === null))
      }
    }
  })
})

describe('what a method makes of one it does not tell', () => {
  const bar = (size: number, error: number | null, apart?: number) => ({
    id: 'a',
    low: null,
    high: null,
    share: 0,
    isTold: false,
    size,
    error,
    apart,
  })

  test('keeps its sign, and what it would be sure of has none', () => {
    const found = lostIn('spearman', bar(-0.03, 0.015, 2), 4)
    expect(found).toEqual([{ kind: 'lost', by: 'spearman', size: -0.03, least: 0.06 }])
  })

  test('where it comes to less than nothing, and is told as 0, is what its error needs', () => {
    const found = lostIn('delta', bar(0, 0.005, 1.3), 4)
    expect(found).toEqual([{ kind: 'lost', by: 'delta', size: 0, least: 0.02 }])
    expect(lostIn('delta', bar(0, null, 1.3), 4)).toEqual([])
    expect(lostIn('delta', bar(0.1, 0.1), 4)).toEqual([])
  })
})
