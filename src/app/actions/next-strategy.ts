import type { AppState } from '../state/app.svelte.ts'
import type { Action } from './action.ts'
import { strategyAt } from './parts/step.ts'

/** Puts the strategy after the one in focus there. */
export const nextStrategy: Action = {
  id: 'next-strategy',
  label: () => 'Next strategy',
  keywords: ['focus', 'down', 'after'],
  order: 160,
  key: 'j',
  screen: 'answer',
  canDo: (app) => !strategyAt(app, app.view.chosen).isLast,
  do: (app) => focusBeside(app, 1),
}

/** Puts a strategy so many places further down in focus, if there is one. */
export function focusBeside(app: AppState, by: 1 | -1): void {
  const { strategies } = app.studies
  const at = strategyAt(app, app.view.chosen).at + by
  if (strategies[at]) app.chooseStrategy(strategies[at].id)
}
