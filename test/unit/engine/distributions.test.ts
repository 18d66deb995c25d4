import { describe, expect, test } from 'vitest'
import {
  checkDistribution,
  cumulative,
  density,
  type Distribution,
  distributionKey,
  drawTable,
  families,
  familyOf,
  mean,
  quantile,
  standardDeviation,
  support,
} from '../../../src/engine/distributions/index.ts'
import { normalCumulative, normalQuantile } from '../../../src/engine/math.ts'
import references from '../../fixtures/engine-references.json' with { type: 'json' }
import published from '../../fixtures/reference-values.json' with { type: 'json' }
import { examples, examplesOf } from '../../distribution-examples.ts'

const named = examples.map((d) => [distributionKey(d), d] as const)
/** Without values that have probability of their own and without kinks. */
const continuous = named.filter(
  ([, d]) => !familyOf(d).discrete && d.kind !== 'empirical' && d.kind !== 'mixture',
)

/** What errors are relative to. */
function sizeAt(d: Distribution, x: number): number {
  const q = quantile(d)
  return Math.max(Math.abs(x), q(0.9) - q(0.1)) || 1
}

function distance(d: Distribution, got: number, expected: number): number {
  return Math.abs(got - expected) / sizeAt(d, expected)
}

describe('quantile(p) agrees with its reference', () => {
  test.each(references.distributions)('$kind %#', ({ quantiles, ...rest }) => {
    const d: unknown = rest
    checkDistribution(d)
    const exact = quantile(d)
    const table = drawTable(d)
    references.probabilities.forEach((p, i) => {
      const expected = Number(quantiles[i])
      expect(distance(d, exact(p), expected), `p = ${p}`).toBeLessThan(1e-11)
      expect(distance(d, table.value(normalQuantile(p)), expected), `p = ${p}`).toBeLessThan(2e-10)
    })
  })

  test('every family has some', () => {
    const kinds = new Set(references.distributions.map(({ kind }) => kind))
    expect(Object.keys(families).filter((kind) => !kinds.has(kind))).toEqual([])
  })
})

test.each([
  ['Normal(0,1)', { kind: 'normal', mean: 0, standardDeviation: 1 }],
  ['Triangular(min10,mode20,max50)', { kind: 'triangular', min: 10, mode: 20, max: 50 }],
  ['PERT(10,20,50;lambda=4)=10+40*Beta(2,4)', { kind: 'pert', min: 10, mode: 20, max: 50 }],
  ['Beta(2,5)', { kind: 'beta', alpha: 2, beta: 5 }],
  [
    'Lognormal(P10=80,P90=140)',
    {
      kind: 'lognormal',
      median: 105.83005244258362,
      logStandardDeviation: 0.2183352597667858,
    },
  ],
] as const)('quantile(p), mean and spread are those published for %s', (name, d) => {
  const expected = published.distributions[name]
  for (const [p, x] of Object.entries(expected.quantiles)) {
    expect(distance(d, quantile(d)(Number(p)), Number(x)), `p = ${p}`).toBeLessThan(1e-11)
  }
  expect(mean(d)).toBeCloseTo(Number(expected.mean), 10)
  if ('sd' in expected) expect(standardDeviation(d)).toBeCloseTo(Number(expected.sd), 10)
})

