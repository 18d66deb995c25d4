import { catalogue as market } from '../../models/index.ts'
import { type RunPlan, strategiesByScenarios, type World } from '../engine/plan.ts'
import { correlationsOf } from './correlations.ts'
import { runnable } from './levers.ts'
import { distributionsOf, type ResolvedStudy } from './resolve.ts'

/**
 * The plan a resolved study asks for.
 *
 * @param options.digestOf outcomes that a file's digests cover, in its order; those that the model
 * has no longer are left out
 */
export function planOf(
  study: ResolvedStudy,
  options: { readonly check?: boolean; readonly digestOf?: readonly string[] } = {},
): RunPlan {
  const { vantage, seed, trials, horizonQuarters, sampling } = study
  return {
    model: { id: market.id, version: market.version },
    vantage,
    seed,
    trials,
    quarters: horizonQuarters,
    sampling,
    correlations: correlationsOf(study),
    ...strategiesByScenarios(
      study.scenarios.map(({ id, label, overrides }) => ({
        id,
        label,
        distributions: shared(distributionsOf(study, overrides)),
      })),
      study.strategies.map(({ id, label, levers }) => ({ id, label, levers: runnable(levers) })),
    ),
    check: options.check ?? false,
    ...coverage(options.digestOf),
  }
}

/** Nothing is said where digests cover all outcomes as the model has them. */
function coverage(ids: readonly string[] | undefined): Pick<RunPlan, 'digestOf'> {
  const all: readonly string[] = market.outcomes.map(({ id }) => id)
  const digestOf = ids?.filter((id) => all.includes(id))
  return digestOf && digestOf.join() !== all.join() ? { digestOf } : {}
}

type Distributions = World['distributions']

const MOST_KEPT = 20
const kept: Distributions[] = []

/** The same object for the same beliefs, so that a moved lever makes no world anew. */
function shared(distributions: Distributions): Distributions {
  const ids = Object.keys(distributions)
  const known = kept.findIndex((one) => ids.every((id) => one[id] === distributions[id]))
  const found = known < 0 ? distributions : kept[known]
  if (known >= 0) kept.splice(known, 1)
  kept.push(found)
  if (kept.length > MOST_KEPT) kept.shift()
  return found
}
