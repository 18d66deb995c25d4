import type { Catalogue } from '../engine/model.ts'
import { maskOf, type Measure, type Selectable, type Selection } from '../engine/selection.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import { analysis, type Given } from './analysis.ts'
import { correlationError } from './drivers.ts'
import { binsOf, type Known, type ScatterBin } from './scatter-bins.ts'
import { type Subject, subjectColumn, subjectNeeds } from './subject.ts'

export interface ScatterRequest {
  /** Upwards, over the futures that count. */
  readonly subject: Subject
  /** To the right; null for the input of `among` that goes with it most by rank. An outcome is the subject’s own. */
  readonly x: Measure | null
  /** Inputs to choose from where x is null. */
  readonly among: readonly string[]
  /** Futures that stand out among the dots, as `marked` has them; null for none. */
  readonly marked: Selection | null
  /** Dots at most: the first futures that count. */
  readonly shown: number
}

/** A number of each future along one axis. */
export interface ScatterSide {
  /** Values between which 99 of 100 futures lie. */
  readonly span: readonly [low: number, high: number]
  /** The least step between values where there are few; else 0. */
  readonly step: number
  /** The value that most futures have exactly, where at least 1 of 20 have it and values are many. */
  readonly atom: { readonly value: number; readonly share: number } | null
}

/** An outcome against something else, future by future. */
export interface Scatter {
  /** Null where none of those to choose from varies. */
  readonly x: Measure | null
  /** Futures that count. */
  readonly count: number
  /** Rank correlation over them. */
  readonly correlation: Known
  /** Those drawn, by the number of their trial. */
  readonly dots: {
    readonly trials: Int32Array
    readonly x: Float64Array
    readonly y: Float64Array
    /** 1 where it stands out. */
    readonly marked: Uint8Array
  }
  readonly sides: { readonly x: ScatterSide; readonly y: ScatterSide }
  /** Over all futures that count, lowest x first. */
  readonly bins: readonly ScatterBin[]
}

/** So many values are drawn side by side, with room between them. */
const MOST_STEPS = 40
const ATOM = 0.05

/**
 * An outcome against an input or another outcome: dots of the first futures, and what is to be
 * expected by the value of x over all that count. Where the subject is a difference, an outcome on x
 * is the difference of the same two cases.
 */
export const scatter = analysis({
  needs(request: ScatterRequest, model) {
    const { subject, x, among } = request
    const inputs = x === null ? among : 'input' in x ? [x.input] : []
    const needs = subjectNeeds(subject, model, inputs)
    const outcomes = x !== null && 'outcome' in x ? [x.outcome] : []
    return {
      ...needs,
      outcomes: [...new Set([...needs.outcomes, ...outcomes])],
      isShared: x === null,
    }
  },
  *steps(request, given): Generator<number | void, Scatter> {
    const { values: y, mask } = subjectColumn(request.subject, given)
    yield
    const x = request.x ?? (yield* strongest(request, given, y, mask))
    const across = x === null ? new Float64Array(y.length) : columnOf(x, request.subject, given)
    const bins = yield* binsOf(across, y, given.replicate, mask)
    const count = bins.reduce((sum, bin) => sum + bin.count, 0)
    return {
      x,
      count,
      correlation: correlationOf(across, y, given, mask),
      dots: dotsOf(request, given, { x: across, y, mask }),
      sides: { x: sideOf(counted(across, mask)), y: sideOf(counted(y, mask)) },
      bins,
    }
  },
})

/** So many futures tell which inputs may go with the subject most, and so many of these are looked at in all. */
const FIRST = 2048
const LIKELY = 6

/** The input that goes with the subject most: of those that do in the first futures; the first of two alike. */
function* strongest(
  { among }: ScatterRequest,
  { cases }: Given,
  y: Float64Array,
  mask?: Uint8Array,
): Generator<void, Measure | null> {
  const trials = trialsOf(y.length, mask)
  const first = trials.subarray(0, FIRST)
  const likely = yield* byStrength(among, cases[0], y, first)
  if (trials.length <= FIRST) return likely.length > 0 ? { input: likely[0] } : null
  const [best] = yield* byStrength(likely.slice(0, LIKELY), cases[0], y, trials)
  return best === undefined ? null : { input: best }
}

/** Inputs that vary among some trials, those that go with the subject most first. */
function* byStrength(
  ids: readonly string[],
  one: Selectable,
  y: Float64Array,
  trials: Int32Array,
): Generator<void, string[]> {
  const of = (column: Float64Array) => {
    const some = new Float64Array(trials.length)
    for (let i = 0; i < some.length; i++) some[i] = column[trials[i]]
    return some
  }
  const target = midRanks(of(y))
  const found: { readonly id: string; readonly size: number }[] = []
  for (const id of ids) {
    const values = of(one.input(id))
    if (!values.some((value) => value !== values[0])) continue
    found.push({ id, size: Math.abs(correlationOfRanks(midRanks(values), target)) })
    yield
  }
  return found.sort((a, b) => b.size - a.size).map(({ id }) => id)
}

function columnOf(x: Measure, subject: Subject, given: Given): Float64Array {
  if ('input' in x) return given.cases[0].input(x.input)
  return subjectColumn({ ...subject, outcome: x.outcome }, given).values
}

function counted(values: Float64Array, mask?: Uint8Array): Float64Array {
  return mask ? values.filter((_, trial) => mask[trial] === 1) : values
}

function correlationOf(
  x: Float64Array,
  y: Float64Array,
  { replicate }: Given,
  mask?: Uint8Array,
): Known {
  const [a, b] = [x, y].map((values) => midRanks(counted(values, mask)))
  const value = correlationOfRanks(a, b)
  // Of what does not vary there is none.
  const error = value === 0 ? null : correlationError(a, b, value, replicate, mask)
  return { value, error }
}

function dotsOf(
  { marked, shown }: ScatterRequest,
  { model, cases }: { readonly model: Catalogue } & Pick<Given, 'cases'>,
  { x, y, mask }: { x: Float64Array; y: Float64Array; mask?: Uint8Array },
): Scatter['dots'] {
  const trials = trialsOf(y.length, mask).slice(0, shown)
  const marks = marked && maskOf(model, marked, cases[0])
  return {
    trials,
    x: Float64Array.from(trials, (trial) => x[trial]),
    y: Float64Array.from(trials, (trial) => y[trial]),
    marked: Uint8Array.from(trials, (trial) => marks?.[trial] ?? 0),
  }
}

/** Those that count. */
function trialsOf(count: number, mask?: Uint8Array): Int32Array {
  const all = new Int32Array(count)
  for (let i = 0; i < count; i++) all[i] = i
  return mask ? all.filter((trial) => mask[trial] === 1) : all
}

function sideOf(values: Float64Array): ScatterSide {
  const sorted = values.slice().sort()
  if (sorted.length === 0) return { span: [0, 0], step: 0, atom: null }
  const span = [quantileOf(sorted, 0.005), quantileOf(sorted, 0.995)] as const
  let distinct = 1
  let step = Infinity
  let most = { value: sorted[0], count: 0 }
  for (let start = 0, at = 1; at <= sorted.length; at++) {
    if (sorted[at] === sorted[start]) continue
    if (at - start > most.count) most = { value: sorted[start], count: at - start }
    if (at < sorted.length) {
      distinct++
      step = Math.min(step, sorted[at] - sorted[start])
    }
    start = at
  }
  if (distinct <= MOST_STEPS) return { span, step: distinct > 1 ? step : 0, atom: null }
  const share = most.count / sorted.length
  return { span, step: 0, atom: share >= ATOM ? { value: most.value, share } : null }
}
