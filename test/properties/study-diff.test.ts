import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Assumption } from '../../src/engine/model.ts'
import { market } from '../../models/index.ts'
import { studyDiff } from '../../src/study/diff.ts'
import { withTaken } from '../../src/study/diff-take.ts'
import { withBelief } from '../../src/study/edits/beliefs.ts'
import { withLever } from '../../src/study/edits/levers.ts'
import { withNote } from '../../src/study/edits/notes.ts'
import { inScenario, resolvedScenarios } from '../../src/study/edits/resolved.ts'
import {
  withoutScenario,
  withScenarioCopy,
  withScenarioMoved,
  withScenarioRestored,
  withScenarioWords,
} from '../../src/study/edits/scenarios.ts'
import {
  withoutStrategy,
  withStrategyCopy,
  withStrategyMoved,
  withStrategyWords,
} from '../../src/study/edits/strategies.ts'
import { withVantage } from '../../src/study/edits/vantage.ts'
import { exampleStudy } from '../../src/study/example.ts'
import { defaultStudy, planOf, readStudy, resolveStudy, type Study } from '../../src/study/index.ts'
import { writeStudy } from '../../src/study/study.ts'
import { beliefAbout } from './beliefs.ts'

type Edit = (study: Study) => Study

/** An entry of a list, whatever its length. */
const among = <T>(list: readonly T[], n: number): T => list[n % list.length]
const scenarioAt = (study: Study, n: number) => among(resolvedScenarios(study), n).id
const strategyAt = (study: Study, n: number) => among(resolveStudy(study, {}).strategies, n).id

const belief = fc
  .constantFrom(...(market.assumptions as readonly Assumption[]))
  .chain((one) => fc.tuple(fc.constant(one.id), fc.option(beliefAbout(one))))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(belief, fc.nat(9)).map(
    ([[id, to], n]): Edit =>
      (study) =>
        withBelief(study, scenarioAt(study, n), id, to),
  ),
  belief.map(
    ([id, to]): Edit =>
      (study) =>
        withBelief(study, 'base', id, to),
  ),
  fc
    .tuple(fc.constantFrom('upfront', 'commitment'), fc.integer({ min: 5, max: 40 }), fc.nat(9))
    .map(
      ([id, to, n]): Edit =>
        (study) =>
          withLever(study, strategyAt(study, n), id, to),
    ),
  fc.nat(9).chain((n) =>
    fc.constantFrom<Edit>(
      (study) => withStrategyCopy(study, strategyAt(study, n), 'own'),
      (study) => withoutStrategy(study, strategyAt(study, n)),
      (study) => withStrategyMoved(study, strategyAt(study, n), 1),
      (study) => withStrategyWords(study, strategyAt(study, n), { label: 'A', story: 'b' }),
      (study) => withScenarioCopy(study, scenarioAt(study, n), 'ownScenario'),
      (study) => withoutScenario(study, scenarioAt(study, n)),
      (study) => withScenarioMoved(study, scenarioAt(study, n), 1),
      (study) => withScenarioRestored(study, scenarioAt(study, n)),
      (study) => withScenarioWords(study, scenarioAt(study, n), { label: 'C', story: 'd' }),
    ),
  ),
  fc.constantFrom<Edit>(
    (study) => withVantage(study, '2024-03'),
    (study) => ({ ...study, seed: 'other', trials: 500, notes: 'mine' }),
    (study) => ({ ...study, negligible: 1, scenarioWeights: { base: 2, regulators: 1 } }),
    (study) => ({ ...study, correlations: [['wacc', 'taxRate', 0.3]] }),
    (study) => withNote(study, 'wacc', { note: 'why' }, '2026-05-31'),
    (study) => ({ ...study, horizonQuarters: 30, scenarioTargets: { mean: 1, below0: 0.2 } }),
  ),
)

function edited(from: Study, edits: readonly Edit[]): Study {
  return edits.reduce((now, change) => {
    const next = change(now)
    try {
      for (const { id } of resolvedScenarios(next)) resolveStudy(inScenario(next, id))
      return next
    } catch {
      // As on the page, what cannot be run changes nothing.
      return now
    }
  }, from)
}

const edits = fc.array(edit, { maxLength: 5 })
const start = fc.constantFrom(defaultStudy(), exampleStudy(), defaultStudy('2026-10'))
const two = fc
  .tuple(start, start, fc.boolean(), edits, edits)
  .map(([a, b, isOne, first, second]) => [edited(a, first), edited(isOne ? a : b, second)] as const)

test('a study differs from itself in nothing, however it is written', () => {
  fc.assert(
    fc.property(two, ([a]) => {
      expect(studyDiff(a, a)).toEqual([])
      expect(studyDiff(a, readStudy(writeStudy(a)))).toEqual([])
      expect(studyDiff(a, resolveStudy(a)).filter(({ kind }) => kind !== 'words')).toEqual([])
    }),
    { numRuns: 10 },
  )
})

test('with all that differs taken a study is the other one, and is run the same', () => {
  fc.assert(
    fc.property(two, fc.boolean(), ([a, b], isTurned) => {
      const entries = studyDiff(a, b)
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
      const taken = withTaken(a, b, isTurned ? entries.toReversed() : entries)
      expect(studyDiff(taken, b)).toEqual([])
      const plans = (study: Study) =>
        resolvedScenarios(study).map(({ id }) => planOf(resolveStudy(inScenario(study, id))))
      expect(plans(taken)).toEqual(plans(b))
    }),
    { numRuns: 25 },
  )
})

test('each that is taken by itself is gone from what differs, and nothing else is new', () => {
  fc.assert(
    fc.property(two, fc.nat(50), ([a, b], n) => {
      const entries = studyDiff(a, b)
      if (entries.length === 0) return
      const one = among(entries, n)
      // Another date has other beliefs of its own, and a scenario brings its own.
      if (one.kind === 'scenario' || one.kind === 'strategy' || one.id === 'field vantage') return
      const left = studyDiff(withTaken(a, b, [one]), b).map(({ id }) => id)
      const settles = 'field openQuestions'
      const were = entries.map(({ id }) => id).filter((id) => id !== one.id && id !== settles)
      expect(left.filter((id) => id !== settles)).toEqual(were)
    }),
    { numRuns: 25 },
  )
})
