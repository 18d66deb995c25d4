import fc from 'fast-check'
import { expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { horizonFinding, type SeenTo } from '../../../src/findings/horizon.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { HORIZONS, horizonPlans, resolveStudy } from '../../../src/study/index.ts'

const [npv] = market.outcomes.filter(({ kind }) => kind === 'number')
const limits = { certain: 3, negligible: 0.5 }
const seenTo = (quarters: number, ...values: number[]): SeenTo => ({
  quarters,
  means: values.map((value) => ({ value, error: 0.1 })),
})
const found = (strategies: readonly string[], ...seen: SeenTo[]) => {
  if (npv.kind !== 'number') throw new Error('a number is expected')
  return horizonFinding(npv, { strategies, seen, limits, statusQuo: null })
}
const two = ['None', 'Deal']

it('says which strategy is best where that hangs on the horizon', () => {
  const { title, table } = found(two, seenTo(12, 0, -1), seenTo(40, 0, 8))
  expect(title).toBe(
    'Which strategy is best on average depends on the horizon: “None” at 3 years, “Deal” at 10 years',
  )
  expect(table().rows.map((row) => row.map(textOf))).toEqual([
    ['12', '0.0 ± 0.1', '−1.0 ± 0.1', 'None'],
    ['40', '0.0 ± 0.1', '8.0 ± 0.1', 'Deal'],
  ])
})

it('says what it is worth where one is best at every horizon', () => {
  expect(found(two, seenTo(12, 0, 1), seenTo(40, 0, 8)).title).toBe(
    '“Deal” is best on average at every horizon from 3 to 10 years: $1.0 ± 0.1 bn to $8.0 ± 0.1 bn',
  )
  expect(found(two).title).toBe('No horizon was looked at')
})

it('calls none the best where the lead is within its error or too small to matter', () => {
  const { title, table } = found(two, seenTo(12, 0, 0.02), seenTo(16, 0, 0.4), seenTo(40, 0, 8))
  expect(title).toBe('“Deal” is best on average at 10 years; none for certain at 3 to 4')
  expect(table().rows.map((row) => textOf(row[3]))).toEqual([
    'Deal, about the same as None',
    'Deal, not apart from None',
    'Deal',
  ])
  expect(found(two, seenTo(12, 0, 0.4)).title).toMatch(/^No strategy is best .* years$/)
  expect(found(['None', 'A', 'B'], seenTo(12, 0, 8, 8.1)).title).toMatch(
    /; at 3 “B” and “A” are ahead of the others, not told apart$/,
  )
})

it('tells by the paired lead what the errors of the means leave open', () => {
  const wide = (quarters: number) => ({
    quarters,
    means: [0, 2].map((value) => ({ value, error: 1 })),
  })
  const paired = { ...wide(12), leads: [{ value: 2, error: 0.1 }, null] }
  expect(found(two, wide(12)).title).toMatch(/for certain/)
  expect(found(two, paired).title).toMatch(/^“Deal” is best/)
})

it('its title never contradicts its table', () => {
  const means = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  })
  fc.assert(
    fc.property(fc.array(means, { minLength: 1, maxLength: 8 }), (all) => {
      const names = ['A', 'B', 'C']
      const { title, table } = found(names, ...all.map((one, at) => seenTo(12 + 4 * at, ...one)))
      const best = table().rows.map((row) => textOf(row[4]))
      const settled = best.filter((words) => !words.includes(','))
      if (title.includes('at every horizon')) expect(new Set(best).size).toBe(1)
      if (title.startsWith('No strategy')) expect(settled).toEqual([])
      if (settled.length === 0) return
      for (const name of names) expect(title.includes(`“${name}”`)).toBe(settled.includes(name))
    }),
  )
})

it('looks at the same study from three years to ten', () => {
  const plans = horizonPlans(resolveStudy({ trials: 64 }))
  expect(plans.map(({ quarters }) => quarters)).toEqual([...HORIZONS])
  const [first, ...others] = plans
  for (const plan of others) expect({ ...plan, quarters: first.quarters }).toEqual(first)
})
