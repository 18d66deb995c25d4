import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cumulative,
  type Distribution,
  drawTable,
  quantile,
} from '../../src/engine/distributions/index.ts'
import { type SimpleDistribution } from '../../src/engine/distributions/simple.ts'
import { normalCumulative } from '../../src/engine/math.ts'
import { examples, examplesOf } from '../distribution-examples.ts'

/** U-shapes and poles, which have no greatest density, beside what every family shows of itself. */
const poles: readonly SimpleDistribution[] = [
  { kind: 'beta', alpha: 0.05, beta: 0.05 },
  { kind: 'beta', alpha: 0.01, beta: 3 },
  { kind: 'beta', alpha: 4, beta: 0.02 },
  { kind: 'pert', min: -1, mode: -1, max: 3 },
]
const branches: readonly SimpleDistribution[] = [
  ...poles,
  ...examples.filter((d): d is SimpleDistribution => d.kind !== 'mixture'),
]

const mixture = fc
  .array(fc.tuple(fc.constantFrom(...branches), fc.integer({ min: 1, max: 9 })), {
    minLength: 2,
    maxLength: 4,
  })
  .filter((parts) =>
    parts.some(([{ kind }]) => !['bernoulli', 'discrete', 'constant'].includes(kind)),
  )
  .map((parts): Distribution => ({
    kind: 'mixture',
    branches: parts.map(([distribution, weight], i) => ({ label: `${i}`, weight, distribution })),
  }))
const share = fc.integer({ min: 1, max: 999 }).map((n) => n / 1000)

const bits = new DataView(new ArrayBuffer(8))
/** The neighbours of a number, so that nothing is asked of digits it has not got. */
function next(x: number, by: 1n | -1n): number {
  if (x === 0) return Number(by) * Number.MIN_VALUE
  bits.setFloat64(0, x)
  bits.setBigInt64(0, bits.getBigInt64(0) + (x > 0 ? by : -by))
  return bits.getFloat64(0)
}

test('quantile and cumulative are inverse, whatever is mixed', () => {
  fc.assert(
    fc.property(mixture, share, (d, p) => {
      const x = quantile(d)(p)
      let [low, high] = [x, x]
      for (let i = 0; i < 8; i++) [low, high] = [next(low, -1n), next(high, 1n)]
      expect(cumulative(d, high)).toBeGreaterThanOrEqual(p - 1e-10)
      expect(cumulative(d, low)).toBeLessThanOrEqual(p + 1e-10)
    }),
    { numRuns: 600 },
  )
})

test('a draw of a mixture is the quantile of its score, whatever is mixed', () => {
  fc.assert(
    fc.property(
      mixture,
      fc.array(fc.integer({ min: -350, max: 350 }), { minLength: 12, maxLength: 20 }),
      (d, zs) => {
        const table = drawTable(d)
        const q = quantile(d)
        const width = q(0.9) - q(0.1)
        for (const z of zs.map((n) => n / 100)) {
          const p = normalCumulative(z)
          const [below, above] = [q(p * (1 - 1e-12)), q(Math.min(1, p * (1 + 1e-12)))]
          const room = 1e-9 * Math.max(Math.abs(above), width)
          expect(table.value(z)).toBeGreaterThanOrEqual(below - room)
          expect(table.value(z)).toBeLessThanOrEqual(above + room)
        }
      },
    ),
    // A table takes much longer to make than to ask.
    { numRuns: 25 },
  )
})

test('half a U-shape and half a range above it: 99% of values are below 2.98', () => {
  const d: Distribution = {
    kind: 'mixture',
    branches: [
      { label: 'U', weight: 1, distribution: { kind: 'beta', alpha: 0.05, beta: 0.05 } },
      { label: 'above', weight: 1, distribution: { kind: 'uniform', min: 2, max: 3 } },
    ],
  }
  expect(quantile(d)(0.99)).toBeCloseTo(2.98, 12)
  expect(quantile(d)(0.25)).toBeCloseTo(0.5, 9)
  expect(examplesOf.mixture.length).toBeGreaterThan(3)
})
