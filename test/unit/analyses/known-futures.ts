import type { Known } from '../../../src/analyses/tornado-methods.ts'
import { countedOf } from '../../../src/engine/sensitivity/counted.ts'

/** Futures of a model that is made up. */
export const count = 4000

/** Takes all steps of an analysis. */
export function done<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** An outcome of named columns over all futures, each drawn on its own. */
export function known(
  columns: Readonly<Record<string, Float64Array>>,
  of: (x: Record<string, number>) => number,
): Known {
  const entries = Object.entries(columns)
  const outcome = Float64Array.from({ length: count }, (_, i) =>
    of(Object.fromEntries(entries.map(([id, values]) => [id, values[i]]))),
  )
  const beliefs = entries.map(([id, values]) => ({ id, values }))
  return { counted: countedOf(count, 1, undefined), outcome, beliefs, luck: [] }
}
