import type { Action } from './action.ts'

/** Starts the run that was stopped or failed once more. */
export const runAgain: Action = {
  id: 'run-again',
  label: ({ run }) => (run.status === 'failed' ? 'Try again' : 'Run again'),
  keywords: ['start', 'simulate', 'retry'],
  order: 340,
  canDo: ({ run }) => run.status === 'failed' || run.status === 'cancelled',
  do: ({ run }) => run.again(),
}
