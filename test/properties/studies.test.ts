import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { market } from '../../models/index.ts'
import { families } from '../../src/engine/distributions/index.ts'
import type { Assumption, Lever, LeverValue } from '../../src/engine/model.ts'
import type { RunPlan } from '../../src/engine/plan.ts'
import { planOf } from '../../src/study/plan.ts'
import { resolveStudy } from '../../src/study/resolve.ts'
import type { Study } from '../../src/study/study.ts'
import { createNodeRunner } from '../../src/workers/node-pool.ts'
import { runBlocks, samplings } from '../unit/engine/blocks.ts'
import { shuffled } from '../unit/engine/numbers.ts'
import { beliefAbout, number } from './beliefs.ts'

const overrides = fc
  .subarray([...market.assumptions] as Assumption[], { minLength: 0, maxLength: 12 })
  .chain((chosen) =>
    fc.record(Object.fromEntries(chosen.map((one) => [one.id, beliefAbout(one)] as const))),
  )

const levers = fc.record(
  Object.fromEntries(
    (market.levers as readonly Lever[]).map((lever): [string, fc.Arbitrary<LeverValue>] => [
      lever.id,
      lever.kind === 'switch' ? fc.boolean() : number(lever.min, lever.max),
    ]),
  ),
)

const strategies = fc
  .tuple(
    fc.subarray(
      market.strategies.map(({ id }) => id),
      { maxLength: 1 },
    ),
    levers,
  )
  .map(([known, own]) => [...known, { id: 'own', levers: own }])

const scenarios = fc
  .tuple(
    fc.subarray(
      market.scenarios.map(({ id }) => id),
      { maxLength: 1 },
    ),
    overrides,
  )
  .map(([known, own]) => [...known, { id: 'own', overrides: own }])

const study: fc.Arbitrary<Partial<Study>> = fc.record({
  vantage: fc.constantFrom(...market.vantages.map(({ id }) => id)),
  seed: fc.string({ minLength: 1, maxLength: 20 }).filter((seed) => seed.trim() !== ''),
  sampling: fc.constantFrom(...samplings),
  // Half of them have more than one block.
  trials: fc.oneof(fc.integer({ min: 1, max: 256 }), fc.integer({ min: 257, max: 400 })),
  horizonQuarters: fc.integer({ min: 8, max: 40 }),
  overrides,
  strategies,
  scenarios,
})

/** The plan of a study, or null where the beliefs contradict each other (shares above 1 in sum). */
function planFor(given: Partial<Study>): RunPlan | null {
  try {
    return planOf(resolveStudy(given))
  } catch (error) {
    expect(String(error)).toMatch(/sum to/)
    return null
  }
}

const script = new URL('../../build/node-worker.js', import.meta.url)
const runner = createNodeRunner({ workers: 2, script })
afterAll(() => runner.dispose())

test('beliefs of every family are tried', () => {
  const kinds = (market.assumptions as readonly Assumption[]).flatMap((assumption, seed) =>
    fc.sample(beliefAbout(assumption), { numRuns: 20, seed }).map(({ kind }) => kind),
  )
  expect(new Set(kinds)).toEqual(new Set(Object.keys(families)))
})

test('any study gives finite outcomes, and one digest with blocks run in any order', async () => {
  let run = 0
  const law = fc.asyncProperty(study, fc.string(), async (given, order) => {
    const plan = planFor(given)
    if (plan === null) return
    run++
    const mixed = runBlocks(market, plan, undefined, (items) => shuffled(items, order))
    for (const { outcomes, series } of mixed.cases.flat()) {
      for (const block of outcomes) expect(block.every(Number.isFinite)).toBe(true)
      for (const block of series) expect(block.every(Number.isFinite)).toBe(true)
    }
    const { cases } = await runner.run(plan)
    expect(cases.map(({ digest }) => digest)).toEqual(mixed.digests.flat())
    JSON.stringify(
      cases.map(({ summary }) => summary),
      (key, value: unknown) => {
        if (typeof value === 'number') expect([key, Number.isFinite(value)]).toEqual([key, true])
        return value
      },
    )
  })
  await fc.assert(law, { numRuns: 20 })
  expect(run).toBeGreaterThan(8)
})
