import { catalogue as market } from '../../models/index.ts'
import type { RunPlan } from '../engine/plan.ts'
import { correlationsOf } from './correlations.ts'
import { distributionsOf, type ResolvedStudy } from './resolve.ts'

/** The plan a resolved study asks for. */
export function planOf(study: ResolvedStudy, options: { check?: boolean } = {}): RunPlan {
  const { vantage, seed, trials, horizonQuarters, sampling } = study
  return {
    model: { id: market.id, version: market.version },
    vantage,
    seed,
    trials,
    quarters: horizonQuarters,
    sampling,
    correlations: correlationsOf(study),
    scenarios: study.scenarios.map(({ id, label, overrides }) => ({
      id,
      label,
      distributions: distributionsOf(study, overrides),
    })),
    strategies: study.strategies.map(({ id, label, levers }) => ({ id, label, levers })),
    check: options.check ?? false,
    reseed: {},
  }
}
