import type { Levers, LeverValue } from '../../engine/model.ts'
import { idOf, simplifiedStrategy, type Study } from '../index.ts'
import { resolvedStrategies } from './resolved.ts'

/** Sets one lever of one strategy; the model's setting leaves no trace. */
export function withLever(study: Study, strategy: string, id: string, to: LeverValue): Study {
  return withLevers(study, strategy, { [id]: to })
}

/** Sets some levers of one strategy at once. */
export function withLevers(study: Study, strategy: string, to: Levers): Study {
  const resolved = resolvedStrategies(study).find((one) => one.id === strategy)
  if (!resolved) return study
  const levers = { ...resolved.levers, ...to }
  const strategies = study.strategies.map((one) => {
    if (idOf(one) !== strategy) return one
    const entry = typeof one === 'string' ? { id: one } : one
    return simplifiedStrategy({ ...entry, levers }, study.vantage)
  })
  return { ...study, strategies }
}
