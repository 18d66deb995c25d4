import { remarks } from '../words/index.ts'
import type { RunResults } from '../workers/results.ts'
import { runNote } from './run-note.ts'

/** What a sheet of paper must say to be found again and checked. */
export function paperLines({
  study,
  scenario,
  results,
}: {
  readonly study: string
  readonly scenario: string
  readonly results: Pick<RunResults, 'plan' | 'trials' | 'digest'> | null
}): { readonly foot: string } {
  if (!results) return { foot: remarks([study, scenario]) }
  const digest = results.digest === null ? 'still running' : `digest ${results.digest.slice(0, 12)}`
  return { foot: remarks([study, runNote(results), digest]) }
}
