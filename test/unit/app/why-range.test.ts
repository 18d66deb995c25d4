import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { BrushedRequest } from '../../../src/analyses/brushed.ts'
import { Brushing } from '../../../src/app/state/brush.svelte.ts'
import { ExplainRange } from '../../../src/app/state/explain-range.svelte.ts'
import { Why } from '../../../src/app/state/why.svelte.ts'
import { OutcomeRange } from '../../../src/app/state/outcome-range.svelte.ts'
import { WhyRules } from '../../../src/app/state/why-rules.svelte.ts'
import { selectionOfRanges } from '../../../src/findings/brush.ts'
import { page, runInFull } from './page.ts'

const app = page()
const why = new Why(app, new Brushing(app))
const rules = new WhyRules(app, why)
const range = new OutcomeRange(app, why)
const explain = new ExplainRange(app, why)
const npv = { outcome: 'npv' } as const
const base = { strategy: 'exclusive', scenario: 'base' }

beforeAll(() => runInFull(app, 'exclusive'))
afterEach(() => {
  why.brush = null
  why.explained = 'outcome'
  app.view.choose('exclusive')
  app.view.outcomeId = 'npv'
  rules.backToTarget()
})

/** Makes out the futures of a range by hand, as a chart does. */
function makeOut(
  low: number | null,
  of: typeof npv | { input: string } = npv,
  strategy = 'exclusive',
  high: number | null = null,
) {
  why.brushing.makeOut([{ of, low, high }], { a: { ...base, strategy }, b: null })
}
/** Has a range of what is explained explained. */
function explainRange(low: number | null, high: number | null = null) {
  makeOut(low, npv, 'exclusive', high)
  why.brushing.explainRange()
}
async function found() {
  why.requestBrush()
  await expect.poll(() => why.facts).not.toBeNull()
  rules.request()
  await expect.poll(() => rules.within).not.toBeNull()
  rules.request()
  await expect.poll(() => rules.isOld, { timeout: 20_000 }).toBe(false)
  if (!rules.facts) throw new Error(rules.problem ?? 'no rules were found')
  return rules.facts
}

it('a range is explained in place of the target, with an open end as a side, until the target is wanted again', () => {
  const target = rules.good
  explainRange(1, 2)
  expect(rules.good).toEqual({ side: 'between', low: 1, high: 2 })
  explainRange(0)
  expect(rules.good).toEqual({ side: 'atLeast', at: 0 })
  explainRange(null, 0)
  expect(rules.good).toEqual({ side: 'atMost', at: 0 })
  rules.backToTarget()
  expect(rules.good).toEqual(target)
})

it('a range that is removed or replaced is explained no more, not even when it is made out again', () => {
  const target = rules.good
  const replace: readonly (() => void)[] = [
    () => (why.brush = null),
    () => makeOut(2),
    () => makeOut(1, npv, 'nonExclusive'),
    () => makeOut(0.09, { input: 'wacc' }),
  ]
  for (const change of replace) {
    explainRange(1)
    expect(rules.drawn).not.toBeNull()
    change()
    expect(rules.good).toEqual(target)
    makeOut(1)
    expect(rules.good).toEqual(target)
  }
  explainRange(1)
  // What is drawn beside it leaves it as it is.
  const wacc = { of: { input: 'wacc' }, low: 0.09, high: null }
  why.brushing.makeOut([wacc, { of: npv, low: 1, high: null }], { a: base, b: null })
  expect(rules.good).toEqual({ side: 'atLeast', at: 1 })
})

