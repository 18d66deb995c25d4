import { describe, expect, test } from 'vitest'
import { densityCurve } from '../../../src/app/charts/density-curve.ts'
import { familyOf } from '../../../src/engine/distributions/index.ts'
import { examples as all } from '../../distribution-examples.ts'

describe.each(all.map((d) => [JSON.stringify(d), d] as const))('densityCurve(%s)', (_name, d) => {
  const { curve, stems, low, high, peak } = densityCurve(d, 80)

  test('draws something, in finite numbers', () => {
    expect(curve.length + stems.length).toBeGreaterThan(0)
    const numbers = [
      low,
      high,
      peak,
      ...curve.flat(),
      ...stems.flatMap((one) => [one.value, one.share]),
    ]
    expect(numbers.every(Number.isFinite)).toBe(true)
    expect(high).toBeGreaterThanOrEqual(low)
  })

  test('is stems that sum to 1 where values have chances of their own, else a curve', () => {
    const isCurve = !familyOf(d).discrete && high > low
    expect(curve.length > 0).toBe(isCurve)
    if (isCurve) expect(peak).toBeGreaterThan(0)
    else expect(stems.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })
})

test('a yes or no has both stems even where one never happens', () => {
  const { stems } = densityCurve({ kind: 'bernoulli', probability: 0 }, 80)
  expect(stems).toEqual([
    { value: 0, share: 1 },
    { value: 1, share: 0 },
  ])
})

test('curve and stems of a mixture share all chance between them', () => {
  const { curve, stems } = densityCurve(
    {
      kind: 'mixture',
      branches: [
        { label: 'Nothing', weight: 3, distribution: { kind: 'constant', value: 0 } },
        { label: 'Something', weight: 1, distribution: { kind: 'uniform', min: 1, max: 5 } },
      ],
    },
    2000,
  )
  expect(stems).toEqual([{ value: 0, share: 0.75 }])
  const area = curve
    .slice(1)
    .reduce((sum, [x, height], i) => sum + (x - curve[i][0]) * ((height + curve[i][1]) / 2), 0)
  expect(area).toBeCloseTo(0.25, 2)
})

test('observed values are a histogram of area 1', () => {
  const { curve } = densityCurve({ kind: 'empirical', values: [1, 2, 2, 3, 5, 8, 13] }, 80)
  let area = 0
  for (let i = 0; i < curve.length; i += 2) area += (curve[i + 1][0] - curve[i][0]) * curve[i][1]
  expect(area).toBeCloseTo(1, 9)
})
