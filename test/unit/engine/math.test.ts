import { describe, expect, test } from 'vitest'
import * as math from '../../../src/engine/math.ts'
import { logGamma } from '../../../src/engine/special.ts'
import references from '../../fixtures/engine-references.json' with { type: 'json' }

/** Largest error allowed, relative to the value. */
const bounds = {
  exp: 2.3e-16,
  expm1: 6e-16,
  log: 2.3e-16,
  log1p: 3e-16,
  normalCumulative: 1e-15,
  normalQuantile: 1e-15,
} satisfies Record<keyof typeof references.functions, number>

const names = Object.keys(bounds) as (keyof typeof bounds)[]

describe.each(names)('%s(x)', (name) => {
  test('agrees with its reference', () => {
    for (const [x, expected] of references.functions[name]) {
      const value = Number(expected)
      // Numbers below 1e-307 are stored with fewer digits.
      const allowed = Math.max(bounds[name] * Math.abs(value), 5e-324)
      const error = Math.abs(math[name](Number(x)) - value)
      expect(error, `${name}(${x})`).toBeLessThanOrEqual(allowed)
    }
  })
})

test('exp(x) covers the whole range', () => {
  expect(math.exp(0)).toBe(1)
  expect(math.exp(709.782712893384)).toBe(1.7976931348622732e308)
  expect(math.exp(709.79)).toBe(Infinity)
  expect(math.exp(-745.13)).toBe(5e-324)
  expect(math.exp(-746)).toBe(0)
  expect(math.exp(-Infinity)).toBe(0)
  expect(math.exp(NaN)).toBeNaN()
})

test('log(x) covers the whole range', () => {
  expect(math.log(1)).toBe(0)
  expect(math.log(0)).toBe(-Infinity)
  expect(math.log(-0)).toBe(-Infinity)
  expect(math.log(Infinity)).toBe(Infinity)
  expect(math.log(-1)).toBeNaN()
  expect(math.log(NaN)).toBeNaN()
})

test('log1p(x) and expm1(x) cover the whole range', () => {
  expect(math.log1p(-1)).toBe(-Infinity)
  expect(math.log1p(-2)).toBeNaN()
  expect(math.log1p(Infinity)).toBe(Infinity)
  expect(math.expm1(-Infinity)).toBe(-1)
  expect(math.expm1(0)).toBe(0)
  expect(math.expm1(NaN)).toBeNaN()
})

test('pow(x, y) is x to the y', () => {
  expect(math.pow(3, 0)).toBe(1)
  expect(math.pow(1, Infinity)).toBe(1)
  expect(math.pow(0, 2)).toBe(0)
  expect(math.pow(0, -1)).toBe(Infinity)
  expect(math.pow(-2, 0.5)).toBeNaN()
  expect(math.pow(2, 10)).toBeCloseTo(1024, 10)
  expect(math.pow(2, -0.5)).toBeCloseTo(0.7071067811865476, 15)
})

test('normalCumulative(z) and normalQuantile(p) meet their ends', () => {
  expect(math.normalCumulative(0)).toBe(0.5)
  expect(math.normalCumulative(-Infinity)).toBe(0)
  expect(math.normalCumulative(Infinity)).toBe(1)
  expect(math.normalCumulative(NaN)).toBeNaN()
  expect(math.normalQuantile(0)).toBe(-Infinity)
  expect(math.normalQuantile(0.5)).toBe(0)
  expect(math.normalQuantile(1)).toBe(Infinity)
  expect(math.normalQuantile(1.1)).toBeNaN()
  expect(math.normalQuantile(NaN)).toBeNaN()
})

test('fillNormalQuantiles gives the bits of normalQuantile, in place and at any length', () => {
  const p = Float64Array.from({ length: 2500 }, (_, i) => ((i * 0.6180339887) % 1) * 0.9999 + 5e-5)
  const expected = p.map(math.normalQuantile)
  math.fillNormalQuantiles(p, p, 2500)
  expect(p).toEqual(expected)
})

test('logGamma(n + 1) is the logarithm of n factorial', () => {
  let factorial = 1
  for (let n = 1; n <= 100; n++) {
    factorial *= n
    expect(logGamma(n + 1)).toBeCloseTo(math.log(factorial), 11)
  }
  expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 14)
})

test('the same bits in every engine', () => {
  const points = [-7.3, -1.1, -0.2, 0.013, 0.4, 0.93, 2.7, 31.4]
  const exps = points.map(math.exp)
  const logs = points.map((x) => math.log(Math.abs(x)))
  const normals = points.map(math.normalCumulative)
  const scores = [1e-9, 0.01, 0.2, 0.6, 0.97].map(math.normalQuantile)
  expect([exps, logs, normals, scores].map(bitsOf)).toMatchInlineSnapshot(`
    [
      "3f4622d4792b6a8d 3fd54dc284911bf0 3fea330ad6166159 3ff035987a562045 3ff7de8392fbbfe0 400446acbf6a3e8c 402dc26c32572a3e 42c3b4f339acf632",
      "3fffce55551e156e 3fb8663f793c46cc bff9c041f7ed8d33 c0115f0883f73978 bfed5240f0e0e077 bfb293fe305fa975 3fefc8b7f138bdea 400b9310043d4a1f",
      "3d443ff667f46496 3fc15d8167788ec0 3fdaed68af0463c7 3fe02a7c0c273280 3fe4f9370429b7f3 3fea5cb02340ea38 3fefe3993a9ccb96 3ff0000000000000",
      "c017fdc11f44b5a7 c0029c5c4630ff0e bfeaee8fa73a1333 3fd036d6c4a04b5a 3ffe17bb09d8913e",
    ]
  `)
})

/** All bits of some numbers, as one text. */
function bitsOf(values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(8))
  return values
    .map((value) => {
      view.setFloat64(0, value)
      return view.getBigUint64(0).toString(16).padStart(16, '0')
    })
    .join(' ')
}