it('a target that was set stays whatever is explained of the same outcome, and one of a share’s difference is its own', () => {
  expect([rules.target, rules.aboutTarget]).toEqual([10, 'unset'])
  why.explained = 'difference'
  expect([rules.target, rules.aboutTarget]).toEqual([0, 'even'])
  rules.moveTarget(7)
  expect([rules.target, app.view.targetOf(app.view.outcome).at]).toEqual([7, 7])
  app.view.choose('nonExclusive')
  why.explained = 'outcome'
  expect([rules.target, rules.aboutTarget]).toEqual([7, 'set'])

  app.view.outcomeId = 'awsShare'
  const level = rules.target
  why.explained = 'difference'
  expect([rules.target, rules.aboutTarget]).toEqual([0, 'lead'])
  rules.moveTarget(0.01)
  expect(rules.target).toBe(0.01)
  why.explained = 'outcome'
  expect(rules.target).toBe(level)
})

it('a range is of what it was drawn of, and of nothing else', () => {
  explainRange(0)
  app.view.choose('nonExclusive')
  expect(rules.drawn).toBeNull()
  app.view.choose('exclusive')
  expect(rules.drawn).not.toBeNull()
  app.view.outcomeId = 'awsShare'
  expect(rules.drawn).toBeNull()
})

it('rules for a range are looked for among all futures, and not in the range alone', async () => {
  explainRange(0.01)
  const { brushed, where, found: of } = await found()
  expect(why.facts?.brushed?.count).toBeLessThan(256)
  expect([brushed, where]).toEqual([null, 'all'])
  expect(of.rules.good).toBeLessThan(of.rules.count)
  expect(rules.reported?.good).toEqual({ side: 'atLeast', at: 0.01 })
})

it('rules for a range follow what is made out beside it', async () => {
  const wacc = { of: { input: 'wacc' }, low: 0.09, high: null }
  why.brushing.makeOut([wacc, { of: npv, low: 0.01, high: null }], { a: base, b: null })
  why.brushing.explainRange()
  const { brushed, found: of } = await found()
  expect(brushed).toMatch(/^“[^”]+” is at least 9%/)
  expect(rules.reported).toBeNull()
  expect(of.rules.good).toBeLessThan(of.rules.count)
  expect(rules.within?.brushed?.count).toBeGreaterThan(why.facts?.brushed?.count ?? 256)
  expect(rules.within?.brushed?.count).toBeLessThan(256)
})

it('rules for a target follow what is made out by the outcome too', async () => {
  makeOut(0.01)
  expect((await found()).brushed).toContain('is at least $0.01 bn')
})

async function seen() {
  range.request()
  await expect.poll(() => range.isOld || range.seen === null).toBe(false)
}

it('a range of an outcome is made out where it is drawn, in round numbers, and is explained among all futures', async () => {
  await seen()
  range.draw({ low: 0.012_345_678, high: null })
  const { low } = range.ends
  expect(low).not.toBe(0.012_345_678)
  expect(low).toBeCloseTo(0.012, 0)
  expect(why.brush?.words).toContain('Net present value of “Exclusive alliance” is at least ')
  range.set({ low: 0.01, high: null })
  const { marks } = range.finding ?? {}
  why.requestBrush()
  await expect.poll(() => why.facts).not.toBeNull()
  expect(why.facts?.brushed).toMatchObject({ count: marks?.within, of: 256 })

  why.explained = 'difference'
  explain.explain()
  expect(why.explained).toBe('outcome')
  expect(range.ends).toEqual({ low: 0.01, high: null })
  expect(rules.good).toEqual({ side: 'atLeast', at: 0.01 })
  expect(location.hash).toBe('#/why/rules')
})

/** Why the range that is made out cannot be explained, once that is known. */
async function problem(): Promise<string | null> {
  explain.request()
  await expect.poll(() => String(explain.problem)).not.toMatch(/^Counting/)
  return explain.problem
}

