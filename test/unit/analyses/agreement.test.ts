import { expect, it } from 'vitest'
import { agreement } from '../../../src/analyses/agreement.ts'
import type { Selection } from '../../../src/engine/selection.ts'
import { observedFinding } from '../../../src/findings/observed-so-far.ts'
import { cameSince, TOLERANCE } from '../../../models/index.ts'
import { toyModel } from '../engine/toy-model.ts'

const inputs = new Map([
  ['a', Float64Array.of(1, 2, 3, 4, 5, 6)],
  ['b', Float64Array.of(1, 1, 9, 9, 1, 1)],
])
const near = (input: string, low: number, high: number): Selection => ({
  kind: 'between',
  of: { input },
  low,
  high,
})

function ask(...figures: readonly Selection[]) {
  const one = { strategy: 'none', scenario: 'base' }
  const from = {
    trials: 6,
    outcome: () => new Float64Array(),
    input: (id: string) => inputs.get(id) ?? new Float64Array(),
  }
  const given = { model: toyModel, replicate: 1, inputs, cases: [from], rerun: null } as const
  const steps = agreement.steps({ case: one, figures }, given)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

it('counts futures that agree with all, with each alone, and with all but each', () => {
  const found = ask(near('a', 1, 4), near('b', 0, 5), near('a', 2, 6))
  expect(found).toEqual({
    trials: 6,
    count: 1,
    figures: [
      { alone: 4, without: 3 },
      { alone: 4, without: 3 },
      { alone: 5, without: 2 },
    ],
  })
  expect(ask()).toEqual({ trials: 6, count: 6, figures: [] })
})

it('says plainly where the model as believed hardly explains what came, and by which figure', () => {
  const came = cameSince('2025-12')
  expect(came).toHaveLength(9)
  const figures = came.map(({ series }) => ({ alone: series === 'spend' ? 50 : 900, without: 60 }))
  const { title, measure, caption, table } = observedFinding(
    came,
    { trials: 1000, count: 40, figures },
    TOLERANCE,
  )
  expect(title).toBe('40 of 1,000 futures agree with what has come in since')
  expect(measure).toMatch(/within 1 point for a share, within 4% for spend/)
  expect(caption).toBe(
    'The model as believed hardly explains what came. Cloud spend in 2025Q4 excludes most: 95% of futures by itself.',
  )
  expect(table().rows).toHaveLength(9)
  const many = observedFinding(came, { trials: 1000, count: 140, figures }, TOLERANCE)
  expect(many.caption).not.toMatch(/hardly/)
})

it('where nothing has come in since, says so', () => {
  expect(cameSince('2026-10')).toEqual([])
  expect(observedFinding([], ask(), TOLERANCE).title).toMatch(/^Nothing has been observed/)
})
