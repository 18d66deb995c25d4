import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import type { Estimate } from '../../../src/analyses/estimates.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import { bridgeLines } from '../../../src/app/charts/bridge-layout.ts'
import { bridgeFinding } from '../../../src/findings/bridge.ts'
import type { BridgeRow } from '../../../src/findings/bridge-rows.ts'
import { noBridgeWords, unbridgedWords } from '../../../src/findings/no-bridge.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { type Bridged, CORRELATIONS, entriesOf } from '../../../src/study/bridge.ts'
import { betweenCases, sinceThen } from '../../../src/study/edits/since-opened.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withLever } from '../../../src/study/edits/levers.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import type { BridgeAnswer } from '../../../src/workers/bridge.ts'
import type { BridgeSide } from '../../../src/workers/bridge-side.ts'

const outcomes = market.outcomes.filter((one) => one.kind === 'number')
const npv: NumberOutcome = outcomes[0]
const study: Study = { ...defaultStudy(), trials: 2000 }
const ref = (strategy: string, scenario: string) => ({ strategy, scenario })
const both = betweenCases(study, ref('exclusive', 'base'), ref('deepTechnical', 'aiCorrection'))
const terms = betweenCases(study, ref('exclusive', 'base'), ref('deepTechnical', 'base'))
const beliefs = betweenCases(study, ref('exclusive', 'base'), ref('exclusive', 'aiCorrection'))

const at = (value: number, error = 0.05): Estimate => ({ value, error })

/** Every entry an equal part of its side. */
function sideOf(groups: Bridged['decide'], { value }: Estimate, more: Partial<BridgeSide> = {}) {
  const all = entriesOf(groups).length
  const bar = (id: string, parts: number) => ({
    id,
    value: (value * parts) / all,
    error: 0.01,
    ofOrders: 0,
  })
  return {
    entries: entriesOf(groups).map((id) => bar(id, 1)),
    groups: groups.map(({ id, entries }) => bar(id, entries.length)),
    trials: 2000,
    orders: 0,
    isDone: true,
    ...more,
  }
}

function find(
  between: Bridged,
  [decide, believe, together]: readonly [Estimate, Estimate, Estimate],
  more: Partial<BridgeAnswer> = {},
  outcome = npv,
) {
  const value = decide.value + believe.value + together.value
  const answer: BridgeAnswer = {
    trials: 2000,
    from: at(1.4),
    to: at(1.4 + value),
    difference: {
      value,
      error: Math.max(...[decide, believe, together].map((one) => one.error ?? 0)),
    },
    decide,
    believe,
    together,
    terms: sideOf(between.decide, decide),
    beliefs: sideOf(between.believe, believe),
    ...more,
  }
  return bridgeFinding({ outcome, from: 'A', to: 'B', path: 'from A to B', between, answer })
}

const NONE = at(0, 0)

