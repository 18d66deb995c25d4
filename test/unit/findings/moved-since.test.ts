import { expect, test } from 'vitest'
import { market } from '../../../models/index.ts'
import { meanWithError } from '../../../src/analyses/estimates.ts'
import { movedOf } from '../../../src/app/state/changes.ts'
import { outcomeColumn } from '../../../src/engine/columns.ts'
import { replicateOf } from '../../../src/engine/sampling/index.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withLever } from '../../../src/study/edits/levers.ts'
import { difference } from '../../../src/words/index.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import type { CaseResults, RunResults } from '../../../src/workers/results.ts'
import type { Where } from '../../../src/findings/where.ts'
import type { NumberSummary } from '../../../src/engine/statistics/index.ts'
import { defaultStudy, planOf, resolveStudy, type Study } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const npv = market.outcomes[0]
const small = { ...defaultStudy(), trials: 512 }
const run = (study: Study) => runner.run(planOf(resolveStudy(study)))
const before = await run(small)
const looser = await run(withLever(small, 'exclusive', 'codesign', 0))
/** Large enough to be told without pairing. */
const closed = await run(withLever(small, 'exclusive', 'access', 0))

/** What moved, as the page asks for it. */
function movedBy(old: RunResults, now: RunResults, outcome: NumberOutcome, where: Where) {
  const rest = { against: {}, cases: now.cases, agreeing: null, tolerance: null, isEmpty: false }
  const picture = {
    results: now,
    outcome,
    where,
    means: where,
    shapes: [],
    figures: {},
    base: null,
    splits: {},
    ...rest,
  }
  return movedOf(runner, old, picture)
}

/** A case less the same one before, future by future, over the futures both have. */
function paired(now: CaseResults, old: CaseResults) {
  const index = market.outcomes.indexOf(npv)
  const values = outcomeColumn(now.columns, index)
  const before = outcomeColumn(old.columns, index)
  const differences = values.map((value, trial) => value - before[trial])
  return meanWithError(differences, replicateOf('sobol'), null)
}

/** In words, a mean less another whose errors add up. */
function unpaired(now: NumberSummary, old: NumberSummary): string {
  const error = Math.hypot(now.standardError ?? NaN, old.standardError ?? NaN)
  return difference(now.mean - old.mean, npv.unit, error)
}

test('what a lever does is said of its strategy alone, paired', async () => {
  const moved = await movedBy(before, looser, npv, 'all')
  expect(Object.keys(moved)).toEqual(['exclusive'])
  const by = paired(looser.cases[4], before.cases[4])
  expect(moved.exclusive).toBe(difference(by.value, npv.unit, by.error))
})

test('the first futures of a run are compared with the same ones of the run before', async () => {
  const first = await run(withLever({ ...small, trials: 256 }, 'exclusive', 'codesign', 0))
  const moved = await movedBy(before, first, npv, 'all')
  const by = paired(first.cases[4], before.cases[4])
  expect(moved).toEqual({ exclusive: difference(by.value, npv.unit, by.error) })
})

test('more futures than before are compared by their means', async () => {
  const short = await run({ ...small, trials: 256 })
  const [now, old] = [closed, short].map(({ cases }) => cases[4].summary.outcomes.npv)
  expect((await movedBy(short, closed, npv, 'all')).exclusive).toBe(unpaired(now, old))
})

test('a belief moves whoever it moves, and what is within its error is not said', async () => {
  const wacc = { kind: 'constant', value: 0.2 } as const
  const moved = await movedBy(
    before,
    await run(withBelief(small, 'base', 'wacc', wacc)),
    npv,
    'all',
  )
  expect(Object.keys(moved)).not.toContain('none')
  expect(Object.keys(moved).length).toBeGreaterThan(0)
  expect(await movedBy(before, await run(small), npv, 'all')).toEqual({})
})

test('other futures are not compared', async () => {
  const other = { ...withLever(small, 'exclusive', 'codesign', 0), seed: 'other' }
  expect(await movedBy(before, await run(other), npv, 'all')).toEqual({})
  expect(await movedBy(before, before, npv, 'all')).toEqual({})
})

test('over futures that close, which are not the same ones, errors add up', async () => {
  const [now, old] = [closed, before].map(({ cases }) => cases[4].summary.condition.outcomes.npv)
  const moved = await movedBy(before, closed, npv, 'condition')
  expect(moved).toEqual({ exclusive: unpaired(now, old) })
  expect(moved).not.toEqual(await movedBy(before, closed, npv, 'all'))
})
