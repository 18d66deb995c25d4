import { describe, expect, test } from 'vitest'
import { BeliefDraft } from '../../../src/app/belief/draft.svelte.ts'
import { historyOf } from '../../../src/app/belief/history.ts'
import { fitsOf, gapOf } from '../../../src/app/belief/fits.ts'
import { PercentileDraft } from '../../../src/app/belief/percentiles.svelte.ts'
import { type Distribution, quantile } from '../../../src/engine/distributions/index.ts'

const pert: Distribution = { kind: 'pert', min: 0, mode: 0.2, max: 0.5 }

function drafted(
  start: Distribution = pert,
  refuse: (d: Distribution) => string | null = () => null,
) {
  const taken: Distribution[] = []
  const draft = new BeliefDraft(start, (belief) => {
    const problem = refuse(belief)
    if (problem === null) taken.push(belief)
    return problem
  })
  return { draft, taken, percentiles: new PercentileDraft(draft) }
}

describe('a belief being typed', () => {
  test('hands on every good state and keeps the last one through bad ones', () => {
    const { draft, taken } = drafted()
    draft.edit(({ texts }) => (texts['mode'] = '0,3'))
    draft.edit(({ texts }) => (texts['mode'] = 'x'))
    expect(taken).toEqual([{ ...pert, mode: 0.3 }])
    expect(draft.problem).toMatch(/The shape “PERT” needs likeliest as a finite number, got "x"/)
    expect(draft.good).toEqual(taken[0])
    draft.edit(({ texts }) => (texts['mode'] = '0.4'))
    expect(draft.problem).toBeNull()
  })

  test('what the study refuses is said, and the last good belief stays', () => {
    const { draft } = drafted(pert, ({ kind }) => (kind === 'uniform' ? 'not here' : null))
    draft.choose('uniform')
    expect(draft.problem).toBe('not here')
    expect(draft.kind).toBe('uniform')
    expect(draft.good).toEqual(pert)
  })

  test('going through all families and back changes nothing', () => {
    const { draft } = drafted()
    draft.choose('discrete')
    draft.choose('normal')
    draft.choose('pert')
    expect(draft.good).toEqual(pert)
  })

  test('percentiles that no curve runs through come with the nearest that one does', () => {
    const { draft } = drafted({
      kind: 'metalog',
      percentiles: [
        { p: 0.1, value: 10 },
        { p: 0.5, value: 20 },
        { p: 0.9, value: 45 },
      ],
    })
    draft.edit(({ rows }) => (rows[1].value = '44.9'))
    expect(draft.problem).not.toBeNull()
    expect(quantile(draft.good)(0.5)).toBeCloseTo(20, 6)
    draft.remedy?.apply()
    expect(draft.problem).toBeNull()
    expect(quantile(draft.good)(0.5)).toBeGreaterThan(20)
  })

  test('coefficients are said by percentiles when asked', () => {
    const { draft } = drafted({ kind: 'metalog', coefficients: [10, 1] })
    const before = quantile(draft.good)(0.9)
    draft.byPercentiles()
    expect(draft.problem).toBeNull()
    expect(draft.good).toHaveProperty('percentiles')
    expect(quantile(draft.good)(0.9)).toBeCloseTo(before, 5)
  })
})

describe('percentiles being typed', () => {
  test('two hold a normal, the ones set last, and the third follows', () => {
    const { draft, percentiles } = drafted({ kind: 'normal', mean: 10, standardDeviation: 2 })
    percentiles.type(0.5, '12')
    percentiles.type(0.9, '15')
    expect(percentiles.holding).toEqual([0.5, 0.9])
    expect(draft.good).toMatchObject({ kind: 'normal', mean: 12 })
    expect(Number(percentiles.texts[0.1])).toBeCloseTo(9, 3)
    expect(percentiles.texts[0.5]).toBe('12')
  })

  test('what cannot be is refused with the nearest, which the button then takes', () => {
    const { draft, percentiles } = drafted({ kind: 'triangular', min: 0, mode: 5, max: 10 })
    const before = draft.good
    percentiles.type(0.5, '7')
    expect(percentiles.problem).toMatch(/No triangular distribution has/)
    expect(draft.good).toBe(before)
    percentiles.remedy?.apply()
    expect(percentiles.problem).toBeNull()
    expect(draft.good).not.toBe(before)
  })

  test('percentiles that cross, and words, are refused', () => {
    const { percentiles } = drafted()
    percentiles.type(0.1, '0.45')
    expect(percentiles.problem).toMatch(/Percentiles must rise/)
    percentiles.type(0.1, 'low')
    expect(percentiles.problem).toBe('P10 is a number, got low')
  })
})

describe('fits of data', () => {
  const values = [3, 1, 4, 1.5, 5, 9, 2.6, 5.3, 5.8]

  test('every family that can is fitted inside the domain; others say why not', () => {
    const fits = fitsOf(values, [0, 20])
    expect(fits.map(({ kind }) => kind)).toEqual(['empirical', 'metalog', 'normal', 'lognormal'])
    expect(fits.every((fit) => 'belief' in fit)).toBe(true)
    const refused = fitsOf([-1, 2, 3], [-10, 10]).find(({ kind }) => kind === 'lognormal')
    expect(refused).toMatchObject({ problem: expect.stringMatching(/above 0, got -1/) })
  })

  test('the gap is between 0 and 1, and smaller for the better curve', () => {
    const normal = { kind: 'normal', mean: 4, standardDeviation: 2.4 } as const
    const near = gapOf(normal, values)
    const far = gapOf({ ...normal, mean: 40 }, values)
    expect(near).toBeGreaterThan(0)
    expect(near).toBeLessThan(0.3)
    expect(far).toBeGreaterThan(0.9)
    expect(far).toBeLessThanOrEqual(1)
  })
})

test('history ends at the vantage and belongs to beliefs about a start alone', () => {
  expect(historyOf('trainingAdvantage', '2025-12')).toEqual([])
  expect(historyOf('awsShare0', '2025-12').at(-1)?.quarter).toBe('2025Q3')
  const early = historyOf('awsShare0', '2024-03')
  expect(early.at(-1)?.quarter).toBe('2024Q1')
  expect(early.every(({ value }) => value > 0.2 && value < 0.5)).toBe(true)
})
