import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomeColumn } from '../../../src/engine/columns.ts'
import {
  ALL,
  CLOSES,
  inputsNamed,
  maskOf,
  type Selection,
  selectedOf,
} from '../../../src/engine/selection.ts'
import { summarise, summariseWhere } from '../../../src/engine/statistics/summary.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import { toyModel, toyPlan } from './toy-model.ts'

const plan = toyPlan({ trials: 700 })
const { cases } = await createInlineRunner(toyModel).run(plan)
const { columns } = cases[1]
const inputs = new Map(['income', 'gain'].map((id) => [id, inputColumn(toyModel, plan, 0, id)]))
const from = { columns, inputs }
const mask = (selection: Selection) => Array.from(maskOf(toyModel, selection, from))

const { selection } = fc.letrec<{ selection: Selection }>((tie) => ({
  selection: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Selection>(ALL, CLOSES),
    fc
      .tuple(
        fc.constantFrom({ outcome: 'extra' }, { outcome: 'wealth' }, { input: 'income' }),
        fc.integer({ min: -20, max: 40 }),
        fc.nat(20),
      )
      .map(([of, low, width]): Selection => ({ kind: 'between', of, low, high: low + width })),
    fc
      .subarray(['none', 'failed', 'built'])
      .map((states): Selection => ({ kind: 'states', outcome: 'state', states })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('selection'), { maxLength: 3 }),
      )
      .map(([kind, parts]): Selection => ({ kind, parts: parts as Selection[] })),
    tie('selection').map((part): Selection => ({ kind: 'not', part: part as Selection })),
  ),
}))

test('and, or and not obey the laws of logic, future by future', () => {
  fc.assert(
    fc.property(selection, selection, (a, b) => {
      const [one, other] = [mask(a), mask(b)]
      expect(mask({ kind: 'and', parts: [a, b] })).toEqual(one.map((x, i) => x & other[i]))
      expect(mask({ kind: 'or', parts: [a, b] })).toEqual(one.map((x, i) => x | other[i]))
      expect(mask({ kind: 'not', part: { kind: 'not', part: a } })).toEqual(one)
      const neither: Selection = { kind: 'not', part: { kind: 'or', parts: [a, b] } }
      const both: Selection = {
        kind: 'and',
        parts: [
          { kind: 'not', part: a },
          { kind: 'not', part: b },
        ],
      }
      expect(mask(neither)).toEqual(mask(both))
    }),
  )
})

test('a selection is a value: it survives being kept as JSON', () => {
  fc.assert(
    fc.property(selection, (one) => {
      expect(mask(JSON.parse(JSON.stringify(one)) as Selection)).toEqual(mask(one))
    }),
  )
})

test('where none is met all are counted, and that is said', () => {
  fc.assert(
    fc.property(selection, (one) => {
      const met = mask(one).filter((x) => x === 1).length
      const { mask: counted, count, isEmpty } = selectedOf(toyModel, one, from)
      expect(isEmpty).toBe(met === 0)
      expect(count).toBe(met === 0 ? 700 : met)
      if (isEmpty || one.kind === 'all') expect(counted).toBeNull()
      else expect(Array.from(counted ?? [])).toEqual(mask(one))
    }),
  )
})

test('both ends of a range count, and the model’s condition is the states it names', () => {
  const extra = outcomeColumn(columns, 1)
  const of = { outcome: 'extra' }
  const here: Selection = { kind: 'between', of, low: extra[3], high: extra[3] }
  expect(mask(here)[3]).toBe(1)
  expect(mask(CLOSES)).toEqual(mask({ kind: 'states', outcome: 'state', states: ['built'] }))
  expect(mask({ kind: 'and', parts: [] })).toEqual(mask(ALL))
  expect(mask({ kind: 'or', parts: [] })).not.toContain(1)
})

test('a range of an input is read from the draws behind the trials', () => {
  const income = inputs.get('income') ?? new Float64Array()
  const rich: Selection = { kind: 'between', of: { input: 'income' }, low: 2, high: Infinity }
  expect(mask(rich)).toEqual(Array.from(income, (value) => (value >= 2 ? 1 : 0)))
  expect(inputsNamed({ kind: 'or', parts: [rich, { kind: 'not', part: rich }] })).toEqual([
    'income',
  ])
})

test('statistics of a selection are those of the futures in it', () => {
  const values = outcomeColumn(columns, 0)
  const chosen = maskOf(toyModel, CLOSES, from)
  const alone = summarise(
    values.filter((_, i) => chosen[i] === 1),
    1,
  )
  const { standardError: _own, ...figures } = summariseWhere(values, chosen, 1) ?? alone
  expect(alone).toMatchObject(figures)
})

test('what is not there is named', () => {
  const wrong: readonly (readonly [Selection, string])[] = [
    [{ kind: 'between', of: { outcome: 'npv' }, low: 0, high: 1 }, 'the model has no outcome npv'],
    [{ kind: 'between', of: { input: 'cost' }, low: 0, high: 1 }, 'cost, which was not drawn'],
    [{ kind: 'states', outcome: 'extra', states: [] }, 'no category outcome extra'],
    [{ kind: 'states', outcome: 'state', states: ['sold'] }, 'state has no state sold'],
  ]
  for (const [one, words] of wrong) expect(() => mask(one)).toThrow(words)
})
