import { fullProblem } from '../../../study/edits/entries.ts'
import { MOST_SCENARIOS } from '../../../study/edits/scenarios.ts'
import { MOST_STRATEGIES, type Study } from '../../../study/index.ts'
import { capital } from '../../../words/index.ts'
import type { AppState } from '../../state/app.svelte.ts'

const most = { strategies: MOST_STRATEGIES, scenarios: MOST_SCENARIOS }

/**
 * Changes the study, as a step of its own however quickly it follows another; tells what is wrong.
 *
 * @param scenario put in view with it
 * @returns whether it was changed
 */
export function step(
  app: AppState,
  name: string,
  edit: (study: Study) => Study,
  scenario?: string,
): boolean {
  const problem = app.studies.changeApart(name, edit, scenario)
  if (problem) app.notices.warn(problem)
  return problem === null
}

/** Whether the study has room for one more. */
export function hasRoom({ studies }: AppState, of: keyof typeof most): boolean {
  return studies[of].length < most[of]
}

/** Whether there is room; tells it where there is none. */
export function findsRoom(app: AppState, of: keyof typeof most): boolean {
  const found = hasRoom(app, of)
  if (!found) app.notices.warn(fullProblem(of, most[of]))
  return found
}

/** What a menu says below an action that needs room. */
export function roomHelp(app: AppState, of: keyof typeof most): string {
  return hasRoom(app, of) ? '' : fullProblem(of, most[of])
}

/** Says what was just deleted, and that undo brings it back. */
export function mentionDeleted({ notices }: AppState, name: string): void {
  notices.mention(`${capital(name)}. Undo brings it back.`)
}

/** A strategy's name and place. */
export function strategyAt({ studies }: AppState, id: string) {
  const { strategies } = studies
  const at = strategies.findIndex((one) => one.id === id)
  return { at, label: strategies[at]?.label ?? id, isLast: at === strategies.length - 1 }
}

/** A scenario's name and place. */
export function scenarioAt({ studies }: AppState, id: string) {
  const { scenarios } = studies
  const at = scenarios.findIndex((one) => one.id === id)
  return { at, label: scenarios[at]?.label ?? id, isLast: at === scenarios.length - 1 }
}
