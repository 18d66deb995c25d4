import fc from 'fast-check'
import { expect, test } from 'vitest'
import { market } from '../../models/index.ts'
import type { Assumption, Lever, LeverValue } from '../../src/engine/model.ts'
import { notReadIn } from '../../src/study/not-read.ts'
import { planOf } from '../../src/study/plan.ts'
import { readStudy, studyOf } from '../../src/study/read.ts'
import { resolveStudy } from '../../src/study/resolve.ts'
import { simplified } from '../../src/study/simplify.ts'
import { idOf, type Study, writeStudy } from '../../src/study/study.ts'
import { beliefAbout, number } from './beliefs.ts'

const levers: readonly Lever[] = market.levers

/** Any setting of some of the levers. */
const someLevers: fc.Arbitrary<Readonly<Record<string, LeverValue>>> = fc
  .subarray([...levers])
  .chain((chosen) =>
    fc.record(
      Object.fromEntries(
        chosen.map((one): [string, fc.Arbitrary<LeverValue>] => [
          one.id,
          one.kind === 'switch' ? fc.boolean() : number(one.min, one.max),
        ]),
      ),
    ),
  )

const someOverrides = fc
  .subarray([...market.assumptions] as Assumption[], { maxLength: 4 })
  .chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((one) => [one.id, beliefAbout(one)] as const))),
  )

/** Ids of which nobody says what they are, as of a model long ago. */
const forgotten = fc.uniqueArray(
  fc.nat(10 ** 6).map((n) => `forgotten${n}`),
  { maxLength: 2 },
)

/** As a file has it: JSON knows no −0. */
const partial = fc
  .record({
    strategies: fc
      .tuple(forgotten, someLevers, someLevers)
      .map(([ids, own, changed]) => [
        ...ids,
        { id: 'own', levers: own },
        { id: 'exclusive', levers: changed },
      ]),
    scenarios: fc
      .tuple(forgotten, someOverrides)
      .map(([ids, overrides]) => [{ id: 'own', overrides }, ...ids]),
  })
  .map((given) => JSON.parse(JSON.stringify(given)) as typeof given)

function studyFrom(given: Pick<Study, 'strategies' | 'scenarios'>): Study {
  return studyOf({ format: 'stakes-study', version: 1, ...given })
}

test('a study is written as it is read, whatever it leaves out or names in vain', () => {
  fc.assert(
    fc.property(partial, (given) => {
      const study = studyFrom(given)
      expect(readStudy(writeStudy(study))).toEqual(study)
      expect(study).toMatchObject(given)
      const vain = [...given.strategies, ...given.scenarios].filter(
        (one) => typeof one === 'string',
      )
      expect(notReadIn(study)).toHaveLength(vain.length)
    }),
    { numRuns: 60 },
  )
})

test('what is run has every lever, as named or at its default, and nothing that is named in vain', () => {
  fc.assert(
    fc.property(partial, ({ strategies }) => {
      const study = studyFrom({ strategies, scenarios: ['base'] })
      const plan = planOf(resolveStudy(study))
      expect(plan.cases.map(({ strategy }) => strategy)).toEqual(['own', 'exclusive'])
      const own = strategies.find((one) => idOf(one) === 'own')
      const named = typeof own === 'object' ? own.levers : {}
      for (const lever of levers) {
        expect(plan.cases[0].levers[lever.id]).toBe(named[lever.id] ?? lever.default)
      }
    }),
    { numRuns: 60 },
  )
})

test('spelt out and simplified again it is run the same', () => {
  fc.assert(
    fc.property(partial, ({ strategies }) => {
      const resolved = resolveStudy(studyFrom({ strategies, scenarios: ['regulators'] }))
      const again = resolveStudy(simplified(readStudy(writeStudy(resolved))))
      expect(planOf(again)).toEqual(planOf(resolved))
    }),
    { numRuns: 60 },
  )
})