describe('the title is true in every case', () => {
  test.each([
    [
      'both',
      both,
      [at(1.2), at(-4), at(-0.3)],
      'Of the −$3.10 bn from A to B, what we decide makes +$1.20 bn and what we believe −$4.00 bn; −$0.30 bn needs both',
    ],
    [
      'one of them within its error',
      both,
      [at(0.01), at(-4), NONE],
      'Of the −$3.99 bn from A to B, what we decide cannot be told from 0 and what we believe makes −$4.00 bn; nothing needs both',
    ],
    [
      'all within their errors',
      both,
      [at(0.01), at(-0.02), at(0.01)],
      'The difference from A to B cannot be told from 0: neither what we decide nor what we believe can be told from 0; what needs both cannot be told from 0',
    ],
    [
      'both, which cancel out',
      both,
      [at(2), at(-2), at(0.01)],
      'The difference from A to B cannot be told from 0: what we decide makes +$2.00 bn and what we believe −$2.00 bn; what needs both cannot be told from 0',
    ],
    [
      'terms alone',
      terms,
      [at(1.2), NONE, NONE],
      'All of the +$1.20 bn from A to B is what we decide',
    ],
    [
      'beliefs alone',
      beliefs,
      [NONE, at(-4), NONE],
      'All of the −$4.00 bn from A to B is what we believe',
    ],
    [
      'terms that do nothing',
      terms,
      [NONE, NONE, NONE],
      'No difference from A to B, though terms differ',
    ],
    [
      'beliefs within their error',
      beliefs,
      [NONE, at(0.1), NONE],
      'The difference from A to B cannot be told from 0, though beliefs differ',
    ],
    [
      'nothing',
      { ...both, decide: [], believe: [] },
      [NONE, NONE, NONE],
      'No term and no belief differs from A to B',
    ],
  ] as const)('%s', (_, between, values, title) => {
    expect(find(between, values).title).toBe(title)
  })

  test('an outcome in points, and one of an index', () => {
    const share = outcomes.find(({ id }) => id === 'awsShare') as NumberOutcome
    const hhi = outcomes.find(({ unit }) => unit === 'points') as NumberOutcome
    const small = [at(0.012, 0.001), at(-0.03, 0.001), at(0, 0)] as const
    expect(find(both, small, {}, share).title).toMatch(
      /^Of the −1.8 points from A to B, what we decide makes \+1.2 points/,
    )
    expect(find(both, [at(20, 1), at(-50, 1), NONE], {}, hhi).title).toMatch(/^Of the −30 points/)
  })
})

describe('rows and table', () => {
  const leaves = (rows: readonly BridgeRow[]): BridgeRow[] =>
    rows.flatMap((row) => (row.parts.length > 0 ? leaves(row.parts) : [row]))

  test('parts add up to what they stand under, and all to what lies between', () => {
    const value = fc.double({ min: -20, max: 20, noNaN: true })
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const { marks, table } = find(both, [at(a), at(b), at(c)])
        const total = marks.rows.reduce((sum, one) => sum + one.value, 0)
        expect(total).toBeCloseTo(marks.to.value - marks.from.value, 9)
        const check = (rows: readonly BridgeRow[]) => {
          for (const row of rows.filter(({ parts }) => parts.length > 0)) {
            expect(row.parts.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(row.value, 9)
            check(row.parts)
          }
        }
        check(marks.rows)
        const { rows, columns } = table()
        expect(rows.every((row) => row.length === columns.length)).toBe(true)
        const [first] = rows
        expect([textOf(first[0]), textOf(rows[rows.length - 1][0])]).toEqual(['A', 'B'])
      }),
    )
  })

  test('line, paleness and title rest on one rule, and the caption says how many errors that is', () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true })
    const error = fc.double({ min: 0.001, max: 0.3, noNaN: true })
    fc.assert(
      fc.property(value, value, value, error, (a, b, c, size) => {
        const { marks, title, caption } = find(both, [at(a, size), at(b, size), at(c, size)])
        const shown = bridgeLines(marks, new Set(['decide', 'believe']))
        for (const { kind, from, to, reach, isSure } of shown.filter((one) => one.kind !== 'end')) {
          const isBack = Math.abs(to - from) <= (reach ?? 0) + 1e-12
          expect(isSure, `${kind} from ${from} to ${to} by ${reach}`).toBe(!isBack)
        }
        const isSure = Object.fromEntries(marks.rows.map((row) => [row.id, row.isSure]))
        expect(title.includes('what needs both cannot be told from 0')).toBe(!isSure.together)
        const isSaid =
          title.includes('what we decide cannot') || title.includes('neither what we decide')
        expect(isSaid).toBe(!isSure.decide)
        const [{ reach }] = marks.rows
        expect(caption).toContain(`Lines reach ${reach.toFixed(1)} standard errors to each side`)
      }),
    )
  })

  test('every entry says what it was and what it becomes, and has an id of its own', () => {
    const { marks } = find(both, [at(1), at(-4), at(0.3)])
    const entries = leaves(marks.rows).filter(({ entry }) => entry !== null)
    expect(entries.map(({ entry }) => entry)).toEqual([
      ...entriesOf(both.decide),
      ...entriesOf(both.believe),
    ])
    const said = (id: string) => {
      const found = entries.find(({ entry }) => entry === id)
      return `${found?.label}: ${found?.before} → ${found?.after}`
    }
    expect(said('upfront')).toBe('Paid at closing: $25 bn → $15 bn')
    expect(said('openaiDistress')).toBe('OpenAI in distress: 20% chance → 45% chance')
    const ids = (rows: readonly BridgeRow[]): string[] =>
      rows.flatMap(({ id, parts }) => [id, ...ids(parts)])
    expect(new Set(ids(marks.rows)).size).toBe(ids(marks.rows).length)
    // A group of one stands as that one.
    expect(marks.rows[0].parts.map(({ label }) => label)).toContain('Exclusivity')
  })

  test('a side that does not differ has no bar, and neither has what needs both', () => {
    expect(find(terms, [at(1), NONE, NONE]).marks.rows.map(({ side }) => side)).toEqual(['decide'])
    expect(find(both, [at(1), at(1), NONE]).marks.rows.map(({ side }) => side)).toEqual([
      'decide',
      'believe',
      'together',
    ])
    expect(
      find(both, [at(1), at(1), NONE], { terms: null, beliefs: null }).marks.rows[0].parts,
    ).toEqual([])
  })

  test('the caption says on how many futures and orders entries stand', () => {
    const few = find(both, [at(1), at(-4), NONE], {
      beliefs: sideOf(both.believe, at(-4), { trials: 1024, orders: 16 }),
    }).caption
    expect(few).toContain(
      'Ends and sides stand on 2,000 futures, single beliefs on the first 1,024 by 16 orders',
    )
    expect(few).toContain('carried over')
    expect(find(both, [at(1), at(-4), NONE]).caption).not.toContain('carried over')
  })
})

