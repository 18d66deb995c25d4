import { expect, test } from 'vitest'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { heldTrials } from '../../../src/dossier/held.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { HEADLINE } from '../../../src/study/model.ts'
import type { Runner } from '../../../src/workers/runner.ts'

test('of several scenarios as many futures are held as fit, in whole blocks', () => {
  expect(heldTrials(2_000, 56)).toBe(2_000)
  expect(heldTrials(200_000, 56)).toBe(10_000)
  expect(heldTrials(200_000, 200) * 200).toBeLessThanOrEqual(640_000)
  expect(heldTrials(200_000, 1_000_000)).toBeGreaterThan(0)
})

test('the matrix of a long run asks for no more than that', async () => {
  const asked: number[] = []
  const runner = {
    columns: (plan: RunPlan) => {
      asked.push(plan.trials)
      return Promise.reject(new Error('asked'))
    },
  } as unknown as Runner
  const sight = { scenario: 'base', outcome: HEADLINE, chosen: 'exclusive', rival: 'none' }
  const study = { ...defaultStudy(), trials: 200_000 }
  await expect(new Dossier(runner, study, sight).matrix()).rejects.toThrow('asked')
  expect(asked).toEqual([10_000])
})
