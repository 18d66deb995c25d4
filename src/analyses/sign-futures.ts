import type { CaseRef } from '../engine/plan.ts'
import { seenColumns } from '../engine/seen-series.ts'
import { measuresNamed, selectedOf } from '../engine/selection.ts'
import { certainErrors } from '../engine/statistics/certainty.ts'
import type { Catalogue } from '../engine/model.ts'
import type { Given, Needs } from './analysis.ts'
import type { SignChoice, SignFutures } from './sign-sides.ts'
import type { SignsAsked } from './signpost-facts.ts'
import { type SubjectColumn, subjectColumn, subjectNeeds } from './subject.ts'

/** Of more futures the series of all quarters would take too much memory, and errors are small by then. */
export const MOST_LOOKED = 40_960

/** How many of the first futures are looked at, at most. */
function lookedAt({ first = MOST_LOOKED }: SignsAsked): number {
  return Math.min(first, MOST_LOOKED)
}

/** What it takes to hold signs against what is explained and against the choice, and to see them. */
export function signNeeds({ subject, choices }: SignsAsked, model: Catalogue): Needs {
  const needs = subjectNeeds(subject, model, [])
  const others = choices.filter((one) => !needs.cases.some((is) => is.strategy === one.strategy))
  return { ...needs, cases: [...needs.cases, ...others], reruns: true }
}

/** The columns signs are held against. */
export function signFutures(asked: SignsAsked, given: Given): SignFutures {
  const target = cut(subjectColumn(asked.subject, given), lookedAt(asked))
  const trials = target.values.length
  return {
    target,
    choice: choiceOf(asked, given),
    replicate: given.replicate,
    certain: certainErrors(Math.max(1, trials), given.replicate),
    negligible: asked.negligible,
  }
}

function choiceOf(asked: SignsAsked, { model, cases }: Given): SignChoice | null {
  const { subject, choices, sign } = asked
  if (choices.length < 2) return null
  const refs = casesNeeded(asked)
  const worth = choices.map((one) => {
    const at = refs.findIndex(({ strategy }) => strategy === one.strategy)
    return {
      id: one.strategy,
      values: cases[at].outcome(subject.outcome).subarray(0, lookedAt(asked)),
    }
  })
  // Who signs or closes is known of each strategy alone: a choice is made over the same futures.
  const isShared = measuresNamed(model, subject.selection).outcomes.length === 0
  const selected = isShared ? selectedOf(model, subject.selection, cases[0]).mask : null
  const mask = selected?.subarray(0, lookedAt(asked))
  const meanOf = (values: Float64Array) =>
    values.reduce((sum, value, trial) => (!mask || mask[trial] === 1 ? sum + value : sum), 0)
  const means = worth.map(({ values }) => sign * meanOf(values))
  const top = worth[means.indexOf(Math.max(...means))]
  const others = worth
    .filter((one) => one !== top)
    .map(({ id, values }) => ({
      id,
      ahead: values.map((value, trial) => sign * (value - top.values[trial])),
    }))
  return { top: top.id, others, ahead: others.map((one) => one.ahead), mask }
}

/** The first of a column alone. */
function cut({ values, mask }: SubjectColumn, first: number): SubjectColumn {
  return { values: values.subarray(0, first), mask: mask?.subarray(0, first) }
}

/** Series until a quarter, of the futures that are looked at. Yields the part that is done. */
export function* seenFor(
  asked: SignsAsked,
  { rerun }: Given,
  series: readonly string[],
  until: number,
): Generator<number, ReadonlyMap<string, Float64Array>> {
  if (!rerun) throw new Error('signs are seen by running futures again')
  const { model, plan, cache } = rerun
  const trials = Math.min(plan.trials, lookedAt(asked))
  const seeing = { series, until, follow: asked.follow }
  return yield* seenColumns(model, { ...plan, trials }, 0, seeing, cache)
}

/** In the order in which they are asked for. */
function casesNeeded({ subject: { a, b }, choices }: SignsAsked): CaseRef[] {
  const first = b ? [a, b] : [a]
  return [...first, ...choices.filter((one) => !first.some((is) => is.strategy === one.strategy))]
}
