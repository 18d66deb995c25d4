import { describe, expect, it } from 'vitest'
import {
  type ChoiceFlips,
  choiceFlipsOf,
  type Compared,
} from '../../../src/analyses/choice-flips.ts'
import { normals, shuffled, uniforms } from '../engine/numbers.ts'

const TRIALS = 4000
const noise = (seed: string, count = TRIALS) => normals(seed, count)

interface Input {
  readonly id: string
  readonly values: Float64Array
}

function flipsOf(
  strategies: Readonly<Record<string, ArrayLike<number>>>,
  inputs: readonly Input[],
  more: Partial<Compared> = {},
): ChoiceFlips {
  const compared = Object.entries(strategies).map(([id, values]) => ({
    id,
    values: Float64Array.from(values),
  }))
  const steps = choiceFlipsOf({ strategies: compared, replicate: 1, mask: null, ...more }, inputs)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The belief, and others that have nothing to do with it. */
const x = noise('x')
const other = noise('other')
const luck = noise('luck')
const inputs: readonly Input[] = [
  { id: 'other', values: other },
  { id: 'x', values: x },
  { id: 'still', values: new Float64Array(TRIALS) },
]
const of = (f: (x: number, luck: number) => number) => x.map((value, i) => f(value, luck[i]))
const still = of((_, e) => e)

/** The chance that a standard-normal number is above 0.5. */
const ABOVE_HALF = 0.308538

describe('what flips a choice', () => {
  it('has a second best that is another than the best, though both are worth the same', () => {
    const found = flipsOf({ copy: still, low: of((_, e) => e - 1), own: still }, inputs)
    expect([found.best, found.second]).toEqual(['copy', 'own'])
    expect(flipsOf({ own: still }, inputs).second).toBeNull()
  })

  it('is the root of a linear lead, its chance that of the normal, its gain the mean beyond', () => {
    // Ahead by 1 − 2x on average and never mind the luck both share: level at a half.
    const { best, looked, flips } = flipsOf({ a: of((x, e) => e + 1 - 2 * x), b: still }, inputs)
    expect([best, looked, flips.length]).toEqual(['a', 2, 1])
    const [{ id, to, side, start, end, chance, gain, worth, isEvent }] = flips
    expect([id, to, side, isEvent, end]).toEqual(['x', 'b', 'above', false, null])
    expect(start?.value).toBeCloseTo(0.5, 2)
    expect(Math.abs(chance.value - ABOVE_HALF)).toBeLessThan(3 * (chance.error ?? 0))
    // E[2x − 1 | x > ½] = 2 φ(½) / P − 1.
    expect(Math.abs(gain.value - ((2 * 0.352065) / ABOVE_HALF - 1))).toBeLessThan(
      3 * (gain.error ?? 0),
    )
    expect(worth.value).toBeCloseTo(chance.value * gain.value, 12)
  })

  it('has an interval that holds the root in 19 of 20 samples, whatever the shape', () => {
    const shapes = {
      line: { lead: (x: number) => 1 - 2 * x, root: 0.5 },
      bend: { lead: (x: number) => 0.8 - 2 * Math.max(0, x - 0.3), root: 0.7 },
      bow: { lead: (x: number) => 2.2 - Math.exp(x), root: Math.log(2.2) },
    }
    for (const [name, { lead, root }] of Object.entries(shapes)) {
      let held = 0
      for (let seed = 0; seed < 20; seed++) {
        const x = noise(`x${seed}`)
        const e = noise(`e${seed}`)
        const a = x.map((value, i) => lead(value) + 3 * e[i])
        const { flips } = flipsOf({ a, b: new Float64Array(TRIALS) }, [{ id: 'x', values: x }])
        const [{ start }] = flips
        if (start && start.low <= root && root <= start.high) held++
      }
      expect(held, name).toBeGreaterThanOrEqual(17)
    }
  })

  it('is none where one dominates, where two are level, and where all is noise', () => {
    const ahead = of((x, e) => e + 5 - x * x * 0.01)
    expect(flipsOf({ a: ahead, b: still }, inputs).flips).toEqual([])
    expect(flipsOf({ a: still, b: still }, inputs).flips).toEqual([])
    for (let run = 0; run < 20; run++) {
      const many = Array.from({ length: 10 }, (_, k) => ({
        id: `${k}`,
        values: noise(`${run} ${k}`, 2000),
      }))
      const [a, b, c] = ['a', 'b', 'c'].map((one) => noise(`${one} ${run}`, 2000))
      expect(flipsOf({ a, b, c }, many).flips).toEqual([])
    }
  })

  it('is of an event what happens', () => {
    const event = Float64Array.from({ length: TRIALS }, (_, i) => (i % 5 === 0 ? 1 : 0))
    const a = event.map((happens, i) => luck[i] + (happens === 1 ? -4 : 2))
    const { flips } = flipsOf({ a, b: still }, [{ id: 'event', values: event }])
    expect(flips).toHaveLength(1)
    expect(flips[0]).toMatchObject({ side: 'above', isEvent: true, start: null, end: null })
    expect(flips[0].chance.value).toBe(0.2)
    expect(flips[0].gain.value).toBeCloseTo(4, 9)
  })

  it('may be twice: ahead in the middle alone, or at both ends', () => {
    const middle = flipsOf({ a: of((x, e) => e + x * x - 0.25), b: still }, inputs)
    expect(middle.best).toBe('a')
    expect(middle.flips).toHaveLength(1)
    expect(middle.flips[0]).toMatchObject({ side: 'between', to: 'b' })
    expect(middle.flips[0].start?.value).toBeCloseTo(-0.5, 1)
    expect(middle.flips[0].end?.value).toBeCloseTo(0.5, 1)
    // P(|x| < ½) = 1 − 2 · 0.3085.
    expect(middle.flips[0].chance.value).toBeCloseTo(1 - 2 * ABOVE_HALF, 1)
    const ends = flipsOf({ a: of((x, e) => e + 1.5 - x * x), b: still }, inputs)
    expect(ends.flips.map(({ side }) => side).sort()).toEqual(['above', 'below'])
  })

  it('names the one of several that is best there, each in its place', () => {
    const strategies = {
      a: of((_, e) => e + 0.6),
      b: of((x, e) => e + x),
      c: of((x, e) => e + 3 * x - 3),
    }
    const { best, flips } = flipsOf(strategies, inputs)
    expect(best).toBe('a')
    const byValue = [...flips].sort((p, q) => (p.start?.value ?? 0) - (q.start?.value ?? 0))
    expect(byValue.map(({ to, side }) => [to, side])).toEqual([
      ['b', 'between'],
      ['c', 'above'],
    ])
    const [b, c] = byValue
    expect(b.start?.value).toBeCloseTo(0.6, 1)
    expect(b.end?.value).toBeCloseTo(1.5, 1)
    expect(c.start).toEqual(b.end)
  })

  it('has equal values in one part, and every value of few in its own', () => {
    const rough = x.map((value) => Math.round(2 * value))
    const a = rough.map((value, i) => luck[i] + (value <= -2 ? -5 : 3))
    const { flips } = flipsOf({ a, b: still }, [{ id: 'rough', values: rough }])
    expect(flips).toHaveLength(1)
    const [{ side, end, chance }] = flips
    expect(side).toBe('below')
    expect(end?.value).toBeGreaterThanOrEqual(-2)
    expect(end?.value).toBeLessThan(-1)
    expect(chance.value).toBe(rough.filter((value) => value <= -2).length / TRIALS)
  })

  it('is the same in whatever order strategies, beliefs and trials come', () => {
    const strategies = { a: of((x, e) => e + 1 - 2 * x), b: still, c: of((x, e) => e - x) }
    const found = flipsOf(strategies, inputs)
    const turned = Object.fromEntries(Object.entries(strategies).reverse())
    expect(flipsOf(turned, [...inputs].reverse())).toEqual(found)
    const places = shuffled(
      Array.from(x, (_, i) => i),
      'places',
    )
    const moved = (values: Float64Array) => values.map((_, i) => values[places[i]])
    const mixed = flipsOf(
      Object.fromEntries(Object.entries(strategies).map(([id, one]) => [id, moved(one)])),
      inputs.map(({ id, values }) => ({ id, values: moved(values) })),
    )
    expect(mixed.flips).toHaveLength(found.flips.length)
    mixed.flips.forEach(({ id, to, start, end, chance, gain }, at) => {
      const same = found.flips[at]
      expect([id, to]).toEqual([same.id, same.to])
      expect(start?.value ?? 0).toBeCloseTo(same.start?.value ?? 0, 9)
      expect(end?.high ?? 0).toBeCloseTo(same.end?.high ?? 0, 9)
      expect(chance.value).toBe(same.chance.value)
      expect(gain.error ?? 0).toBeCloseTo(same.gain.error ?? 0, 9)
    })
  })

  it('counts the futures that are counted alone, and says nothing of few or of one strategy', () => {
    const half = uniforms('half', TRIALS)
    const mask = Uint8Array.from(half, (one) => (one < 0.5 ? 1 : 0))
    const a = of((x, e) => e + 1 - 2 * x).map((value, i) => value + (mask[i] === 1 ? 0 : 99))
    const { trials, flips } = flipsOf({ a, b: still }, inputs, { mask })
    expect(trials).toBe(mask.filter((one) => one === 1).length)
    expect(flips).toHaveLength(1)
    expect(flips[0].start?.value).toBeCloseTo(0.5, 1)
    const few = flipsOf({ a, b: still }, inputs, {
      mask: mask.map((one, i) => (i < 900 ? one : 0)),
    })
    expect(few).toMatchObject({ areFew: true, looked: 0, flips: [] })
    expect(flipsOf({ a }, inputs)).toMatchObject({ best: 'a', flips: [] })
    expect(flipsOf({}, inputs)).toMatchObject({ best: null, flips: [] })
  })
})
