import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Given } from '../../../src/analyses/analysis.ts'
import {
  type FuturesAt,
  futuresAt,
  type FuturesAtRequest,
} from '../../../src/analyses/futures-at.ts'
import { ALL, type Selection } from '../../../src/engine/selection.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { shape } from '../../../src/engine/statistics/shape.ts'
import { toyModel } from '../engine/toy-model.ts'

const ref = { strategy: 'a', scenario: 'base' }

/** Asked of numbers by trial; counted are those of at least `from`. */
function asked(
  values: readonly number[],
  request: Partial<FuturesAtRequest>,
  selection: Selection = ALL,
): FuturesAt {
  const column = Float64Array.from(values)
  const given: Given = {
    model: toyModel,
    replicate: 1,
    cases: [{ trials: column.length, outcome: () => column, input: () => column }],
    inputs: new Map(),
    rerun: null,
  }
  const steps = futuresAt.steps({ case: ref, outcome: 'x', selection, ...request }, given)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const from = (low: number): Selection => ({
  kind: 'between',
  of: { outcome: 'x' },
  low,
  high: Infinity,
})
const few = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 40 })

describe('the futures at places of a distribution', () => {
  test('are the nearest of those counted; of as near ones the lower, of equal ones the first', () => {
    const { values, count } = asked([5, 1, 9, 1, 5], { values: [1, 3, 4, 7, 100, -100] })
    expect(count).toBe(5)
    expect(values.map(({ trial }) => trial)).toEqual([1, 1, 0, 0, 2, 1])
    const counted = asked([5, 1, 9, 1, 5], { values: [1, 8], quantiles: [0, 1] }, from(2))
    expect(counted.count).toBe(3)
    expect(counted.values).toEqual([
      { trial: 0, value: 5 },
      { trial: 2, value: 9 },
    ])
    expect(counted.quantiles.map(({ trial }) => trial)).toEqual([0, 2])
  })

  test('are as near to a quantile as any other, and rise with it', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: -4, max: 2 }), (values, low) => {
        const counted = values.filter((value) => value >= low)
        const over = counted.length > 0 ? counted : values
        const ps = [0, 0.1, 0.25, 0.5, 0.9, 1]
        const { quantiles } = asked(values, { quantiles: ps }, from(low))
        const sorted = Float64Array.from(over).sort()
        quantiles.forEach(({ trial, value }, i) => {
          const wanted = quantileOf(sorted, ps[i])
          const nearest = Math.min(...over.map((one) => Math.abs(one - wanted)))
          expect(Math.abs(value - wanted)).toBe(nearest)
          expect(trial).toBe(values.indexOf(value))
          if (i > 0) expect(value).toBeGreaterThanOrEqual(quantiles[i - 1].value)
        })
      }),
    )
  })

  test('the next and the one before are the way there and back, through all that count', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: -4, max: 4 }), (values, low) => {
        const all = values.map((_, trial) => trial)
        const { places, count } = asked(values, { trials: all }, from(low))
        for (const place of places) {
          const { previous, next, isCounted, lower, equal } = place
          if (isCounted && next) expect(places[next.trial].previous?.trial).toBe(place.trial)
          if (isCounted && previous) expect(places[previous.trial].next?.trial).toBe(place.trial)
          if (next) expect(next.value).toBeGreaterThanOrEqual(place.value)
          if (previous) expect(previous.value).toBeLessThanOrEqual(place.value)
          expect(lower + equal + (isCounted ? 1 : 0)).toBeLessThanOrEqual(count)
        }
        const first = places.find((one) => one.isCounted && one.previous === null)
        let seen = 0
        for (let at = first; at; at = at.next ? places[at.next.trial] : undefined) seen++
        expect(seen).toBe(count)
      }),
    )
  })

  test('the dots of a shape open futures in the order of the dots, of their own values', () => {
    fc.assert(
      fc.property(few, (values) => {
        const { dots } = shape(Float64Array.from(values))
        const { places } = asked(values, { trials: dots.map(({ trial }) => trial) })
        places.forEach(({ value }, i) => {
          expect(value).toBe(dots[i].value)
          if (i > 0) expect(value).toBeGreaterThanOrEqual(places[i - 1].value)
        })
      }),
    )
  })

  test.each([-1, 5, 0.5])('trial %d of five is refused', (trial) => {
    expect(() => asked([1, 2, 3, 4, 5], { trials: [trial] })).toThrow(/from 0 to 4/)
  })
})
