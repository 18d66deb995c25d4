import type { Levers } from '../../../engine/model.ts'
import { nameProblem } from '../../../study/edits/entries.ts'
import { withNewStrategy } from '../../../study/edits/new-strategy.ts'
import { freshStrategyId } from '../../../study/edits/strategies.ts'
import type { AppState } from '../../state/app.svelte.ts'
import { findsRoom, step } from './step.ts'

/**
 * Makes a strategy of some terms, after all others.
 *
 * @param levers every lever
 * @returns what is wrong with its name, in a sentence; null if it is none of the name's fault
 */
export function makeStrategy(
  app: AppState,
  {
    label,
    story,
    levers,
  }: { readonly label: string; readonly story: string; readonly levers: Levers },
): string | null {
  const name = label.trim()
  const id = freshStrategyId(app.studies.study)
  const problem = nameProblem('strategy', id, name, app.studies.strategies)
  if (problem) return problem
  if (!findsRoom(app, 'strategies')) return null
  const entry = { id, label: name, story, levers }
  if (step(app, `added ${name}`, (old) => withNewStrategy(old, entry))) {
    app.notices.mention(`“${name}” is a strategy now, the last on Answer. Undo takes it back.`)
  }
  return null
}