describe.each(named)('%s', (_name, d) => {
  test('is accepted, whatever the order of its fields', () => {
    expect(() => checkDistribution(d)).not.toThrow()
    const turned: unknown = Object.fromEntries(Object.entries(d).reverse())
    checkDistribution(turned)
    expect(distributionKey(turned)).toBe(distributionKey(d))
  })

  test('quantile(p) never decreases as p grows and stays in the support', () => {
    const q = quantile(d)
    const [low, high] = support(d)
    const range = q(0.9) - q(0.1)
    const values = Array.from({ length: 2001 }, (_, i) => q(i / 2000))
    const wrong = values.filter((x, i) => {
      // An exact function may still be off by a rounding error.
      const slack = 1e-14 * (Math.max(Math.abs(x), range) || 1)
      const rises = i === 0 || x >= values[i - 1] - slack
      return !(rises && x >= low && x <= high)
    })
    expect(wrong).toEqual([])
    expect(q(-0.1)).toBeNaN()
    expect(q(1.1)).toBeNaN()
    expect(q(NaN)).toBeNaN()
  })

  test('drawTable(d) agrees with quantile(p), one by one and in bulk', () => {
    const q = quantile(d)
    const table = drawTable(d)
    const count = 1201
    const z = Float64Array.from({ length: count }, (_, i) => -4.75 + (9.5 * i) / (count - 1))
    const values = new Float64Array(count)
    table.fill(z, values, count)
    const [low, high] = support(d)
    const range = q(0.9) - q(0.1)
    const wrong = z.filter((score, i) => {
      // Above the middle p itself has too few digits to be compared.
      if (score > 3) return false
      const p = normalCumulative(score)
      // Where values jump, the last bit of p may decide: then either side is right.
      const [low, high] = [q(p * (1 - 4e-16)), q(p * (1 + 4e-16))]
      const nearest = Math.min(high, Math.max(low, values[i]))
      const size = Math.max(Math.abs(nearest), range) || 1
      return !(Math.abs(values[i] - nearest) / size < 1e-9)
    })
    expect(wrong).toEqual(new Float64Array())
    expect(values.every((x, i) => x === table.value(z[i]))).toBe(true)
    expect(values.every((x) => x >= low && x <= high)).toBe(true)
  })

  test('mean and standardDeviation are those of its quantiles', () => {
    const q = quantile(d)
    // The middle of each of many equal shares; the tails' own share of the error is allowed for.
    const count = 20_000
    const values = Float64Array.from({ length: count }, (_, i) => q((i + 0.5) / count))
    const middle = values.reduce((sum, x) => sum + x, 0) / count
    const squares = values.reduce((sum, x) => sum + (x - middle) * (x - middle), 0)
    const spread = standardDeviation(d)
    const heavy = spread > 3 * (q(0.99) - q(0.01)) || hasHeavyTail(d)
    expect(Math.abs(middle - mean(d))).toBeLessThanOrEqual((heavy ? 0.05 : 1e-3) * spread)
    if (!heavy) {
      expect(Math.abs(Math.sqrt(squares / count) - spread)).toBeLessThanOrEqual(5e-3 * spread)
    }
  })
})

/** Whether so much of the spread lies far out that even shares cannot see it. */
function hasHeavyTail(d: Distribution): boolean {
  if (d.kind === 'mixture') return d.branches.some(({ weight }) => weight === 0.02)
  if (d.kind === 'lognormal') return d.logStandardDeviation > 1
  return d.kind === 'metalog' && (d.lower === undefined) !== (d.upper === undefined)
}

test.each(named)('%s: quantile(p) is where cumulative(x) passes p', (_name, d) => {
  const q = quantile(d)
  for (const p of references.probabilities) {
    const x = q(p)
    const step = 1e-12 * sizeAt(d, x)
    const slack = 1e-9 + 1e-6 * p
    expect(cumulative(d, x + step)).toBeGreaterThanOrEqual(p - slack)
    if (d.kind !== 'beta' && d.kind !== 'pert') {
      expect(cumulative(d, x - step)).toBeLessThanOrEqual(p + slack)
    }
  }
})

describe.each(continuous)('%s', (_name, d) => {
  test('cumulative(quantile(p)) is p', () => {
    const q = quantile(d)
    for (const p of references.probabilities) {
      const x = q(p)
      // The nearest numbers to x may lie apart by more than the probability asks for.
      const grain = 4e-16 * Math.abs(x) * density(d, x) + (x >= 1 - 1e-15 && x <= 1 ? p : 0)
      expect(Math.abs(cumulative(d, x) - p), `p = ${p}`).toBeLessThan(1e-10 * p + 1e-13 + grain)
    }
  })

  test('density(x) is how fast cumulative(x) grows', () => {
    const q = quantile(d)
    const [low, high] = support(d)
    for (let i = 1; i < 20; i++) {
      const x = q(i / 20)
      const room = Math.min(x - low, high - x, q(0.9) - q(0.1))
      // Nearer to an end, or in a narrower range, neighbouring numbers lie too far apart.
      if (room < 1e-7 * Math.max(1, Math.abs(x))) continue
      const step = 1e-3 * room
      const growth = (cumulative(d, x + step) - cumulative(d, x - step)) / (2 * step)
      expect(growth / density(d, x)).toBeCloseTo(1, 3)
    }
  })
})

