import { describe, expect, test } from 'vitest'
import {
  exp,
  expm1,
  fillNormalQuantiles,
  log,
  log1p,
  normalCumulative,
  normalQuantile,
  pow,
} from '../../../src/engine/math.ts'
import { logGamma } from '../../../src/engine/special.ts'
import references from '../../fixtures/engine-references.json' with { type: 'json' }

/** Each function and its largest error allowed, relative to the value. */
const functions = [
  ['exp', exp, 2.3e-16],
  ['expm1', expm1, 6e-16],
  ['log', log, 2.3e-16],
  ['log1p', log1p, 3e-16],
  ['normalCumulative', normalCumulative, 1e-15],
  ['normalQuantile', normalQuantile, 1e-15],
] as const

describe.each(functions)('%s(x)', (name, of, bound) => {
  test('agrees with its reference', () => {
    for (const [x, expected] of references.functions[name]) {
      const value = Number(expected)
      // Numbers below 1e-307 are stored with fewer digits.
      const allowed = Math.max(bound * Math.abs(value), 5e-324)
      const error = Math.abs(of(Number(x)) - value)
      expect(error, `${name}(${x})`).toBeLessThanOrEqual(allowed)
    }
  })
})

test('exp(x) covers the whole range', () => {
  expect(exp(0)).toBe(1)
  expect(exp(709.782712893384)).toBe(1.7976931348622732e308)
  expect(exp(709.79)).toBe(Infinity)
  expect(exp(-745.13)).toBe(5e-324)
  expect(exp(-746)).toBe(0)
  expect(exp(-Infinity)).toBe(0)
  expect(exp(NaN)).toBeNaN()
})

test('log(x) covers the whole range', () => {
  expect(log(1)).toBe(0)
  expect(log(0)).toBe(-Infinity)
  expect(log(-0)).toBe(-Infinity)
  expect(log(Infinity)).toBe(Infinity)
  expect(log(-1)).toBeNaN()
  expect(log(NaN)).toBeNaN()
})

test('log1p(x) and expm1(x) cover the whole range', () => {
  expect(log1p(-1)).toBe(-Infinity)
  expect(log1p(-2)).toBeNaN()
  expect(log1p(Infinity)).toBe(Infinity)
  expect(expm1(-Infinity)).toBe(-1)
  expect(expm1(0)).toBe(0)
  expect(expm1(NaN)).toBeNaN()
})

test('pow(x, y) is x to the y', () => {
  expect(pow(3, 0)).toBe(1)
  expect(pow(1, Infinity)).toBe(1)
  expect(pow(0, 2)).toBe(0)
  expect(pow(0, -1)).toBe(Infinity)
  expect(pow(-2, 0.5)).toBeNaN()
  expect(pow(2, 10)).toBeCloseTo(1024, 10)
  expect(pow(2, -0.5)).toBeCloseTo(0.7071067811865476, 15)
})

test('normalCumulative(z) and normalQuantile(p) meet their ends', () => {
  expect(normalCumulative(0)).toBe(0.5)
  expect(normalCumulative(-Infinity)).toBe(0)
  expect(normalCumulative(Infinity)).toBe(1)
  expect(normalCumulative(NaN)).toBeNaN()
  expect(normalQuantile(0)).toBe(-Infinity)
  expect(normalQuantile(0.5)).toBe(0)
  expect(normalQuantile(1)).toBe(Infinity)
  expect(normalQuantile(1.1)).toBeNaN()
  expect(normalQuantile(NaN)).toBeNaN()
})

test('fillNormalQuantiles gives the bits of normalQuantile, in place and at any length', () => {
  const p = Float64Array.from({ length: 2500 }, (_, i) => ((i * 0.6180339887) % 1) * 0.9999 + 5e-5)
  const expected = p.map(normalQuantile)
  fillNormalQuantiles(p, p, 2500)
  expect(p).toEqual(expected)
})

test('logGamma(n + 1) is the logarithm of n factorial', () => {
  let factorial = 1
  for (let n = 1; n <= 100; n++) {
    factorial *= n
    expect(logGamma(n + 1)).toBeCloseTo(log(factorial), 11)
  }
  expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 14)
})

test('the same bits in every engine', () => {
  const points = [-7.3, -1.1, -0.2, 0.013, 0.4, 0.93, 2.7, 31.4]
  const exps = points.map(exp)
  const logs = points.map((x) => log(Math.abs(x)))
  const normals = points.map(normalCumulative)
  const scores = [1e-9, 0.01, 0.2, 0.6, 0.97].map(normalQuantile)
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
