import type { OpenQuestion, Study } from '../index.ts'

/** Whoever changes a belief has said what holds at this vantage. */
export function settled(study: Study, assumption: string, scenario?: string): Study {
  return withoutQuestions(
    study,
    (one) => one.assumption === assumption && one.scenario === scenario,
  )
}

/** The study without some of its open questions; without the last of them nothing is said of any. */
export function withoutQuestions(
  study: Study,
  isSettled: (question: OpenQuestion) => boolean,
): Study {
  const { openQuestions = [], ...rest } = study
  const open = openQuestions.filter((one) => !isSettled(one))
  return open.length > 0 ? { ...rest, openQuestions: open } : rest
}
