import type { Study } from '../index.ts'

/** What is aimed at of an outcome, in its own unit; null takes it out, and with the last of them goes the list. */
export function withTarget(study: Study, outcome: string, to: number | null): Study {
  const { targets = {}, ...rest } = study
  const { [outcome]: _old, ...others } = targets
  const left = to === null ? others : { ...targets, [outcome]: to }
  return Object.keys(left).length > 0 ? { ...rest, targets: left } : rest
}
