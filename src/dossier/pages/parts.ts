import type { Levers } from '../../engine/model.ts'
import { caseOf } from '../../engine/plan.ts'
import { runNote } from '../../findings/run-note.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Dossier } from '../dossier.ts'

/** What a page says of the run it stands on. */
export function captionOf(
  _dossier: Pick<Dossier, 'sight'>,
  results: Pick<RunResults, 'plan' | 'trials'>,
): string {
  return `${runNote(results)}. ± is one standard error of the simulation.`
}

/** The levers of a strategy in the scenario in sight. */
export function resolvedLevers(dossier: Dossier, strategy: string): Levers {
  return caseOf(dossier.plan, dossier.ref(strategy)).levers
}
