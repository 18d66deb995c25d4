import { measuresNamed } from '../engine/selection.ts'
import { shape, type Shape } from '../engine/statistics/shape.ts'
import { analysis, needsOf } from './analysis.ts'
import { type Estimate, meanWithError } from './estimates.ts'
import { pairMask, type PairRequest } from './pair.ts'

/** One case of a pair, over the futures that the pair counts. */
export interface PairSide {
  readonly shape: Shape
  readonly mean: Estimate
}

/** The two cases of a pair, each on its own: what their difference is made of. */
export const pairSides = analysis({
  needs: ({ a, b, outcome, selection }: PairRequest, model) =>
    needsOf([a, b], [outcome], measuresNamed(model, selection)),
  *steps(request, { model, replicate, cases }): Generator<void, PairSide[]> {
    const mask = pairMask(model, request, cases)
    const sides: PairSide[] = []
    for (const one of cases) {
      const values = one.outcome(request.outcome)
      sides.push({
        shape: shape(values, mask),
        mean: meanWithError(values, replicate, mask ?? null),
      })
      yield
    }
    return sides
  },
})
