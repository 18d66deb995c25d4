import type { Catalogue } from '../engine/model.ts'
import type { CaseRef } from '../engine/plan.ts'
import { measuresNamed, selectedOf, type Selection } from '../engine/selection.ts'
import { type Given, type Needs, needsOf } from './analysis.ts'
import { pairMask } from './pair.ts'

/** What is to be explained: an outcome of a case, or of one case less another, over some futures. */
export interface Subject {
  readonly a: CaseRef
  /** The case it is set against; null where the outcome itself is meant. */
  readonly b: CaseRef | null
  readonly outcome: string
  /** A future counts where it meets this, of a pair in one of the two cases. */
  readonly selection: Selection
  /** Whether it must meet it in both: where one of the two has no such figure there is no difference. */
  readonly inBoth?: boolean
}

/** What is explained, future by future. */
export interface SubjectColumn {
  /** By trial, of all trials. */
  readonly values: Float64Array
  /** 1 where a trial counts; undefined where all do. No trial may. */
  readonly mask: Uint8Array | undefined
}

/** What it takes to read a subject and some inputs beside it, which are those of the first case's scenario. */
export function subjectNeeds(
  { a, b, outcome, selection }: Subject,
  model: Catalogue,
  inputs: readonly string[] = model.assumptions.map(({ id }) => id),
): Needs {
  const needs = needsOf(b ? [a, b] : [a], [outcome], measuresNamed(model, selection))
  return { ...needs, inputs: [...new Set([...inputs, ...needs.inputs])], scenario: a.scenario }
}

/** The subject's column among what `subjectNeeds` asked for. */
export function subjectColumn(
  subject: Subject,
  { model, cases }: Pick<Given, 'model' | 'cases'>,
): SubjectColumn {
  const [one, other] = cases
  const values = one.outcome(subject.outcome)
  if (!subject.b || !other) {
    const { mask } = selectedOf(model, subject.selection, one)
    return { values, mask: mask ?? undefined }
  }
  const against = other.outcome(subject.outcome)
  return {
    values: values.map((value, trial) => value - against[trial]),
    mask: pairMask(model, subject, cases),
  }
}
