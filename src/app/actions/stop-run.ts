import type { Action } from './action.ts'

/** Stops the run; what it has found so far stays in view. */
export const stopRun: Action = {
  id: 'stop-run',
  label: () => 'Stop the run',
  keywords: ['cancel', 'abort', 'halt'],
  order: 350,
  canDo: ({ run }) => run.status === 'running',
  do: ({ run }) => run.cancel(),
}
