import { describe, expect, test } from 'vitest'
import { keyWords, tornadoRows } from '../../../src/app/charts/tornado-layout.ts'
import type { DriverBar, DriverMethod } from '../../../src/analyses/driver-bars.ts'
import { byLength } from '../../../src/analyses/tornado-bars.ts'
import { tornadoFinding, type TornadoFacts } from '../../../src/findings/tornado.ts'
import { driverGroups, groupings } from '../../../src/study/driver-groups.ts'
import { assumptions, market } from '../../../src/study/model.ts'

const bar = (more: Partial<DriverBar> = {}): DriverBar => ({
  id: 'openaiReturn',
  low: null,
  high: null,
  size: 0.5,
  error: 0.02,
  share: 0.25,
  isTold: true,
  ...more,
})

const titleOf = (more: Partial<TornadoFacts>) => found(more).title

function found(more: Partial<TornadoFacts>) {
  return tornadoFinding({
    method: 'spearman',
    outcome: { label: 'Net present value', unit: 'USD bn' },
    explained: 'A less B',
    isDifference: true,
    bars: [],
    luck: [],
    luckTogether: null,
    base: { mean: 0, error: 0 },
    groups: [],
    groupBars: [],
    trials: 1000,
    isStill: false,
    beyond: 4,
    counted: 'all futures',
    ...more,
  })
}

describe('the title of what moves an outcome', () => {
  test('is of what is explained, which may be a difference', () => {
    expect(titleOf({ isStill: true })).toBe(
      'Net present value of A less B is the same in every future that counts: there is nothing to explain',
    )
    for (const bars of [[], [bar({ isTold: false })], [bar()], [bar({ size: -0.5 })]]) {
      expect(titleOf({ bars })).toContain('Net present value of A less B')
    }
  })

  test('does not say that an outcome is the same where it is beliefs that do not vary', () => {
    expect(titleOf({})).toBe(
      'No belief varies among the futures that count, so none moves Net present value of A less B',
    )
  })
})

describe('bars of groups', () => {
  const ended = (id: string, low: number, high: number, isTold = true, at: number | null = 0) =>
    bar({
      id,
      low: { at, value: low, error: 0.1 },
      high: { at: at === null ? null : 1, value: high, error: 0.1 },
      size: high - low,
      isTold,
    })
  const groups = [
    { id: 'grey', label: 'Grey ones', members: ['a'] },
    { id: 'big', label: 'Big ones', members: ['openaiDistress'] },
  ]
  const { bars, halves } = found({
    method: 'swing',
    bars: [ended('openaiReturn', -8, 19), ended('openaiDistress', -6, 3)],
    groups,
    groupBars: [ended('big', -6, 4, true, null), ended('grey', -1, 1, false, null)],
    base: { mean: 0, error: 0.1 },
  }).marks

  test('stand among beliefs that are in none: told first, then by length', () => {
    expect(bars.map(({ id }) => id)).toEqual(['openaiReturn', 'big', 'grey'])
  })

  test('say what their sides are', () => {
    expect(bars[1].ends?.map(({ at }) => at)).toEqual(['lowest tenth', 'highest tenth'])
    for (const { ends } of [...bars, ...bars[1].parts])
      for (const end of ends ?? []) expect(end.at).not.toBe('')
  })

  test('and the key names an event where one is shown, and nothing else where nothing else is', () => {
    const key = (open: readonly string[]) => keyWords(halves, tornadoRows(bars, new Set(open)))
    expect(key([])).toEqual(['lowest tenth', 'highest tenth'])
    expect(key(['big'])).toEqual(['lowest tenth, or does not happen', 'highest tenth, or happens'])
    const alone = tornadoRows(bars[1].parts, new Set())
    expect(keyWords(halves, alone)).toEqual(['does not happen', 'happens'])
    expect(keyWords(halves, [])).toBeNull()
  })
})

