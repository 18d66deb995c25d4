import type { CaseRef } from '../engine/plan.ts'
import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { curvesOf, pointsOf } from '../engine/statistics/curves.ts'
import { type Dominance, dominanceOf } from '../engine/statistics/dominance.ts'
import { sampleOf } from '../engine/statistics/influence.ts'
import { analysis, needsOf } from './analysis.ts'

export interface DominancesRequest {
  /** Cases of one scenario. */
  readonly cases: readonly CaseRef[]
  readonly outcome: string
  readonly better: 'higher' | 'lower'
  /** Futures that all cases share. */
  readonly selection: Selection
  /** Standard errors beyond which something is sure. */
  readonly certain: number
}

/**
 * Which cases stochastically dominate which others: by row, over the case of the column; null of a case
 * over itself. Yields between rows.
 */
export const dominances = analysis({
  needs: ({ cases, outcome, selection }: DominancesRequest, model) =>
    needsOf(cases, [outcome], measuresNamed(model, selection)),
  *steps(
    { outcome, better, selection, certain },
    { model, replicate, cases },
  ): Generator<number, (Dominance | null)[][]> {
    const [first] = cases
    const mask = first ? selectedOf(model, selection, first).mask : null
    const setting = { replicate, mask, certain }
    const samples = cases.map((one) => {
      const values = one.outcome(outcome)
      return sampleOf(better === 'lower' ? values.map((value) => -value) : values, mask)
    })
    yield 0
    const points = pointsOf(samples.map(({ sorted }) => sorted))
    const curves = samples.map(({ values, sorted }) => curvesOf(values, sorted, points, setting))
    yield 0
    const found: (Dominance | null)[][] = cases.map(() => cases.map(() => null))
    for (let row = 0; row < cases.length; row++) {
      for (let column = row + 1; column < cases.length; column++) {
        const [over, under] = dominanceOf(curves[row], curves[column], setting)
        found[row][column] = turned(over, better)
        found[column][row] = turned(under, better)
        yield (row + (column - row) / (cases.length - row)) / cases.length
      }
    }
    return found
  },
})

/** Where less is better, values are those of the outcome again. */
function turned({ first, second }: Dominance, better: 'higher' | 'lower'): Dominance {
  if (better === 'higher') return { first, second }
  const back = ({ verdict, violation }: Dominance['first']): Dominance['first'] => ({
    verdict,
    violation: { ...violation, at: -violation.at },
  })
  return { first: back(first), second: back(second) }
}
