import fc from 'fast-check'
import { expect, test } from 'vitest'
import { market } from '../../models/index.ts'
import {
  checkDistribution,
  cumulative,
  type Distribution,
  type FamilyId,
  mean,
  quantile,
  support,
} from '../../src/engine/distributions/index.ts'
import { mixtureOf } from '../../src/study/mixture.ts'
import { examplesOf } from '../distribution-examples.ts'
import { beliefAbout } from './beliefs.ts'

const kinds = Object.keys(examplesOf) as FamilyId[]
const mixed = (a: Distribution, b: Distribution, share: number, isEvent = false) =>
  mixtureOf({ by: 'Ana', belief: a }, { by: 'Ben', belief: b }, { share, isEvent })

/** Equal but for rounding, on the scale of what was added up. */
function expectClose(is: number, was: number, scale: number): void {
  expect(Math.abs(is - was)).toBeLessThanOrEqual(1e-12 * Math.max(scale, Number.MIN_VALUE))
}

function expectMixed(a: Distribution, b: Distribution, share: number, isEvent = false): void {
  const both = mixed(a, b, share, isEvent)
  checkDistribution(both)
  const means = [mean(a), mean(b)]
  expectClose(
    mean(both),
    share * means[0] + (1 - share) * means[1],
    Math.abs(means[0]) + Math.abs(means[1]),
  )
  const [ends, first, second] = [support(both), support(a), support(b)]
  expect(ends[0]).toBeGreaterThanOrEqual(Math.min(first[0], second[0]))
  expect(ends[1]).toBeLessThanOrEqual(Math.max(first[1], second[1]))
  for (const x of [0.1, 0.5, 0.9].flatMap((p) => [quantile(a)(p), quantile(b)(p)])) {
    const below = share * cumulative(a, x) + (1 - share) * cumulative(b, x)
    expectClose(cumulative(both, x), below, 1)
  }
}

test.each(kinds.flatMap((a) => kinds.map((b) => [a, b] as const)))(
  'a mixture of %s and %s has the weighted average and chances of both',
  (a, b) => {
    for (const share of [0.5, 0.2]) {
      const [first, second] = [examplesOf[a][0], examplesOf[b].at(-1) ?? examplesOf[b][0]]
      expectMixed(first, second, share)
      expect(mixed(first, second, 1)).toBe(first)
      expect(mixed(first, second, 0)).toBe(second)
    }
  },
)

test('of any two beliefs that may be held it may be held too, and is the same twice over', () => {
  const pair = fc
    .constantFrom(...market.assumptions)
    .chain((one) => fc.tuple(fc.constant(one), beliefAbout(one), beliefAbout(one)))
  fc.assert(
    fc.property(pair, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([one, a, b], share) => {
      const isEvent = one.role === 'event'
      expectMixed(a, b, share, isEvent)
      const both = mixed(a, b, share, isEvent)
      if (isEvent) expect(['bernoulli', 'constant']).toContain(both.kind)
      const [low, high] = one.domain
      const medians = [a, b].map((d) => quantile(d)(0.5))
      if (!isEvent && medians.every((x) => x >= low && x <= high)) {
        const median = quantile(both)(0.5)
        expect(median).toBeGreaterThanOrEqual(Math.min(...medians) - 1e-9 * (high - low))
        expect(median).toBeLessThanOrEqual(Math.max(...medians) + 1e-9 * (high - low))
      }
      expectClose(mean(mixed(both, both, 0.3)), mean(both), Math.abs(mean(both)))
    }),
    { numRuns: 150 },
  )
})

test('of two who are sure of opposite things the chance is what the first counts', () => {
  const [yes, no] = [1, 0].map((value) => ({ kind: 'constant', value }) as const)
  expect(mixed(yes, no, 0.3, true)).toEqual({ kind: 'bernoulli', probability: 0.3 })
  expect(mixed(yes, no, 0.3).kind).toBe('mixture')
})

test('branches that both hold are one, by the name they have', () => {
  const high = { kind: 'constant', value: 2 } as const
  const low = { kind: 'constant', value: 1 } as const
  const story = (weight: number): Distribution => ({
    kind: 'mixture',
    branches: [
      { label: 'war', weight, distribution: high },
      { label: '', weight: 1, distribution: low },
    ],
  })
  expect(mixed(story(1), story(3), 0.5)).toEqual({
    kind: 'mixture',
    branches: [
      { label: 'war', weight: 0.625, distribution: high },
      { label: 'Ana', weight: 0.375, distribution: low },
    ],
  })
  const long = mixtureOf({ by: '🙂'.repeat(99), belief: high }, { by: 'B', belief: low })
  expect(long.kind === 'mixture' && long.branches[0].label).toBe('🙂'.repeat(30))
})

test('mixed with the same one again, a belief is weighed anew and says who holds what', () => {
  const [mine, theirs] = [examplesOf.pert[0], examplesOf.normal[0]]
  let now: Distribution = mine
  for (const round of [1, 2, 3, 4, 5]) {
    now = mixed(now, theirs, 0.5)
    const weight = 0.5 ** round
    expect(now).toEqual({
      kind: 'mixture',
      branches: [
        { label: 'Ana', weight, distribution: mine },
        { label: 'Ben', weight: 1 - weight, distribution: theirs },
      ],
    })
    expectClose(mean(now), weight * mean(mine) + (1 - weight) * mean(theirs), mean(mine))
  }
  // Whoever believes it outright is who it is named by, on whichever side.
  const back = mixtureOf({ by: 'Cleo', belief: mine }, { by: 'Ben', belief: now })
  expect(back.kind === 'mixture' && back.branches.map(({ label }) => label)).toEqual([
    'Cleo',
    'Ben',
  ])
})

test('other beliefs by one name, or by names cut to one, have names of their own', () => {
  const at = (value: number): Distribution => ({ kind: 'constant', value })
  const labels = (first: string, second: string, last = second) => {
    const two = mixtureOf({ by: first, belief: at(1) }, { by: second, belief: at(2) })
    const three = mixtureOf({ by: first, belief: two }, { by: last, belief: at(3) })
    return three.kind === 'mixture' ? three.branches.map(({ label }) => label) : []
  }
  expect(labels('Ana', 'Ben')).toEqual(['Ana', 'Ben', 'Ben (2)'])
  const long = 'A view '.repeat(20)
  const cut = labels(`${long}of one`, `${long}of two`, `${long}of three`)
  expect(new Set(cut).size).toBe(3)
  expect(cut.every(({ length }) => length <= 60)).toBe(true)
})

test('more than a mixture may hold is refused in a sentence', () => {
  const many = (from: number): Distribution => ({
    kind: 'mixture',
    branches: Array.from({ length: 7 }, (_, i) => ({
      label: '',
      weight: 1,
      distribution: { kind: 'constant', value: from + i },
    })),
  })
  expect(() => mixed(many(0), many(100), 0.5)).toThrow(/at most 12 branches, .* have 14/)
  const seen = (from: number): Distribution => ({
    kind: 'empirical',
    values: Array.from({ length: 200 }, (_, i) => from + i),
  })
  expect(() => mixed(seen(0), seen(0.5), 0.5)).toThrow(/at most 300 observed values, .* have 400/)
})
