import { isChanged, withStrategyRestored } from '../../study/edits/strategies.ts'
import { market } from '../../study/model.ts'
import type { AppState } from '../state/app.svelte.ts'
import type { Action } from './action.ts'
import { findsRoom, hasRoom, step } from './parts/step.ts'

/** Puts one of the model's strategies back, or back to what the model says. */
export const restoreStrategy: Action = {
  id: 'restore-strategy',
  label: () => 'Put the strategy back as it was defined',
  keywords: ['reset', 'default', 'restore', 'undelete'],
  order: 186,
  menu: {
    id: 'strategy',
    label: 'Put back as it was defined',
    isListed: (_app, on) => market.strategies.some(({ id }) => id === on),
  },
  canDo: (app, on = app.view.chosen) => {
    const present = presentOf(app, on)
    return (present ? isChanged(present) : hasRoom(app, 'strategies')) && !app.studies.readOnly
  },
  do: (app, on = app.view.chosen) => {
    if (!presentOf(app, on) && !findsRoom(app, 'strategies')) return
    const label = market.strategies.find(({ id }) => id === on)?.label ?? on
    step(app, `restored ${label}`, (old) => withStrategyRestored(old, on))
  },
}

function presentOf({ studies }: AppState, id: string) {
  return studies.strategies.find((one) => one.id === id)
}
