import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { weightsWords, weightText } from '../../../src/findings/matrix-weights.ts'
import { withoutScenario, withScenarioCopy } from '../../../src/study/edits/scenarios.ts'
import { inScenario } from '../../../src/study/edits/resolved.ts'
import {
  sharesWith,
  targetsOf,
  weightsOf,
  withEqualWeights,
  withPercents,
  withShares,
  withTargets,
  withWeight,
  withWeightsNote,
} from '../../../src/study/edits/weights.ts'
import { areWeighed, sharesOf } from '../../../src/study/edits/shares.ts'
import {
  defaultStudy,
  notReadIn,
  planOf,
  readStudy,
  resolveStudy,
  strayIn,
  studyOf,
  type Study,
  withWeightsThere,
  writeStudy,
} from '../../../src/study/index.ts'

const study = defaultStudy()
const weighed = (scenarioWeights: Study['scenarioWeights']): Study => ({
  ...study,
  scenarioWeights,
})
const opened = (more: object) =>
  readStudy(JSON.stringify({ format: 'stakes-study', version: 1, ...more }))

describe('weights of scenarios', () => {
  test('come back from a file as they were, with their note and the targets', () => {
    const said = {
      ...weighed({ base: 3, regulators: 1 }),
      scenarioWeightsNote: 'As the board sees it.',
      scenarioTargets: { mean: 2, below0: 0.4 },
    }
    expect(readStudy(writeStudy(said))).toEqual(said)
    expect([...strayIn(said), ...notReadIn(said)]).toEqual([])
    expect(
      strayIn({ ...said, scenarioTargets: { ...said.scenarioTargets, meen: 1 } as never }),
    ).toEqual(['scenarioTargets: meen; did you mean mean?'])
  })

  test('move no figure', () => {
    const plain = planOf(resolveStudy(study))
    expect(planOf(resolveStudy(weighed({ base: 1, openModels: 2 })))).toEqual(plain)
  })

  test.each([
    [{ base: -1 }, 'scenarioWeights: base is a number from 0 up, got -1'],
    [{ base: Infinity }, 'scenarioWeights: base is a number from 0 up, got Infinity'],
    [{ base: 0, regulators: 0 }, 'scenarioWeights: at least one is above 0, got 0 for all'],
    [{ regulator: 1 }, 'scenarioWeights: no scenario is called regulator; regulators is'],
    [{ elsewhere: 1 }, 'scenarioWeights: no scenario is called elsewhere'],
  ])('%o are refused in words', (weights, words) => {
    expect(() => studyOf(weighed(weights))).toThrow(words)
  })

  test('are refused in a file where they are no numbers', () => {
    expect(() => opened({ scenarioWeights: { base: 'high' } })).toThrow(
      'scenarioWeights.base: a number is expected, got "high"',
    )
    expect(() => opened({ scenarioWeights: [1] })).toThrow('scenarioWeights: an object')
    expect(() => opened({ scenarioWeightsNote: 'x'.repeat(4001) })).toThrow('at most 4000')
    expect(() => opened({ scenarioTargets: { mean: 0, below0: 40 } })).toThrow(
      'scenarioTargets: below0 is a chance from 0 to 1, got 40',
    )
  })

  test('of a scenario of the study go with it, and stay out of a run without it', () => {
    const own = {
      ...withScenarioCopy(study, 'base', 'mine'),
      scenarioWeights: { mine: 1, base: 1 },
    }
    expect(resolveStudy(own).scenarioWeights).toEqual({ mine: 1, base: 1 })
    expect(withWeightsThere(inScenario(own, 'base')).scenarioWeights).toEqual({ base: 1 })
    expect(withoutScenario(own, 'mine').scenarioWeights).toEqual({ base: 1 })
    const alone = { ...own, scenarioWeights: { mine: 1 } }
    expect(withoutScenario(alone, 'mine')).not.toHaveProperty('scenarioWeights')
    expect(withWeightsThere(inScenario(alone, 'base')).scenarioWeights).toBeUndefined()
    expect(withWeightsThere(study)).toBe(study)
  })

  test('count among the scenarios shown: 0 without one, all alike where none has', () => {
    expect(sharesOf(study, ['base', 'regulators'])).toEqual([0.5, 0.5])
    const huge = weighed({ base: 1e308, regulators: 1e308 })
    expect(sharesOf(huge, ['base', 'regulators'])).toEqual([0.5, 0.5])
    expect(
      sharesOf(weighed({ base: 3, regulators: 1 }), ['base', 'regulators', 'openModels']),
    ).toEqual([0.75, 0.25, 0])
    expect(sharesOf(weighed({ base: 3 }), ['regulators', 'openModels'])).toEqual([0.5, 0.5])
    expect(areWeighed(weighed({ base: 3 }), ['regulators'])).toBe(false)
  })

  const shares = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 })
    .filter((all) => all.some((one) => one > 0.001))
    .map((all) => all.map((one) => one / all.reduce((sum, other) => sum + other, 0)))

  test('that are set leave the others in proportion, and all add up to 1', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (all, to) => {
        const set = sharesWith(all, 0, to)
        expect(set[0]).toBe(to)
        expect(set.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
        const rest = 1 - all[0]
        if (rest > 1e-6) {
          all
            .slice(1)
            .forEach((one, i) => expect(set[i + 1]).toBeCloseTo((one / rest) * (1 - to), 6))
        }
      }),
    )
    expect(sharesWith([1, 0, 0], 0, 0.4)).toEqual([0.4, 0.3, 0.3])
  })

  test('stay just as they were typed, whatever they add up to and in any order', () => {
    const ids = market.scenarios.map(({ id }) => id)
    const typed = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 200 }), fc.double({ min: 0.001, max: 1e6, noNaN: true })),
      { minLength: ids.length, maxLength: ids.length },
    )
    const places = fc.shuffledSubarray(
      ids.map((_, at) => at),
      { minLength: ids.length },
    )
    fc.assert(
      fc.property(
        typed.filter((all) => all.some((one) => one > 0)),
        places,
        (all, order) => {
          const set = order.reduce((one, at) => withWeight(one, ids, ids[at], all[at]), study)
          expect(ids.map((id) => set.scenarioWeights?.[id])).toEqual(all)
          expect(weightsOf(set, ids)).toEqual(all)
          const total = all.reduce((sum, one) => sum + one, 0)
          const counted = sharesOf(set, ids)
          counted.forEach((share, at) => expect(share).toBeCloseTo(all[at] / total, 9))
          const percents = withPercents(set, ids)
          expect(weightsOf(percents, ids).reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 6)
          sharesOf(percents, ids).forEach((share, at) => expect(share).toBeCloseTo(counted[at], 9))
        },
      ),
    )
    expect(weightsOf(study, ids.slice(0, 4))).toEqual([25, 25, 25, 25])
    expect(withWeight(study, ids.slice(0, 2), ids[0], 40).scenarioWeights).toEqual({
      [ids[0]]: 40,
      [ids[1]]: 50,
    })
  })

  test('say what they add up to', () => {
    expect(weightsWords([12.5, 87.5], [], false)).toBe(
      'No weight was set: all scenarios count the same.',
    )
    expect(weightsWords([40, 30, 30, 0], [], true)).toBe('The weights add up to 100%.')
    const words = (...weights: number[]) => {
      const sum = weights.reduce((a, b) => a + b, 0)
      const scenarios = weights.map((one, at) => {
        return { label: 'ABCDE'[at], share: one / sum, shareText: `${(100 * one) / sum}%` }
      })
      return weightsWords(weights, scenarios, true)
    }
    expect(words(40, 120)).toBe(
      'The weights add up to 160, not 100: “A” counts as 25% and “B” counts as 75%.',
    )
    // What has no weight does not count, however it is rounded.
    expect(words(8, 0, 56)).toBe(
      'The weights add up to 64, not 100: “A” counts as 12.5% and “C” counts as 87.5%; 1 of weight 0 is left out.',
    )
    expect(words(0, 8, 8)).toBe(
      'The weights add up to 16, not 100: each that is not 0 counts as 50%; 1 of weight 0 is left out.',
    )
    expect(words(10, 10, 10, 10)).toBe('The weights add up to 40, not 100: each counts as 25%.')
    expect(words(0, 8, 0)).toBe(
      'The weights add up to 8, not 100: “B” alone counts; 2 of weight 0 are left out.',
    )
    expect(words(10, 20, 30, 4)).toMatch(/: each counts as the percentage under it\.$/)
    expect(weightText(127.5)).toBe('127.5')
    expect(weightText(100 / 3)).toBe('33.3')
  })

  test('are kept in percent, in the scale of those of scenarios that are not shown', () => {
    const ids = ['base', 'regulators']
    const first = withShares(study, ids, [0.3, 0.7])
    expect(first.scenarioWeights).toEqual({ base: 30, regulators: 70 })
    const other = withShares(weighed({ base: 1, regulators: 1, openModels: 8 }), ids, [0.25, 0.75])
    expect(other.scenarioWeights).toEqual({ base: 0.5, regulators: 1.5, openModels: 8 })
    expect(withEqualWeights(first)).toEqual(study)
  })

  test('have a note and targets that leave nothing behind', () => {
    expect(withWeightsNote(withWeightsNote(study, 'Why'), ' ')).toEqual(study)
    expect(targetsOf(study)).toEqual({ mean: 0, below0: 0.5 })
    const asked = withTargets(study, { mean: 3, below0: 0.2 })
    expect(targetsOf(asked)).toEqual({ mean: 3, below0: 0.2 })
    expect(withTargets(asked, { mean: 0, below0: 0.5 })).toEqual(study)
  })
})