it('a range of another strategy, or of one less another, is explained for what it was drawn of', async () => {
  makeOut(0.01, npv, 'nonExclusive')
  explain.explain()
  expect([app.view.chosen, why.explained]).toEqual(['nonExclusive', 'outcome'])
  expect(rules.drawn).toEqual({ side: 'atLeast', at: 0.01 })

  why.brushing.makeOut([{ of: npv, low: 0.5, high: 1 }], {
    a: base,
    b: { ...base, strategy: 'nonExclusive' },
  })
  expect(why.brush?.words).toContain('“Exclusive alliance” less “')
  explain.explain()
  expect([app.view.chosen, why.against]).toEqual(['exclusive', 'nonExclusive'])
  expect(why.explained).toBe('difference')
  expect(rules.drawn).toEqual({ side: 'between', low: 0.5, high: 1 })
})

it('a range that no future lies in, or every one, is not explained, and neither is a range of a belief', async () => {
  makeOut(1e6)
  expect(await problem()).toContain('No future lies in this range')
  makeOut(-1e6)
  expect(await problem()).toContain('Every future lies in this range')
  await seen()
  const middle = range.seen?.shape.sorted[140] ?? 0
  makeOut(middle)
  expect(await problem()).toBeNull()
  // Beside a range of a belief its own futures are those it is told from.
  const ranges = [
    { of: { input: 'wacc' }, low: 0.09, high: null },
    { of: npv, low: -1e6, high: null },
  ]
  why.brushing.makeOut(ranges, { a: base, b: null })
  expect(await problem()).toContain('Every future lies in this range')
  makeOut(0.09, { input: 'wacc' })
  expect(why.brushing.range).toBeNull()
})

it('a range of an outcome keeps those of beliefs drawn with it, and is shown for its own strategy alone', async () => {
  await seen()
  const ranges = [
    { of: { input: 'wacc' }, low: 0.09, high: null },
    { of: npv, low: 0.01, high: null },
  ]
  const of = { a: base, b: null }
  why.brush = { selection: selectionOfRanges(ranges), words: 'it pays', of, ranges }
  expect(range.ends).toEqual({ low: 0.01, high: null })
  range.set({ low: 1, high: null })
  expect(why.brush.ranges).toEqual([ranges[0], { of: npv, low: 1, high: null }])
  app.view.choose('nonExclusive')
  await seen()
  expect(range.ends).toEqual({ low: null, high: null })
  range.set({ low: 2, high: null })
  expect(why.brush.ranges).toEqual([ranges[0], { of: npv, low: 2, high: null }])
  expect(why.brush.of?.a.strategy).toBe('nonExclusive')
  range.set({ low: null, high: null })
  expect(why.brush.ranges).toEqual([ranges[0]])
})

it('a range of a difference is told from the futures that its rules are looked for among', () => {
  const cases = { a: base, b: { ...base, strategy: 'nonExclusive' } }
  const asked = vi.spyOn(app.runner, 'ask')
  const inBoth = (outcome: string) => {
    asked.mockClear()
    why.brushing.makeOut([{ of: { outcome }, low: 0, high: null }], cases)
    new ExplainRange(app, why).request()
    return asked.mock.calls.map(([, , request]) => (request as BrushedRequest).within.inBoth)
  }
  // A quarter of closing is there where both close alone, whatever outcome is in view.
  expect(app.view.outcomeId).toBe('npv')
  expect(inBoth('closeQuarter')).toEqual([true])
  expect(inBoth('npv')).toEqual([false])
  asked.mockRestore()
})

it('what is subtracted on Why is of Why alone, and nothing brings back its own value', () => {
  const { chosen, rival } = app.view
  why.explainLess('nonExclusive')
  expect(why.whole?.whole.b?.strategy).toBe('nonExclusive')
  expect([app.view.chosen, app.view.rival]).toEqual([chosen, rival])
  // The two change places where the one subtracted is explained.
  why.explainStrategy('nonExclusive')
  expect([why.whole?.whole.a.strategy, why.whole?.whole.b?.strategy]).toEqual([
    'nonExclusive',
    chosen,
  ])
  why.explainStrategy(chosen)
  why.explainLess(null)
  expect(why.whole?.whole.b).toBeNull()
  expect([app.view.chosen, app.view.rival, why.against]).toEqual([chosen, rival, rival])
})
