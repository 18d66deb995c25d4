import { describe, expect, test } from 'vitest'
import { replay } from '../../../src/engine/replay.ts'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import {
  type Columns,
  everyFuture,
  maskOf,
  type RunCase,
  selected,
  type Selection,
} from '../../../src/engine/selection.ts'
import { conditionMask, summariseCase } from '../../../src/engine/statistics/index.ts'
import { chosenOf, meanWithError } from '../../../src/engine/statistics/mean.ts'
import { outcomeOf, runBlocks } from './blocks.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const plan = toyPlan({ trials: 600 })
const { cases } = runBlocks(toyModel, plan)
const scenarioAt = (id: string) => plan.scenarios.findIndex((one) => one.id === id)
const columnsOf = ({ strategy, scenario }: RunCase) =>
  cases[scenarioAt(scenario)][plan.strategies.findIndex(({ id }) => id === strategy)]
const columns: Columns = {
  trials: plan.trials,
  outcome: (of, id) => outcomeOf(toyModel, columnsOf(of), id),
  input: ({ scenario }, id) => inputColumn(toyModel, plan, scenarioAt(scenario), id),
}
const small: RunCase = { strategy: 'small', scenario: 'base' }
const none: RunCase = { strategy: 'none', scenario: 'base' }
const mask = (selection: Selection, of: readonly RunCase[] = [small]) =>
  maskOf(selection, toyModel, columns, of)

const closes: Selection = { kind: 'condition' }
const rich: Selection = { kind: 'between', outcome: 'wealth', from: 20, to: null }
const dear: Selection = { kind: 'inputBetween', input: 'cost', from: 3, to: 4 }
const failed: Selection = { kind: 'states', outcome: 'state', states: ['failed'] }
const leaves: readonly Selection[] = [closes, rich, dear, failed, everyFuture]
const not = (part: Selection): Selection => ({ kind: 'not', part })
const and = (...parts: Selection[]): Selection => ({ kind: 'and', parts })
const or = (...parts: Selection[]): Selection => ({ kind: 'or', parts })

describe('selections obey', () => {
  const pairs = leaves.flatMap((a) => leaves.map((b) => [a, b] as const))

  test('De Morgan, for every two of them', () => {
    for (const [a, b] of pairs) {
      expect(mask(not(and(a, b)))).toEqual(mask(or(not(a), not(b))))
      expect(mask(not(or(a, b)))).toEqual(mask(and(not(a), not(b))))
    }
  })

  test('not twice is nothing, with its opposite it is all or none, order does not matter', () => {
    for (const [a, b] of pairs) {
      expect(mask(not(not(a)))).toEqual(mask(a))
      expect(mask(or(a, not(a)))).toEqual(mask(everyFuture))
      expect(mask(and(a, not(a)))).toEqual(new Uint8Array(600))
      expect(mask(and(a, b))).toEqual(mask(and(b, a)))
      expect(mask(or(a, b))).toEqual(mask(or(b, a)))
    }
  })

  test('all of nothing is all, one of nothing is none', () => {
    expect(mask(and())).toEqual(mask(everyFuture))
    expect(mask(or())).toEqual(new Uint8Array(600))
  })

  test('a trip through JSON', () => {
    for (const a of [...leaves, and(rich, not(dear))]) {
      expect(mask(JSON.parse(JSON.stringify(a)) as Selection)).toEqual(mask(a))
    }
  })
})

describe('a selection', () => {
  test('by the condition is the mask statistics are taken over', () => {
    const state = columns.outcome(small, 'state')
    const before = Uint8Array.from(state, (one) => (one === 2 ? 1 : 0))
    expect(mask(closes)).toEqual(before)
    expect(conditionMask(toyModel, columnsOf(small))).toEqual(before)
    expect(mask({ kind: 'states', outcome: 'state', states: ['built'] })).toEqual(before)
    expect(mask({ kind: 'states', outcome: 'state', states: ['built', 'failed'] })).toEqual(
      mask(everyFuture),
    )
  })

  test('between two values holds both ends, and is open where there is none', () => {
    const wealth = columns.outcome(small, 'wealth')
    const [low, high] = [wealth[3], wealth[40]].sort((a, b) => a - b)
    const found = mask({ kind: 'between', outcome: 'wealth', from: low, to: high })
    expect([found[3], found[40]]).toEqual([1, 1])
    wealth.forEach((x, i) => expect(found[i]).toBe(x >= low && x <= high ? 1 : 0))
    const open = mask({ kind: 'between', outcome: 'wealth', from: null, to: null })
    expect(open).toEqual(mask(everyFuture))
  })

  test('on an input is that of the trials replayed one by one, scenario by scenario', () => {
    for (const scenario of ['base', 'dear']) {
      const found = mask(dear, [{ strategy: 'small', scenario }])
      for (const trial of [0, 255, 256, 599]) {
        const { inputs } = replay(toyModel, plan, trial).scenarios[scenarioAt(scenario)]
        expect(found[trial]).toBe(inputs.cost >= 3 && inputs.cost <= 4 ? 1 : 0)
      }
    }
  })

  test('that names no case means one of those asked about; one that does means that', () => {
    expect(mask(closes, [none, small])).toEqual(mask(closes, [small]))
    expect(mask(not(closes), [none, small])).toEqual(mask(not(closes), [small]))
    expect(mask({ ...closes, of: none }, [small])).toEqual(new Uint8Array(600))
    expect(mask({ ...rich, of: small } as Selection, [])).toEqual(mask(rich))
  })

  test('of nothing says so, and counts all', () => {
    expect(selected(closes, toyModel, columns, [none])).toEqual({
      mask: undefined,
      futures: { trials: 600, count: 600, isNone: true },
    })
    const found = selected(closes, toyModel, columns, [small])
    const { count } = summariseCase(toyModel, 8, columnsOf(small), 1).condition
    expect(found.futures).toEqual({ trials: 600, count, isNone: false })
    expect(selected(everyFuture, toyModel, columns, []).futures.isNone).toBe(false)
  })

  test.each<[string, Selection, RegExp]>([
    ['an outcome', { kind: 'between', outcome: 'age', from: 0, to: 1 }, /no number age/],
    ['a number', { kind: 'between', outcome: 'state', from: 0, to: 1 }, /no number state/],
    ['a category', { kind: 'states', outcome: 'wealth', states: [] }, /no category outcome wealth/],
    ['a state', { kind: 'states', outcome: 'state', states: ['sold'] }, /never sold/],
    ['a range', { ...rich, to: 3 }, /between 20 and 3 are none/],
    ['an input', { ...dear, input: 'age' }, /no assumption age/],
  ])('is refused where %s is not', (_what, selection, problem) => {
    expect(() => mask(selection)).toThrow(problem)
  })

  test('needs a case', () => {
    expect(() => mask(rich, [])).toThrow('must name the case')
  })
})

test('a mean over a mask is that of its trials alone; a mask of other trials is refused', () => {
  const wealth = columns.outcome(small, 'wealth')
  const chosen = mask(dear)
  const found = meanWithError(wealth, 64, chosen)
  const alone = wealth.filter((_, i) => chosen[i] === 1)
  expect(found).toMatchObject({ count: alone.length, mean: meanWithError(alone, 1)?.mean })
  expect(chosenOf(wealth, chosen)).toEqual(alone)
  expect(() => meanWithError(wealth, 64, chosen.subarray(1))).toThrow('599 trials')
})
