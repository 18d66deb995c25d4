import { describe, expect, test } from 'vitest'
import { pairedDifference } from '../../../src/analyses/pair.ts'
import { turnOf } from '../../../src/analyses/turns.ts'
import { ALL } from '../../../src/engine/selection.ts'
import { meanOf, varianceOf } from '../../../src/engine/statistics/moments.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { normals } from '../engine/numbers.ts'
import { toyModel, toyPlan } from '../engine/toy-model.ts'

const trials = 8000
const x = normals('x', trials)
const noise = normals('noise', trials)

describe('what the difference of two shops turns on', async () => {
  const runner = createInlineRunner(toyModel)
  const of = await runner.run(toyPlan({ trials: 20_000, sampling: 'random' }))
  const about = { outcome: 'extra', selection: ALL }
  const small = { strategy: 'small', scenario: 'base' }
  const none = { strategy: 'none', scenario: 'base' }
  const found = await runner.ask('differenceDrivers', of, { a: small, b: none, ...about })
  const by = (id: string) => found.find((one) => one.id === id)

  test('has what moves it, signed, and nothing else', () => {
    expect(found.map(({ id }) => id)).toEqual(['fails', 'gain', 'cost'])
    expect(by('gain')?.correlation).toBeGreaterThan(0.5)
    expect(by('fails')?.correlation).toBeLessThan(-0.5)
    expect(by('cost')?.correlation).toBeLessThan(0)
    for (const { error } of found) expect(error).toBeLessThan(0.01)
  })

  test('a value where the two are level: 0.75 · 8 · gain = 3', () => {
    const turn = by('gain')?.turn
    expect(turn).toMatchObject({ ahead: -1, side: 'below', isEvent: false })
    expect(Math.abs((turn?.at ?? 0) - 0.5)).toBeLessThan(4 * (turn?.error ?? 0))
    expect(turn?.error).toBeLessThan(0.1)
    expect(turn?.there.value).toBeLessThan(0)
    expect(turn?.elsewhere.value).toBeGreaterThan(0)
  })

  test('an event has a side and no value, and what never turns it says so', () => {
    expect(by('fails')?.turn).toMatchObject({ ahead: -1, side: 'above', isEvent: true, error: 0 })
    expect(by('cost')?.turn).toBeNull()
  })

  test('turned over, the same values turn it and all signs are others', async () => {
    const mirror = await runner.ask('differenceDrivers', of, { a: none, b: small, ...about })
    expect(mirror.map(({ id }) => id)).toEqual(found.map(({ id }) => id))
    mirror.forEach(({ correlation, turn }, at) => {
      expect(correlation).toBeCloseTo(-found[at].correlation, 12)
      expect(turn?.at).toBe(found[at].turn?.at)
      expect(turn?.ahead).toBe(found[at].turn ? -found[at].turn.ahead : undefined)
    })
  })

  test('across scenarios the inputs are those of the first', async () => {
    const dear = { ...small, scenario: 'dear' }
    const across = await runner.ask('differenceDrivers', of, { a: small, b: dear, ...about })
    // Only the price differs: a higher draw is nearer to what it is in the dear world, or not at all.
    expect(across.map(({ id }) => id)).toEqual(['cost'])
    expect(across[0].turn).toBeNull()
  })
})

describe('turnOf', () => {
  test('noise turns nothing', () => {
    for (const shift of [-1, 0, 1])
      expect(
        turnOf(
          noise.map((z) => z + shift),
          x,
        ),
      ).toBeNull()
  })

  test('finds where a slope crosses 0, whatever its sign', () => {
    for (const slope of [1, -1]) {
      const turn = turnOf(
        x.map((z, i) => slope * (z - 0.7) + noise[i]),
        x,
      )
      expect(turn?.at).toBeCloseTo(0.7, 0)
      expect(turn?.side).toBe('above')
      expect(turn?.ahead).toBe(slope)
    }
  })

  test('says nothing of too few trials, or of what does not vary', () => {
    const few = x.slice(0, 900)
    expect(turnOf(few, few)).toBeNull()
    expect(turnOf(x, new Float64Array(trials))).toBeNull()
  })
})

test.each([0, 0.5, 0.9])('pairing takes out what is shared: variance falls by 1 − %d', (rho) => {
  const other = x.map((z, i) => rho * z + Math.sqrt(1 - rho * rho) * noise[i])
  const { standardError } = pairedDifference(x, other, 1)
  const variance = (values: Float64Array) => varianceOf(values, meanOf(values)) / trials
  const apart = variance(x) + variance(other)
  expect((standardError ?? 0) ** 2 / apart).toBeCloseTo(1 - rho, 1)
})
