import { expect, test } from 'vitest'
import type { DriverDisagreement } from '../../../src/analyses/driver-disagreements.ts'
import { disagreementWords, leadingDoubtWords } from '../../../src/findings/driver-disagreements.ts'

const one: DriverDisagreement = {
  id: 'openaiReturn',
  places: { swing: 2, spearman: 2, regression: null, firstOrder: 3, delta: 3 },
  reasons: [{ kind: 'lost', by: ['firstOrder'] }],
}
const told: DriverDisagreement = {
  id: 'openaiDistress',
  places: { swing: 3, spearman: 1, regression: 1, firstOrder: 1, delta: 1 },
  reasons: [],
}

test('a leading belief that one method does not tell at all is named in a sentence', () => {
  expect(leadingDoubtWords([told, one], ['openaiDistress', 'openaiReturn'])).toEqual([
    'Methods differ on “Return on OpenAI shares”: it is number 2 by swing and rank correlation, but no more than chance by regression.',
    'A share of the variance cannot tell its effect from chance here.',
  ])
  expect(leadingDoubtWords([told, one], ['openaiDistress'])).toEqual([])
  expect(leadingDoubtWords([], ['openaiReturn'])).toEqual([])
})

test('every belief on which methods disagree has its places', () => {
  const [first] = disagreementWords([told])
  expect(first).toContain(
    'OpenAI in distress is number 1 by rank correlation, regression, share of variance and shift of the distribution, but number 3 by swing.',
  )
})

test('of no known reason nothing is said beside the places', () => {
  expect(disagreementWords([told])[0]).toMatch(/but number 3 by swing\.$/)
  expect(leadingDoubtWords([{ ...one, reasons: [] }], [one.id])).toHaveLength(1)
})

test('a method that loses a belief is named alone, and the belief is not called weak', () => {
  const said = (by: readonly ('firstOrder' | 'delta')[]) =>
    disagreementWords([{ ...one, reasons: [{ kind: 'lost', by }] }])[0]
  expect(said(['firstOrder'])).not.toContain('A shift of')
  expect(said(['delta'])).not.toContain('A share of')
  expect(said(['firstOrder', 'delta'])).toContain(
    'A share of the variance and a shift of the distribution cannot tell its effect from chance here.',
  )
  for (const by of [['firstOrder'], ['delta'], ['firstOrder', 'delta']] as const) {
    expect(said(by)).not.toContain('weak')
  }
})
