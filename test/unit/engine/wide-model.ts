import type { Assumption, Model } from '../../../src/engine/model.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import { toyModel, toyPlan } from './toy-model.ts'

/** A model of so many independent standard-normal assumptions. */
export function wideModel(ids: readonly string[]): Model {
  const [like] = toyModel.assumptions
  return {
    ...toyModel,
    assumptions: ids.map((id): Assumption => ({ ...like, id, dimension: dimensionOf(id) })),
  }
}

/** An id's own, whatever other ids there are: `input7` has 7, `c` has 2. */
function dimensionOf(id: string): number {
  return id.startsWith('input') ? Number(id.slice(5)) : id.charCodeAt(0) - 97
}

export function widePlan(ids: readonly string[], changes: Partial<RunPlan> = {}): RunPlan {
  const normal = { kind: 'normal', mean: 0, standardDeviation: 1 } as const
  const distributions = Object.fromEntries(ids.map((id) => [id, normal]))
  return toyPlan({ scenarios: [{ id: 'base', label: 'Base', distributions }], ...changes })
}

export function column(
  ids: readonly string[],
  id: string,
  changes: Partial<RunPlan> = {},
): Float64Array {
  return inputColumn(wideModel(ids), widePlan(ids, changes), 0, id)
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Pearson's correlation of two columns. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const [mx, my] = [sum(x) / x.length, sum(y) / y.length]
  const across = sum(x.map((value, i) => (value - mx) * (y[i] - my)))
  const own = sum(x.map((value) => (value - mx) * (value - mx)))
  return across / Math.sqrt(own * sum(y.map((value) => (value - my) * (value - my))))
}