describe('before and after changes', () => {
  const first = ref('exclusive', 'base')

  test('terms, beliefs for all and of one scenario, and pairs that move together', () => {
    const one = withLever(study, 'exclusive', 'upfront', 10)
    const two = withBelief(one, 'base', 'wacc', { kind: 'constant', value: 0.1 })
    const found = sinceThen(study, two, first)
    if (typeof found === 'string') throw new Error(found)
    expect([entriesOf(found.decide), entriesOf(found.believe)]).toEqual([['upfront'], ['wacc']])
    const inOther = sinceThen(study, two, ref('exclusive', 'aiCorrection'))
    if (typeof inOther === 'string') throw new Error(inOther)
    expect(entriesOf(inOther.believe)).toEqual(['wacc'])
    const three: Study = { ...two, correlations: [], seed: 'another', trials: 500, name: 'Else' }
    const all = sinceThen(study, three, first)
    if (typeof all === 'string') throw new Error(all)
    expect(entriesOf(all.believe)).toEqual(['wacc', CORRELATIONS])
    // Another seed and other trials are no beliefs: both ends are on the present futures.
    expect(all.plan).toMatchObject({ seed: 'another', trials: 500 })
    const same = sinceThen(study, study, first)
    expect(same).toMatchObject({ decide: [], believe: [] })
  })

  test('what cannot be set against each other is said', () => {
    const added: Study = {
      ...study,
      strategies: [...study.strategies, { id: 'mine', label: 'Mine', levers: { invest: true } }],
      scenarios: [...study.scenarios, { id: 'world', label: 'World', overrides: {} }],
    }
    const why = [
      sinceThen(study, added, ref('mine', 'base')),
      sinceThen(study, added, ref('exclusive', 'world')),
      sinceThen({ ...study, vantage: '2024-03' }, study, first),
      sinceThen({ ...study, horizonQuarters: 12 }, study, first),
    ]
    expect(why).toEqual(['strategy', 'scenario', 'vantage', 'horizon'])
    for (const one of why) {
      if (typeof one !== 'string') throw new Error('a reason is expected')
      expect(noBridgeWords(one, 'Mine', 'World')).toMatch(/^[“A-Z].*\.$/)
    }
    for (const one of outcomes) {
      expect(unbridgedWords(one) === null).toBe(one.onlyIf !== 'met')
    }
  })
})
