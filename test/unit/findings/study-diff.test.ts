import { describe, expect, it } from 'vitest'
import { type Choice, choiceOf } from '../../../src/findings/best.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { studyDiffFinding } from '../../../src/findings/study-diff.ts'
import {
  changeWords,
  choiceChange,
  type DiffEffect,
  type DiffEffects,
} from '../../../src/findings/study-diff-facts.ts'
import { studyDiff } from '../../../src/study/diff.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'

/** Strategies, the first the best and the others behind by so much, with an error of 0.1. */
function choice(top: string, behind: Readonly<Record<string, number>>): Choice {
  const rivals = Object.entries(behind).map(([id, value]) => ({
    id,
    label: id,
    lead: { value, error: 0.1 },
  }))
  return choiceOf({ id: top, label: top }, 'higher', rivals, { certain: 3, negligible: 0.5 })
}

const x = choice('X', { Y: 3 })
const y = choice('Y', { X: 3 })
const both = choice('X', { Y: 0 })
const five = choice('V', { W: 0, X: 0, Y: 0, Z: 0 })
const known = (to: Choice): DiffEffect => ({
  kind: 'known',
  choice: to,
  change: choiceChange(x, to),
  effect: null,
})
const none: DiffEffect = { kind: 'none' }

const mine = defaultStudy()
const overrides = {
  openaiReturn: { kind: 'constant', value: 0.02 },
  wacc: { kind: 'constant', value: 0.09 },
  taxRate: { kind: 'constant', value: 0.2 },
} as const
const withLever = { strategies: ['none', { id: 'exclusive', levers: { upfront: 9 } }] }

/** The title where each entry, in order, has an effect. */
function title(
  change: Partial<Study>,
  effects: readonly DiffEffect[] | null,
  more: Partial<DiffEffects> = {},
  base: Partial<Study> = {},
): string {
  const [a, b] = [
    { ...mine, ...base },
    { ...mine, ...base, ...change },
  ]
  const entries = studyDiff(a, b)
  return studyDiffFinding({
    names: { mine: 'Ana', theirs: 'Ben' },
    entries,
    effects: effects && {
      scenario: 'Base case',
      trials: 1000,
      certain: 3,
      mine: x,
      on: x.top,
      averages: { mine: null, theirs: null },
      beliefs: x,
      all: x,
      byEntry: new Map(entries.map(({ id }, at) => [id, effects[at] ?? none])),
      ...more,
    },
    bridge: null,
    isOneDate: true,
  }).title
}

const { openaiReturn } = overrides
const one = { overrides: { openaiReturn } }

describe('what two studies disagree on', () => {
  it.each<[string, string]>([
    [title({}, []), 'The two studies say the same'],
    [
      title({ seed: 'b' }, []),
      'We agree on every belief and every decision; only how we look at them differs',
    ],
    [title(one, null), 'We disagree on one belief, “Return on OpenAI shares”'],
    [
      title(one, [known(y)]),
      'We disagree on one belief, “Return on OpenAI shares”, and it changes the choice from X to Y',
    ],
    [
      title(one, [known(x)]),
      'We disagree on one belief, “Return on OpenAI shares”, and it does not change the choice: X either way',
    ],
    [
      title(one, [known(both)]),
      'We disagree on one belief, “Return on OpenAI shares”, and it adds Y to those that may be best',
    ],
    [
      title(one, [known(five)]),
      'We disagree on one belief, “Return on OpenAI shares”, and it adds 4 strategies to those that may be best',
    ],
    [
      title({ overrides }, [known(x), known(five), none], { beliefs: five }),
      'We disagree on 3 beliefs; none of them alone makes it another choice, though one changes who may be best; taking all adds 4 strategies to those that may be best',
    ],
    [
      title(one, [{ kind: 'known', choice: x, change: 'shifts', effect: null }], { mine: five }),
      'We disagree on one belief, “Return on OpenAI shares”, and it takes 4 strategies from those that may be best and leaves X',
    ],
    [
      title(one, [none]),
      'We disagree on one belief, “Return on OpenAI shares”, which moves no figure of Base case',
    ],
    [
      title({ overrides }, [none, none, none]),
      'We disagree on 3 beliefs, none of which moves a figure of Base case',
    ],
    [
      title({ overrides }, [known(x)], { mine: null }),
      'We disagree on 3 beliefs, and there is nothing to choose between',
    ],
    [
      title({ overrides }, [known(y), known(x), none]),
      'We disagree on 3 beliefs; one of them matters: “Return on OpenAI shares” changes the choice from X to Y',
    ],
    [
      title({ overrides }, [known(y), known(y), none]),
      'We disagree on 3 beliefs; 2 of them matter, each by itself: “Return on OpenAI shares” and “Cash tax rate” change the choice from X to Y',
    ],
    [
      title({ overrides }, [known(y), known(choice('Z', { X: 3, Y: 3 })), none]),
      'We disagree on 3 beliefs; 2 of them matter, each by itself: “Return on OpenAI shares” changes the choice from X to Y and “Cash tax rate” to Z',
    ],
    [
      title({ overrides }, [known(x), known(x), none]),
      'We disagree on 3 beliefs; none of them alone changes the choice, nor do all together: it stays X',
    ],
    [
      title({ overrides }, [known(x), known(both), none], { beliefs: y }),
      'We disagree on 3 beliefs; none of them alone makes it another choice, though one changes who may be best, but taking all changes the choice from X to Y',
    ],
    [
      title({ overrides }, [known(x), known(both), none], { beliefs: null }),
      'We disagree on 3 beliefs; none of them alone makes it another choice, though one changes who may be best',
    ],
    [
      title(withLever, [known(y)], {}, { strategies: ['none', 'exclusive'] }),
      'We agree on every belief; the one decision that differs, “Paid at closing of Exclusive alliance”, changes the choice from X to Y',
    ],
    [
      title(
        { ...one, ...withLever },
        [known(x), known(x)],
        {},
        { strategies: ['none', 'exclusive'] },
      ),
      'We disagree on one belief, “Return on OpenAI shares”, and it does not change the choice: X either way; the one decision that differs does not change the choice',
    ],
    [
      title({ strategies: ['none', 'exclusive'] }, [known(x), known(y)], {}),
      'We agree on every belief; of 3 decisions that differ one, “The strategy Deep technical collaboration”, changes the choice from X to Y',
    ],
  ])('%#: %s', (is, expected) => {
    expect(is).toBe(expected)
  })
})

