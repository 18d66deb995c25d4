import type { CaseRef } from '../engine/plan.ts'
import { isCase } from '../engine/plan.ts'
import type { Catalogue } from '../engine/model.ts'
import { measuresNamed, type Selectable, selectedOf, type Selection } from '../engine/selection.ts'
import {
  differenceOf,
  errorOf,
  type Influenced,
  meanFigure,
  quantileFigure,
  relativeDifferenceOf,
  type Sample,
  sampleOf,
  shareFigure,
  shortfallFigure,
} from '../engine/statistics/influence.ts'
import { standardErrorOfQuantile } from '../engine/statistics/standard-error.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import { analysis, type Needs, needsOf } from './analysis.ts'
import type { Estimate } from './estimates.ts'
import { bestShares, regrets, type Better } from './regret.ts'
import { isReached, type Target } from './readings.ts'

/** A figure of a strategy: of its own futures, or against the other strategies in each of them. */
export type TableFigure =
  | { readonly kind: 'mean' }
  | { readonly kind: 'quantile'; readonly p: number }
  | { readonly kind: 'shortfall'; readonly share: number }
  /** The chance to reach a target, or to miss it. */
  | { readonly kind: 'reached' | 'missed'; readonly target: Target }
  /** What the best of the choices would have been worth more: on average, and at most. */
  | { readonly kind: 'meanRegret' | 'worstRegret' }
  /** The share of futures in which none of the choices is better; equals share it. */
  | { readonly kind: 'best' }
  /** How often the condition turned out so. */
  | { readonly kind: 'ended'; readonly state: string }

export interface StrategyTableRequest {
  /** Rows, all of one scenario. */
  readonly cases: readonly CaseRef[]
  /** Those that can be chosen: regret is against the best of them. */
  readonly choices: readonly CaseRef[]
  readonly outcome: string
  readonly better: Better
  readonly figures: readonly TableFigure[]
  /** Futures that quantiles, chances and shortfalls are of; all of a row that has none. */
  readonly selection: Selection
  /** Futures that means are of. */
  readonly means: Selection
  /** Futures that all rows share: regret, who is best and how talks end are of them. */
  readonly shared: Selection
  /** The row that all are set against. */
  readonly against?: CaseRef
}

/** A figure, and how far it is from that of the row it is set against. */
export interface TableEstimate extends Estimate {
  /** Paired; there where a row was named. */
  readonly less?: Estimate
  /** The same in parts of the size of that row's figure; null where that means nothing. */
  readonly relative?: Estimate | null
}

/** A figure and, where its error is not that of its influence, the error. */
interface Figure extends Influenced {
  readonly error?: number | null
}

/**
 * Every strategy in figures, each with the error that is right for the design; null for what a
 * strategy has not got. Yields between strategies.
 */
export const strategyTable = analysis({
  needs(
    { cases, choices, outcome, figures, selection, means, shared }: StrategyTableRequest,
    model,
  ): Needs {
    const named = [selection, means, shared].map((one) => measuresNamed(model, one))
    const own = figures.some(({ kind }) => kind === 'ended') ? [model.condition.outcome] : []
    return needsOf(everyOf(cases, choices), [outcome, ...own], {
      outcomes: named.flatMap(({ outcomes }) => outcomes),
      inputs: [...new Set(named.flatMap(({ inputs }) => inputs))],
    })
  },
  *steps(request, { model, replicate, cases }): Generator<number, (TableEstimate | null)[][]> {
    const { outcome, better, choices, figures, against } = request
    const refs = everyOf(request.cases, choices)
    const at = (ref: CaseRef) => cases[refs.findIndex((one) => isCase(one, ref))]
    const rivals = choices.map((ref) => at(ref).outcome(outcome))
    const lost = needsRegret(figures) ? regrets(rivals, better) : []
    yield 0
    const shares = figures.some(({ kind }) => kind === 'best') ? bestShares(rivals, better) : []
    const rowOf = (ref: CaseRef) => {
      const choice = choices.findIndex((one) => isCase(one, ref))
      const own = { lost: lost[choice] ?? null, shares: shares[choice] ?? null }
      return figuresOf(at(ref), own, request, model, replicate)
    }
    const base = against && rowOf(against)
    const found: (TableEstimate | null)[][] = []
    for (const ref of request.cases) {
      const row = rowOf(ref)
      found.push(row.map((one, i) => one && estimateOf(one, base?.[i] ?? null, replicate)))
      yield found.length / request.cases.length
    }
    return found
  },
})

function needsRegret(figures: readonly TableFigure[]): boolean {
  return figures.some(({ kind }) => kind === 'meanRegret' || kind === 'worstRegret')
}

/** What a strategy has against the others, future by future; null of one that is no choice. */
interface Against {
  readonly lost: Float64Array | null
  readonly shares: Float64Array | null
}

function figuresOf(
  from: Selectable,
  { lost, shares }: Against,
  { outcome, better, figures, selection, means, shared }: StrategyTableRequest,
  model: Catalogue,
  replicate: Replicate,
): (Figure | null)[] {
  const values = from.outcome(outcome)
  const own = sampleOf(values, selectedOf(model, selection, from).mask)
  const common = selectedOf(model, shared, from).mask
  const ofShared = (column: Float64Array) => sampleOf(column, common)
  const losses = lost && ofShared(lost)
  return figures.map((figure): Figure | null => {
    switch (figure.kind) {
      case 'mean':
        return meanFigure(sampleOf(values, selectedOf(model, means, from).mask))
      case 'quantile':
        return quantileWithError(own, figure.p, replicate)
      case 'shortfall':
        return shortfallFigure(own, figure.share, better === 'lower' ? 'high' : 'low')
      case 'reached':
        return shareFigure(own, (value) => isReached(figure.target, value))
      case 'missed':
        return shareFigure(own, (value) => !isReached(figure.target, value))
      case 'meanRegret':
        return losses && meanFigure(losses)
      case 'worstRegret':
        // The most extreme future says nothing of its own spread.
        return losses && { value: losses.sorted[losses.sorted.length - 1], influence: null }
      case 'best':
        return shares && meanFigure(ofShared(shares))
      case 'ended': {
        const state = stateOf(model, figure.state)
        const ends = ofShared(from.outcome(model.condition.outcome))
        return shareFigure(ends, (value) => value === state)
      }
    }
  })
}

function quantileWithError(sample: Sample, p: number, replicate: Replicate): Figure {
  const { values, sorted, mask } = sample
  const error = standardErrorOfQuantile(values, sorted, p, replicate, mask ?? undefined)
  return { ...quantileFigure(sample, p, replicate), error }
}

function stateOf({ condition, outcomes }: Catalogue, state: string): number {
  const outcome = outcomes.find(({ id }) => id === condition.outcome)
  const at = outcome?.kind === 'category' ? outcome.states.indexOf(state) : -1
  if (at < 0) throw new Error(`${condition.outcome} has no state ${state}`)
  return at
}

function estimateOf(one: Figure, base: Figure | null, replicate: Replicate): TableEstimate {
  const { value, error = errorOf(one, replicate) } = one
  if (!base) return { value, error }
  return {
    value,
    error,
    less: differenceOf(one, base, replicate),
    relative: relativeDifferenceOf(one, base, replicate),
  }
}

function everyOf(cases: readonly CaseRef[], choices: readonly CaseRef[]): CaseRef[] {
  return [...cases, ...choices.filter((ref) => !cases.some((one) => isCase(one, ref)))]
}
