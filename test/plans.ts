import {
  type PlannedStrategy,
  type RunPlan,
  strategiesByScenarios,
  strategiesOf,
  type World,
} from '../src/engine/plan.ts'
import { planOf } from '../src/study/plan.ts'
import { resolveStudy } from '../src/study/resolve.ts'

/** The default study as a plan, with some of its entries changed. */
export function basePlan(changes: Partial<RunPlan> = {}): RunPlan {
  return { ...planOf(resolveStudy({})), ...changes }
}

/** A plan of the same scenarios with other strategies in each. */
export function withStrategies(plan: RunPlan, strategies: readonly PlannedStrategy[]): RunPlan {
  return { ...plan, ...strategiesByScenarios(plan.worlds, strategies) }
}

/** A plan of the same strategies in other scenarios. */
export function withScenarios(plan: RunPlan, scenarios: readonly World[]): RunPlan {
  return { ...plan, ...strategiesByScenarios(scenarios, strategiesOf(plan)) }
}

/** The same plan with streams of every scenario reseeded. */
export function withReseed(plan: RunPlan, reseed: World['reseed']): RunPlan {
  return { ...plan, worlds: plan.worlds.map((one) => ({ ...one, reseed })) }
}
