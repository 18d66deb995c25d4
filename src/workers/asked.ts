import type { Needs } from '../analyses/analysis.ts'
import { canonicalJson, worldKey } from '../engine/cases.ts'
import { caseOf, type RunPlan, worldAt } from '../engine/plan.ts'
import type { CaseResults, RunResults } from './results.ts'

export interface AskOptions {
  readonly signal?: AbortSignal
  /** Called with the part that is done, from 0 to 1, where that is known. */
  readonly onProgress?: (part: number) => void
  /** What waits with a higher one is answered first; 0 where it is left out. */
  readonly priority?: number
  /** False for an answer so large that to keep it would drive others out. */
  readonly keep?: boolean
}

/** What questions are asked of: the results of a run, of its first stages, or what was kept of one. */
export interface Asked extends Pick<RunResults, 'plan' | 'trials'> {
  readonly cases: readonly AskedCase[]
}

/** One case of them, found by its reference. */
export type AskedCase = Pick<CaseResults, 'strategy' | 'scenario' | 'key' | 'columns'>

/** Names all that an answer depends on. */
export function keyOf(id: string, request: unknown, of: Asked | null, needs: Needs): string {
  if (!of) return canonicalJson([id, request])
  return canonicalJson([
    id,
    request,
    of.trials,
    needs.cases.map((ref) => caseOf(of, ref).key),
    needs.inputs.length > 0 ? worldKey(of.plan, worldOf(of.plan, needs)) : null,
    of.plan.sampling,
  ])
}

/** The place of the world whose draws are read. */
function worldOf(plan: RunPlan, { scenario, cases }: Needs): number {
  const id = scenario ?? cases[0]?.scenario
  if (id === undefined) throw new Error('an analysis that reads inputs names their scenario')
  return worldAt(plan, id)
}

/** As much of a plan as the draws behind results need: its trials so far, one world, and what is run again. */
export function drawsOf({ plan, trials }: Asked, needs: Needs): RunPlan {
  const world = plan.worlds[worldOf(plan, needs)]
  const again = needs.reruns ? needs.cases : []
  const cases = again
    .filter(({ scenario }) => scenario === world.id)
    .map((ref) => caseOf(plan, ref))
  return { ...plan, trials, worlds: [world], cases }
}
