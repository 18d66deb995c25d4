import { questionsOf } from '../../study/edits/vantage.ts'
import type { Action } from './action.ts'
import { answerQuestions, canAnswer } from './parts/answer.ts'

/** Keeps every changed belief that another vantage has another default for. */
export const keepAnswers: Action = {
  id: 'keep-answers',
  label: () => 'Keep all of mine',
  keywords: ['vantage', 'question', 'beliefs', 'changed'],
  order: 370,
  canDo: canAnswer,
  do: (app) => answerQuestions(app, questionsOf(app.studies.study), 'mine'),
}
