import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, withChanges } from '../../../src/study/changes.ts'
import {
  beginning,
  type History,
  isSame,
  type Moment,
  MOST_STEPS,
  present,
  readHistory,
  recorded,
  redone,
  redoName,
  undone,
  undoName,
  writeHistory,
} from '../../../src/study/history.ts'
import { defaultStudy } from '../../../src/study/index.ts'

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

describe('changesBetween and withChanges', () => {
  it('lead from any value to any other', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (from, to) => {
        expect(withChanges(json(from), changesBetween(json(from), json(to)))).toEqual(json(to))
      }),
    )
  })

  it('lead there also between objects that are nearly alike', () => {
    const leaf = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom('a', null))
    const key = fc.constantFrom('a', 'b', '__proto__', 'constructor')
    const list = fc.array(fc.dictionary(key, leaf), { maxLength: 3 })
    const tree = fc.dictionary(key, fc.oneof(leaf, list, fc.dictionary(key, leaf)))
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const [from, to] = [json(a), json(b)]
        const made = withChanges(from, json(changesBetween(from, to)) as [])
        expect(changesBetween(made, to)).toEqual([])
        expect(made).toEqual(to)
      }),
    )
  })

  it('say nothing where nothing differs, and undefined is not there', () => {
    expect(changesBetween({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }], c: undefined })).toEqual([])
  })

  it('share what is not touched', () => {
    const data = Array.from({ length: 1000 }, (_, i) => i)
    const from = { overrides: { a: { data }, b: 1 } }
    const changes = changesBetween(from, { overrides: { a: { data }, b: 2 } })
    expect(changes).toEqual([[['overrides', 'b'], 2]])
    expect(withChanges(from, changes).overrides.a).toBe(from.overrides.a)
  })
})

const moment = (trials: number, scenario = 'base'): Moment => ({
  study: { ...defaultStudy(), trials },
  scenario,
})
const steps = (n: number) =>
  Array.from({ length: n }, (_, i) => i + 1).reduce(
    (history, i) => recorded(history, `step ${i}`, moment(i)),
    beginning(moment(0)),
  )
const reloaded = (history: History) =>
  readHistory(writeHistory(history), present(history), (study) => study)

describe('a history', () => {
  it('undo then redo is where it was, redo then undo too', () => {
    for (const history of [steps(5), undone(undone(steps(5)))]) {
      expect(redone(undone(history))).toEqual(history)
      if (redoName(history) !== null) expect(undone(redone(history))).toEqual(history)
    }
  })

  it('undo at the beginning and redo at the end change nothing', () => {
    expect(undone(beginning(moment(0)))).toEqual(beginning(moment(0)))
    expect(redone(steps(3))).toEqual(steps(3))
  })

  it('names what would be undone and done again', () => {
    const history = undone(steps(3))
    expect([undoName(history), redoName(history)]).toEqual(['step 2', 'step 3'])
    expect([undoName(beginning(moment(0))), redoName(steps(1))]).toEqual([null, null])
  })

  it('a new step takes the place of what was undone', () => {
    const history = recorded(undone(undone(steps(3))), 'other', moment(9))
    expect(history.names).toEqual(['step 1', 'other'])
    expect(present(history)).toEqual(moment(9))
  })

  it('movements of one drag are one step, and none where it ends as it began', () => {
    const moved = recorded(steps(2), 'step 2', moment(7), true)
    expect(moved.names).toEqual(['step 1', 'step 2'])
    expect(present(undone(moved))).toEqual(moment(1))
    expect(recorded(moved, 'step 2', moment(1), true).names).toEqual(['step 1'])
  })

  it(`keeps the last ${MOST_STEPS} steps`, () => {
    let history = steps(MOST_STEPS + 40)
    expect(history.names).toHaveLength(MOST_STEPS)
    for (let i = 0; i < MOST_STEPS + 5; i++) history = undone(history)
    expect(present(history)).toEqual(moment(40))
  })

  it('the scenario in view is part of a step', () => {
    const history = recorded(beginning(moment(0)), 'chose', moment(0, 'regulators'))
    expect(present(undone(history)).scenario).toBe('base')
  })
})

describe('a history as text', () => {
  it('comes back as it was, wherever it stands', () => {
    for (let back = 0; back <= 6; back++) {
      let history = steps(6)
      for (let i = 0; i < back; i++) history = undone(history)
      expect(reloaded(history)).toEqual(history)
    }
  })

  it('never is longer than it may be but for one moment, and loses the oldest steps first', () => {
    const history = steps(MOST_STEPS)
    const whole = writeHistory(history).length
    const one = writeHistory(beginning(moment(0))).length
    for (const longest of [whole, 3000, 1000, 100, 0]) {
      const text = writeHistory(history, longest)
      expect(text.length).toBeLessThanOrEqual(longest + one + 50)
      const back = readHistory(text, present(history), (study) => study)
      expect(present(back)).toEqual(present(history))
      expect(back.names).toEqual(history.names.slice(history.names.length - back.names.length))
    }
    expect(readHistory(writeHistory(history, 1000), moment(100), (s) => s).names).not.toEqual([])
  })

  it('a study that was changed without it is what holds now', () => {
    const renamed = { ...moment(3), study: { ...moment(3).study, name: 'Other' } }
    const history = readHistory(writeHistory(steps(3)), renamed, (study) => study)
    expect(present(history)).toEqual(renamed)
    expect(present(undone(history))).toEqual(moment(2))
  })

  it.each([null, '', '{', '{}', '[]', '{"at":7,"first":{},"steps":[]}', '{"at":0,"steps":3}'])(
    '%j is a history without steps',
    (text) => {
      expect(readHistory(text, moment(1), (study) => study)).toEqual(beginning(moment(1)))
    },
  )

  it('brings every moment up to the present format', () => {
    const history = readHistory(writeHistory(steps(3)), moment(3), (study) => ({
      ...study,
      notes: 'new',
    }))
    expect(history.moments.slice(0, 3).every(({ study }) => study.notes === 'new')).toBe(true)
  })
})

it('edits, undos and redos with reloads in between leave what they leave without', () => {
  const act = fc.constantFrom('edit', 'edit', 'drag', 'undo', 'redo', 'scenario', 'reload')
  fc.assert(
    fc.property(fc.array(act, { minLength: 200, maxLength: 200 }), (acts) => {
      const run = (reloads: boolean) => {
        let history = beginning(moment(0))
        acts.forEach((name, i) => {
          if (name === 'undo') history = undone(history)
          else if (name === 'redo') history = redone(history)
          else if (name === 'reload') history = reloads ? reloaded(history) : history
          else {
            const scenario = name === 'scenario' ? `s${i % 3}` : present(history).scenario
            history = recorded(history, name, moment(i % 7, scenario), name === 'drag')
          }
        })
        return history
      }
      const [without, withReloads] = [run(false), run(true)]
      expect(withReloads.names).toEqual(without.names)
      expect(withReloads.at).toBe(without.at)
      expect(isSame(present(withReloads), present(without))).toBe(true)
      expect(withReloads.moments).toEqual(without.moments)
    }),
    { numRuns: 30 },
  )
})
