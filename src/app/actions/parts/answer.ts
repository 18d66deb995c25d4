import { subjectsWords } from '../../../findings/vantage-words.ts'
import { answered, questionsOf, type VantageQuestion } from '../../../study/edits/vantage.ts'
import type { AppState } from '../../state/app.svelte.ts'

/** Whether something is asked that may be answered here. */
export function canAnswer({ studies }: AppState): boolean {
  return questionsOf(studies.study).length > 0 && !studies.readOnly
}

/** Settles what is asked since the vantage was changed: some of it, or all. */
export function answerQuestions(
  { studies, notices }: AppState,
  questions: readonly VantageQuestion[],
  answer: 'mine' | 'default',
): void {
  if (questions.length === 0) return
  const what = subjectsWords(questions)
  const name = answer === 'mine' ? `kept ${what} as changed` : `took the default of ${what} instead`
  const problem = studies.change(name, (study) =>
    questions.reduce((now, question) => answered(now, question, answer), study),
  )
  if (problem) notices.warn(problem)
}
