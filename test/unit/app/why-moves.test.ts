import { SvelteMap } from 'svelte/reactivity'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { Brushing } from '../../../src/app/state/brush.svelte.ts'
import { Why, type WhyFacts } from '../../../src/app/state/why.svelte.ts'
import { WhyMoves } from '../../../src/app/state/why-moves.svelte.ts'
import { driverGroups } from '../../../src/study/driver-groups.ts'
import { market } from '../../../src/study/model.ts'
import { page, runInFull } from './page.ts'

const app = page()
const why = new Why(app, new Brushing(app))
/** What is explained, as it stays while a page looks at it. */
const explained = new SvelteMap<'facts', WhyFacts | null>()
const moves = new WhyMoves(app, {
  get facts() {
    return explained.get('facts') ?? null
  },
})
const explain = (strategy: string) => {
  app.view.choose(strategy)
  explained.set('facts', why.facts)
}
const asked = async () => {
  moves.request()
  await expect.poll(() => moves.isOld, { timeout: 20_000 }).toBe(false)
}

beforeAll(async () => {
  await runInFull(app, 'exclusive')
  explain('exclusive')
})
afterEach(() => {
  moves.grouping = 'none'
  moves.method = 'swing'
  app.view.outcomeId = 'npv'
})

it('beliefs of a group that has no bar stand alone, and those of one that has do not', async () => {
  moves.grouping = 'correlated'
  await asked()
  const withBar = new Set(moves.grouped?.bars.map(({ id }) => id))
  const groups = driverGroups('correlated', market.correlations)
  // So few futures are not enough for a guess from many beliefs.
  expect(withBar.size).toBeGreaterThan(0)
  expect(withBar.size).toBeLessThan(groups.length)
  for (const { id, members } of groups)
    expect(moves.alone(members)).toEqual(withBar.has(id) ? [] : members)
})

it('the order by swing is known only of bars by swing, and of what is explained now', async () => {
  moves.method = 'spearman'
  await asked()
  expect(moves.leading).not.toEqual([])
  moves.method = 'oneAtATime'
  expect(moves.leadingBySwing).toEqual([])
  await asked()
  expect(moves.leadingBySwing).not.toEqual([])
  expect(moves.leadingBySwing).toEqual(moves.leading)
  explain('nonExclusive')
  expect(moves.leadingBySwing).toEqual([])
  await asked()
  expect(moves.leadingBySwing).toEqual(moves.leading)
})

it('where a method does not apply to an outcome no belief has a bar', () => {
  const partial = market.outcomes.find((one) => one.kind === 'number' && one.onlyIf !== undefined)
  const ids = ['openaiReturn', 'openaiDrift']
  moves.method = 'oneAtATime'
  expect([moves.applies, moves.alone(ids)]).toEqual([true, ids])
  app.view.outcomeId = partial?.id ?? ''
  expect(app.view.outcome.id).toBe(partial?.id)
  expect([moves.applies, moves.alone(ids)]).toEqual([false, []])
  moves.method = 'swing'
  expect([moves.applies, moves.alone(ids)]).toEqual([true, ids])
})
