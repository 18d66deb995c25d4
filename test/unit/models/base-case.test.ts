import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import recorded from '../../fixtures/base-case.json'
import { basePlan } from '../../plans.ts'
import { firstMoved, RECORDED_TRIALS, recordOf } from '../../record/base-case.ts'
import { marketRunner } from './bundled.ts'

it('the base case is what it was recorded to be', async () => {
  const plan = basePlan({ trials: RECORDED_TRIALS })
  const now = recordOf(await marketRunner().run(plan))
  const moved = firstMoved(recorded, now)
  const hint = 'if that is meant, run `npm run record` and say why in models/CHANGELOG.md'
  expect(moved, `${moved}; ${hint}`).toBeNull()
})

it('every recorded change has its line in the changelog', () => {
  const text = readFileSync(new URL('../../../models/CHANGELOG.md', import.meta.url), 'utf8')
  const newest = text.split('\n## ')[1] ?? ''
  expect(newest).toContain(recorded.digest.slice(0, 12))
  expect(newest).toContain(recorded.model)
})

it('a moved outcome is named', () => {
  const changed = structuredClone(recorded) as typeof recorded
  changed.cases.deepTechnical.hhi.column = 'another'
  changed.cases.exclusive.npv.column = 'another'
  expect(firstMoved(recorded, changed)).toMatch(/^hhi of deepTechnical moved/)
})
