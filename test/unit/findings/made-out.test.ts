import { expect, it } from 'vitest'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { shape } from '../../../src/engine/statistics/shape.ts'
import {
  type EndsIn,
  madeOutFinding,
  type MadeOutFacts,
  type MadeOutRow,
} from '../../../src/findings/made-out.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { market } from '../../../src/study/model.ts'

const npv = market.outcomes.find(({ id }) => id === 'npv')
if (npv?.kind !== 'number') throw new Error('there is no net present value')
const outcome = npv

/** Futures that end at these values, each figure known to so much. */
function ends(values: readonly number[]): EndsIn {
  const found = shape(Float64Array.from(values))
  const median = found.count > 0 ? quantileOf(found.sorted, 0.5) : 0
  const reached = values.filter((x) => x >= 0).length / Math.max(1, values.length)
  return {
    shape: found,
    readings: {
      quantiles: [{ value: median, error: 0.2 }],
      chances: [{ value: reached, error: reached === 1 ? 0 : 0.01 }],
    },
  }
}
const numbers = Array.from({ length: 1001 }, (_, k) => k - 300)
function row(id: string, all: readonly number[], made: readonly number[]): MadeOutRow {
  return { id, label: id.toUpperCase(), all: ends(all), made: ends(made) }
}
function found(rows: readonly MadeOutRow[], more: Partial<MadeOutFacts> = {}) {
  return madeOutFinding({
    outcome,
    words: 'it pays',
    where: 'all',
    target: { at: 0, side: 'atLeast' },
    rows,
    chosen: 'a',
    rival: 'b',
    ...more,
  })
}
const a = row('a', numbers, numbers.slice(500))
const b = row(
  'b',
  numbers.map((x) => x / 10),
  numbers.slice(500).map((x) => x / 10),
)
const none = row(
  'none',
  numbers.map(() => 0),
  numbers.slice(500).map(() => 0),
)

it('says what the futures mean for both strategies in sight, beside all futures', () => {
  const { title, caption, marks } = found([none, a, b])
  expect(title).toBe(
    'In these 501 futures “A” has a median of $450 bn, in all $200 bn; “B” $45 bn, in all $20 bn',
  )
  expect(caption).toContain('Grey: all futures; coloured: of these, the ones where it pays')
  expect(caption).not.toContain('too few')
  expect(marks.names).toEqual({ median: 'Median', miss: 'Chance of loss' })
  expect(marks.rows.map(({ role }) => role)).toEqual(['other', 'chosen', 'rival'])
  expect(marks.rows[1]).toMatchObject({
    median: { made: '$450.0 ± 0.2 bn', all: '$200.0 ± 0.2 bn' },
    miss: { made: '0%', all: '30 ± 1%' },
  })
})

it('says nothing of a strategy that ends the same whatever happens, nor of one twice', () => {
  const alone = 'In these 501 futures “A” has a median of $450 bn, in all $200 bn'
  expect(found([none, a], { rival: 'none' }).title).toBe(alone)
  expect(found([a, b], { rival: 'a' }).title).toBe(alone)
  expect(found([none, b], { chosen: 'gone' }).title).toMatch(/^In these 501 futures “B” has/)
})

it('the chance is that of missing what is aimed at', () => {
  expect(found([a], { target: { at: 5, side: 'atLeast' } }).marks.names.miss).toBe(
    'Chance below $5 bn',
  )
  expect(found([a], { target: { at: 5, side: 'atMost' } }).marks.names.miss).toBe(
    'Chance above $5 bn',
  )
})

it('a strategy that has no figure among them has none in the table, and few are said to be few', () => {
  const gone = row('b', numbers, [])
  const { table, title, caption, marks } = found([row('a', numbers, [1, 2, 3]), gone])
  expect(title).toMatch(/^In these 3 futures “A” has a median of \$2 bn, in all \$200 bn$/)
  expect(caption).toContain('too few to tell much')
  expect(marks.rows[1].median).toEqual({ made: '–', all: '$200.0 ± 0.2 bn' })
  const { columns, rows } = table()
  expect(rows.map((cells) => cells.length)).toEqual([columns.length, columns.length])
  expect(rows[1].slice(0, 4).map(textOf)).toEqual(['B', '0', '–', '–'])
  expect(found([gone]).title).toMatch(/have no figure/)
})
