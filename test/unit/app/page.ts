import { vi } from 'vitest'
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

function slowly(): () => number {
  let now = 0
  return () => (now += 10_000)
}
