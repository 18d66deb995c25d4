import { errorOf } from '../engine/sensitivity/counted.ts'
import { meanOf } from '../engine/statistics/moments.ts'
import { analysis, dealt } from './analysis.ts'
import type { DriverBar } from './driver-bars.ts'
import { type Subject, subjectNeeds } from './subject.ts'
import { beyondOf, byLength, type GivenMethod, targetOf, varies } from './tornado-bars.ts'
import { barsOf, groupBar, type Known, knownOf } from './tornado-methods.ts'

export interface TornadoRequest {
  readonly subject: Subject
  readonly method: GivenMethod
  /** Assumptions that are looked at, where not all are: luck together is only where all of it is. */
  readonly among?: readonly string[]
}

export interface TornadoAnswer {
  /** Of beliefs that vary: those told first, then by length. */
  readonly bars: readonly DriverBar[]
  /** Of luck, which is nobody’s belief, draw by draw; and of all of it together, by the id `luck`. */
  readonly luck: readonly DriverBar[]
  readonly luckTogether: DriverBar | null
  /** The mean over the futures that count. */
  readonly base: { readonly mean: number; readonly error: number | null }
  /** Futures that count. */
  readonly trials: number
  /** Whether what is explained is the same in all of them. */
  readonly isStill: boolean
  /** Of a regression: the part of the variance that beliefs account for. */
  readonly rSquared?: number
  /** Standard errors a bar must have to be told. */
  readonly beyond: number
}

/** Fewer futures than this tell nothing. */
export const LEAST = 20

/** What moves an outcome, or a difference, belief by belief, from the futures at hand. */
export const tornado = analysis({
  needs: ({ subject, among }: TornadoRequest, model) => ({
    ...subjectNeeds(subject, model, among),
    isShared: true,
  }),
  *steps({ subject, method, among }, given): Generator<number | void, TornadoAnswer> {
    const all = among ?? given.model.assumptions.map(({ id }) => id)
    return yield* tornadoOf(knownOf(subject, given, new Set(all)), method)
  },
  split: {
    // A regression is of all beliefs together.
    parts(request, most, { assumptions }) {
      if (request.method === 'regression' || request.among) return [request]
      const luck = assumptions.filter(({ role }) => role === 'luck').map(({ id }) => id)
      const beliefs = assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
      const parts = dealt(beliefs, most)
      return parts.map((some, at) => {
        const among = at === parts.length - 1 ? [...some, ...luck] : some
        return { ...request, among }
      })
    },
    join(answers) {
      const last = answers[answers.length - 1]
      const bars = answers.flatMap((one) => one.bars)
      return { ...last, bars: byLength(bars, last.base.mean) }
    },
  },
})

/** The same from columns. */
export function* tornadoOf(
  { counted, outcome, beliefs, luck }: Known,
  method: GivenMethod,
): Generator<number | void, TornadoAnswer> {
  const trials = outcome.length
  const mean = trials === 0 ? 0 : meanOf(outcome)
  const base = { mean, error: trials < 2 ? null : errorOf(counted, outcome) }
  const [isStill, beyond] = [!varies(outcome), beyondOf(counted)]
  const empty = { bars: [], luck: [], luckTogether: null, base, trials, isStill, beyond }
  if (trials < LEAST || isStill) return empty
  const target = targetOf(counted, outcome)
  const { bars, rSquared } = yield* barsOf(target, beliefs, method)
  const draws = yield* barsOf(target, luck, method)
  const together = { id: 'luck', members: luck.map(({ id }) => id) }
  return {
    ...empty,
    bars: byLength(bars, mean),
    luck: byLength(draws.bars, mean),
    luckTogether: yield* groupBar(target, together, luck, method),
    ...(rSquared !== undefined && { rSquared }),
  }
}
