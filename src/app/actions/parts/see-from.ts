import { vantageMoves } from '../../../findings/vantage-moves.ts'
import { vantageWords } from '../../../findings/vantage-words.ts'
import { withVantage } from '../../../study/edits/vantage.ts'
import type { AppState } from '../../state/app.svelte.ts'

/** What was last said of a change of vantage: the next one is said in its place. */
const said = new WeakMap<AppState, number>()

/**
 * Sees the study from another vantage, and says what that made of it; where a changed belief has another
 * default there, it is asked.
 */
export function seeFrom(app: AppState, vantage: string): void {
  const { studies, notices } = app
  const before = studies.study
  const name = `saw the study from ${vantageWords(vantage)}`
  const problem = studies.changeApart(name, (study) => withVantage(study, vantage))
  if (problem) notices.warn(problem)
  const moves = problem === null ? vantageMoves(before, studies.study) : []
  notices.dismiss(said.get(app) ?? 0)
  if (moves.length === 0) return
  const { id } = studies
  const holds = () => studies.id === id && studies.undoName === name
  const text = `Seen from ${vantageWords(vantage)} now; Undo goes back.`
  said.set(app, notices.tell(text, moves, null, holds))
}
