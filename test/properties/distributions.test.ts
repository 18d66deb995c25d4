import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkDistribution,
  cumulative,
  density,
  type Distribution,
  drawTable,
  families,
  type FamilyId,
  mean,
  quantile,
  standardDeviation,
  support,
} from '../../src/engine/distributions/index.ts'
import { normalCumulative } from '../../src/engine/math.ts'

/** Any number of a range: most often spread evenly, else by bits, which favours 0 and the ends. */
const number = (min: number, max: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.nat(2 ** 30).map((n) => min + (max - min) * (n / 2 ** 30)) },
    {
      weight: 1,
      arbitrary: fc
        .double({ min, max, noNaN: true, noDefaultInfinity: true })
        // Between numbers this small there is no room for a share of their distance.
        .map((x) => (Math.abs(x) < 1e-290 ? 0 : x)),
    },
  )

/** Three rising numbers of any size, the first two or the last two sometimes equal. */
const peak = fc
  .tuple(number(-1e6, 1e6), number(1e-3, 1e6), number(0, 1))
  .map(([min, width, share]) => {
    const max = min + width
    return { min, mode: Math.min(max, min + width * share), max }
  })

/** Any distribution of a family, over the range people may ask for. */
const anyOf: { readonly [K in FamilyId]: fc.Arbitrary<Extract<Distribution, { kind: K }>> } = {
  constant: fc.record({ kind: fc.constant('constant'), value: number(-1e9, 1e9) }),
  uniform: peak.map(({ min, max }) => ({ kind: 'uniform', min, max })),
  triangular: peak.map((d) => ({ kind: 'triangular', ...d })),
  pert: peak.map((d) => ({ kind: 'pert', ...d })),
  normal: fc.record({
    kind: fc.constant('normal'),
    mean: number(-1e6, 1e6),
    standardDeviation: number(1e-6, 1e6),
  }),
  lognormal: fc.record({
    kind: fc.constant('lognormal'),
    median: number(1e-6, 1e6),
    logStandardDeviation: number(1e-3, 4),
  }),
  beta: fc.record({
    kind: fc.constant('beta'),
    alpha: number(-4, 9).map((power) => Math.max(0.01, 2 ** power)),
    beta: number(-4, 9).map((power) => Math.max(0.01, 2 ** power)),
  }),
  truncatedNormal: fc.tuple(peak, number(0.05, 20)).map(([{ min, mode, max }, spread]) => ({
    kind: 'truncatedNormal',
    mean: mode,
    standardDeviation: (max - min) * spread,
    min,
    max,
  })),
  metalog: fc.tuple(peak, number(-0.6, 0.6), fc.constantFrom(3, 4)).map(([d, skew, form]) => {
    const middle = d.min + (d.max - d.min) * (0.5 + 0.5 * skew)
    const percentiles = [
      { p: 0.1, value: d.min },
      { p: 0.5, value: middle },
      { p: 0.9, value: d.max },
    ]
    const room = (d.max - d.min) * 3
    const bounds = form === 3 ? {} : { lower: d.min - room, upper: d.max + room }
    return { kind: 'metalog', percentiles, ...bounds }
  }),
  empirical: fc
    .array(number(-1e6, 1e6), { minLength: 2, maxLength: 40 })
    .filter((values) => new Set(values).size > 1)
    .map((values) => ({ kind: 'empirical', values })),
  discrete: fc.uniqueArray(number(-1e6, 1e6), { minLength: 1, maxLength: 12 }).map((values) => ({
    kind: 'discrete',
    values,
    probabilities: values.map(() => 1 / values.length),
  })),
  mixture: fc.tuple(peak, number(0.01, 1), number(-50, 50)).map(([d, weight, shift]) => ({
    kind: 'mixture',
    branches: [
      { label: 'a', weight: 1, distribution: { kind: 'triangular', ...d } },
      {
        label: 'b',
        weight,
        distribution: { kind: 'normal', mean: d.mode + shift, standardDeviation: d.max - d.min },
      },
    ],
  })),
  bernoulli: fc.record({ kind: fc.constant('bernoulli'), probability: number(0, 1) }),
}

