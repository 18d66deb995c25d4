import { expect, it } from 'vitest'
import type { ChoiceMap, MapCell } from '../../../src/analyses/choice-map.ts'
import { market } from '../../../models/index.ts'
import { choiceMapFinding } from '../../../src/findings/choice-map.ts'
import { textOf } from '../../../src/findings/finding.ts'

const npv = market.outcomes.find(({ id }) => id === 'npv')
if (npv?.kind !== 'number') throw new Error('the market has an NPV')

const cell = (best: string | null, isSure = true): MapCell => ({
  count: best === null ? 3 : 1000,
  best,
  lead: { value: best === null ? 0 : 2, error: best === null ? null : 0.5 },
  isSure: best !== null && isSure,
})
const whole: ChoiceMap = {
  trials: 3003,
  areFew: false,
  x: {
    isEvent: false,
    parts: [
      { low: -0.3, high: 0.09, share: 0.5 },
      { low: 0.11, high: 0.6, share: 0.5 },
    ],
  },
  y: {
    isEvent: true,
    parts: [
      { low: 0, high: 0, share: 0.8 },
      { low: 1, high: 1, share: 0.2 },
    ],
  },
  cells: [cell('b'), cell('a'), cell('b', false), cell(null)],
  regions: [
    { id: 'a', chance: { value: 0.333, error: 0.01 } },
    { id: 'b', chance: { value: 0.333, error: 0.01 } },
  ],
}
const finding = (found: ChoiceMap, alone: readonly string[] | null = null) =>
  choiceMapFinding({
    outcome: npv,
    x: 'openaiReturn',
    y: 'openaiDistress',
    found,
    alone,
    where: 'all',
    strategy: (id) => ({ a: 'Alliance', b: 'Nothing' })[id] ?? id,
  })
const names = '“Return on OpenAI shares” and “OpenAI in distress”'

it('says how likely each strategy is best, and how much is not settled', () => {
  const { title, caption, marks, table } = finding(whole)
  expect(title).toBe(
    `${names} together: best is Alliance (33 of 100) and Nothing (33 of 100); 34 of 100 are not settled`,
  )
  expect(caption).toContain('that is 34 of 100')
  expect(marks.x.ticks).toEqual([{ at: 0.5, text: '10% a year' }])
  expect(marks.y.ticks.map(({ text }) => text)).toEqual(['does not happen', 'happens'])
  expect(marks.y.ticks.map(({ at }) => at)).toEqual([0.4, 0.9])
  expect(marks.words[1]).toBe(
    'Return on OpenAI shares above 10% a year, OpenAI in distress does not happen: Alliance by $2.0 ± 0.5 bn',
  )
  expect(marks.regions.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Alliance: ahead in 33 of 100, surely in 33 of 100',
    'Nothing: ahead in 67 of 100, surely in 33 of 100',
  ])
  const { columns, rows } = table()
  expect(columns.slice(1)).toEqual(['below 10% a year', 'above 10% a year'])
  expect(rows.map((row) => row.map(textOf))).toEqual([
    ['does not happen', 'Nothing by $2.0 ± 0.5 bn', 'Alliance by $2.0 ± 0.5 bn'],
    ['happens', 'not settled; Nothing by $2.0 ± 0.5 bn', 'too few futures (3)'],
  ])
})

it('is true where one strategy is best, where none is, and where futures are few', () => {
  const one = { ...whole, regions: [{ id: 'a', chance: { value: 0.9, error: 0.01 } }] }
  expect(finding(one).title).toBe(
    `Alliance is best wherever ${names} settle the choice (90 of 100)`,
  )
  const sure = { ...whole, regions: [{ id: 'a', chance: { value: 1, error: 0 } }] }
  expect(finding(sure).title).toBe(`Alliance is best whatever ${names} turn out to be`)
  expect(finding({ ...whole, regions: [] }).title).toBe(
    `${names} together settle no choice with these futures`,
  )
  const few = { ...whole, areFew: true, trials: 800, cells: [], regions: [] }
  expect(finding(few).title).toBe(`Too few futures to map ${names}: it takes 1,000, and 800 count`)
})

it('says which strategies take over where both are known, and by neither belief alone', () => {
  const captionOf = (alone: readonly string[] | null) => finding(whole, alone).caption
  expect(captionOf(['b'])).toContain(
    'Alliance takes over where both are known: where one of the two alone is known, no value of it shows for certain that it is ahead.',
  )
  expect(captionOf([])).toContain('Alliance and Nothing take over where both are known')
  for (const alone of [['a', 'b'], null]) expect(captionOf(alone)).not.toContain('only where both')
})
