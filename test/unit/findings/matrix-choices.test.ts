import { describe, expect, test } from 'vitest'
import { matrixChoices } from '../../../src/findings/matrix-choices.ts'
import { acrossWords } from '../../../src/findings/decision-across.ts'
import { matrixFinding } from '../../../src/findings/matrix.ts'
import { matrixTitle, titleLeaders } from '../../../src/findings/matrix-title.ts'
import { made } from './matrix-parts.ts'

const choiceOf = (id: string, ...given: Parameters<typeof made>) =>
  matrixChoices(made(...given)).find((one) => one.id === id)

describe('what rules choose', () => {
  const means = [
    [6, -4],
    [3, 2],
  ]

  test('is the best weighted average, which the weights decide', () => {
    expect(choiceOf('weighted', { means, shares: [0.5, 0.5] })?.words).toBe(
      'Beta: $2.50 ± 0.04 bn.',
    )
    expect(choiceOf('weighted', { means, shares: [0.9, 0.1] })?.words).toBe(
      'Alpha: $5.00 ± 0.05 bn.',
    )
  })

  test('is the best of the worst, and the least of the highest regrets', () => {
    expect(choiceOf('worst', { means })?.words).toBe(
      'Beta: $2.00 ± 0.05 bn on average in “World 2”.',
    )
    expect(choiceOf('regret', { means })?.words).toBe(
      'Beta: at most $4.00 ± 0.05 bn behind the best of each future on average, in “World 1”.',
    )
  })

  test('is the same with a scenario that weighs nothing as without it, also in words', () => {
    const shares = [0.5, 0.5]
    const beside = means.map((row, at) => [...row, at === 0 ? -90 : 90])
    const [without, withIt] = [
      made({ means, shares }),
      made({ means: beside, shares: [...shares, 0] }),
    ]
    const plain = (words: string) => words.replace(' that count', '')
    const chosen = (facts: typeof withIt) =>
      matrixChoices(facts).map(({ id, words, strategies }) => [id, plain(words), strategies])
    expect(chosen(withIt)).toEqual(chosen(without))
    expect(matrixChoices(withIt)[0].rule).toBe('Best on average, all that count alike')
    expect(plain(matrixTitle(withIt))).toBe(matrixTitle(without))
    expect(matrixTitle(withIt)).toContain('2 scenarios that count')
    expect(titleLeaders(withIt)).toEqual(titleLeaders(without))
    const across = (facts: typeof withIt) =>
      acrossWords(facts, 'alpha', 'w0').map((one) =>
        plain(one)
          .replace(/both|the 2/, 'the')
          .replace(/ \(now \d+%\)/, ''),
      )
    expect(across(withIt)).toEqual(across(without))
    const alone = made({ means: beside, shares: [1, 0, 0] })
    expect(matrixChoices(alone)[0].rule).toBe('Best on weighted average')
    expect(matrixFinding(alone).caption).toContain('Weighted: by your weights.')
    expect(matrixChoices(alone)[1].words).toMatch(/in “World 1”\.$/)
    const neutral = { means: beside, shares: [...shares, 0], outcome: 'azureShare' }
    expect(matrixTitle(made(neutral))).not.toMatch(/9,?000|90/)
    const worst = (facts: typeof withIt) =>
      matrixFinding(facts).marks.map((row) => [row.weighted, row.worst, row.regret])
    expect(worst(withIt)).toEqual(worst(without))
    expect(matrixFinding(withIt).caption).toContain(
      'A scenario of weight 0 counts in its own column alone.',
    )
  })

  test('is never said of one of equals: ties between scenarios are named as ties', () => {
    const worst = (...given: Parameters<typeof made>) => choiceOf('worst', ...given)?.words
    const rows = (own: number[]) => [own, own.map((one) => one - 9)]
    const shares = [0.25, 0.25, 0.5]
    expect(worst({ means: rows([0, 0, 0]) })).toMatch(/on average, the same in all 3 scenarios\.$/)
    // A scenario of weight 0 may differ: what is said is said of those that count.
    expect(worst({ means: rows([-9, 0, 0, 0]), shares: [0, ...shares] })).toMatch(
      /^Alpha: .*, the same in the 3 scenarios that count\.$/,
    )
    expect(worst({ means: rows([0, 2, 0]) })).toMatch(/in “World 1” and “World 3” alike\.$/)
    expect(worst({ means: rows([0, 2, 0.1]) })).toMatch(
      /in “World 1” and “World 3” alike, as far as these trials tell\.$/,
    )
    expect(worst({ means: rows([0, 2, 0, 0, 0]) })).toMatch(/in “World 1” and 3 more alike\.$/)
    expect(worst({ means: rows([0.1, 0, 0.05]) })).toMatch(
      /the same in all 3 scenarios, as far as these trials tell\.$/,
    )
    expect(worst({ means: rows([0, 2, 1]) })).toMatch(/in “World 1”\.$/)
    const from = (own: number[]) => matrixFinding(made({ means: rows(own) })).marks[0].worst?.from
    expect([from([0, 0]), from([0, 2, 0]), from([0, 2])]).toEqual([
      null,
      'World 1 and 1 more',
      'World 1',
    ])
  })

  test('is who is best or about the same most often, by number and by weight', () => {
    const three = [
      [5, 5, 0],
      [1, 1, 5],
    ]
    expect(choiceOf('mostOften', { means: three })?.words).toBe(
      'Alpha: best or about the same in 2 of 3 scenarios (67% by weight).',
    )
    expect(choiceOf('mostOften', { means: three, shares: [0.1, 0.2, 0.7] })?.words).toBe(
      'Alpha: best or about the same in 2 of 3 scenarios; by weight Beta, 70%.',
    )
    expect(
      choiceOf('mostOften', {
        means: [
          [1, 1],
          [1.4, 1.4],
        ],
        error: 1,
      }),
    ).toMatchObject({
      words: 'none: these trials settle in no scenario which is best.',
      strategies: [],
    })
  })

  test('is who reaches both targets in most scenarios', () => {
    expect(choiceOf('satisficing', { means })?.words).toBe('Beta: both in 2 of 2 scenarios.')
    const high = { changes: { targets: { mean: 5, below0: 0.5 } } }
    expect(choiceOf('satisficing', { means, ...high })?.words).toBe(
      'none in most scenarios; Alpha in 1 of 2 scenarios.',
    )
    const higher = { changes: { targets: { mean: 9, below0: 0.5 } } }
    expect(choiceOf('satisficing', { means, ...higher })).toMatchObject({
      words: 'no strategy reaches both in any scenario.',
      strategies: [],
    })
    const near = { changes: { targets: { mean: 2.05, below0: 0.5 } } }
    expect(choiceOf('satisficing', { means, ...near })?.words).toBe(
      'none in most scenarios; Alpha and Beta in 1 of 2 scenarios, 1 too close to call with these trials.',
    )
  })

  test('names all that are about the same or not apart', () => {
    expect(
      choiceOf('weighted', {
        means: [
          [1, 1],
          [1.1, 1.1],
        ],
      })?.words,
    ).toBe('Beta and Alpha, about the same: $1.10 ± 0.04 bn.')
    expect(
      choiceOf('weighted', {
        means: [
          [1, 1],
          [1.6, 1.6],
        ],
        error: 1,
      })?.words,
    ).toBe('Beta and Alpha, not told apart with these trials: $1.6 ± 0.7 bn.')
    expect(
      choiceOf('weighted', {
        means: [
          [1, 1],
          [1.6, 1.6],
        ],
      })?.words,
    ).toBe('Beta, perhaps by little over Alpha: $1.60 ± 0.04 bn.')
    expect(choiceOf('weighted', { means: [[0.6], [0.5], [0]] })?.words).toBe(
      'Alpha, perhaps by little over Gamma, about the same as Beta: $0.60 ± 0.05 bn.',
    )
  })

  test('is nothing where neither side is better or there is nothing to choose from', () => {
    expect(matrixChoices(made({ means, outcome: 'azureShare' }))).toEqual([])
    expect(matrixChoices(made({ means, past: [0] }))).toEqual([])
  })
})
