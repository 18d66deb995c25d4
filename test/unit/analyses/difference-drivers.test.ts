import { describe, expect, test } from 'vitest'
import { pairedDifference } from '../../../src/analyses/pair.ts'
import { choiceFlipsOf } from '../../../src/analyses/choice-flips.ts'
import { type Turn, turnsOf } from '../../../src/analyses/turns.ts'
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
    const { value = 0, low = 0, high = 0 } = turn?.end ?? {}
    expect(Math.abs(value - 0.5)).toBeLessThan(high - low)
    expect(high - low).toBeLessThan(0.4)
    expect(turn?.gain.value).toBeGreaterThan(0)
  })

  test('an event has a side and no value, and what never turns it says so', () => {
    expect(by('fails')?.turn).toMatchObject({
      ahead: -1,
      side: 'above',
      isEvent: true,
      start: null,
    })
    expect(by('cost')?.turn).toBeNull()
  })

  test('turned over, the same values turn it and all signs are others', async () => {
    const mirror = await runner.ask('differenceDrivers', of, { a: none, b: small, ...about })
    expect(mirror.map(({ id }) => id)).toEqual(found.map(({ id }) => id))
    mirror.forEach(({ correlation, turn }, at) => {
      expect(correlation).toBeCloseTo(-found[at].correlation, 12)
      expect(turn?.end).toEqual(found[at].turn?.end)
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

function done<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Where a difference turns by one input. */
function turnOf(difference: Float64Array, values: Float64Array): Turn | null {
  const pair = [difference, new Float64Array(difference.length)] as const
  const found = turnsOf({ values: pair, replicate: 1, mask: null }, [{ id: 'x', values }])
  return done(found).get('x') ?? null
}

describe('turnsOf', () => {
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
      expect(turn?.start?.value).toBeCloseTo(0.7, 0)
      expect(turn?.side).toBe('above')
      expect(turn?.ahead).toBe(slope)
    }
  })

  test('of linear-normal differences finds the root, and says truly how well', () => {
    const misses = Array.from({ length: 50 }, (_, seed) => {
      const [z, e] = [normals(`z${seed}`, 4000), normals(`e${seed}`, 4000)]
      const turn = turnOf(
        z.map((value, i) => 0.5 * (value + 0.3) + e[i]),
        z,
      )
      const { value, low, high } = turn?.end ?? { value: 0, low: 0, high: 0 }
      return { by: value + 0.3, error: (high - low) / 4 }
    })
    const mean = misses.reduce((sum, { by }) => sum + by, 0) / 50
    const size = Math.sqrt(misses.reduce((sum, { by }) => sum + by * by, 0) / 50)
    const said = Math.sqrt(misses.reduce((sum, { error }) => sum + error * error, 0) / 50)
    expect(Math.abs(mean)).toBeLessThan((3 * size) / Math.sqrt(50))
    // The root of a straight line through all of them is known to 0.033; twentieths of the futures knew it to 0.1.
    expect(size).toBeLessThan(0.065)
    expect(size / said).toBeGreaterThan(0.75)
    expect(size / said).toBeLessThan(1.35)
    expect(misses.filter(({ by, error }) => Math.abs(by) < 2 * error).length).toBeGreaterThan(41)
  })

  test('is what flips the choice where these two are all there is to choose from', () => {
    const lead = x.map((z, i) => z - 0.4 + noise[i])
    const strategies = [
      { id: 'mine', values: lead },
      { id: 'other', values: new Float64Array(trials) },
    ]
    const flips = done(
      choiceFlipsOf({ strategies, replicate: 1, mask: null }, [{ id: 'x', values: x }]),
    ).flips
    expect(flips).toHaveLength(1)
    const [{ start, end, side, chance, gain, to }] = flips
    expect(to).toBe('mine')
    expect(turnOf(lead, x)).toMatchObject({ ahead: 1, start, end, side, chance, gain })
    // And a third that is nowhere best changes nothing for these two.
    const third = { id: 'poor', values: lead.map((value) => value - 5) }
    const all = done(
      choiceFlipsOf({ strategies: [...strategies, third], replicate: 1, mask: null }, [
        { id: 'x', values: x },
      ]),
    ).flips
    expect(all[0].start?.value).toBeCloseTo(start?.value ?? 0, 1)
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
