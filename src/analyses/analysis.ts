import type { Model } from '../engine/model.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import {
  type Columns,
  type Needs,
  needsOf,
  type RunCase,
  type Selected,
  type Selection,
} from '../engine/selection.ts'
import type { RunResults } from '../workers/results.ts'

/** What an answer is worked out from. */
export interface Given extends Columns {
  readonly model: Model
  /** Which trials are one independent repetition of the design. */
  readonly replicate: Replicate
  /** The futures that count, of the cases asked about; all, where none meets the selection. */
  selected(selection: Selection, subjects: readonly RunCase[]): Selected
}

/** A question that is about no run. */
export interface Calculation<Request, Answer> {
  /** Its name in the index. */
  readonly id: string
  /** Works the answer out, step by step; yields the share that is done, 0 to 1. */
  readonly steps: (request: Request, given: Given) => Generator<number, Answer>
}

/** A question about results: requests are plain data and name cases by reference. */
export interface Analysis<Request, Answer> extends Calculation<Request, Answer> {
  /** The columns to be gathered before it is asked. */
  readonly needs: (request: Request, model: Model) => Needs
}

/** Questions by id. */
export type Registry = Readonly<
  Record<string, Calculation<never, unknown> | Analysis<never, unknown>>
>

/** The runs a question is about: one, or several of the same design to compare. */
export type Runs = RunResults | readonly RunResults[]

type RequestOf<C> = C extends Calculation<infer Request, unknown> ? Request : never

/** What is asked: the request and, for an analysis, the runs it is about. */
export type Question<C> = RequestOf<C> &
  (C extends { needs: unknown } ? { readonly of: Runs } : unknown)

export type Answer<C> = C extends Calculation<never, infer Found> ? Found : never

/** One outcome of some cases, and what says which of their futures count. */
export function needsOfCases(
  cases: readonly RunCase[],
  outcome: string,
  selection: Selection,
  model: Model,
): Needs {
  const { outcomes, inputs } = needsOf(selection, model, cases)
  return { outcomes: [...cases.map((of) => ({ of, id: outcome })), ...outcomes], inputs }
}
