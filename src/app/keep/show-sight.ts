import type { StudySight } from '../../study/index.ts'
import type { AppState } from '../state/app.svelte.ts'
import { numberOutcomes } from '../state/view.svelte.ts'

/** Puts in sight what was when a study was written; what is not there leaves it as it is. */
export function showSight({ view, studies }: AppState, sight: StudySight): void {
  const { outcome = '', chosen = '', rival = '' } = sight
  const isThere = (id: string) => studies.strategies.some((one) => one.id === id)
  if (numberOutcomes.some(({ id }) => id === outcome)) view.outcomeId = outcome
  if (isThere(rival)) view.compareWith(rival)
  if (isThere(chosen)) view.choose(chosen)
}
