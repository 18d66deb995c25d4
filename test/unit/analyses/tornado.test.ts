import { describe, expect, test } from 'vitest'
import { disagreementsOf } from '../../../src/analyses/driver-disagreements.ts'
import type { GivenMethod } from '../../../src/analyses/tornado-bars.ts'
import { groupsOf } from '../../../src/analyses/tornado-groups.ts'
import type { Known } from '../../../src/analyses/tornado-methods.ts'
import { tornadoOf } from '../../../src/analyses/tornado.ts'
import {
  deltaOfNormals,
  HIGHEST_TENTH,
  ishigami,
  rankCorrelationOfNormals,
  sobolG,
} from '../../../src/cli/coverage-known.ts'
import { countedOf } from '../../../src/engine/sensitivity/counted.ts'
import { normals, uniforms } from '../engine/numbers.ts'
import { count, done, known } from './known-futures.ts'

function bars(from: Known, method: GivenMethod) {
  const answer = done(tornadoOf(from, method))
  return {
    ...answer,
    of(id: string) {
      const found = answer.bars.find((one) => one.id === id)
      if (!found) throw new Error(`no bar ${id}`)
      return found
    },
  }
}

/** Within so many standard errors of what it is, and what a method’s classes lose. */
function near(bar: { size: number; error: number | null }, truth: number, lost = 0): void {
  expect(Math.abs(bar.size - truth)).toBeLessThan(4 * (bar.error ?? 0) + lost)
}

const [a, b, c, idle] = ['a', 'b', 'c', 'idle'].map((name) => normals(name, count))

describe('of a linear model with normal beliefs', () => {
  // Variance 9 + 1: 0.9 and 0.1 of it.
  const from = known({ a, b, idle }, ({ a, b }) => 3 * a - b)
  const total = Math.sqrt(10)

  test('swings are differences of the means of both tenths', () => {
    const found = bars(from, 'swing')
    near(found.of('a'), 2 * 3 * HIGHEST_TENTH)
    near(found.of('b'), -2 * HIGHEST_TENTH)
    expect(found.bars.map(({ id }) => id)).toEqual(['a', 'b', 'idle'])
    expect(found.bars.map(({ isTold }) => isTold)).toEqual([true, true, false])
    expect(found.of('a').low?.at).toBeCloseTo(-1.645, 1)
  })

  test('rank correlations are those of normal numbers', () => {
    near(bars(from, 'spearman').of('a'), rankCorrelationOfNormals(3 / total))
    near(bars(from, 'spearman').of('b'), rankCorrelationOfNormals(-1 / total))
  })

  test('a regression finds its coefficients, and shares add up to R², which is 1', () => {
    const found = bars(from, 'regression')
    near(found.of('a'), 3 / total)
    near(found.of('b'), -1 / total)
    expect(found.of('idle').size).toBeCloseTo(0, 9)
    expect(found.rSquared).toBeCloseTo(1, 9)
    const sum = found.bars.reduce((all, { share }) => all + share, 0)
    expect(sum).toBeCloseTo(1, 6)
  })

  test('first-order indices are 0.9 and 0.1 and add up to 1', () => {
    const found = bars(from, 'firstOrder')
    near(found.of('a'), 0.9)
    near(found.of('b'), 0.1)
    expect(found.of('idle').isTold).toBe(false)
    const sum = found.bars.reduce((all, { share }) => all + share, 0)
    expect(Math.abs(sum - 1)).toBeLessThan(0.04)
  })

  test('δ is half the area between the densities', () => {
    expect(deltaOfNormals(3 / total)).toBeCloseTo(0.6199, 4)
    near(bars(from, 'delta').of('a'), deltaOfNormals(3 / total), 0.03)
    near(bars(from, 'delta').of('b'), deltaOfNormals(-1 / total), 0.02)
    expect(bars(from, 'delta').of('idle').isTold).toBe(false)
  })
})

