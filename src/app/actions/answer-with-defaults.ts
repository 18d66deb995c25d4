import { vantageWords } from '../../findings/vantage-words.ts'
import { questionsOf } from '../../study/edits/vantage.ts'
import type { Action } from './action.ts'
import { answerQuestions, canAnswer } from './parts/answer.ts'

/** Takes the vantage's default for every one of them instead. */
export const answerWithDefaults: Action = {
  id: 'answer-with-defaults',
  label: ({ studies }) => `Take the defaults of ${vantageWords(studies.study.vantage)}`,
  keywords: ['vantage', 'question', 'beliefs', 'reset'],
  order: 380,
  canDo: canAnswer,
  do: (app) => answerQuestions(app, questionsOf(app.studies.study), 'default'),
}
