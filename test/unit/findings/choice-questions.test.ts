import { describe, expect, test } from 'vitest'
import { choiceQuestions } from '../../../src/findings/choice-questions.ts'
import { made } from './matrix-parts.ts'

const words = (of: Parameters<typeof made>[0], scenario = 'w0') =>
  choiceQuestions(made(of), scenario)

describe('one scenario, the weighted average and the count of scenarios are three questions', () => {
  const means = [
    [9, -8, -8],
    [0, 0, 0],
    [5, 3, -9],
  ]

  test('that are told apart in a sentence where their answers differ', () => {
    expect(words({ means })).toBe(
      'In “World 1” alone Alpha has the best average; weighted over all 3 scenarios, each counting the same, Beta and Gamma are about level for the best average; one scenario at a time, Alpha, Beta and Gamma are most often best.',
    )
    expect(words({ means, shares: [0.2, 0.7, 0.1] })).toMatch(
      /; weighted over all 3 scenarios, by your weights, Gamma has the best average; /,
    )
  })

  test('that say whose weights are left out', () => {
    expect(words({ means, shares: [0, 0.5, 0.5] })).toMatch(
      /; weighted over the 2 scenarios that count, each counting the same, /,
    )
  })

  test('of which nothing is said where they have one answer, or where there is one alone', () => {
    const one = [
      [3, 4],
      [1, 2],
    ]
    expect(words({ means: one })).toBe('')
    expect(words({ means: one.map(([first]) => [first]) })).toBe('')
    expect(words({ means, outcome: 'azureShare' })).toBe('')
    expect(words({ means }, 'nowhere')).toBe('')
  })
})
