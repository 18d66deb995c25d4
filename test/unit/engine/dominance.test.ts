import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curvesOf, pointsOf } from '../../../src/engine/statistics/curves.ts'
import { type Dominance, dominanceOf } from '../../../src/engine/statistics/dominance.ts'
import type { Replicate } from '../../../src/engine/sampling/index.ts'
import { column } from './wide-model.ts'

/** Both ways, of samples on the same trials. */
function between(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  {
    replicate = 1 as Replicate,
    certain = 3,
    independent = undefined as number | undefined,
    mask = null as Uint8Array | null,
  } = {},
): readonly [Dominance, Dominance] {
  const setting = {
    replicate,
    certain,
    mask,
    ...(independent === undefined ? {} : { independent }),
  }
  const samples = [a, b].map((one) => {
    const values = Float64Array.from(one)
    return { values, sorted: values.filter((_, i) => !mask || mask[i] === 1).sort() }
  })
  const points = pointsOf(samples.map(({ sorted }) => sorted))
  const [first, second] = samples.map(({ values, sorted }) =>
    curvesOf(values, sorted, points, setting),
  )
  return dominanceOf(first, second, setting)
}
/** Whatever is there counts, however small: what the curves are, apart from what is sure. */
const exactly = { certain: 0, independent: 0 }
const verdicts = ({ first, second }: Dominance) => [first.verdict, second.verdict]
const many = (of: (i: number) => number) => Array.from({ length: 400 }, (_, i) => of(i))
const spreadOut = (i: number) => ((i * 149) % 401) / 40
const toy = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 })

