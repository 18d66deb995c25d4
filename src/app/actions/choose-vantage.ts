import { vantageWords } from '../../findings/vantage-words.ts'
import { withVantage } from '../../study/edits/vantage.ts'
import type { AppState } from '../state/app.svelte.ts'
import type { Action } from './action.ts'
import { openMenu } from './parts/open-menu.ts'

const key = 'v'

/** Opens the list of vantages. */
export const chooseVantage: Action = {
  id: 'choose-vantage',
  label: () => 'Choose from when the future is seen',
  keywords: ['vantage', 'date', 'seen from', 'start'],
  order: 120,
  key,
  canDo: () => true,
  do: () => openMenu(key),
}

/** Sees the study from another vantage; where a changed belief has another default there, it is asked. */
export function seeFrom({ studies, notices }: AppState, vantage: string): void {
  const name = `saw the study from ${vantageWords(vantage)}`
  const problem = studies.change(name, (study) => withVantage(study, vantage))
  if (problem) notices.warn(problem)
}
