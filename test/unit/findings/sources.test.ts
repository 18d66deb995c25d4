import { expect, it } from 'vitest'
import { gradeWords, sourceLine } from '../../../src/findings/source-line.ts'
import { sourcesFinding } from '../../../src/findings/sources.ts'
import { assumptions, basisOf, sources, vantages } from '../../../src/study/model.ts'

const grown = assumptions.filter(({ role }) => role !== 'luck')

it('a grade is said in words', () => {
  expect(gradeWords({ grade: 'A', sources: [] })).toBe('Grade A: primary text')
  expect(gradeWords({ grade: 'A/B', sources: [] })).toBe('Grade A/B: primary text and press')
  expect(gradeWords({ grade: 'B/judgement', sources: [] })).toBe('Grade B: press, and judgement')
  expect(gradeWords({ sources: ['judgement'] })).toBe('Judgement')
  expect(gradeWords({ sources: ['latent'] })).toBe('')
})

it('nothing of 2026 is among the sources of an older vantage', () => {
  for (const vantage of ['2024-03', '2025-12']) {
    const { marks, title } = sourcesFinding(vantage)
    expect(marks.filter(({ date }) => date.startsWith('2026'))).toEqual([])
    expect(title).toMatch(/^Seen from (March 2024|December 2025), \d+ of 112 beliefs are judgement/)
    for (const one of grown) expect(sourceLine(basisOf(one, vantage))).not.toMatch(/2026/)
  }
  const { marks } = sourcesFinding('2026-10')
  expect(marks.filter(({ date }) => date.startsWith('2026')).length).toBeGreaterThan(10)
  expect(marks).toHaveLength(sources.length)
})

it.each(vantages.map(({ id }) => id))(
  'seen from %s every belief says how near it is',
  (vantage) => {
    for (const one of grown) {
      const line = sourceLine(basisOf(one, vantage))
      expect(line, one.id).toMatch(/(Grade [A-D/]+: [a-z ,]+|Judgement)$/)
    }
    for (const { graded, id } of sourcesFinding(vantage).marks) {
      if (id !== 'latent') expect(graded, id).not.toBe('')
    }
  },
)
