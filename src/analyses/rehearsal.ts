import type { Model } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import type { DrawCache } from '../engine/sampling/cache.ts'
import { ALL, type Selectable } from '../engine/selection.ts'
import type { Given, Rerun } from './analysis.ts'
import { choiceFlips } from './choice-flips.ts'
import { information } from './information.ts'
import { rules } from './rules.ts'
import { scatter } from './scatter.ts'
import { signposts } from './signposts.ts'
import type { SignsAsked } from './signpost-facts.ts'
import { tornado } from './tornado.ts'
import { Uniforms } from './uniforms.ts'

/** Futures that are made up: enough for each question to be answered in full. */
const TRIALS = 2048
/** Those in which signs are looked for. */
const SEEN = 1024
const ROUND = 8
/** Quarters in which signs are looked for. */
const SEEN_UNTIL = 8

/**
 * Asks on made-up futures, and forgets the answers, what is asked of every finished run when it is to be
 * explained: code that has run before is compiled, and answers twice as fast. Yields between pieces of
 * some milliseconds.
 *
 * @param plan its first scenario is run again for signs
 */
export function* rehearse(model: Model, plan: RunPlan, cache: DrawCache): Generator<void, void> {
  const made = yield* madeUp(model, plan, cache)
  for (const steps of asked(made)) {
    for (let step = steps.next(); !step.done; step = steps.next()) yield
  }
}

/** The questions, each with its first step yet to be taken. */
function* asked({ given, refs, outcome }: MadeUp): Generator<Generator<unknown, unknown>> {
  const [a] = refs
  const subject = { a, b: null, outcome, selection: ALL }
  const beliefs = given.model.assumptions.filter(({ role }) => role !== 'luck')
  const inputs = beliefs.map(({ id }) => id)
  const signs: SignsAsked = { subject, choices: refs, sign: 1, negligible: 0, follow: null }
  const series = given.model.series.map(({ id }) => id)
  const quarters = Math.min(SEEN_UNTIL, given.rerun.plan.quarters)
  const good = { side: 'atLeast', at: 0.8 } as const
  yield tornado.steps({ subject, method: 'swing' }, given)
  yield scatter.steps({ subject, x: null, among: inputs, marked: null, shown: 100 }, given)
  yield choiceFlips.steps({ cases: refs, outcome, sign: 1, inputs, selection: ALL }, given)
  yield information.steps({ ...signs, inputs, groups: [] }, given)
  yield rules.steps({ subject, good }, given)
  yield signposts.steps({ ...signs, series, quarters, first: SEEN }, given)
}

interface MadeUp {
  readonly given: Given & { readonly rerun: Rerun }
  readonly refs: readonly [Ref, ...Ref[]]
  readonly outcome: string
}

interface Ref {
  readonly strategy: string
  readonly scenario: string
}

/** Futures in which the first beliefs move an outcome, and which strategy is best. */
function* madeUp(model: Model, plan: RunPlan, cache: DrawCache): Generator<void, MadeUp> {
  const numbers = new Uniforms('rehearsal', model.id)
  const column = () => Float64Array.from({ length: TRIALS }, () => numbers.next())
  const inputs = new Map<string, Float64Array>()
  for (const { id, role } of model.assumptions) {
    const values = column()
    inputs.set(id, role === 'event' ? values.map((value) => (value < 0.3 ? 1 : 0)) : values)
    yield
  }
  const [first, second, third] = [...inputs.values()]
  const [world] = plan.worlds
  const own = plan.cases.filter(({ scenario }) => scenario === world.id)
  const cases = own.map((_, at): Selectable => {
    const values = column().map(
      (value, i) => value * 0.4 + first[i] * second[i] + (at % 2 === 0 ? third[i] : 0.5) * 0.5,
    )
    return { trials: TRIALS, outcome: () => values, input: (id) => inputs.get(id) ?? values }
  })
  const outcome = model.outcomes.find(({ kind }) => kind === 'number')
  const [ref, ...others] = own.map(({ strategy, scenario }) => ({ strategy, scenario }))
  if (!outcome || !ref) throw new Error('a plan without cases leaves nothing to rehearse')
  const rerun = { model, plan: { ...plan, trials: TRIALS, worlds: [world], cases: own }, cache }
  const replicate = plan.sampling === 'sobol' ? { interleaved: ROUND } : 64
  return {
    given: { model, replicate, cases, inputs, rerun },
    refs: [ref, ...others],
    outcome: outcome.id,
  }
}