it('who joins those that may be best and who leaves is named', () => {
  const three = choice('X', { Y: 0, Z: 0 })
  expect(changeWords(three, both)).toBe('takes Z from those that may be best and leaves X or Y')
  expect(changeWords(both, three)).toBe('adds Z to those that may be best')
  expect(changeWords(both, choice('X', { Z: 0 }))).toBe(
    'puts Z in the place of Y among those that may be best',
  )
  expect(changeWords(both, choice('Y', { X: 0 }))).toBe('')
})

it('a choice is another one only where none of those that may be it may be still', () => {
  expect(choiceChange(x, y)).toBe('flips')
  expect(choiceChange(x, both)).toBe('shifts')
  expect(choiceChange(both, y)).toBe('shifts')
  expect(choiceChange(both, choice('Y', { X: 0 }))).toBe('same')
})

it('says what the strategy told of is worth by both studies, and in a table what is not decided', () => {
  const entries = studyDiff(mine, { ...mine, ...one })
  const finding = (theirs: number | null) =>
    studyDiffFinding({
      names: { mine: 'Ana', theirs: 'Ben' },
      entries,
      effects: {
        scenario: 'Base case',
        trials: 1000,
        certain: 3,
        mine: x,
        on: x.top,
        averages: {
          mine: { value: 3, error: 0.1 },
          theirs: theirs === null ? null : { value: theirs, error: 0.1 },
        },
        beliefs: five,
        all: five,
        byEntry: new Map([[entries[0].id, known(five)]]),
      },
      bridge: null,
      isOneDate: true,
    })
  const { measure, marks } = finding(0.4)
  expect(measure).toMatch(
    / X averages \$3\.0 ± 0\.1 bn in yours, \$0\.4 ± 0\.1 bn with all that theirs says\.$/,
  )
  expect(marks[0].choice).toBe('adds 4 strategies to those that may be best')
  expect(finding(3).measure).toMatch(/ X averages \$3\.0 ± 0\.1 bn with what either study says\.$/)
  expect(finding(null).measure).toMatch(/ X averages \$3\.0 ± 0\.1 bn in yours\.$/)
})

it('says in words what is made of pages, and no stop is followed by a comma', () => {
  const theirs: Study = {
    ...mine,
    presentation: { pages: [{ id: 'why', headline: 'Look' }, { id: 'question' }] },
    assumptionNotes: { wacc: { owner: 'Keep the odds.', date: '2026-11-26' } },
  }
  const { marks } = studyDiffFinding({
    names: { mine: 'Ana', theirs: 'Ben' },
    entries: studyDiff(mine, theirs),
    effects: null,
    bridge: null,
    isOneDate: true,
  })
  expect(marks.map(({ name, mine: a, theirs: b }) => [name, a, b])).toEqual([
    ['What is made of its pages for a talk', 'as they are found', '1 page changed'],
    ['Note on Cost of capital', 'none', 'Keep the odds, 2026-11-26'],
  ])
})

it('a table says both sides in words that differ, and keeps beliefs and decisions apart', () => {
  const theirs: Study = {
    ...mine,
    overrides: { ...overrides, openaiReturn: { kind: 'constant', value: 0.02 } },
    correlations: [['wacc', 'taxRate', 0.3]],
    scenarioWeights: { base: 2, regulators: 1 },
    strategies: ['none', { id: 'own', label: 'Mine', levers: { invest: false } }, 'exclusive'],
    scenarios: ['base', { id: 'night', label: 'Night', overrides: {} }],
    vantage: '2024-03',
    negligible: 1,
    assumptionNotes: { wacc: { note: 'why', owner: 'Ana' } },
  }
  const finding = studyDiffFinding({
    names: { mine: 'Ana', theirs: 'Ben' },
    entries: studyDiff(mine, theirs),
    effects: null,
    bridge: null,
    isOneDate: false,
  })
  const { rows } = finding.table()
  for (const row of rows) expect(row[2]).not.toBe(row[3])
  const sides = rows.map(([side]) => textOf(side))
  expect(sides).toEqual(sides.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  expect(new Set(sides)).toEqual(new Set(order))
  const text = rows.map((row) => row.map(textOf).join(' | ')).join('\n')
  expect(text).toContain('look at | Seen from | December 2025 | March 2024')
  expect(text).toContain('believe | The scenario Night | not there | there')
  expect(finding.caption).toContain('only beliefs that somebody changed are compared')
})
const order = ['believe', 'decide', 'look at']
