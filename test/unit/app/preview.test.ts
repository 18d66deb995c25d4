import { describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { pictureOf } from '../../../src/app/state/pictures.ts'
import { previewOf } from '../../../src/app/state/preview.ts'
import { changedShape } from '../../../src/engine/statistics/changed-shape.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { strategyRows } from '../../../src/findings/strategy-rows.ts'
import { withLever } from '../../../src/study/edits/levers.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { defaultStudy, planOf, resolveStudy, type Study } from '../../../src/study/index.ts'
import type { RunResults } from '../../../src/workers/results.ts'
import { shapeOf } from './shapes.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const [npv] = market.outcomes
if (npv.kind !== 'number') throw new Error('the headline is a number')

const STAGE = 256
const over = { where: 'condition', means: 'all', tolerance: null } as const

/** A finished run, and the first stage that it gave. */
async function run(study: Study): Promise<{ first: RunResults; whole: RunResults }> {
  const stages: RunResults[] = []
  const whole = await runner.run(planOf(resolveStudy(study)), {
    stages: [STAGE],
    onUpdate: (results) => stages.push(results),
  })
  return { first: stages[0], whole }
}

const study = (seed: string): Study => ({
  ...defaultStudy(),
  strategies: ['none', 'deepTechnical', 'exclusive'],
  horizonQuarters: 12,
  seed,
  trials: 1792,
})
const wholes = new Map<string, Promise<RunResults>>()
/** The finished run before any change, made once for each seed. */
function wholeOf(seed: string): Promise<RunResults> {
  const whole = wholes.get(seed) ?? run(study(seed)).then((one) => one.whole)
  wholes.set(seed, whole)
  return whole
}
const changes: Readonly<Record<string, (study: Study) => Study>> = {
  'a term': (one) => withLever(one, 'deepTechnical', 'upfront', 25),
  'a belief': (one) => withBelief(one, 'base', 'wacc', { kind: 'uniform', min: 0.09, max: 0.11 }),
}

describe.each(Object.entries(changes))('a preview after %s', (name, change) => {
  it('is off the whole result by the error of the paired change, and not to one side', async () => {
    const off: number[] = []
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const base = await wholeOf(seed)
      const { first, whole } = await run(change(study(seed)))
      const preview = await previewOf(runner, { base, results: first }, npv, over, {})
      const shown = strategyRows({ ...first, cases: preview.cases }, npv, 'all')
      const final = strategyRows(whole, npv, 'all')
      const paired = await runner.ask('pair', first, {
        a: { strategy: 'deepTechnical', scenario: 'base' },
        b: { strategy: 'none', scenario: 'base' },
        outcome: 'npv',
        selection: { kind: 'all' },
      })
      const at = shown.findIndex(({ id }) => id === 'deepTechnical')
      const apart = shown[at].mean.value - final[at].mean.value
      // The first futures alone are much further off.
      expect(Math.abs(apart)).toBeLessThan(2 * (paired.difference.standardError ?? 0))
      const before = base.cases[at].summary.outcomes.npv.standardError ?? 0
      const error = Math.sqrt(Math.max(0, (shown[at].mean.error ?? 0) ** 2 - before ** 2))
      off.push(apart / error)
    }
    const mean = off.reduce((sum, one) => sum + one / off.length, 0)
    const square = off.reduce((sum, one) => sum + one ** 2 / off.length, 0)
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(off.length))
    expect(square).toBeLessThan(4)
  })

  it('leaves what did not change exactly as it was', async () => {
    const base = await wholeOf(name)
    const { first } = await run(changes['a term'](study(name)))
    const preview = await previewOf(runner, { base, results: first }, npv, over, {})
    const full = await pictureOf(runner, base, npv, over)
    for (const [i, { strategy }] of preview.cases.entries()) {
      if (strategy === 'deepTechnical') continue
      expect(preview.cases[i].summary.outcomes.npv).toEqual(full.cases[i].summary.outcomes.npv)
      expect(preview.shapes[i]).toEqual(full.shapes[i])
      expect(preview.figures[strategy]).toEqual(full.figures[strategy])
    }
  })
})

describe('a changed shape', () => {
  const full = shapeOf(1000, (k) => (k % 100) / 10)
  it('is the same where the first futures feel nothing', () => {
    const first = shapeOf(64, (k) => k)
    expect(changedShape(full, first, first)).toBe(full)
  })
  it('moves and widens as they do', () => {
    const first = shapeOf(50, (k) => k / 5)
    const now = shapeOf(50, (k) => 3 + (2 * k) / 5)
    const changed = changedShape(full, first, now)
    for (const p of [0.1, 0.5, 0.9]) {
      const [was, is] = [first, now].map(({ sorted }) => quantileOf(sorted, p))
      expect(quantileOf(changed.sorted, p)).toBeCloseTo(quantileOf(full.sorted, p) + (is - was), 0)
    }
    expect(changed.count).toBe(full.count)
    expect(new Set(changed.trialOfRank).size).toBe(full.count)
  })
})
