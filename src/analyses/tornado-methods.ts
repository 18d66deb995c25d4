import { type Counted, countedOf, picked } from '../engine/sensitivity/counted.ts'
import { jointGuess } from '../engine/sensitivity/joint.ts'
import { regressionOf } from '../engine/sensitivity/regression.ts'
import type { Given } from './analysis.ts'
import type { DriverBar } from './driver-bars.ts'
import { type Subject, subjectColumn } from './subject.ts'
import { barBy, barOf, type GivenMethod, type Target, varies } from './tornado-bars.ts'

/** Assumptions that are looked at together. */
export interface DriverGroup {
  readonly id: string
  readonly members: readonly string[]
}

/** An assumption over the futures that count. */
export interface Column {
  readonly id: string
  readonly values: Float64Array
}

/** What is explained and what may explain it, over the futures that count. */
export interface Known {
  readonly counted: Counted
  readonly outcome: Float64Array
  /** Those that vary. */
  readonly beliefs: readonly Column[]
  readonly luck: readonly Column[]
}

/** @param ids assumptions that are read */
export function knownOf(
  subject: Subject,
  { model, cases, inputs, replicate }: Given,
  ids: ReadonlySet<string>,
): Known {
  const { values, mask } = subjectColumn(subject, { model, cases })
  const counted = countedOf(values.length, replicate, mask)
  const columns = model.assumptions
    .filter(({ id }) => ids.has(id))
    .map(({ id, role }) => ({
      id,
      role,
      values: picked(counted, inputs.get(id) ?? cases[0].input(id)),
    }))
    .filter((one) => varies(one.values))
  return {
    counted,
    outcome: picked(counted, values),
    beliefs: columns.filter(({ role }) => role !== 'luck'),
    luck: columns.filter(({ role }) => role === 'luck'),
  }
}

/** The bars of some columns, each by itself or, in a regression, together. */
export function* barsOf(
  target: Target,
  columns: readonly Column[],
  method: GivenMethod,
): Generator<number | void, { bars: DriverBar[]; rSquared?: number }> {
  if (method === 'regression') return yield* regressionBars(target, columns)
  const bars: DriverBar[] = []
  for (const { id, values } of columns) {
    bars.push(barOf(id, target, values, method))
    yield bars.length / columns.length
  }
  return { bars }
}

/** Coefficients; the part of the variance is a coefficient times its correlation, so that parts add up to R². */
function* regressionBars(
  { counted, outcome }: Target,
  columns: readonly Column[],
): Generator<number | void, { bars: DriverBar[]; rSquared: number }> {
  const { coefficients, correlations, rSquared } = yield* regressionOf(
    counted,
    outcome,
    columns.map(({ values }) => values),
  )
  const bars = columns.map(({ id }, at) => {
    const one = coefficients[at] ?? { value: 0, error: null, apart: 0 }
    const share = Math.max(0, Math.min(1, one.value * correlations[at]))
    return barBy(counted, { id, share }, one)
  })
  return { bars, rSquared }
}

/** A group stands for the best guess of the outcome from its members; of that it has its bar. */
export function* groupBar(
  target: Target,
  { id, members }: DriverGroup,
  columns: readonly Column[],
  method: GivenMethod,
): Generator<number | void, DriverBar | null> {
  const own = columns.filter((one) => members.includes(one.id))
  const guess = yield* jointGuess(
    target.counted,
    target.outcome,
    own.map(({ values }) => values),
  )
  if (!guess || !varies(guess)) return null
  const bar =
    method === 'regression'
      ? (yield* regressionBars(target, [{ id, values: guess }])).bars[0]
      : barOf(id, target, guess, method)
  const noEnd = <T extends object | null>(end: T) => end && { ...end, at: null }
  // A guess that goes the wrong way elsewhere is none.
  const isTold = bar.isTold && bar.size > 0
  const found = { ...bar, low: noEnd(bar.low), high: noEnd(bar.high), isTold }
  return method === 'firstOrder' || method === 'delta'
    ? yield* noLessThanParts(found, target, own, method)
    : found
}

/** An index of several is no less than that of any of them: a guess may miss what one tells. */
function* noLessThanParts(
  bar: DriverBar,
  target: Target,
  parts: readonly Column[],
  method: 'firstOrder' | 'delta',
): Generator<void, DriverBar> {
  let most = bar
  for (const { values } of parts) {
    const one = barOf(bar.id, target, values, method)
    if (one.isTold && one.size > most.size) most = one
    yield
  }
  return { ...most, share: Math.max(bar.share, most.share) }
}
