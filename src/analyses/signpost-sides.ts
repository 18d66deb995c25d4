import { atQuarter } from '../engine/selection.ts'
import { analysis } from './analysis.ts'
import { seenFor, signFutures, signNeeds } from './sign-futures.ts'
import { type SignSides, signSides } from './sign-sides.ts'
import { fanOf } from './sign-fan.ts'
import type { SignFan, SignSidesRequest } from './signpost-facts.ts'

/** What is so on either side of a threshold, and how its series unfolds until then. */
export interface FoundSides {
  readonly sides: SignSides
  readonly fan: SignFan
}

/** Both sides of thresholds that are given: of signposts that are kept. */
export const signpostSides = analysis({
  needs: (request: SignSidesRequest, model) => signNeeds(request, model),
  *steps(request, given): Generator<number | void, FoundSides[]> {
    if (request.at.length === 0) return []
    const futures = signFutures(request, given)
    const series = [...new Set(request.at.map((one) => one.series))]
    const until = Math.max(...request.at.map(({ t }) => t))
    const columns = yield* seenFor(request, given, series, until)
    return request.at.map(({ series: id, t, threshold }) => ({
      sides: signSides(columns.get(atQuarter(id, t)) ?? new Float64Array(0), threshold, futures),
      fan: fanOf(columns, id, until, futures.target.mask),
    }))
  },
})
