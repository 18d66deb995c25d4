import type { RunPlan } from '../src/engine/plan.ts'
import { planOf } from '../src/study/plan.ts'
import { resolveStudy } from '../src/study/resolve.ts'

/** The default study as a plan, with some of its entries changed. */
export function basePlan(changes: Partial<RunPlan> = {}): RunPlan {
  return { ...planOf(resolveStudy({})), ...changes }
}
