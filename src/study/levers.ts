import { catalogue as market, checkLevers } from '../../models/index.ts'
import type { Lever, Levers } from '../engine/model.ts'
import { hint, isKnown, isRetired } from './names.ts'

const levers: readonly Lever[] = market.levers

/** A setting of every lever: what it does not name is at its default. */
export function completed(setting: Levers): Levers {
  return { ...Object.fromEntries(levers.map((one) => [one.id, one.default])), ...setting }
}

/** A setting without the levers that the model has no longer. */
export function runnable(setting: Levers): Levers {
  return Object.fromEntries(Object.entries(setting).filter(([id]) => !isRetired('levers', id)))
}

/**
 * Refuses a setting that cannot be run.
 *
 * @param setting every lever, and perhaps some that the model has no longer
 * @throws in a sentence that names the strategy, the rule and the value
 */
export function checkSetting(strategy: string, setting: Levers): void {
  const present = runnable(setting)
  const unknown = Object.keys(present).find((id) => !isKnown('levers', id))
  if (unknown !== undefined) {
    throw new Error(`strategy ${strategy}: no lever is called ${unknown}${hint(unknown, levers)}`)
  }
  const problems = checkLevers(present)
  if (problems.length > 0) throw new Error(`strategy ${strategy}: ${problems[0]}`)
}
