import { expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { horizonFinding } from '../../../src/findings/horizon.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { HORIZONS, horizonPlans, resolveStudy } from '../../../src/study/index.ts'

const [npv] = market.outcomes.filter(({ kind }) => kind === 'number')
const outcome = npv.kind === 'number' ? npv : undefined
const seenTo = (quarters: number, ...values: number[]) => ({
  quarters,
  means: values.map((value) => ({ value, error: 0.1 })),
})
const found = (...seen: ReturnType<typeof seenTo>[]) => {
  if (!outcome) throw new Error('a number is expected')
  return horizonFinding(outcome, ['None', 'Deal'], seen)
}

it('says which strategy is best where that hangs on the horizon', () => {
  const { title, table } = found(seenTo(12, 0, -1), seenTo(40, 0, 8))
  expect(title).toBe(
    'Which strategy is best on average depends on the horizon: “None” at 3 years, “Deal” at 10',
  )
  expect(table().rows.map((row) => row.map(textOf))).toEqual([
    ['12', '0.0 ± 0.1', '−1.0 ± 0.1', 'None'],
    ['40', '0.0 ± 0.1', '8.0 ± 0.1', 'Deal'],
  ])
})

it('says what it is worth where one is best at every horizon', () => {
  expect(found(seenTo(12, 0, 1), seenTo(40, 0, 8)).title).toBe(
    '“Deal” is best on average at every horizon from 3 to 10 years: $1.0 ± 0.1 bn to $8.0 ± 0.1 bn',
  )
  expect(found().title).toBe('No horizon was looked at')
})

it('looks at the same study from three years to ten', () => {
  const plans = horizonPlans(resolveStudy({ trials: 64 }))
  expect(plans.map(({ quarters }) => quarters)).toEqual([...HORIZONS])
  const [first, ...others] = plans
  for (const plan of others) expect({ ...plan, quarters: first.quarters }).toEqual(first)
})
