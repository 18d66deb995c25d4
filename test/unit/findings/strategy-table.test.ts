import { describe, expect, it } from 'vitest'
import type { TableEstimate } from '../../../src/analyses/strategy-table.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import type { Dominance, Dominates } from '../../../src/engine/statistics/dominance.ts'
import { csvOf } from '../../../src/app/export/csv.ts'
import { choiceOf } from '../../../src/findings/best.ts'
import { dominanceCell, dominanceSentences } from '../../../src/findings/dominance-words.ts'
import { textOf } from '../../../src/findings/finding.ts'
import {
  strategyTableFinding,
  type StrategyTableFacts,
} from '../../../src/findings/strategy-table.ts'
import { market } from '../../../src/study/model.ts'

const npv = market.outcomes.find(({ id }) => id === 'npv') as NumberOutcome
const limits = { certain: 3, negligible: 0.5 }
const labels = ['A', 'B', 'C']
const strategies = labels.map((label) => ({
  id: label.toLowerCase(),
  label,
  isChoice: true,
  hasFigure: true,
}))
const est = (value: number, error: number | null = 0.1): TableEstimate => ({ value, error })
const rival = (label: string, lead: number) => ({
  id: label.toLowerCase(),
  label,
  lead: est(lead),
})
const choice = (kind: NumberOutcome['better'], b: number, c: number) =>
  choiceOf({ id: 'a', label: 'A' }, kind, [rival('B', b), rival('C', c)], limits)

function found(changes: Partial<StrategyTableFacts> = {}) {
  return strategyTableFinding({
    outcome: npv,
    target: { at: 0, side: 'atLeast' },
    where: 'all',
    means: 'all',
    shared: 'all',
    strategies,
    figures: {
      mean: [est(3), est(1), est(2)],
      missed: [est(0.4, 0.01), est(0.2, 0.01), null],
      shortfall5: [est(-20), est(-5), est(-9)],
    },
    choice: choice('higher', 2, 1),
    tails: [est(-15), est(-11)],
    certain: 3,
    dominances: null,
    shown: ['mean', 'missed', 'shortfall5'],
    against: null,
    sort: null,
    ...changes,
  })
}

describe('the title', () => {
  it.each([
    [{}, '“A” has the best average and the worst expected shortfall'],
    [{ tails: [est(5), est(4)] }, '“A” has the best average and the best expected shortfall'],
    [{ tails: [est(-5), est(4)] }, '“A” has the best average; 1 of 2 others has a better'],
    [{ tails: [est(-0.1), est(4)] }, '; no other has a surely better expected shortfall'],
    [{ tails: null }, /^“A” has the best average$/],
    [
      { choice: choice('higher', 2, 0.1) },
      '“A” and “C” have about the same average, the best; the expected shortfall of “A” is the worst',
    ],
    [
      { choice: choice('higher', 2, 0.6) },
      '“A” has the best average, not surely ahead of “C” by an amount that matters, and the worst expected shortfall',
    ],
    [
      { choice: choice('higher', 2, 0.2) },
      '“A” and “C” are not told apart for the best average; the expected shortfall of “A” is the worst',
    ],
    [{ choice: choice('neutral', 2, 1) }, 'Averages go from $2.0 ± 0.1 bn (“C”) to $3.0 ± 0.1 bn'],
    [
      { choice: choiceOf({ id: 'a', label: 'A' }, 'higher', [], limits) },
      '“A” averages $3.0 ± 0.1 bn, and −$20.0 ± 0.1 bn over its worst 5% of futures',
    ],
    [
      { strategies: strategies.map((one) => ({ ...one, hasFigure: false })) },
      'Net present value: no strategy has a figure',
    ],
  ])('is true whatever is found %#', (changes, words) => {
    const { title } = found(changes)
    if (typeof words === 'string') expect(title).toContain(words)
    else expect(title).toMatch(words)
  })
})

