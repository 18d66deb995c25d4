import type { CaseRef } from '../../engine/plan.ts'
import { type Bridged, bridged, bridgeEnd } from '../bridge.ts'
import { idOf, planOf, resolveStudy, type Study } from '../index.ts'
import { inScenario, resolvedScenarios, resolvedStrategies } from './resolved.ts'

/** Why two studies cannot be bridged in one case. */
export type NoBridge = 'strategy' | 'scenario' | 'vantage' | 'horizon'

/**
 * What differs between two cases of a study.
 *
 * @param limits as for `resolveStudy`
 */
export function betweenCases(
  study: Study,
  from: CaseRef,
  to: CaseRef,
  limits: { readonly maxTrials?: number } = {},
): Bridged {
  const [a, b] = [from, to].map(({ scenario }) =>
    planOf(resolveStudy(inScenario(study, scenario), limits)),
  )
  return bridged(b, bridgeEnd(a, from), bridgeEnd(b, to))
}

/**
 * What differs in one case between a study as it was and as it is, on the futures of the present one.
 *
 * @returns why there is nothing to compare, where the case was not there or is not on the same futures
 */
export function sinceThen(
  then: Study,
  now: Study,
  ref: CaseRef,
  limits: { readonly maxTrials?: number } = {},
): Bridged | NoBridge {
  if (then.vantage !== now.vantage) return 'vantage'
  if (then.horizonQuarters !== now.horizonQuarters) return 'horizon'
  if (!resolvedStrategies(then).some(({ id }) => id === ref.strategy)) return 'strategy'
  if (!resolvedScenarios(then).some(({ id }) => id === ref.scenario)) return 'scenario'
  const { trials, seed, sampling } = now
  const strategies = (study: Study) => study.strategies.filter((one) => idOf(one) === ref.strategy)
  const [a, b] = [{ ...then, trials, seed, sampling }, now].map((study) =>
    planOf(
      resolveStudy({ ...inScenario(study, ref.scenario), strategies: strategies(study) }, limits),
    ),
  )
  return bridged(b, bridgeEnd(a, ref), bridgeEnd(b, ref))
}
