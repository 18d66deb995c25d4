import { expect, vi } from 'vitest'
import { AppState } from '../../../src/app/state/app.svelte.ts'
import { StudyState } from '../../../src/app/state/study.svelte.ts'
import { marketRunner } from '../models/bundled.ts'

/**
 * All of the page's state, without a page.
 *
 * @param clock milliseconds; by default no change follows another quickly
 */
export function page(clock = slowly()): AppState {
  vi.stubGlobal('location', { hash: '' })
  vi.stubGlobal('document', { documentElement: { style: {}, dataset: {} } })
  return new AppState(marketRunner(), new StudyState(clock))
}

/**
 * Has a small study run in full, as the page does with the one in view.
 *
 * @param strategy the one in focus afterwards
 */
export async function runInFull(app: AppState, strategy: string): Promise<void> {
  app.restored = true
  app.studies.open({ ...app.studies.study, trials: 256 })
  app.requestRun()
  await vi.waitFor(() => expect(app.run.status).toBe('done'), { timeout: 30_000 })
  app.view.choose(strategy)
}

function slowly(): () => number {
  let now = 0
  return () => (now += 10_000)
}
