import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { MetBrush } from '../../../src/app/state/brush.svelte.ts'
import { Brushing } from '../../../src/app/state/brush.svelte.ts'
import { Futures } from '../../../src/app/state/futures.svelte.ts'
import { MadeOut } from '../../../src/app/state/made-out.svelte.ts'
import type { PairPicture, Picture } from '../../../src/app/state/pictures.ts'
import { Why, type WhyFacts } from '../../../src/app/state/why.svelte.ts'
import { WhyScatter } from '../../../src/app/state/why-scatter.svelte.ts'
import { ALL, maskOf, type Selection, selectable } from '../../../src/engine/selection.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { withoutStrategy, withStrategyCopy } from '../../../src/study/edits/strategies.ts'
import { market } from '../../../src/study/model.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import { page, runInFull } from './page.ts'

const app = page()
const brushing = new Brushing(app)
const why = new Why(app, brushing)
const scatter = new WhyScatter(app, why)
const ofCopy = { strategy: 'copy', scenario: 'base' }
const npv = { outcome: 'npv' } as const

beforeAll(() => runInFull(app, 'exclusive'))
beforeEach(() => {
  why.brush = null
})

/** Those facts in which what is made out by hand is counted. */
async function counted(): Promise<WhyFacts> {
  why.requestBrush()
  await expect.poll(() => why.facts).not.toBeNull()
  return why.facts as WhyFacts
}
/** Runs the study as it is now, in full. */
async function rerun(): Promise<void> {
  app.requestRun()
  await expect.poll(() => app.run.current && app.run.status, { timeout: 30_000 }).toBe('done')
  await expect.poll(() => why.whole?.results).toBe(app.run.results)
}
async function drawn(): Promise<void> {
  await counted()
  scatter.request()
  await expect.poll(() => scatter.isOld || scatter.seen === null).toBe(false)
}
/** The futures of a selection by hand, of one case. */
function futuresOf(selection: Selection, strategy = 'exclusive'): number[] {
  const { cases } = app.run.results as RunResults
  const columns = cases.find((one) => one.strategy === strategy)?.columns
  if (!columns) throw new Error(`${strategy} was not run`)
  const mask = maskOf(market, selection, selectable(market, columns))
  return [...mask.keys()].filter((trial) => mask[trial] === 1)
}
const atLeast = (low: number): Selection => ({
  kind: 'between',
  of: npv,
  low,
  high: Number.MAX_VALUE,
})

it('a range drawn for one strategy is of the same futures for every other, and for no choice', async () => {
  await drawn()
  const plainly = await counted()
  expect(plainly.subject).toEqual(plainly.whole)
  scatter.brush([{ of: npv, low: 0.01, high: null }])
  expect(why.brush?.words).toBe('Net present value of “Exclusive alliance” is at least $0.01 bn')
  expect(why.facts).toBeNull()
  const facts = await counted()
  const wanted = futuresOf(atLeast(0.01))
  expect(wanted.length).toBeGreaterThan(10)
  expect(facts.brushed).toMatchObject({ count: wanted.length, of: 256 })
  expect(futuresOf(facts.subject.selection)).toEqual(wanted)
  expect(facts.selection).toEqual(ALL)
  expect(facts.whole).toEqual(plainly.whole)
  expect(facts.counted).toBe(
    'all futures, and of these only those where Net present value of “Exclusive alliance” is at least $0.01 bn',
  )

  app.view.choose('nonExclusive')
  const other = await counted()
  expect(other.subject.a.strategy).toBe('nonExclusive')
  expect(futuresOf(other.subject.selection, 'nonExclusive')).toEqual(wanted)
  app.view.choose('exclusive')
})

it('brushing all futures is no brush, and where none is met all are counted', async () => {
  await drawn()
  scatter.brush([{ of: npv, low: -1e6, high: null }])
  const all = await counted()
  expect(futuresOf(all.subject.selection)).toEqual(futuresOf(ALL))
  scatter.brush([{ of: npv, low: 1e6, high: null }])
  const none = await counted()
  expect(none.brushed).toBeNull()
  expect(none.subject).toEqual(none.whole)
  expect(brushing.met).toMatchObject({ count: 0, of: 256 } satisfies Partial<MetBrush>)
  scatter.brush([{ of: npv, low: null, high: null }])
  expect(why.brush).toBeNull()
})

it('the scatter stays over all futures, and brings out those of the brush', async () => {
  await drawn()
  const before = scatter.seen
  const { x } = before?.answer ?? {}
  expect(x).toHaveProperty('input')
  scatter.brush([{ of: npv, low: 0.01, high: null }])
  expect(scatter.ranges).toEqual([{ of: npv, low: 0.01, high: null }])
  await drawn()
  await expect.poll(() => scatter.seen?.facts.brushed).not.toBeNull()
  const after = scatter.seen?.answer
  expect(after?.bins).toEqual(before?.answer.bins)
  const standing = Array.from(after?.dots.trials ?? []).filter((_, at) => after?.dots.marked[at])
  expect(standing).toEqual(futuresOf(atLeast(0.01)))
  // A rule that takes its place is no range of the scatter.
  why.brush = { selection: atLeast(1), words: 'a rule holds' }
  expect(scatter.ranges).toEqual([])
})

