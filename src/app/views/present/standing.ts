import { percent } from '../../../words/index.ts'
import type { Present } from '../../state/present.svelte.ts'

/** What keeps the pages from being of the figures there are now, in a sentence; empty where all are. */
export function standing(present: Present): string {
  const { run } = present.app
  if (!present.isReady) {
    if (run.problem) return run.problem
    return run.status === 'cancelled'
      ? 'The run was stopped: run it again, and come back.'
      : `${whole(present.runPart)} of the futures are simulated.`
  }
  if (present.problem) return present.problem
  return present.part < 1 ? `${whole(present.part)} of the pages are made.` : ''
}

/** Without decimals, which would flicker; never 100% before all is there. */
function whole(part: number): string {
  return percent(Math.floor(part * 100) / 100)
}
