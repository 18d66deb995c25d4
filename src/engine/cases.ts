import { textDigest } from './digest.ts'
import type { Levers } from './model.ts'
import type { RunPlan, World } from './plan.ts'

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/**
 * Names all that a world's draws and reference depend on: equal keys mean equal draws, trial by
 * trial. The number of trials is left out because a shorter run is a prefix of a longer one.
 *
 * @param world index into `plan.worlds`
 */
export function worldKey(plan: RunPlan, world: number): string {
  const keys = worldKeys.get(plan) ?? []
  worldKeys.set(plan, keys)
  return (keys[world] ??= makeWorldKey(plan, world))
}

/** Tells the keys of a plan's worlds where they were worked out elsewhere. */
export function rememberWorldKeys(plan: RunPlan, keys: readonly string[]): void {
  worldKeys.set(plan, [...keys])
}

/** Plans are immutable, so a key is worked out once per plan. */
const worldKeys = new WeakMap<RunPlan, string[]>()
/** Plans made one after another share distributions: by these, and by all else in a key. */
const keysOfContent = new WeakMap<World['distributions'], Map<string, string>>()

function makeWorldKey(plan: RunPlan, world: number): string {
  const { model, vantage, seed, sampling, quarters, correlations, worlds } = plan
  const { distributions, reseed = {} } = worlds[world]
  const known = keysOfContent.get(distributions) ?? new Map<string, string>()
  keysOfContent.set(distributions, known)
  const rest = { model, vantage, seed, sampling, quarters, correlations, reseed }
  const name = JSON.stringify(rest)
  const key = known.get(name) ?? textDigest(canonicalJson({ ...rest, distributions }))
  known.set(name, key)
  return key
}

/** Names all that a case's columns depend on: equal keys are the same columns. */
export function caseKey(world: string, levers: Levers): string {
  return textDigest(`${world} ${canonicalJson(levers)}`)
}