describe('of Ishigami’s function', () => {
  const angle = (name: string) => uniforms(name, count).map(ishigami.quantile)
  const from = known(
    { x1: angle('x1'), x2: angle('x2'), x3: angle('x3'), idle },
    ({ x1, x2, x3 }) => ishigami.of([x1, x2, x3]),
  )

  test('first-order indices are the published ones', () => {
    const found = bars(from, 'firstOrder')
    expect(ishigami.first[0]).toBeCloseTo(0.3139, 4)
    ishigami.first.forEach((one, k) => near(found.of(`x${k + 1}`), one))
    expect(found.of('x3').isTold).toBe(false)
  })

  test('δ ranks them as it is known to and sees what acts only with another', () => {
    const found = bars(from, 'delta')
    // By counting on a grid of 500³ points; edges of the densities are lost between classes.
    ;[0.265, 0.425, 0.21].forEach((one, k) => near(found.of(`x${k + 1}`), one, 0.015))
    expect(found.bars.map(({ id }) => id)).toEqual(['x2', 'x1', 'x3', 'idle'])
    expect(found.bars.map(({ isTold }) => isTold)).toEqual([true, true, true, false])
  })

  test('both ends beside the mean are a long bar though they are alike', () => {
    const { bars: all, base } = bars(from, 'swing')
    const x2 = all.find(({ id }) => id === 'x2')
    expect(x2?.isTold).toBe(true)
    expect(Math.abs(x2?.size ?? 9)).toBeLessThan(0.8)
    expect(x2?.low?.value).toBeLessThan(base.mean - 2)
  })

  test('it is said what bends back and what depends on another', () => {
    const found = done(disagreementsOf(from))
    const reasons = (id: string) => found.find((one) => one.id === id)?.reasons
    expect(reasons('x2')).toContainEqual({ kind: 'bends' })
    expect(reasons('x3')).toContainEqual({ kind: 'interaction', with: 'x1' })
  })
})

test('first-order indices of Sobol’s G function are the published ones', () => {
  const columns = Object.fromEntries(
    sobolG.first.map((_, k) => [`x${k}`, uniforms(`g${k}`, count)]),
  )
  const from = known(columns, (x) => sobolG.of(sobolG.first.map((_, k) => x[`x${k}`])))
  const found = bars(from, 'firstOrder')
  sobolG.first.forEach((one, k) => near(found.of(`x${k}`), one))
})

describe('of an event times its severity', () => {
  const event = uniforms('event', count).map((u) => (u < 0.3 ? 1 : 0))
  const severity = uniforms('severity', count)
  const from = known({ event, severity, idle }, (x) => x.event * x.severity)
  // Var = p/3 − (p/2)²; the event alone p(1 − p)/4, severity alone p²/12.
  const variance = 0.3 / 3 - 0.15 ** 2

  test('an event’s ends are where it does not happen and where it does', () => {
    const one = bars(from, 'swing').of('event')
    expect([one.low?.at, one.high?.at]).toEqual([0, 1])
    expect(one.low?.value).toBe(0)
    near(one, 0.5)
  })

  test('first-order indices are what each does alone', () => {
    const found = bars(from, 'firstOrder')
    near(found.of('event'), (0.3 * 0.7) / 4 / variance)
    near(found.of('severity'), 0.09 / 12 / variance, 0.005)
  })

  test('their group accounts for all, and is one bar that needs no direction', () => {
    const groups = [{ id: 'both', members: ['event', 'severity'] }]
    const [both] = done(groupsOf(from, 'firstOrder', groups))
    expect(both.share).toBeGreaterThan(0.98)
    const [swing] = done(groupsOf(from, 'swing', groups))
    expect(swing.low?.at).toBe(null)
    expect(swing.size).toBeGreaterThan(bars(from, 'swing').of('event').size)
  })

  test('that severity depends on the event is said', () => {
    const found = done(disagreementsOf(from)).find(({ id }) => id === 'severity')
    if (found) expect(found.reasons).toContainEqual({ kind: 'interaction', with: 'event' })
  })
})

test('an index of several is no less than that of any of them, though no guess sees what it does', () => {
  const wave = uniforms('wave', count)
  const from = known({ wave, a }, (x) => Math.sin(40 * x.wave) + 0.2 * x.a)
  const groups = [{ id: 'both', members: ['wave', 'a'] }]
  for (const method of ['firstOrder', 'delta'] as const) {
    const alone = bars(from, method).of('wave')
    const [both] = done(groupsOf(from, method, groups))
    expect(alone.isTold).toBe(true)
    expect(both.size).toBeGreaterThanOrEqual(alone.size)
    expect(both.isTold).toBe(true)
  }
})