it('a belief put on x is picked, luck and outcomes are not, and a later pick takes over', () => {
  scatter.put({ input: 'openaiReturn' })
  expect([why.picked, scatter.x]).toEqual(['openaiReturn', { input: 'openaiReturn' }])
  scatter.put({ outcome: 'awsShare' })
  expect([why.picked, scatter.x]).toEqual(['openaiReturn', { outcome: 'awsShare' }])
  scatter.put({ input: 'signingDraw' })
  expect([why.picked, scatter.x]).toEqual(['openaiReturn', { input: 'signingDraw' }])
  why.picked = 'wacc'
  expect(scatter.x).toEqual({ input: 'wacc' })
  why.picked = null
})

it('of what is there only if it closes, futures that close are counted', async () => {
  scatter.put({ outcome: 'closeQuarter' })
  await drawn()
  expect(scatter.seen?.answer.count).toBe(futuresOf({ kind: 'closes' }).length)
  expect(scatter.seen?.answer.bins[0]?.from).toBeGreaterThan(0)
})

it('fans are over the same futures, and over all again without them', async () => {
  const futures = new Futures(app.runner, app.run, app.studies, app.view, brushing)
  const trials = async () => {
    futures.request()
    await expect.poll(() => futures.waiting).toBe(false)
    return futures.panel('awsShare')?.trials
  }
  expect(await trials()).toBe(256)
  why.brush = { selection: atLeast(0.01), words: 'it pays' }
  futures.request()
  await expect.poll(() => futures.brushed?.brush.words).toBe('it pays')
  expect(futures.panel('awsShare')?.trials).toBe(futuresOf(atLeast(0.01)).length)
  why.brush = null
  futures.request()
  await expect.poll(() => futures.brushed).toBeNull()
  expect(futures.panel('awsShare')?.trials).toBe(256)
})

it('every strategy is looked at in the same futures, beside all of them, and nothing is left when all count again', async () => {
  const made = new MadeOut(app, why)
  scatter.brush([{ of: npv, low: 0.01, high: null }])
  made.request()
  await expect.poll(() => made.met).not.toBeNull()
  made.request()
  await expect.poll(() => made.isOld).toBe(false)
  const wanted = futuresOf(atLeast(0.01))
  const { rows, words } = made.seen?.facts ?? { rows: [] }
  expect(words).toBe(why.brush?.words)
  expect(rows.map(({ id }) => id)).toEqual(app.studies.strategies.map(({ id }) => id))
  for (const { all, made: those } of rows) {
    expect(all.shape.count).toBe(256)
    expect(Array.from(those.shape.trialOfRank).toSorted((x, y) => x - y)).toEqual(wanted)
    expect(those.readings.quantiles[0].value).toBe(quantileOf(those.shape.sorted, 0.5))
  }
  expect(made.finding?.title).toMatch(
    /^In these [\d,]+ futures “Exclusive alliance” has a median of /,
  )
  why.brush = null
  expect(made.seen).toBeNull()
})

it('while another range is counted, and where it meets none, nothing stands for the one before', async () => {
  const made = new MadeOut(app, why)
  const results = app.run.results as RunResults
  const { outcome } = app.view
  const rows = { results, outcome, where: 'all', agreeing: null } as Picture
  const pair = { results, outcome, where: 'all' } as Partial<PairPicture> as PairPicture
  const marked = () => [made.rowIn(rows, 'exclusive'), made.endsWith(pair, 'exclusive')]
  const request = () => [made.request(), made.requestRows(rows)]
  scatter.brush([{ of: npv, low: 0.01, high: null }])
  await counted()
  request()
  const wanted = futuresOf(atLeast(0.01)).length
  await expect.poll(() => marked().map((one) => one?.count)).toEqual([wanted, wanted])
  expect([made.isOld, made.isBusy]).toEqual([false, false])
  expect(made.rowIn({ ...rows, agreeing: ALL }, 'exclusive')).toBeNull()

  scatter.brush([{ of: npv, low: 1e6, high: null }])
  request()
  expect([...marked(), made.isOld, made.isBusy]).toEqual([null, null, true, true])
  await expect.poll(() => made.met?.count).toBe(0)
  request()
  expect([...marked(), made.isBusy]).toEqual([null, null, false])
})

it('what was made out in one study means nothing in another, nor where its strategy is gone', () => {
  const of = { a: { strategy: 'gone', scenario: 'base' }, b: null }
  why.brush = { selection: atLeast(1), words: 'it pays', of }
  expect(brushing.lostIn(app.run.results as RunResults)).toContain('all futures are counted')
  expect(why.facts?.subject).toEqual(why.facts?.whole)
  app.studies.open({ ...app.studies.study, trials: 256 })
  expect(why.brush).toBeNull()
})

it('what was seen in a run before is old in the next, and gone where its strategy is', async () => {
  const made = new MadeOut(app, why)
  const copied = withStrategyCopy(app.studies.study, 'exclusive', 'copy')
  app.studies.open(copied)
  await rerun()
  why.brush = { selection: atLeast(0.01), words: 'it pays', of: { a: ofCopy, b: null } }
  await counted()
  made.request()
  await expect.poll(() => made.isOld).toBe(false)
  const before = made.seen
  app.studies.change('more futures', (study) => ({ ...study, trials: 300 }))
  await rerun()
  expect([made.seen, made.isOld, made.isBusy]).toEqual([before, true, true])
  app.studies.change('deleted it', (study) => withoutStrategy(study, 'copy'))
  await rerun()
  expect([made.seen, made.finding, made.isBusy]).toEqual([null, null, false])
})
