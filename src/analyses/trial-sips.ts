import type { CaseRef } from '../engine/plan.ts'
import { normalQuantile } from '../engine/math.ts'
import { nearestCorrelation } from '../engine/sampling/nearest-correlation.ts'
import { ranking } from '../engine/statistics/ranking.ts'
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
/** Steps, at most, of what tells only part of how figures go together. */
const COARSE = 12
const MOST = 0.99

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
    const scores: Scores[] = []
    for (const { case: ref, id, range } of measures) {
      yield (0.8 * sips.length) / measures.length
      const at = ref ? refs.findIndex((one) => one.strategy === ref.strategy) : -1
      const values = at >= 0 ? given.cases[at].outcome(id) : given.inputs.get(id)
      if (!values) throw new Error(`the input ${id} was not drawn`)
      const found = sipOf(values, range)
      sips.push(found)
      if (found) scores.push(normalScores(values, found))
    }
    const correlations: number[][] = []
    for (const [row, score] of scores.entries()) {
      yield 0.8 + (0.2 * row) / scores.length
      correlations.push(scores.map((other, col) => (col === row ? 1 : together(score, other))))
    }
    const possible = correlations.length > 0 ? nearestCorrelation(correlations) : []
    return {
      sips,
      correlations: possible.map((row, at) =>
        row.slice(0, at + 1).map((value, col) => (col === at ? 1 : APART * value)),
      ),
    }
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

interface Scores {
  /** Of mean 0 and sum of squares 1. */
  readonly values: Float64Array
  /** How much less they vary than normal ones, where there are so few different ones that it tells. */
  readonly spread: number
}

/** Normal scores of ranks; equal values share the average of theirs. */
function normalScores(values: Float64Array, { margin }: Sip): Scores {
  const order = ranking(values)
  const count = order.length
  const scores = new Float64Array(count)
  for (let start = 0; start < count;) {
    let end = start
    let sum = 0
    while (end < count && values[order[end]] === values[order[start]]) {
      sum += normalQuantile((end++ + 0.5) / count)
    }
    for (let i = start; i < end; i++) scores[order[i]] = sum / (end - start)
    start = end
  }
  const size = Math.sqrt(product(scores, scores))
  const isCoarse = margin.kind === 'steps' && margin.rows.length <= COARSE
  const spread = isCoarse ? size / Math.sqrt(count) : 1
  return { values: scores.map((value) => value / size), spread }
}

/**
 * The correlation of the normal numbers behind two figures. What has few values shows only part of it:
 * an event’s correlation is divided by how much of a normal number it tells (Olsson, Drasgow and Dorans
 * 1982, the polyserial correlation from moments).
 */
function together(a: Scores, b: Scores): number {
  const found = product(a.values, b.values) / (a.spread * b.spread)
  return Math.max(-MOST, Math.min(MOST, found))
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
