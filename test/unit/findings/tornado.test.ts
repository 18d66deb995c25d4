import { describe, expect, test } from 'vitest'
import { keyWords, tornadoRows } from '../../../src/app/charts/tornado-layout.ts'
import type { DriverBar } from '../../../src/analyses/driver-bars.ts'
import { tornadoFinding, type TornadoFacts } from '../../../src/findings/tornado.ts'

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
