import { expect, test } from 'vitest'
import type { DriverDisagreement } from '../../../src/analyses/driver-disagreements.ts'
import { disagreementWords, leadingDoubtWords } from '../../../src/findings/driver-disagreements.ts'

const one: DriverDisagreement = {
  id: 'openaiReturn',
  places: { swing: 2, spearman: 2, regression: null, firstOrder: 3, delta: 3 },
  reasons: [{ kind: 'near' }],
}
const told: DriverDisagreement = {
  id: 'openaiDistress',
  places: { swing: 3, spearman: 1, regression: 1, firstOrder: 1, delta: 1 },
  reasons: [],
}

test('a leading belief that one method does not tell at all is named in a sentence', () => {
  expect(leadingDoubtWords([told, one], ['openaiDistress', 'openaiReturn'])).toEqual([
    'Methods differ on “Return on OpenAI shares”: it is number 2 by swing and rank correlation, but not told from chance by regression.',
    'Others do about as much, so that places among them change by chance.',
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