describe('of a pure interaction', () => {
  const from = known({ a, b, idle }, ({ a, b }) => a * b)

  test('nothing alone accounts for it, δ tells both, and why is said', () => {
    const alone = bars(from, 'firstOrder')
    expect(alone.bars.every(({ isTold }) => !isTold)).toBe(true)
    const delta = bars(from, 'delta')
    expect(
      delta.bars
        .filter(({ isTold }) => isTold)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'b'])
    const found = done(disagreementsOf(from))
    expect(found.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(found[0].reasons).toContainEqual({ kind: 'interaction', with: 'b' })
  })
})

describe('of a belief that only goes with another', () => {
  const echo = a.map((x, i) => 0.8 * x + 0.6 * c[i])
  const from = known({ a, echo, b }, ({ a, b }) => 2 * a + b)

  test('it swings with it, has no coefficient, and why is said', () => {
    expect(bars(from, 'swing').of('echo').isTold).toBe(true)
    expect(bars(from, 'regression').of('echo').size).toBeCloseTo(0, 9)
    const found = done(disagreementsOf(from)).find(({ id }) => id === 'echo')
    expect(found?.reasons).toContainEqual({ kind: 'correlated', with: 'a' })
  })

  test('one that others make up altogether leaves the rest as they are', () => {
    const copy = a.map((x) => 2 * x + 1)
    const twice = known({ a, copy, b }, ({ a, b }) => 2 * a + b)
    const found = bars(twice, 'regression')
    expect(found.of('copy').isTold).toBe(false)
    expect(found.of('a').size).toBeCloseTo(2 / Math.sqrt(5), 1)
    expect(found.rSquared).toBeCloseTo(1, 9)
  })
})

test('futures that are all of one part have no shift to tell, rather than one that is no number', () => {
  const mask = Uint8Array.from({ length: count }, (_, trial) => (trial % 8 === 3 ? 1 : 0))
  const counted = countedOf(count, 1, mask)
  const some = (values: Float64Array) => values.filter((_, trial) => mask[trial] === 1)
  const beliefs = [{ id: 'a', values: some(a) }]
  const { bars: found } = done(tornadoOf({ counted, outcome: some(a), beliefs, luck: [] }, 'delta'))
  expect(found.map(({ size, isTold }) => [size, isTold])).toEqual([[0, false]])
})

describe('whatever the method', () => {
  const methods = ['swing', 'spearman', 'regression', 'firstOrder', 'delta'] as const

  test.each(methods)(
    '%s of an outcome that does not vary, of one future or of none, is empty',
    (method) => {
      const still = known({ a }, () => 5)
      expect(bars(still, method)).toMatchObject({ bars: [], isStill: true })
      const moved = { ...known({}, () => 0), outcome: a }
      expect(bars(moved, method)).toMatchObject({ bars: [], isStill: false })
      for (const trials of [0, 1]) {
        const few = {
          counted: countedOf(trials, 1, undefined),
          outcome: new Float64Array(trials),
          beliefs: [],
          luck: [],
        }
        expect(done(tornadoOf(few, method)).trials).toBe(trials)
      }
    },
  )

  test.each(methods)('%s: fewer than one idle belief in forty is told, in any design', (method) => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, k) => [`n${k}`, normals(`n${k}`, count)]),
    )
    const from = known(many, () => 0)
    const outcome = normals('outcome', count)
    for (const replicate of [1, 64, { interleaved: 8 }]) {
      const counted = countedOf(count, replicate, undefined)
      const found = done(tornadoOf({ ...from, counted, outcome }, method))
      expect(found.bars.filter(({ isTold }) => isTold)).toEqual([])
    }
  })

  test('luck stands apart, draw by draw and together', () => {
    const from = known({ a }, () => 0)
    const outcome = a.map((x, i) => x + 2 * b[i] + c[i])
    const luck = [
      { id: 'one', values: b },
      { id: 'other', values: c },
    ]
    const found = done(tornadoOf({ ...from, outcome, luck }, 'firstOrder'))
    expect(found.bars.map(({ id }) => id)).toEqual(['a'])
    expect(found.luck.map(({ id }) => id)).toEqual(['one', 'other'])
    expect(Math.abs((found.luckTogether?.share ?? 0) - 5 / 6)).toBeLessThan(0.03)
  })

  test('a mask counts its trials alone', () => {
    const mask = Uint8Array.from(idle, (x) => (x > 0 ? 1 : 0))
    const counted = countedOf(count, 1, mask)
    expect(counted.at.every((trial) => mask[trial] === 1)).toBe(true)
  })
})
