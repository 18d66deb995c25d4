import type { Catalogue } from '../engine/model.ts'
import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import { measuresNamed, type Selectable, selectedOf, type Selection } from '../engine/selection.ts'
import { analysis, type Needs } from './analysis.ts'
import type { Estimate } from './estimates.ts'
import {
  type Better,
  estimateOf,
  lossMeasured,
  meanMeasured,
  type Measured,
  shortfallMeasured,
  worstTenthMeasured,
} from './measures.ts'

/** What is measured of a strategy in a scenario. */
export type CellMeasure = 'mean' | 'loss' | 'worstTenth' | 'shortfall' | 'regret'

export interface CellsRequest {
  /** Strategies of one scenario or of several, on the same trials. */
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  readonly better: Better
  /** Ids of the strategies that can be chosen: regret is against the best of them. */
  readonly choices: readonly string[]
  /** Futures that chances, the worst tenth and the shortfall count, case by case. */
  readonly counted: Selection
  /** Futures that averages count. */
  readonly means: Selection
  /** Futures that regret is taken over, the same in every case: all, or by what all cases share. */
  readonly common: Selection
}

/** One strategy in one scenario. */
export interface CellFigures {
  /** Futures counted for chances, the worst tenth and the shortfall. */
  readonly count: number
  /** Whether none met what was to be counted, so that all are. */
  readonly isEmpty: boolean
  readonly mean: Estimate
  /** Chance of a loss: below 0, or above it where lower is better. */
  readonly loss: Estimate
  /** What one future in ten is worse than. */
  readonly worstTenth: Estimate
  /** The average of the worst twentieth: CVaR 5%. */
  readonly shortfall: Estimate
  /**
   * The average, over the same futures, of what the best strategy that can be chosen is ahead in each;
   * null of one that cannot be chosen, and where neither side is better.
   */
  readonly regret: Estimate | null
  /** The share of futures in which none that can be chosen is better; null as regret is. */
  readonly best: Estimate | null
}

/** Every figure of some cases with its error, in the order of the cases. Yields between them. */
export const cells = analysis({
  needs: needsOfCells,
  *steps(request: CellsRequest, { model, replicate, cases }): Generator<number, CellFigures[]> {
    const found: CellFigures[] = []
    const of = { request, model, replicate, cases }
    for (let at = 0; at < cases.length; at++) {
      const { count, isEmpty } = selectedOf(model, request.counted, cases[at])
      const told = (measure: CellMeasure) => {
        const measured = measuredIn(of, at, measure)
        return measured && estimateOf(measured)
      }
      const always = (measure: CellMeasure) => told(measure) ?? { value: 0, error: null }
      const isBest = bestIn(of, at)
      found.push({
        count,
        isEmpty,
        mean: always('mean'),
        loss: always('loss'),
        worstTenth: always('worstTenth'),
        shortfall: always('shortfall'),
        regret: told('regret'),
        best: isBest && estimateOf(isBest),
      })
      yield found.length / cases.length
    }
    return found
  },
})

/** What a question about cells needs. */
export function needsOfCells(
  { cases, outcome, counted, means, common }: CellsRequest,
  model: Catalogue,
): Needs {
  const named = [counted, means, common].map((one) => measuresNamed(model, one))
  return {
    cases,
    outcomes: [...new Set([outcome, ...named.flatMap(({ outcomes }) => outcomes)])],
    inputs: [...new Set(named.flatMap(({ inputs }) => inputs))],
  }
}

/** The cases of a request and what is known of them. */
export interface CellsGiven {
  readonly request: CellsRequest
  readonly model: Catalogue
  readonly replicate: Replicate
  readonly cases: readonly Selectable[]
}

/** One figure of the case at a place; null where it has none. */
export function measuredIn(of: CellsGiven, at: number, measure: CellMeasure): Measured | null {
  const { request, model, replicate, cases } = of
  const { outcome, better, counted, means } = request
  if (measure === 'regret') return regretIn(of, at)
  const selection = measure === 'mean' ? means : counted
  const { mask, isEmpty } = selectedOf(model, selection, cases[at])
  const known = model.outcomes.find(({ id }) => id === outcome)
  // None closes late that never closes.
  if (isEmpty && known?.kind === 'number' && known.onlyIf === 'met') return null
  const over = { values: cases[at].outcome(outcome), mask, replicate }
  switch (measure) {
    case 'mean':
      return meanMeasured(over)
    case 'loss':
      return lossMeasured(over, better)
    case 'worstTenth':
      return worstTenthMeasured(over, better)
    case 'shortfall':
      return shortfallMeasured(over, better)
  }
}

function regretIn(of: CellsGiven, at: number): Measured | null {
  const { request, cases, replicate } = of
  const sign = request.better === 'lower' ? -1 : 1
  const best = bestOf(of, at)
  if (!best) return null
  const values = cases[at].outcome(request.outcome).map((one, i) => best[i] - sign * one)
  return meanMeasured({ values, mask: commonMask(of, at), replicate })
}

/** Whether none is better, alone or with others. */
function bestIn(of: CellsGiven, at: number): Measured | null {
  const { request, cases, replicate } = of
  const sign = request.better === 'lower' ? -1 : 1
  const best = bestOf(of, at)
  if (!best) return null
  const own = cases[at].outcome(request.outcome)
  const values = own.map((one, i) => (sign * one >= best[i] ? 1 : 0))
  return meanMeasured({ values, mask: commonMask(of, at), replicate })
}

/** The best of each future among those that can be chosen in the same scenario, higher being better. */
function bestOf({ request, cases }: CellsGiven, at: number): Float64Array | null {
  const { cases: refs, outcome, better, choices } = request
  if (better === 'neutral' || !choices.includes(refs[at].strategy)) return null
  const sign = better === 'lower' ? -1 : 1
  const best = new Float64Array(cases[at].trials).fill(Number.NEGATIVE_INFINITY)
  refs.forEach(({ strategy, scenario }, place) => {
    if (scenario !== refs[at].scenario || !choices.includes(strategy)) return
    const values = cases[place].outcome(outcome)
    for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i], sign * values[i])
  })
  return best
}

function commonMask({ request, model, cases }: CellsGiven, at: number): Uint8Array | null {
  return selectedOf(model, request.common, cases[at]).mask
}
