import { checkDistribution } from '../../engine/distributions/index.ts'
import type { Ways } from '../../study/sheet/cells.ts'
import { constraintsOf, LEVELS, solved } from '../belief/percentile-moves.ts'
import { shapeProblem } from '../belief/shape-problem.ts'
import { throughAll } from '../belief/three-percentiles.ts'

/** Beliefs from what was typed in a sheet, as the editor of a belief makes them. */
export const sheetWays: Ways = {
  through(kind, points, base, domain) {
    const constraints = {
      // A bell that had no ends before has those of what is possible.
      ...(kind === 'truncatedNormal' ? { min: domain[0], max: domain[1] } : {}),
      ...constraintsOf(base),
    }
    const found =
      points.length === LEVELS.length
        ? throughAll(kind, points, constraints, domain)
        : solved(kind, points, constraints)
    checkDistribution(found)
    return found
  },
  problemOf: (error, belief, unit) => shapeProblem(error, belief, unit),
}
