import { describe, expect, it } from 'vitest'
import type { Information } from '../../../src/analyses/information.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { groupsTable, informationFinding } from '../../../src/findings/information.ts'
import { labelOf, market } from '../../../src/study/model.ts'
import { tooFew } from '../../../src/findings/too-few.ts'

const numbers = market.outcomes.filter((one): one is NumberOutcome => one.kind === 'number')
const npv = numbers.find(({ id }) => id === 'npv') ?? numbers[0]
const bar = (id: string, value: number, isTold: boolean) => ({ id, value, error: 0.05, isTold })
const some: Information = {
  trials: 10_000,
  top: 'deep',
  perfect: { value: 2.8, error: 0.1 },
  bars: [bar('openaiReturn', 0.9, true), bar('openaiDistress', 0.01, false)],
  groups: [],
}

const factsOf = (found: Information | null, outcome = npv, confidence?: 'low' | 'high') => ({
  outcome,
  found,
  waiting: null,
  groups: [
    { id: 'two', label: 'Both', members: ['openaiReturn', 'openaiDistress'] },
    { id: 'other', label: 'Others', members: ['openaiDistress'] },
  ],
  confidences: { openaiReturn: confidence },
  strategy: () => 'Deep it',
  explained: 'deep',
  start: '2025Q4',
  counted: 'all futures',
})
const said = (...facts: Parameters<typeof factsOf>) => informationFinding(factsOf(...facts))

describe('the title of what is worth knowing', () => {
  it('names what is worth most, and everything', () => {
    expect(said(some).title).toMatch(
      /^Knowing “.+” before choosing would be worth \$0\.90 ± 0\.05 bn; knowing everything, \$2\.8 ± 0\.1 bn$/,
    )
  })
  it('is true where no belief is, where nothing is, and where there is nothing to choose', () => {
    const none = { ...some, bars: some.bars.map((one) => ({ ...one, isTold: false })) }
    expect(said(none).title).toMatch(/^No belief alone is surely worth knowing/)
    const sure = { ...none, perfect: { value: 0, error: 0 } }
    expect(said(sure).title).toMatch(/^Deep it is best in every future/)
    expect(said({ ...some, top: null, trials: 0 }).title).toMatch(/^There is no second strategy/)
    expect(said({ ...some, top: null, trials: 512 }).title).toMatch(/^Too few futures/)
  })
  it('says of no answer why there is none', () => {
    const neutral = numbers.find(({ better }) => better === 'neutral')
    const sometimes = numbers.find((one) => one.onlyIf !== undefined && one.better !== 'neutral')
    expect(said(null).title).toMatch(/^There is no second strategy/)
    if (neutral) expect(said(null, neutral).title).toMatch(/^No side of/)
    if (sometimes) expect(said(null, sometimes).title).toMatch(/^Only some futures have/)
  })
})

it('what is worth knowing deserves work where confidence is low or not said', () => {
  const soOf = (confidence?: 'low' | 'high') => said(some, npv, confidence).marks[0].so
  expect([soOf('low'), soOf(), soOf('high')]).toEqual([
    'deserves work',
    'say how sure you are',
    'you are sure of it',
  ])
  expect(said(some, npv, 'low').work[0]).toMatch(/^Deserves work/)
})

it('what is known together is never said to be worth less than one of it alone', () => {
  const rowsOf = (...groups: Information['groups']) =>
    groupsTable(factsOf({ ...some, groups })).rows.map((row) => row.map(textOf))
  const name = labelOf('openaiReturn')
  expect(rowsOf(bar('two', 1.2, true))).toEqual([['Both', '$1.20 ± 0.05 bn']])
  for (const [value, isTold] of [
    [0.9, true],
    [0.85, true],
    [0.01, false],
    // Worth more by its figure, and not told from nothing.
    [0.95, false],
  ] as const) {
    // The table has what is worth most first, by what it says.
    expect(rowsOf(bar('other', 0.02, false), bar('two', value, isTold))).toEqual([
      ['Both', `$0.90 ± 0.05 bn: no more than “${name}” alone, as far as these futures tell`],
      ['Others', 'nothing, within error'],
    ])
  }
})

it('says how many futures count too few, of one as well', () => {
  expect(tooFew('tell', 1000, 80)).toBe('Too few futures to tell: it takes 1,000, and 80 count')
  expect(tooFew('tell', 1000, 1)).toBe('Too few futures to tell: it takes 1,000, and 1 counts')
})
