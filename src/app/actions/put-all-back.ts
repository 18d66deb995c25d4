import { labelOf, market } from '../../study/model.ts'
import { changedIn, withAllBack } from '../../study/edits/what-if.ts'
import { shortLabel } from '../../findings/lever-words.ts'
import { counted, listed } from '../../words/index.ts'
import type { AppState } from '../state/app.svelte.ts'
import type { Action } from './action.ts'
import { step, strategyAt } from './parts/step.ts'

/** Puts all terms of the strategy in sight and all beliefs of the scenario back, as one step. */
export const putAllBack: Action = {
  id: 'put-all-back',
  label: () => 'Reset all terms and beliefs',
  keywords: ['reset', 'undo', 'default', 'what if'],
  order: 106,
  canDo: (app, on = app.view.chosen) => {
    const { terms, beliefs } = changesOf(app, on)
    return terms.length + beliefs.length > 0 && !app.studies.readOnly
  },
  do: (app, on = app.view.chosen) => {
    if (!putAllBack.canDo(app, on)) return
    const { scenario } = app.studies
    step(app, `put ${namesOf(app, on)} back`, (study) => withAllBack(study, scenario, on))
  },
}

function changesOf({ studies }: AppState, strategy: string) {
  return changedIn(studies.study, studies.scenario, strategy)
}

/** What is put back: one thing by its name, more of them by how many there are. */
function namesOf(app: AppState, strategy: string): string {
  const { terms, beliefs } = changesOf(app, strategy)
  const { label } = strategyAt(app, strategy)
  const lever = market.levers.find(({ id }) => id === terms[0])
  const one = lever ? shortLabel(lever) : ''
  return listed([
    ...(terms.length > 0
      ? [`${terms.length === 1 ? one : counted(terms.length, 'term')} of ${label}`]
      : []),
    ...(beliefs.length > 0
      ? [beliefs.length === 1 ? labelOf(beliefs[0]) : counted(beliefs.length, 'belief')]
      : []),
  ])
}
