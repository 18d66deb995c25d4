import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asFamily } from '../../../src/app/belief/families.ts'
import {
  checkDistribution,
  type Distribution,
  distributionKey,
  families,
  type FamilyId,
} from '../../../src/engine/distributions/index.ts'
import { beliefOf, withBelief } from '../../../src/study/edits/beliefs.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { assumptions, market } from '../../../src/study/model.ts'
import { withSheetChanges } from '../../../src/study/sheet/edits.ts'
import { spokenParameters } from '../../../src/study/sheet/read-shape.ts'
import { assumptionRows } from '../../../src/study/sheet/rows.ts'
import { parametersText } from '../../../src/study/sheet/shape-text.ts'
import { cellsOf, read, study, TODAY } from './sheet-parts.ts'

const kinds = Object.keys(families) as FamilyId[]

describe('what is written is read back', () => {
  test.each(market.vantages.map(({ id }) => id))('of %s nothing is changed', (vantage) => {
    for (const scenario of market.scenarios) {
      const of = defaultStudy(vantage)
      const found = read(cellsOf(assumptionRows(of, scenario.id)), of, scenario.id)
      expect(found).toEqual({
        scenario: scenario.id,
        changes: [],
        problems: [],
        notRead: [],
        asks: [],
      })
    }
  })

  test('every shape in units of every kind, bit by bit, into a study that does not have it', () => {
    let count = 0
    for (const { id, role, vantages } of OFTEN) {
      for (const kind of role === 'belief' ? kinds : (['bernoulli', 'constant'] as const)) {
        if (role === 'luck' || (role === 'belief' && kind === 'bernoulli')) continue
        const belief = possible(kind, vantages['2025-12'])
        if (belief === null) continue
        count++
        const with_ = withBelief(study, 'base', id, belief)
        const rows = assumptionRows(with_, 'base').filter((row) => row.id === id)
        // Read from its parameters, as if the sheet did not tell what it was written with.
        const { changes, problems } = read(cellsOf([{ ...rows[0], asWritten: null }]))
        expect(problems, `${id} ${kind}`).toEqual([])
        const now = withSheetChanges(study, 'base', changes, TODAY)
        expect(distributionKey(beliefOf(now, 'base', id)), `${id} ${kind}`).toBe(
          distributionKey(belief),
        )
      }
    }
    expect(count).toBeGreaterThan(35)
  })

  test('numbers of any digits, labels of any letters', () => {
    const x = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    const label = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom(...units), x, x, x, label, (unit, a, b, c, name) => {
        const simple = {
          kind: 'truncatedNormal',
          mean: a,
          standardDeviation: b,
          min: c,
          max: a,
        } as const
        const p = Math.abs(a) / 2e9
        const said: Distribution[] = [
          simple,
          {
            kind: 'metalog',
            percentiles: [
              { p, value: b },
              { p: 1 / 3, value: c },
            ],
            lower: a,
          },
          { kind: 'discrete', values: [a, b], probabilities: [p, 1 - p] },
          {
            kind: 'mixture',
            branches: [name, `"[|];${name}`].map((one) => ({
              label: one,
              weight: p,
              distribution: simple,
            })),
          },
        ]
        for (const d of said) {
          const read = spokenParameters(d.kind, parametersText(d, unit), unit)
          expect(distributionKey(read as Distribution)).toBe(distributionKey(inOrder(d)))
        }
      }),
      { seed: 1, numRuns: 15 },
    )
  })

  test('five thousand observed values', () => {
    const values = Array.from({ length: 5000 }, (_, i) => 100 + Math.sin(i) / 3)
    const with_ = withBelief(study, 'base', 'marketSize0', { kind: 'empirical', values })
    const rows = assumptionRows(with_, 'base')
    expect(
      Math.max(...rows.flatMap((row) => Object.values(row).map((one) => String(one).length))),
    ).toBeLessThan(32_767)
    expect(read(cellsOf(rows), with_).changes).toEqual([])
    const { changes } = read(cellsOf(rows))
    expect(changes).toEqual([expect.objectContaining({ to: { kind: 'empirical', values } })])
  })
})

/** Percentiles as the sheet gives them back: rising. */
function inOrder(d: Distribution): Distribution {
  if (d.kind !== 'metalog' || !d.percentiles) return d
  return { ...d, percentiles: d.percentiles.toSorted((a, b) => a.p - b.p) }
}

/** One assumption of each of these units. */
const OFTEN = ['fraction', 'log odds', 'log points', 'event'].flatMap(
  (unit) => assumptions.find((one) => one.unit === unit && one.role !== 'luck') ?? [],
)

const units = [...new Set(assumptions.map(({ unit }) => unit))]

/** A belief in a shape, as the editor would begin with it; null where it has none. */
function possible(kind: FamilyId, d: Distribution): Distribution | null {
  const found = asFamily(kind, d)
  try {
    checkDistribution(found)
    return found
  } catch {
    return null
  }
}
