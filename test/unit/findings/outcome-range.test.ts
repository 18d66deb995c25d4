import { expect, it } from 'vitest'
import { shape } from '../../../src/engine/statistics/shape.ts'
import { type Ends, rangeProblem } from '../../../src/findings/brush.ts'
import { outcomeRangeFinding } from '../../../src/findings/outcome-range.ts'
import { market } from '../../../src/study/model.ts'

const npv = market.outcomes.find(({ id }) => id === 'npv')
if (npv?.kind !== 'number') throw new Error('there is no net present value')
const outcome = npv

/** Of 1,000 futures that end at 0 to 999. */
function found(range: Ends, values = Float64Array.from({ length: 1000 }, (_, k) => k)) {
  const facts = { outcome, shape: shape(values), whose: '“X”', counted: 'all futures' }
  return outcomeRangeFinding({ ...facts, range })
}

it('counts the futures of a range, its ends included', () => {
  const some = found({ low: 100, high: 199 })
  expect(some.marks).toEqual({ within: 100 })
  expect(some.title).toMatch(
    /^100 of 1,000 futures: Net present value of “X” is from \$100 bn to \$199 bn$/,
  )
  expect(some.caption).toContain('whether marked or not')
  expect(some.table().rows.at(-1)).toEqual(['Futures within it', { text: '100', raw: 100 }])
  expect(found({ low: 900, high: null }).marks.within).toBe(100)
  expect(found({ low: null, high: 99 }).marks.within).toBe(100)
})

it('without a range says how the outcome ends', () => {
  const { title, marks, caption, table } = found({ low: null, high: null })
  expect(title).toBe(
    'Net present value of “X”: median $500 bn, 5th percentile $50 bn, 95th $949 bn',
  )
  expect(marks).toEqual({ within: 1000 })
  expect(caption).not.toContain('Shaded')
  expect(table().rows).toHaveLength(5)
})

it.each([
  [0, 'No future lies in this range'],
  [1000, 'Every future lies in this range'],
  [2, 'Too few futures lie in this range'],
  [998, 'Too few futures lie outside this range'],
])('%i of 1,000 futures tell nothing apart, and that is said', (within, said) => {
  expect(rangeProblem({ count: within, of: 1000 })).toContain(said)
})

it('a hundred futures on either side can be told apart', () => {
  expect([100, 900].map((within) => rangeProblem({ count: within, of: 1000 }))).toEqual([
    null,
    null,
  ])
})

it('where no future counts there is nothing to draw, and no figure', () => {
  const none = found({ low: 0, high: 1 }, new Float64Array())
  expect(none.title).toBe('No future counts, so there is nothing to draw')
  expect(none.table().rows).toEqual([])
})
