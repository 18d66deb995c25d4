import fc from 'fast-check'
import type { Distribution, FamilyId } from '../../src/engine/distributions/index.ts'
import type { SimpleDistribution } from '../../src/engine/distributions/simple.ts'
import type { Assumption } from '../../src/engine/model.ts'

type Simple = fc.Arbitrary<SimpleDistribution>
/** Families an amount is believed in, one by one, so that a new one cannot be forgotten. */
type AmountId = Exclude<FamilyId, 'mixture' | 'bernoulli'>

/** Any number of a range, often near 0 or an end. */
export const number = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true })

/** Any number of a range, spread evenly: tables of mixtures are slow where sizes differ wildly. */
const even = (min: number, max: number) =>
  fc.nat(2 ** 20).map((n) => min + (max - min) * (n / 2 ** 20))

/** Any belief that may be held about an assumption: within its domain, or with a median there. */
export function beliefAbout({ domain, role }: Assumption): fc.Arbitrary<Distribution> {
  if (role === 'event') {
    return fc.oneof(
      fc.record({ kind: fc.constant('bernoulli' as const), probability: number(0, 1) }),
      fc.constantFrom<Distribution>({ kind: 'constant', value: 0 }, { kind: 'constant', value: 1 }),
    )
  }
  const branch = fc.record({
    label: fc.string({ minLength: 1, maxLength: 8 }),
    weight: even(0.01, 10),
    distribution: fc.oneof(...amounts(domain, even)),
  })
  return fc.oneof(
    ...amounts(domain, number),
    fc.record({
      kind: fc.constant('mixture' as const),
      branches: fc.array(branch, { minLength: 1, maxLength: 2 }),
    }),
  )
}

/** Amounts of every family that has some in the domain. */
function amounts([low, high]: readonly [number, number], number: typeof even): readonly Simple[] {
  const rising = fc
    .tuple(number(low, high), number(low, high), number(low, high))
    .map((three) => three.sort((a, b) => a - b))
    .filter(([min, , max]) => max - min > 1e-6 * (high - low))
  const spread = number(1e-3, 1).map((part) => part * (high - low))
  const several = fc.uniqueArray(number(low, high), { minLength: 2, maxLength: 9 })
  const all: Record<AmountId, Simple | undefined> = {
    constant: number(low, high).map((value) => ({ kind: 'constant', value })),
    uniform: rising.map(([min, , max]) => ({ kind: 'uniform', min, max })),
    triangular: rising.map(([min, mode, max]) => ({ kind: 'triangular', min, mode, max })),
    pert: rising.map(([min, mode, max]) => ({ kind: 'pert', min, mode, max })),
    normal: fc
      .tuple(number(low, high), spread)
      .map(([mean, standardDeviation]) => ({ kind: 'normal', mean, standardDeviation })),
    truncatedNormal: fc.tuple(rising, spread).map(([[min, mean, max], standardDeviation]) => ({
      kind: 'truncatedNormal',
      mean,
      standardDeviation,
      min,
      max,
    })),
    lognormal:
      high > 0
        ? fc
            .tuple(number(Math.max(low, 1e-3 * high), high), number(0.01, 2))
            .map(([median, logStandardDeviation]) => ({
              kind: 'lognormal',
              median,
              logStandardDeviation,
            }))
        : undefined,
    beta:
      low === 0 && high === 1
        ? fc.record({
            kind: fc.constant('beta' as const),
            alpha: number(0.2, 40),
            beta: number(0.2, 40),
          })
        : undefined,
    metalog: fc.tuple(rising, number(0.2, 0.8)).map(([[min, , max], middle]) => ({
      kind: 'metalog',
      percentiles: [
        { p: 0.1, value: min },
        { p: 0.5, value: min + (max - min) * middle },
        { p: 0.9, value: max },
      ],
    })),
    empirical: several.map((values) => ({ kind: 'empirical', values })),
    discrete: several.map((values) => ({
      kind: 'discrete',
      values,
      probabilities: values.map(() => 1 / values.length),
    })),
  }
  return Object.values(all).filter((one): one is Simple => one !== undefined)
}
