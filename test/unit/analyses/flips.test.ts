import { describe, expect, it } from 'vitest'
import { flipOf } from '../../../src/analyses/flips.ts'
import { normals } from '../engine/numbers.ts'

const TRIALS = 10_000
const noise = (seed: string) => normals(seed, TRIALS)
const column = (of: (trial: number) => number) =>
  Float64Array.from({ length: TRIALS }, (_, i) => of(i))

function ended<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The belief, and others that have nothing to do with it. */
const x = noise('x')
const inputs = [
  { id: 'other', values: noise('other') },
  { id: 'x', values: x },
  { id: 'still', values: new Float64Array(TRIALS) },
]
const luck = noise('luck')
const still = column((i) => luck[i])

describe('the belief that flips the choice', () => {
  it('is found with the value at which the two are level, within its error', () => {
    for (const level of [-1, -0.3, 0.5]) {
      // Ahead of one that stands still by (x − level), so level at that value of x.
      const top = column((i) => luck[i] + 2 * (x[i] - level) * (level < 0.3 ? 1 : -1))
      const found = ended(flipOf(top, [still], inputs))
      expect(found).toMatchObject({ id: 'x', other: 0, side: level < 0.3 ? 'below' : 'above' })
      const { at, error } = found ?? { at: NaN, error: NaN }
      expect(Math.abs(at - level)).toBeLessThan(4 * error + 0.02)
      expect(error).toBeLessThan(0.1)
    }
  })

  it('is an event by what happens', () => {
    const event = column((i) => (i % 5 === 0 ? 1 : 0))
    const top = column((i) => luck[i] + (event[i] === 1 ? -4 : 2))
    const found = ended(flipOf(top, [still], [{ id: 'event', values: event }]))
    expect(found).toMatchObject({ id: 'event', side: 'above', isEvent: true, share: 0.2 })
    expect(found?.ahead.value).toBeCloseTo(4, 9)
  })

  it('takes the other that is ahead most there, and ties are never in two parts', () => {
    const rough = column((i) => Math.round(2 * x[i]))
    const top = column((i) => luck[i] + 1)
    const better = column((i) => luck[i] + (rough[i] <= -2 ? 6 : -2))
    const found = ended(flipOf(top, [still, better], [{ id: 'rough', values: rough }]))
    expect(found).toMatchObject({ id: 'rough', other: 1, side: 'below' })
    expect(found?.at).toBeGreaterThanOrEqual(-2)
    expect(found?.at).toBeLessThan(-1)
    expect(found?.share).toBe(rough.filter((value) => value <= -2).length / TRIALS)
  })

  it('is none where nothing is ahead beyond error: in 40 runs of noise', () => {
    for (let run = 0; run < 40; run++) {
      const top = noise(`top ${run}`)
      const others = [noise(`a ${run}`), noise(`b ${run}`)].map((one) =>
        one.map((value) => value - 0.05),
      )
      const many = Array.from({ length: 20 }, (_, k) => ({
        id: `${k}`,
        values: noise(`${run} ${k}`),
      }))
      expect(ended(flipOf(top, others, many))).toBeNull()
    }
  })

  it('says nothing of few trials, or of a strategy that stands alone', () => {
    const few = inputs.map(({ id, values }) => ({ id, values: values.slice(0, 500) }))
    const top = x.slice(0, 500)
    expect(ended(flipOf(top, [still.slice(0, 500)], few))).toBeNull()
    expect(ended(flipOf(x, [], inputs))).toBeNull()
  })
})
