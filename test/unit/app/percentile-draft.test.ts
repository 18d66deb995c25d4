import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { BeliefDraft } from '../../../src/app/belief/draft.svelte.ts'
import { type Level, LEVELS } from '../../../src/app/belief/percentile-moves.ts'
import { PercentileDraft } from '../../../src/app/belief/percentiles.svelte.ts'
import { takesPercentiles } from '../../../src/engine/distributions/from-percentiles.ts'
import {
  checkDistribution,
  type Distribution,
  quantile,
} from '../../../src/engine/distributions/index.ts'
import type { Assumption } from '../../../src/engine/model.ts'
import { typedIn } from '../../../src/words/index.ts'

type Three = readonly [number, number, number]
const orders: readonly (readonly Level[])[] = [
  [0.1, 0.5, 0.9],
  [0.1, 0.9, 0.5],
  [0.5, 0.1, 0.9],
  [0.5, 0.9, 0.1],
  [0.9, 0.1, 0.5],
  [0.9, 0.5, 0.1],
]
const beliefs = (market.assumptions as readonly Assumption[]).flatMap((assumption) => {
  const start: Distribution = Object.values(assumption.vantages)[0]
  return takesPercentiles(start.kind) ? [{ assumption, start }] : []
})

function beliefIn(id: string) {
  const found = beliefs.find(({ assumption }) => assumption.id === id)
  if (!found) throw new Error(`no belief ${id} is said by percentiles`)
  return found
}

function draftOf({ assumption, start }: (typeof beliefs)[number]) {
  const draft = new BeliefDraft(start, () => null, assumption)
  return { draft, percentiles: new PercentileDraft(draft) }
}

/** Types the three values key by key, each from an empty field. */
function typed(belief: (typeof beliefs)[number], three: Three, order: readonly Level[]) {
  const { draft, percentiles } = draftOf(belief)
  const { unit } = belief.assumption
  const texts = Object.fromEntries(LEVELS.map((level, i) => [level, typedIn(three[i], unit)]))
  for (const level of order) {
    for (let end = 0; end <= texts[level].length; end++) {
      percentiles.type(level, texts[level].slice(0, end))
      // What the editor does when the belief has changed.
      percentiles.sync(draft.good)
    }
  }
  return { draft, percentiles, texts }
}

function expectKept(d: Distribution, three: Three): void {
  const spread = three[2] - three[0]
  LEVELS.forEach((level, i) => {
    expect(Math.abs(quantile(d)(level) - three[i])).toBeLessThanOrEqual(1e-6 * spread)
  })
}

describe.each<readonly [string, Three]>([
  ['openaiReturn', [-0.2, 0.15, 0.3]],
  ['openaiReturn', [-0.5, 0, 0.1]],
  ...beliefs
    .filter((_, i) => i % Math.floor(beliefs.length / 10) === 0)
    .map(({ assumption: { id, domain } }): readonly [string, Three] => {
      const at = (share: number) =>
        Number((domain[0] + share * (domain[1] - domain[0])).toPrecision(3))
      return [id, [at(0.2), at(0.45), at(0.6)]]
    }),
])('%s with %j', (id, three) => {
  let first: Distribution | undefined
  test.each(orders)('typed in the order %d, %d, %d is kept', (...order) => {
    const { draft, percentiles, texts } = typed(beliefIn(id), three, order)
    expect(percentiles.problem).toBeNull()
    expect(draft.problem).toBeNull()
    expectKept(draft.good, three)
    expect(percentiles.texts).toEqual(texts)
    first ??= typed(beliefIn(id), three, orders[0]).draft.good
    expect(draft.good).toEqual(first)
  })
})

test('what gives way is said, and comes back where it can hold the three', () => {
  const { draft, percentiles } = typed(beliefIn('openaiReturn'), [-0.2, 0.15, 0.3], orders[0])
  expect(draft.good.kind).toBe('metalog')
  expect(percentiles.gaveWay).toBe(
    'No normal distribution has these three, so the shape is now a metalog, a smooth curve through them.',
  )
  percentiles.type(0.9, '50')
  expect(draft.good).toMatchObject({ kind: 'normal', mean: 0.15 })
  expect(percentiles.gaveWay).toBeNull()
})

test.each<Distribution>([
  { kind: 'lognormal', median: 0.2, logStandardDeviation: 0.5 },
  { kind: 'beta', alpha: 2, beta: 5 },
  { kind: 'truncatedNormal', mean: 0.2, standardDeviation: 0.1, min: 0, max: 1 },
])('a family that cannot be below 0 gives way to a value that is: %o', (start) => {
  const belief = { ...beliefIn('openaiReturn'), start }
  for (const order of orders) {
    const { draft, percentiles } = typed(belief, [-0.2, 0.15, 0.3], order)
    expect(percentiles.problem).toBeNull()
    expectKept(draft.good, [-0.2, 0.15, 0.3])
    expect(percentiles.gaveWay).toMatch(/^No .* distribution has these three/)
  }
})

test('a value outside the domain is refused by its name, and nothing is changed', () => {
  const { draft, percentiles } = draftOf(beliefIn('openaiReturn'))
  const before = draft.good
  percentiles.type(0.9, '300')
  expect(percentiles.problem).toBe('P90 cannot be 300%: this belief lies between −200% and 200%')
  expect(draft.good).toBe(before)
  expect(percentiles.texts[0.9]).toBe('300')
})

test('values no curve runs through are refused with the nearest that one does', () => {
  const { draft, percentiles } = typed(beliefIn('openaiReturn'), [-0.2, 0.2999, 0.3], orders[0])
  const refused = percentiles.problem
  expect(refused).toMatch(/^No normal distribution has P10 = −20%, P50 = 29.99%, P90 = 30%, and no/)
  expect(Object.values(percentiles.texts)).toEqual(['−20%', '29.99%', '30%'])
  percentiles.remedy?.apply()
  expect(percentiles.problem).toBeNull()
  expect(draft.good.kind).toBe('metalog')
  expect(quantile(draft.good)(0.1)).toBeCloseTo(-0.2, 9)
})

test('three that were typed are kept or refused in words, whatever the belief', () => {
  const three = fc.uniqueArray(fc.integer({ min: -5, max: 105 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      fc.constantFrom(...beliefs),
      three,
      fc.constantFrom(...orders),
      (belief, parts, order) => {
        const [low, high] = belief.assumption.domain
        const values = parts.sort((a, b) => a - b).map((part) => low + (part / 100) * (high - low))
        const { draft, percentiles, texts } = typed(belief, values as unknown as Three, order)
        expect(percentiles.texts).toEqual(texts)
        checkDistribution(draft.good)
        if (percentiles.problem === null) expectKept(draft.good, values as unknown as Three)
        const outside = values.some((value) => value < low || value > high)
        if (outside)
          expect(percentiles.problem).toMatch(/^P\d0 cannot be .* this belief lies between/)
      },
    ),
    { numRuns: 60 },
  )
})
