import { describe, expect, test } from 'vitest'
import { canonicalJson, caseKey, worldKey } from '../../../src/engine/cases.ts'
import {
  casesByWorld,
  type RunPlan,
  strategiesByScenarios,
  strategiesOf,
} from '../../../src/engine/plan.ts'
import { withReseed, withScenarios, withStrategies } from '../../plans.ts'
import { runBlocks } from './blocks.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const plan = toyPlan({ trials: 300 })

/** The keys of a plan's cases, scenario by scenario. */
function keysOf(one: RunPlan): string[][] {
  return casesByWorld(one).map((places, world) =>
    places.map((place) => caseKey(worldKey(one, world), one.cases[place].levers)),
  )
}

function withBelief(at: number, id: string, value: number): RunPlan {
  const constant = { kind: 'constant', value } as const
  return withScenarios(
    plan,
    plan.worlds.map((one, s) =>
      s === at ? { ...one, distributions: { ...one.distributions, [id]: constant } } : one,
    ),
  )
}

const same = (one: RunPlan) =>
  keysOf(one).map((row, s) => row.map((key, i) => key === keysOf(plan)[s][i]))

describe('the key of a case', () => {
  test('differs from every other case’s', () => {
    expect(new Set(keysOf(plan).flat()).size).toBe(6)
  })

  test.each<[string, Partial<RunPlan>]>([
    ['trials', { trials: 10_000 }],
    ['checks', { check: true }],
    [
      'labels',
      strategiesByScenarios(
        plan.worlds.map((one, i) => ({ ...one, id: `x${i}`, label: 'X' })),
        strategiesOf(plan),
      ),
    ],
    [
      'the order in which levers and beliefs are written',
      {
        cases: plan.cases.map((one) => ({
          ...one,
          levers: Object.fromEntries(Object.entries(one.levers).reverse()),
        })),
        worlds: plan.worlds.map((one) => ({
          ...one,
          distributions: Object.fromEntries(Object.entries(one.distributions).reverse()),
        })),
      },
    ],
  ])('does not change with %s', (_what, changes) => {
    expect(keysOf({ ...plan, ...changes })).toEqual(keysOf(plan))
  })

  test.each<[string, Partial<RunPlan>]>([
    ['the seed', { seed: 'another' }],
    ['the horizon', { quarters: 9 }],
    ['the design', { sampling: 'random' }],
    ['the vantage', { vantage: 'then' }],
    ['the model’s version', { model: { id: 'toy', version: '2' } }],
    ['a correlation', { correlations: [['gain', 'cost', 0.1]] }],
    ['a reseeded stream', { worlds: withReseed(plan, { gain: 'x' }).worlds }],
  ])('changes with %s', (_what, changes) => {
    expect(same({ ...plan, ...changes }).flat()).toEqual(Array.from({ length: 6 }, () => false))
  })

  test('changes with a lever in that strategy alone', () => {
    const strategies = strategiesOf(plan).map((one) =>
      one.id === 'small' ? { ...one, levers: { ...one.levers, size: 2 } } : one,
    )
    const row = [true, false, true]
    expect(same(withStrategies(plan, strategies))).toEqual([row, row])
  })

  test('changes with a belief in that scenario alone, and back with it', () => {
    const edited = [false, false, false]
    const kept = [true, true, true]
    expect(same(withBelief(1, 'gain', 2))).toEqual([kept, edited])
    expect(keysOf(withBelief(1, 'gain', 2))).not.toEqual(keysOf(withBelief(1, 'gain', 3)))
    expect(keysOf({ ...withBelief(1, 'gain', 2), worlds: plan.worlds })).toEqual(keysOf(plan))
  })

  test('follows the case, not its place', () => {
    const turned = withStrategies(
      { ...plan, worlds: [...plan.worlds].reverse() },
      strategiesOf(plan).reverse(),
    )
    const back = keysOf(turned).map((row) => row.reverse())
    expect(back.reverse()).toEqual(keysOf(plan))
  })

  test('equal keys are equal columns', () => {
    const strategies = strategiesOf(plan)
    const twins = {
      ...plan,
      ...strategiesByScenarios(
        [...plan.worlds, { ...plan.worlds[0], id: 'twin' }],
        [...strategies, { ...strategies[1], id: 'again' }],
      ),
    }
    const { digests } = runBlocks(toyModel, twins)
    const keys = keysOf(twins)
    const pairs = keys.flatMap((row, s) => row.map((key, i) => [key, digests[s][i]] as const))
    expect(pairs).toHaveLength(12)
    // As many keys as cases of different content; none stands for two columns.
    expect(new Set(keys.flat()).size).toBe(6)
    expect(new Map(pairs.map(([key, digest]) => [`${key} ${digest}`, key])).size).toBe(6)
  })
})

test('canonicalJson does not see the order of fields, and sees that of lists', () => {
  expect(canonicalJson({ b: 1, a: { d: [1, { f: 1, e: 2 }], c: null } })).toBe(
    '{"a":{"c":null,"d":[1,{"e":2,"f":1}]},"b":1}',
  )
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})
