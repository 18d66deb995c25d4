import type { Covariances } from '../analyses/covariances.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { type Choice, choiceOf, type Limits } from './best.ts'
import type { Estimate } from './estimates.ts'

/** A weighted sum of cells: how much each counts, by its place. */
export type Weights = readonly (readonly [at: number, weight: number])[]

/** One figure of every strategy in every scenario, and how the errors of any two go together. */
export interface Spread {
  /** Cells of a scenario; scenario by scenario they follow each other. */
  readonly strategies: number
  readonly values: readonly (number | null)[]
  /** Of all cells, row by row, or a matrix a scenario: errors of different ones then add up. */
  readonly matrices: readonly (Float64Array | null)[]
}

/** What was answered of all scenarios at once, or of each by itself. */
export function spreadOf(strategies: number, found: readonly Covariances[]): Spread {
  return {
    strategies,
    values: found.flatMap(({ values }) => values),
    matrices: found.map(({ matrix }) => matrix),
  }
}

/** A weighted sum of cells and its error; null where a cell has no such figure. */
export function sumIn({ strategies, values, matrices }: Spread, weights: Weights): Estimate | null {
  let value = 0
  for (const [at, weight] of weights) {
    const one = values[at]
    if (one === null || one === undefined) return null
    value += weight * one
  }
  const isJoint = matrices.length === 1
  const size = isJoint ? values.length : strategies
  let error: number | null = 0
  matrices.forEach((matrix, block) => {
    const from = block * size
    const inside = weights.filter(([at]) => at >= from && at < from + size)
    if (inside.length === 0 || error === null) return
    error = matrix && error + Math.sqrt(Math.max(0, varianceOf(matrix, size, from, inside)))
  })
  return { value, error }
}

function varianceOf(matrix: Float64Array, size: number, from: number, weights: Weights): number {
  let sum = 0
  for (const [a, x] of weights) {
    for (const [b, y] of weights) sum += x * y * matrix[(a - from) * size + (b - from)]
  }
  return sum
}

/** One strategy, and the weighted sum of cells it is judged by. */
export interface Judged {
  readonly id: string
  readonly label: string
  readonly weights: Weights
}

/**
 * Which is best by a weighted sum of cells, against every other, by the one rule: leads are paired,
 * future by future. Null where there is nothing to choose from.
 */
export function choiceAmong(
  spread: Spread,
  judged: readonly Judged[],
  better: NumberOutcome['better'],
  limits: Limits,
): (Choice & { readonly value: Estimate }) | null {
  const sign = better === 'lower' ? -1 : 1
  const known = judged.flatMap((one) => {
    const sum = sumIn(spread, one.weights)
    return sum ? [{ ...one, sum }] : []
  })
  const [top, ...others] = known.toSorted((a, b) => sign * (b.sum.value - a.sum.value))
  if (!top) return null
  const rivals = others.map(({ id, label, weights }) => ({
    id,
    label,
    lead: sumIn(spread, less(top.weights, weights, sign)) ?? { value: 0, error: null },
  }))
  return { ...choiceOf(top, better, rivals, limits), value: top.sum }
}

/** One weighted sum less another, times a sign: what both count alike drops out. */
export function less(a: Weights, b: Weights, sign = 1): Weights {
  const found = new Map<number, number>()
  for (const [at, weight] of a) found.set(at, (found.get(at) ?? 0) + sign * weight)
  for (const [at, weight] of b) found.set(at, (found.get(at) ?? 0) - sign * weight)
  return [...found].filter(([, weight]) => weight !== 0)
}