describe('a group that has no bar', () => {
  const beliefs = assumptions.filter(({ role }) => role !== 'luck').slice(0, 20)
  const ids = beliefs.map(({ id }) => id)
  const { title, caption, table, marks } = found({
    bars: ids.map((id, at) => bar({ id, size: 0.9 - at / 30 })),
    groups: [
      { id: 'large', label: 'Large', members: ids.slice(0, 6) },
      { id: 'small', label: 'Small', members: ids.slice(6, 8) },
    ],
    groupBars: [bar({ id: 'small', size: 0.4 })],
  })

  test('leaves its beliefs to stand alone: one that leads has the title', () => {
    expect(title).toContain(`Turns most on ${beliefs[0].label}: `)
    expect(marks.bars[0].id).toBe(ids[0])
  })

  test('is not counted, and its beliefs are', () => {
    expect(caption).toContain('Shown are the group and the first 9 of 18 other beliefs')
    expect(caption).toContain('Of 1 group and 18 other beliefs, 19 are beyond it')
    const rows = table().rows.map(([name]) => name)
    for (const { label } of beliefs) expect(rows).toContain(label)
    expect(rows).not.toContain('Large')
  })
})

describe('what is said is of the bars that are drawn', () => {
  const beliefs = assumptions.filter(({ role }) => role !== 'luck')
  const outcomes = [
    { outcome: { label: 'Net present value', unit: 'USD bn' }, isDifference: false },
    { outcome: { label: 'Net share', unit: 'fraction' }, isDifference: true },
  ]
  const { correlations } = market
  const size = (name: string) => (hash(name) % 1000) / 1000
  const barOf = (id: string, method: DriverMethod, seed: string) => {
    const value = size(`${seed}${id}`) - (method === 'firstOrder' || method === 'delta' ? 0 : 0.5)
    const ended = method === 'swing'
    return bar({
      id,
      size: value,
      error: 0.001,
      share: Math.abs(value) / 2,
      isTold: Math.abs(value) > 0.3,
      low: ended ? { at: null, value: -value / 2, error: 0.001 } : null,
      high: ended ? { at: null, value: value / 2, error: 0.001 } : null,
    })
  }
  const seeds = ['one', 'two', 'five']
  const given = ['swing', 'spearman', 'regression', 'firstOrder', 'delta'] as const
  const cases = given.flatMap((method) =>
    groupings.flatMap((grouping) => seeds.map((seed) => [method, grouping, seed] as const)),
  )

  test.each(cases)('%s, %s, %s: title, caption and table', (method, grouping, seed) => {
    const groups = driverGroups(grouping, correlations)
    const varying = beliefs.filter(({ id }) => size(`still${seed}${id}`) > 0.02)
    const facts = {
      method,
      ...outcomes[hash(seed) % 2],
      bars: byLength(
        varying.map(({ id }) => barOf(id, method, seed)),
        0,
      ),
      groups,
      groupBars: groups.map(({ id }) => barOf(id, method, seed)),
    }
    const { title, caption, table, marks } = found(facts)
    const [first] = marks.bars
    expect(title).toContain(
      first.isTold ? `Turns most on ${first.label}` : 'No belief or group moves Net',
    )
    const { rows, columns } = table()
    expect(rows[0][0]).toBe(first.label)
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
    // Every belief that varies is in the table once, and those that are not are counted.
    const named = rows.map(([name]) => name)
    for (const { label } of varying) expect(named).toContain(label)
    const still = beliefs.length - varying.length
    const said = / beliefs, (\d+) do/.exec(caption)?.[1] ?? 0
    expect(Number(said)).toBe(still)
    const grouped = new Set(groups.flatMap(({ members }) => members))
    const top = [...facts.groupBars, ...facts.bars.filter(({ id }) => !grouped.has(id))]
    const told = top.filter(({ isTold }) => isTold).length
    const many = told === 0 ? 'none is' : told === 1 ? '1 is' : `${told} are`
    expect(caption).toContain(`, ${many} beyond it.`)
    if (groups.length > 0) expect(caption).toContain(`Of ${groups.length} groups`)
    // A group says what it is of.
    for (const one of marks.bars) expect(one.about).not.toBe('')
  })

  test('luck that does more than any belief is said', () => {
    const told = { bars: [bar()], base: { mean: 0, error: 0 } }
    const luck = (more: number) => bar({ id: 'luck', size: more })
    expect(titleOf({ ...told, luckTogether: luck(0.9) })).toMatch(/luck, .+, does more$/)
    expect(titleOf({ ...told, luckTogether: luck(0.4) })).not.toContain('luck')
  })
})

/** A number for a name, the same everywhere. */
function hash(name: string): number {
  let sum = 7
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003
  return (sum * 7919) % 1_000_003
}
