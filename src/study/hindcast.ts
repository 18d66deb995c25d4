import { catalogue as market, hindcastQuarters } from '../../models/index.ts'
import type { RunPlan } from '../engine/plan.ts'
import { planOf } from './plan.ts'
import { resolveStudy } from './resolve.ts'

/** Futures of a hindcast: all of them have their series. */
const HINDCAST_TRIALS = 4096

/** The defaults as seen from a vantage, as far as something has been observed since, without any deal. */
export function hindcastPlan(vantage: string): RunPlan {
  return planOf(
    resolveStudy({
      vantage,
      trials: HINDCAST_TRIALS,
      horizonQuarters: hindcastQuarters(vantage),
      strategies: [market.reference],
    }),
  )
}