describe('dominance', () => {
  it.each([2, 3, 4, 8, 16])('of %i trials that are all alike is not sure', (trials) => {
    const low = Array.from({ length: trials }, (_, i) => i)
    const [up, down] = between(
      low.map((one) => one + 100),
      low,
    )
    for (const one of [up, down]) expect(verdicts(one)).toEqual(['same', 'same'])
  })

  it('is of the first order where a sample is moved up, in that and the second', () => {
    const [up, down] = between(
      many((i) => spreadOut(i) + 2),
      many(spreadOut),
    )
    expect(verdicts(up)).toEqual(['dominates', 'dominates'])
    expect(up.first.violation.size).toBe(0)
    expect(verdicts(down)).toEqual(['no', 'no'])
    expect(down.first.violation.size).toBeGreaterThan(0)
  })

  it('is of the second order alone over a spread that keeps the mean', () => {
    const [narrow, wide] = between(
      many(spreadOut),
      many((i) => spreadOut(i) + (i % 2 === 0 ? 4 : -4)),
    )
    expect(verdicts(narrow)).toEqual(['no', 'dominates'])
    expect(verdicts(wide)).toEqual(['no', 'no'])
  })

  it('is none between equals, and none that these trials tell', () => {
    for (const one of between(many(spreadOut), many(spreadOut))) {
      expect(verdicts(one)).toEqual(['same', 'same'])
    }
    // Slightly better in one trial of 400.
    const [up, down] = between(
      many((i) => (i === 7 ? 9 : spreadOut(i))),
      many(spreadOut),
    )
    expect(verdicts(up)).toEqual(['same', 'same'])
    expect(verdicts(down)).toEqual(['same', 'same'])
  })

  it('is nearly so where what speaks against it is within its error', () => {
    const better = many((i) => (i === 0 ? -1 : spreadOut(i) + 2))
    const [up] = between(better, many(spreadOut))
    expect(verdicts(up)).toEqual(['nearly', 'nearly'])
    expect(up.first.violation).toMatchObject({ at: -1, size: 1 / 400 })
    expect(up.first.violation.error).toBeCloseTo(1 / 400, 5)
  })

  it('finds what is furthest on the wrong side, worked out by hand', () => {
    // Below: A 0, ½, ½, 1 and B ½, ½, 1, 1 at 1, 2, 3, 4. Areas from 1: A 0, 0, ½, 1, B 0, ½, 1, 2.
    const [ab, ba] = between([2, 4], [1, 3], exactly)
    expect(ab.first.violation.size).toBe(0)
    expect(ba.first.violation.size).toBe(0.5)
    expect(ba.second.violation).toMatchObject({ size: 1, at: 4 })
    // 0 and 4 against 1 and 2: the first is lower by a half at 0, the second by a half at 2.
    const [wide, narrow] = between([0, 4], [1, 2], exactly)
    expect(wide.first.violation).toMatchObject({ at: 0, size: 0.5 })
    expect(narrow.first.violation).toMatchObject({ at: 2, size: 0.5 })
    expect(wide.second.violation).toMatchObject({ at: 1, size: 0.5 })
    expect(narrow.second.violation).toMatchObject({ at: 4, size: 0.5 })
  })

  it('counts the futures of a mask alone', () => {
    const mask = Uint8Array.from(many((i) => (i % 2 === 0 ? 1 : 0)))
    const better = many((i) => spreadOut(i) + (i % 2 === 0 ? 2 : -9))
    expect(verdicts(between(better, many(spreadOut), { mask })[0])).toEqual([
      'dominates',
      'dominates',
    ])
  })

  it('of the first order is of the second too', () => {
    fc.assert(
      fc.property(toy, toy, (a, b) => {
        for (const { first, second } of between(a, b, exactly)) {
          if (first.verdict === 'dominates') expect(second.verdict).toBe('dominates')
        }
      }),
    )
  })

  it('goes one way at most, and says the same from the other side', () => {
    fc.assert(
      fc.property(toy, toy, (a, b) => {
        const [ab, ba] = between(a, b, exactly)
        for (const order of ['first', 'second'] as const) {
          if (ab[order].verdict === 'dominates') expect(ba[order].verdict).toBe('no')
          expect(ab[order].verdict === 'same').toBe(ba[order].verdict === 'same')
        }
        expect(between(b, a, exactly)).toEqual([ba, ab])
      }),
    )
  })

  it('holds from one to the third by way of the second', () => {
    fc.assert(
      fc.property(toy, toy, toy, (a, b, c) => {
        for (const order of ['first', 'second'] as const) {
          const dominates = (x: number[], y: number[]) =>
            between(x, y, exactly)[0][order].verdict === 'dominates'
          if (dominates(a, b) && dominates(b, c)) expect(dominates(a, c)).toBe(true)
        }
      }),
    )
  })

  it('is what the definitions say, at every value', () => {
    fc.assert(
      fc.property(toy, toy, (a, b) => {
        const at = [0, 1, 2, 3, 4, 5, 6, 7]
        const gaps = (of: (x: number, t: number) => number) =>
          at.map((t) => a.reduce((s, x) => s + of(x, t), 0) - b.reduce((s, x) => s + of(x, t), 0))
        const [ab] = between(a, b, exactly)
        const orders = {
          first: gaps((x, t) => (x <= t ? 1 : 0)),
          second: gaps((x, t) => Math.max(0, t - x)),
        }
        for (const order of ['first', 'second'] as const) {
          const worst = Math.max(0, ...orders[order])
          expect(ab[order].violation.size).toBeCloseTo(worst / 4, 12)
          const isBetter = worst === 0 && orders[order].some((gap) => gap < 0)
          expect(ab[order].verdict === 'dominates').toBe(isBetter)
        }
      }),
    )
  })

  it.each(['random', 'latinHypercube', 'sobol'] as const)(
    'is hardly ever claimed between two samples of one law (%s)',
    (sampling) => {
      const replicate = { random: 1, latinHypercube: 64, sobol: { interleaved: 8 } }[sampling]
      const certain = sampling === 'sobol' ? 4.53 : 3.05
      let claims = 0
      const seeds = 60
      for (let seed = 0; seed < seeds; seed++) {
        const changes = { sampling, trials: 1280, seed: `law ${seed}` }
        const [x, y] = ['c', 'f'].map((id) => column(['c', 'f'], id, changes))
        const [one] = between(x, y, { replicate, certain })
        if ([one.first, one.second].some(({ verdict }) => verdict !== 'same')) claims++
      }
      expect(claims).toBeLessThanOrEqual(2)
    },
  )
})