describe('the table', () => {
  it('has a head with its unit, the standing, and cells that are figures', () => {
    const { columns, rows } = found().table()
    expect(columns).toEqual([
      'Strategy',
      'Average, USD bn, all futures',
      'Standing',
      'Below $0 bn, all futures',
      'Expected shortfall 5%, USD bn, all futures',
    ])
    expect(rows.map((row) => row.map(textOf))).toEqual([
      ['A', '3.0 ± 0.1', 'best', '40 ± 1%', '−20.0 ± 0.1'],
      ['B', '1.0 ± 0.1', 'behind', '20 ± 1%', '−5.0 ± 0.1'],
      ['C', '2.0 ± 0.1', 'behind', '–', '−9.0 ± 0.1'],
    ])
    expect(csvOf(found().table()).split('\r\n').slice(0, 2)).toEqual([
      'Strategy,"Average, USD bn, all futures",Standing,"Below $0 bn, all futures","Expected shortfall 5%, USD bn, all futures"',
      'A,3,best,0.4,-20',
    ])
  })

  it('is sorted by any column; rows without a figure stand last', () => {
    const order = (column: string, isDown: boolean) =>
      found({ sort: { column, isDown } }).marks.rows.map(({ label }) => label)
    expect(order('mean', true)).toEqual(['A', 'C', 'B'])
    expect(order('mean', false)).toEqual(['B', 'C', 'A'])
    expect(order('missed', true)).toEqual(['A', 'B', 'C'])
    expect(order('missed', false)).toEqual(['B', 'A', 'C'])
    expect(order('strategy', true)).toEqual(['C', 'B', 'A'])
    expect(order('p90', true)).toEqual(['A', 'B', 'C'])
  })

  it('sets rows against one of them, in amounts, points and percent', () => {
    const against = (value: number, less: number): TableEstimate => ({
      ...est(value),
      less: est(less, 0.2),
      relative: value === 0 ? null : est(less / 4, 0.02),
    })
    const figures = {
      mean: [against(3, 2), against(1, 0), against(0, -1)],
      missed: [0.2, 0, -0.1].map((less) => ({ ...est(0.4, 0.01), less: est(less, 0.01) })),
      shortfall5: [est(-20), est(-5), est(-9)],
    }
    const texts = (isPercent: boolean) =>
      found({ figures, against: { id: 'b', isPercent } }).marks.rows.map(({ cells }) =>
        cells.slice(0, 2).map(textOf),
      )
    expect(texts(false)).toEqual([
      ['+2.0 ± 0.2', '+20 ± 1 points'],
      ['1.0 ± 0.1', '40 ± 1%'],
      ['−1.0 ± 0.2', '−10 ± 1 points'],
    ])
    expect(texts(true)).toEqual([
      ['+50 ± 2%', '–'],
      ['1.0 ± 0.1', '40 ± 1%'],
      ['–', '–'],
    ])
    const { caption } = found({ figures, against: { id: 'b', isPercent: false } })
    expect(caption).toContain('each row less “B”, future by future')
    // Its own row counts as no difference.
    const sorted = found({
      figures,
      against: { id: 'b', isPercent: false },
      sort: { column: 'mean', isDown: true },
    })
    expect(sorted.marks.rows.map(({ label }) => label)).toEqual(['A', 'B', 'C'])
  })

  it('leaves out what an outcome has not got', () => {
    const closing = market.outcomes.find((one) => one.kind === 'number' && one.onlyIf === 'met')
    const ids = found({ outcome: closing as NumberOutcome }).marks.all.map(({ id }) => id)
    expect(ids).not.toContain('meanRegret')
    expect(ids).not.toContain('dominates')
    expect(ids).toContain('p10')
    expect(found({ outcome: { ...npv, better: 'neutral' } }).marks.all.map(({ id }) => id)).toEqual(
      ids,
    )
  })
})

describe('dominance in words', () => {
  const order = (verdict: Dominates) => ({ verdict, violation: { at: 4, size: 0.02, error: 0.01 } })
  const one = (first: Dominates, second: Dominates): Dominance => ({
    first: order(first),
    second: order(second),
  })
  const no = one('no', 'no')
  const same = one('same', 'same')
  const say = (rows: (Dominance | null)[][], outcome = npv) =>
    dominanceSentences(labels.slice(0, rows.length), rows, outcome)

  it('names who is left, and each that is preferred', () => {
    expect(
      say([
        [null, one('dominates', 'dominates'), one('no', 'dominates')],
        [no, null, no],
        [no, no, null],
      ]),
    ).toEqual([
      'A board that does not like risk is left with “A”: the other 2 are dominated.',
      '“A” dominates “B” in the first order: every board prefers it, however it sees risk.',
      '“A” dominates “C” in the second order: every board that does not like risk prefers it.',
    ])
    expect(
      say([
        [null, one('no', 'dominates'), no],
        [no, null, no],
        [no, no, null],
      ])[0],
    ).toBe('A board that does not like risk would not choose “B”: it is dominated.')
  })

  it('names what is nearly so, and the error it rests on', () => {
    expect(
      say([
        [null, one('nearly', 'nearly')],
        [no, null],
      ])[1],
    ).toBe(
      '“A” nearly dominates “B” in the first order: what speaks against it is less than three times its error (its chance of at most $4 bn is 2 ± 1 points larger).',
    )
    expect(
      say([
        [null, one('no', 'nearly')],
        [no, null],
      ])[1],
    ).toBe(
      '“A” nearly dominates “B” in the second order: what speaks against it is less than three times its error (with nothing counted above $4 bn it averages $0.02 ± 0.01 bn less).',
    )
    const two = one('no', 'nearly')
    expect(
      say([
        [null, two, two],
        [no, null, no],
        [no, no, null],
      ])[1],
    ).toContain('“A” nearly dominates “B” and “C” in the second order: what speaks')
    const less = { ...npv, better: 'lower' as const }
    expect(
      say(
        [
          [null, one('no', 'nearly')],
          [no, null],
        ],
        less,
      )[1],
    ).toContain('with nothing counted below $4 bn it averages $0.02 ± 0.01 bn more')
  })

  it('says that nothing is told apart, or that it is a matter of risk', () => {
    expect(
      say([
        [null, same],
        [same, null],
      ]),
    ).toEqual(['These trials do not tell the chances of one strategy from those of another.'])
    expect(
      say([
        [null, no],
        [no, null],
      ]),
    ).toEqual([
      'No strategy surely dominates another: which one is preferred depends on how a board sees risk.',
    ])
    expect(say([[null]])).toEqual([])
  })

  it('counts many names', () => {
    const names = Array.from({ length: 40 }, (_, at) => `S${at}`)
    const rows = names.map((_, row) =>
      names.map((_other, at) => (row === at ? null : row < at ? one('no', 'dominates') : no)),
    )
    const cell = dominanceCell(names, rows, 0, 'dominates')
    expect(cell).toEqual({ text: '39 surely, 0 nearly', count: 39 })
    expect(dominanceSentences(names, rows, npv)[0]).toBe(
      'A board that does not like risk is left with “S0”: the other 39 are dominated.',
    )
  })
})

describe('comma-separated values', () => {
  it('keep words apart and figures in full', () => {
    const table = {
      columns: ['Strategy', 'X'],
      rows: [
        ['=SUM(A1), "quoted"', { text: '1.2 ± 0.1', raw: 1.23456 }],
        ['plain', '–'],
      ],
    }
    expect(csvOf(table)).toBe('Strategy,X\r\n"\'=SUM(A1), ""quoted""",1.23456\r\nplain,\r\n')
  })
})
