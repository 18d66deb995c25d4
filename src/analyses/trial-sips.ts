import type { CaseRef } from '../engine/plan.ts'
import { normalQuantile } from '../engine/math.ts'
import { midRanks } from '../engine/statistics/rank-correlation.ts'
import { analysis } from './analysis.ts'
import { figuresOf, type Margin, type MarginFigures, marginOf } from './trial-margins.ts'

/** One figure of every future: an input of the scenario, or an outcome of a case. */
export interface SipMeasure {
  readonly case?: CaseRef
  readonly id: string
  /** What it can be. */
  readonly range: readonly [number, number]
}

export interface SipsRequest {
  readonly scenario: string
  readonly measures: readonly SipMeasure[]
}

/** A figure as others can draw it again. */
export interface Sip {
  readonly margin: Margin
  readonly trials: MarginFigures & {
    readonly min: number
    readonly max: number
    readonly deviation: number
  }
  /** The share of trials in each of 25 equal parts from the least to the greatest. */
  readonly density: readonly number[]
}

export interface Sips {
  /** In the order asked; null where all futures have the same. */
  readonly sips: readonly (Sip | null)[]
  /** Of the normal scores of those that are there, in their order: below the diagonal and on it. */
  readonly correlations: readonly (readonly number[])[]
}

/** Keeps a matrix of figures that always go together one that can be factored. */
const APART = 1 - 1e-6
const PARTS = 25

/** Distributions of figures and how they go together: what a library of virtual trials holds. */
export const trialSips = analysis({
  needs: ({ scenario, measures }: SipsRequest) => {
    const named = measures.flatMap((one) => (one.case ? [{ id: one.id, ref: one.case }] : []))
    return {
      scenario,
      cases: casesOf(measures),
      outcomes: [...new Set(named.map(({ id }) => id))],
      inputs: measures.filter((one) => !one.case).map(({ id }) => id),
    }
  },
  *steps({ measures }, given): Generator<number, Sips> {
    const refs = casesOf(measures)
    const sips: (Sip | null)[] = []
    const scores: Float64Array[] = []
    for (const { case: ref, id, range } of measures) {
      yield (0.8 * sips.length) / measures.length
      const at = ref ? refs.findIndex((one) => one.strategy === ref.strategy) : -1
      const values = at >= 0 ? given.cases[at].outcome(id) : given.inputs.get(id)
      if (!values) throw new Error(`the input ${id} was not drawn`)
      const found = sipOf(values, range)
      sips.push(found)
      if (found) scores.push(normalScores(values))
    }
    const correlations: number[][] = []
    for (const [row, score] of scores.entries()) {
      yield 0.8 + (0.2 * row) / scores.length
      correlations.push(
        scores
          .slice(0, row + 1)
          .map((other, col) => (col === row ? 1 : APART * product(score, other))),
      )
    }
    return { sips, correlations }
  },
})

function casesOf(measures: readonly SipMeasure[]): CaseRef[] {
  const found = new Map<string, CaseRef>()
  for (const { case: ref } of measures) if (ref) found.set(ref.strategy, ref)
  return [...found.values()]
}

function sipOf(values: Float64Array, range: readonly [number, number]): Sip | null {
  const sorted = values.slice().sort()
  const [min, max] = [sorted[0], sorted[sorted.length - 1]]
  if (min === max) return null
  const figures = figuresOf(sorted)
  const square = sorted.reduce(
    (sum, value) => sum + (value - figures.mean) * (value - figures.mean),
    0,
  )
  const density = Array.from({ length: PARTS }, () => 0)
  for (const value of sorted) {
    density[Math.min(PARTS - 1, Math.floor((PARTS * (value - min)) / (max - min)))] +=
      1 / sorted.length
  }
  return {
    margin: marginOf(sorted, range),
    trials: { ...figures, min, max, deviation: Math.sqrt(square / sorted.length) },
    density,
  }
}

/** Normal scores of ranks, with sum of squares 1. */
function normalScores(values: Float64Array): Float64Array {
  const scores = midRanks(values).map((rank) => normalQuantile((rank + 0.5) / values.length))
  const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length
  const size = Math.sqrt(scores.reduce((sum, value) => sum + (value - mean) * (value - mean), 0))
  return scores.map((value) => (value - mean) / size)
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
