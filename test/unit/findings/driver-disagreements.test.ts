import { expect, test } from 'vitest'
import type { DriverDisagreement } from '../../../src/analyses/driver-disagreements.ts'
import {
  disagreementWords,
  doubtWords,
  leadingDoubtWords,
} from '../../../src/findings/driver-disagreements.ts'

const one: DriverDisagreement = {
  id: 'openaiReturn',
  places: { swing: 2, spearman: 2, regression: null, firstOrder: 3, delta: 3 },
  reasons: [{ kind: 'lost', by: 'firstOrder', size: 0.013, least: 0.021 }],
}
const told: DriverDisagreement = {
  id: 'openaiDistress',
  places: { swing: 3, spearman: 1, regression: 1, firstOrder: 1, delta: 1 },
  reasons: [],
}

test('a leading belief that one method does not tell at all is named in a sentence', () => {
  expect(leadingDoubtWords([told, one], ['openaiDistress', 'openaiReturn'])).toEqual([
    'Methods differ on “Return on OpenAI shares”: it is number 2 by swing and rank correlation, but not told from chance by regression.',
    'Share of variance finds that 1.3% of the variance goes with it, and anything below 2.1% may be chance with these futures.',
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

test('a method that loses a belief says what it finds and what it would be sure of, in its own measure', () => {
  for (const by of ['spearman', 'regression', 'firstOrder', 'delta'] as const) {
    for (const [size, least] of [
      [0.013, 0.021],
      [0.013, 0.01304],
      [0.0001, 0.2],
    ]) {
      const [said] = disagreementWords([{ ...one, reasons: [{ kind: 'lost', by, size, least }] }])
      expect(said).toMatch(/ finds .*\d.*(\d%? may be chance with these|can be sure of with these)/)
      expect(said).not.toMatch(/weak|cannot tell|chance here/)
    }
  }
  const lost = { kind: 'lost', by: 'swing', size: 1.2, least: 2 } as const
  expect(disagreementWords([{ ...one, reasons: [lost] }])[0]).toContain('Its swing is 60% of what')
})

test('beliefs that move together are told apart by no blame: each says the same of the other', () => {
  const pair = [
    ['openaiReturn', 'openaiDrift'],
    ['openaiDrift', 'openaiReturn'],
  ] as const
  const [first, second] = disagreementWords(
    pair.map(([id, other]) => ({ ...told, id, reasons: [{ kind: 'correlated', with: other }] })),
  )
  const bare = (said: string) => said.slice(said.indexOf('It tends')).replace(/“.+?”/, '“”')
  expect(bare(first)).toBe(bare(second))
  expect(first).not.toContain('accounts for')
})

test.each(['swing', 'spearman', 'regression', 'firstOrder', 'delta'] as const)(
  'a belief that leads elsewhere and that %s does not tell is named beside its bars, once',
  (method) => {
    const missed = { ...told, places: { ...told.places, [method]: null } }
    const said = doubtWords([one, missed], method, ['openaiReturn', 'openaiDistress'])
    expect(said.filter((words) => words.includes('on “OpenAI in distress”'))).toHaveLength(1)
    const other = method === 'delta' ? 'firstOrder' : 'delta'
    const size = { size: 0.01, least: 0.02 }
    const reasons = [{ kind: 'lost', by: other, ...size }] as const
    const [words] = doubtWords([{ ...missed, reasons }], method, [])
    expect(words).not.toContain(' finds ')
    const far = { swing: 5, spearman: 5, regression: 5, firstOrder: 5, delta: 5, [method]: null }
    expect(doubtWords([{ ...told, places: far }], method, [])).toEqual([])
  },
)

test('what a method finds keeps its direction, and nothing is not nearly enough', () => {
  const said = (by: 'spearman' | 'regression' | 'delta' | 'swing', size: number, least: number) =>
    disagreementWords([{ ...one, reasons: [{ kind: 'lost', by, size, least }] }])[0]
  expect(said('spearman', -0.03, 0.05)).toContain(
    'Rank correlation finds −0.03, and anything nearer to 0 than 0.05 may be chance with these futures.',
  )
  expect(said('regression', -0.049, 0.0495)).toContain('−0.05 beside all other beliefs, just less')
  expect(said('swing', -1.2, 2)).toContain('Its swing is 60% of what')
  expect(said('delta', 0, 0.02)).toContain(
    'moves 0% of the distribution, and anything below 2% may be chance with these futures.',
  )
  expect(said('spearman', 0, 0.001)).not.toContain('just less')
})
