import { market, type ScenarioId, type VantageId } from '../../../models/index.ts'
import type { Levers, Overrides } from '../../../src/engine/model.ts'
import { BLOCK, type RunPlan } from '../../../src/engine/plan.ts'
import { drawBlock, drawShocks } from '../../../src/engine/sampling/draw.ts'
import { planOf } from '../../../src/study/plan.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'

interface Changes {
  readonly vantage?: VantageId
  readonly scenarios?: readonly ScenarioId[]
  /** Beliefs that take the place of those of every scenario. */
  readonly beliefs?: Overrides
  /** Lever settings by id; the built-in strategies where none are given. */
  readonly strategies?: Readonly<Record<string, Levers>>
  readonly trials?: number
  readonly quarters?: number
  readonly check?: boolean
}

export const vantageIds: readonly VantageId[] = ['2025-12', '2024-03', '2026-10']

/** The levers of every built-in strategy. */
export const settings: Readonly<Record<string, Levers>> = Object.fromEntries(
  market.strategies.map(({ id, levers }) => [id, levers]),
)

/** A plan of the market with a seed of its own. */
export function marketPlan({
  vantage = '2025-12',
  scenarios = ['base'],
  beliefs = {},
  strategies = settings,
  trials = BLOCK,
  quarters = 24,
  check = false,
}: Changes = {}): RunPlan {
  const study = resolveStudy({
    vantage,
    seed: 'laws',
    trials,
    horizonQuarters: quarters,
    strategies: Object.entries(strategies).map(([id, levers]) => ({ id, levers })),
    scenarios: scenarios.map((id) => ({ id, overrides: beliefs })),
  })
  return planOf(study, { check })
}

/** One future, ready to be loaded into a simulator. */
export interface Draws {
  readonly inputs: Float64Array
  readonly shocks: Float64Array
}

/** The first futures of a plan's first scenario, at most a block of them. */
export function drawn(plan: RunPlan, count: number): Draws[] {
  const { inputs } = drawBlock(plan, market, 0, 0)
  const shocks = drawShocks(plan, market, 0, 0)
  const wide = market.assumptions.length
  const long = plan.quarters * market.shocks.length
  return Array.from({ length: count }, (_, i) => ({
    inputs: inputs.slice(i * wide, (i + 1) * wide),
    shocks: shocks.slice(i * long, (i + 1) * long),
  }))
}

/** Ids of the checks that do not hold for some of these levers in this future, with their residuals. */
export function broken(
  simulator: ReturnType<typeof market.simulator>,
  { inputs, shocks }: Draws,
  ...settings: readonly Levers[]
): string[] {
  simulator.load(inputs, 0, shocks, 0)
  simulator.runReference()
  return settings.flatMap((levers) => {
    simulator.check(levers)
    return market.checks.flatMap(({ id, tolerance }, index) => {
      const residual = simulator.residuals[index]
      // Written so that NaN counts as broken.
      return residual <= tolerance ? [] : [`${id}: ${residual} under ${JSON.stringify(levers)}`]
    })
  })
}