test.each([
  [
    { kind: 'triangular', min: 3, mode: 2, max: 5 },
    'triangular needs min <= mode <= max, got 3, 2, 5',
  ],
  [{ kind: 'pert', min: 0, mode: 7, max: 5 }, 'pert needs min <= mode <= max, got 0, 7, 5'],
  [
    { kind: 'pert', min: 2, mode: 2, max: 2 },
    'pert needs min < max, got 2, 2, 2; use constant for a value without spread',
  ],
  [
    { kind: 'uniform', min: 3, max: 3 },
    'uniform needs min < max, got 3, 3; use constant for a value without spread',
  ],
  [{ kind: 'uniform', min: 4, max: 3 }, 'uniform needs min < max, got 4, 3'],
  [
    { kind: 'normal', mean: 0, standardDeviation: -1 },
    'normal needs standardDeviation above 0, got -1',
  ],
  [
    { kind: 'lognormal', median: 0, logStandardDeviation: 1 },
    'lognormal needs median above 0, got 0',
  ],
  [{ kind: 'beta', alpha: 0, beta: 1 }, 'beta needs alpha from 0.01 to 1000000, got 0'],
  [{ kind: 'bernoulli', probability: 1.2 }, 'bernoulli needs probability from 0 to 1, got 1.2'],
  [{ kind: 'constant', value: NaN }, 'constant needs value as a finite number, got NaN'],
  [
    { kind: 'constant', value: -Infinity },
    'constant needs value as a finite number, got -Infinity',
  ],
  [{ kind: 'constant', value: '3' }, 'constant needs value as a finite number, got "3"'],
  [{ kind: 'constant' }, 'constant needs value as a finite number, got nothing'],
  [{ kind: 'constant', value: 1, sd: 2 }, 'constant has no parameter "sd"; it has value'],
  [{ kind: 'weibull' }, "a distribution's kind is one of constant, uniform, triangular, "],
  [{ kind: 'constructor' }, "a distribution's kind is one of"],
  [{ kind: '__proto__' }, "a distribution's kind is one of"],
  [JSON.parse('{"kind":"constant","value":1,"__proto__":{}}'), 'has no parameter "__proto__"'],
  [JSON.parse('{"kind":"constant","__proto__":{"value":1}}'), 'has no parameter "__proto__"'],
  [{ value: 1 }, "a distribution's kind is one of"],
  [[1, 2], 'a distribution is { "kind": ..., parameters }, got a list'],
  [null, 'a distribution is { "kind": ..., parameters }, got null'],
  ['normal', 'a distribution is { "kind": ..., parameters }, got "normal"'],
] as [unknown, string][])('checkDistribution(%j) throws: %s', (value, message) => {
  expect(() => checkDistribution(value)).toThrow(message)
})

test('a bernoulli event happens when its uniform number is at least 1 − probability', () => {
  for (const probability of [0, 1e-6, 0.25, 0.35, 0.5, 0.9, 1]) {
    const table = drawTable({ kind: 'bernoulli', probability })
    const numbers = Array.from({ length: 4096 }, (_, i) => (i + 0.5) / 4096)
    const wrong = numbers.filter((u) => {
      return table.value(normalQuantile(u)) !== (u >= 1 - probability ? 1 : 0)
    })
    expect(wrong, `probability ${probability}`).toEqual([])
  }
})

test('families say what a picker needs, under the name they are registered by', () => {
  for (const [kind, family] of Object.entries(families)) {
    expect(family.kind).toBe(kind)
    expect(family.description).toMatch(/^[A-Z].*\.$/)
    expect(family.parameters.length).toBeGreaterThan(0)
    expect(examplesOf[family.kind].length).toBeGreaterThan(2)
    for (const { label, description } of family.parameters) {
      expect(label).not.toBe('')
      expect(description).toMatch(/^[A-Z].*\.$/)
    }
  }
})

/** By `exp(findroot(v => log(betainc(a, b, 0, exp(v), regularized=True) / p)))` of mpmath, 40 digits. */
test.each([
  [0.01, 1000000, 0.01, 5.660740949128427e-207],
  [0.01, 1000000, 0.5, 4.465537229351091e-37],
  [0.01, 1000000, 0.95, 3.362625656920626e-9],
  [0.05, 1000000, 0.7, 4.665639064042534e-10],
] as const)('beta(%d, %d) is within 1e-9 of its quantile at %d', (alpha, beta, p, expected) => {
  const is = quantile({ kind: 'beta', alpha, beta })(p)
  expect(Math.abs(is / expected - 1)).toBeLessThan(1e-9)
})
