import { describe, expect, it } from 'vitest'
import type { Information } from '../../../src/analyses/information.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import { informationFinding } from '../../../src/findings/information.ts'
import { market } from '../../../src/study/model.ts'

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

const said = (found: Information | null, outcome = npv, confidence?: 'low' | 'high') =>
  informationFinding({
    outcome,
    found,
    waiting: null,
    groups: [],
    confidences: { openaiReturn: confidence },
    strategy: () => 'Deep it',
    explained: 'deep',
    start: '2025Q4',
    counted: 'all futures',
  })

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