const kinds = (Object.keys(families) as FamilyId[]).filter((kind) => kind in anyOf)
const scores = fc.array(number(-4.75, 4.75), { minLength: 4, maxLength: 4 })

test('every family is tried', () => {
  expect(kinds).toEqual(Object.keys(families))
})

test.each(kinds)('%s: what people may ask for is accepted and has finite figures', (kind) => {
  fc.assert(
    fc.property(anyOf[kind], (d) => {
      checkDistribution(d)
      const [low, high] = support(d)
      expect(Number.isFinite(mean(d)) && mean(d) >= low && mean(d) <= high).toBe(true)
      expect(standardDeviation(d)).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(standardDeviation(d))).toBe(true)
    }),
  )
})

test.each(kinds)('%s: quantile(p) never decreases as p grows', (kind) => {
  fc.assert(
    fc.property(anyOf[kind], number(1e-6, 1 - 1e-6), number(1e-6, 1 - 1e-6), (d, a, b) => {
      const q = quantile(d)
      const [low, high] = [q(Math.min(a, b)), q(Math.max(a, b))]
      const size = Math.max(Math.abs(low), q(0.9) - q(0.1))
      expect(low).toBeLessThanOrEqual(high + 1e-13 * size)
      const [first, last] = support(d)
      expect(low >= first && high <= last).toBe(true)
    }),
  )
})

test.each(kinds)('%s: a draw is the quantile of its score to 1e-9', (kind) => {
  fc.assert(
    fc.property(anyOf[kind], scores, (d, zs) => {
      const q = quantile(d)
      // A table takes much longer to make than to ask.
      const table = drawTable(d)
      const [first, last] = support(d)
      const spread = q(0.9) - q(0.1)
      for (const z of zs) {
        const p = normalCumulative(z)
        const got = table.value(z)
        expect(got >= first && got <= last).toBe(true)
        // Where values jump, the last bit of p may decide: then either side is right.
        const [below, above] = [q(p * (1 - 4e-16)), q(Math.min(1, p * (1 + 4e-16)))]
        const room = 1e-9 * Math.max(Math.abs(above), spread)
        expect(got).toBeGreaterThanOrEqual(below - room)
        expect(got).toBeLessThanOrEqual(above + room)
      }
    }),
  )
})

test.each(kinds)('%s: quantile(p) is the first value with cumulative(x) of at least p', (kind) => {
  fc.assert(
    fc.property(anyOf[kind], number(1e-6, 1 - 1e-6), (d, p) => {
      const x = quantile(d)(p)
      const slack = 1e-12 + 4e-16 * Math.abs(x) * Math.min(density(d, x), 1e300)
      // Next to an end where the density is infinite, no number lies near enough.
      if (d.kind === 'beta' && d.beta < 1 && x > 1 - 1e-9) return
      expect(cumulative(d, x)).toBeGreaterThanOrEqual(p - slack)
      // Equal observations have probability of their own.
      if (!families[d.kind].discrete && d.kind !== 'empirical') {
        expect(cumulative(d, x)).toBeLessThanOrEqual(p + slack + (x === 0 ? 1 : 0))
      }
    }),
  )
})

test.each(kinds)('%s: anything but finite numbers is refused', (kind) => {
  const wrong = fc.oneof(
    fc.constantFrom(NaN, Infinity, -Infinity, null, undefined, true, {}, []),
    fc.string(),
  )
  const names = families[kind].parameters.map(({ id }) => id)
  fc.assert(
    fc.property(anyOf[kind], fc.constantFrom(...names), wrong, (d, name, value) => {
      expect(() => checkDistribution({ ...d, [name]: value })).toThrow(`${kind} needs ${name}`)
    }),
  )
})

test('checkDistribution(anything) either accepts or throws an Error in words', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      try {
        checkDistribution(value)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        expect(String(error)).toMatch(/distribution|needs|has no parameter/)
      }
    }),
  )
})
