import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  differenceOf,
  errorOf,
  meanFigure,
  quantileFigure,
  relativeDifferenceOf,
  sampleOf,
  shareFigure,
  shortfallFigure,
} from '../../../src/engine/statistics/influence.ts'
import { meanOf } from '../../../src/engine/statistics/moments.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import {
  standardErrorOf,
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../../../src/engine/statistics/standard-error.ts'

const sample = (values: readonly number[]) => sampleOf(Float64Array.from(values), null)
const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 60 })
const shares = fc.constantFrom(0.05, 0.1, 0.25, 0.5, 1)

// Mixed up: −10, −8, −5, 0 four times, 1 to 12, 20.
const TWENTY = [3, -8, 0, 12, 1, 7, -10, 0, 9, 20, 5, 0, 2, -5, 11, 4, 6, 0, 8, 10]

describe('expected shortfall', () => {
  it('is the mean of the worst, worked out by hand', () => {
    expect(shortfallFigure(sample(TWENTY), 0.05, 'low').value).toBe(-10)
    expect(shortfallFigure(sample(TWENTY), 0.1, 'low').value).toBe(-9)
    expect(shortfallFigure(sample(TWENTY), 0.15, 'low').value).toBeCloseTo(-23 / 3, 12)
    // The third of 2.5 trials counts half.
    expect(shortfallFigure(sample(TWENTY), 0.125, 'low').value).toBeCloseTo(-20.5 / 2.5, 12)
    expect(shortfallFigure(sample(TWENTY), 0.1, 'high').value).toBe(16)
    expect(shortfallFigure(sample(TWENTY), 1, 'low').value).toBeCloseTo(75 / 20, 12)
  })

  it('has the error of how far its trials lie beyond the quantile', () => {
    const values = Float64Array.from(TWENTY)
    const moves = values.map((x) => Math.min(0, x + 5) / 0.1)
    const centred = moves.map((x) => x - meanOf(moves))
    const found = shortfallFigure(sampleOf(values, null), 0.1, 'low')
    expect(errorOf(found, 1)).toBeCloseTo(standardErrorOf(centred, 1) ?? NaN, 12)
    expect(errorOf(shortfallFigure(sampleOf(values, null), 0.05, 'low'), 1)).toBeNull()
  })

  it('is no better than the quantile, and that no better than the mean of what is above', () => {
    fc.assert(
      fc.property(numbers, shares, (values, share) => {
        const one = sample(values)
        const low = shortfallFigure(one, share, 'low').value
        expect(low).toBeLessThanOrEqual(quantileOf(one.sorted, share) + 1e-9)
        expect(low).toBeLessThanOrEqual(meanFigure(one).value + 1e-9)
        const high = shortfallFigure(one, share, 'high').value
        expect(high).toBeGreaterThanOrEqual(quantileOf(one.sorted, 1 - share) - 1e-9)
        expect(high).toBeGreaterThanOrEqual(meanFigure(one).value - 1e-9)
        // The two parts make up the whole.
        const rest = shortfallFigure(one, 1 - share || 1, 'high').value
        if (share < 1) {
          expect(share * low + (1 - share) * rest).toBeCloseTo(meanFigure(one).value, 9)
        }
      }),
    )
  })

  it('of a constant is that, without an error', () => {
    const found = shortfallFigure(sample(Array.from({ length: 60 }, () => 7)), 0.1, 'low')
    expect(found.value).toBe(7)
    expect(errorOf(found, 1)).toBe(0)
  })

  it('moves and grows with its sample, and so does its error', () => {
    fc.assert(
      fc.property(numbers, shares, (values, share) => {
        const plain = shortfallFigure(sample(values), share, 'low')
        const moved = shortfallFigure(sample(values.map((x) => 3 * x + 11)), share, 'low')
        expect(moved.value).toBeCloseTo(3 * plain.value + 11, 9)
        const error = errorOf(plain, 1)
        if (error !== null) expect(errorOf(moved, 1)).toBeCloseTo(3 * error, 9)
        const turned = shortfallFigure(sample(values.map((x) => -x)), share, 'high')
        expect(turned.value).toBeCloseTo(-plain.value, 9)
      }),
    )
  })

  it('is never above that of a better sample', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 20 }), shares, (values, more, share) => {
        const better = values.map((x, i) => x + (i % 3 === 0 ? more : 0))
        expect(shortfallFigure(sample(better), share, 'low').value).toBeGreaterThanOrEqual(
          shortfallFigure(sample(values), share, 'low').value - 1e-9,
        )
      }),
    )
  })
})

describe('errors by influence', () => {
  const values = Float64Array.from({ length: 640 }, (_, i) => ((i * 7919) % 641) / 10)
  const mask = Uint8Array.from(values, (_, i) => (i % 3 === 0 ? 0 : 1))

  it.each([null, mask])('are those of the figures alone', (where) => {
    const one = sampleOf(values, where)
    const [isLow, at] = [(x: number) => x < 20, quantileFigure(one, 0.3, 1)]
    expect(errorOf(shareFigure(one, isLow), 1)).toBeCloseTo(
      standardErrorOfShare((trial) => isLow(values[trial]), 640, 1, where ?? undefined) ?? NaN,
      12,
    )
    expect(at.value).toBe(quantileOf(one.sorted, 0.3))
    expect(errorOf(at, 1)).toBeCloseTo(
      standardErrorOfQuantile(values, one.sorted, 0.3, 1, where ?? undefined) ?? NaN,
      9,
    )
  })

  it('are none between a sample and itself moved by a constant', () => {
    const [a, b] = [values, values.map((x) => x + 2)].map((one) => sampleOf(one, null))
    for (const figure of [
      meanFigure,
      (one: typeof a) => quantileFigure(one, 0.1, 1),
      (one: typeof a) => shortfallFigure(one, 0.05, 'low'),
    ]) {
      const { value, error } = differenceOf(figure(b), figure(a), 1)
      expect(value).toBeCloseTo(2, 9)
      expect(error).toBeCloseTo(0, 9)
    }
  })

  it('of parts are none where one is a multiple of the other, and none are taken of nothing', () => {
    const [a, b] = [values, values.map((x) => 1.2 * x)].map((one) =>
      meanFigure(sampleOf(one, null)),
    )
    const found = relativeDifferenceOf(b, a, 1)
    expect(found?.value).toBeCloseTo(0.2, 12)
    expect(found?.error).toBeCloseTo(0, 9)
    const nothing = meanFigure(
      sampleOf(
        values.map((x) => x - a.value),
        null,
      ),
    )
    expect(relativeDifferenceOf(a, nothing, 1)).toBeNull()
  })
})
