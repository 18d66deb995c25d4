import type { Model } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { type DrawCache, inputColumns } from '../engine/sampling/draw.ts'
import { type Replicate, replicateOf, type SamplingId } from '../engine/sampling/index.ts'
import {
  type RunCase,
  type RunScenario,
  selected,
  type Selected,
  type Selection,
} from '../engine/selection.ts'
import type { Given, Registry } from './analysis.ts'

/** A question as it goes to a worker: plain data, columns by value, inputs to be drawn there. */
export interface SentQuestion {
  readonly request: unknown
  readonly trials: number
  readonly sampling: SamplingId
  readonly outcomes: readonly { of: RunCase; id: string; values: Float64Array }[]
  readonly draws: readonly SentDraws[]
}

/** Inputs of one scenario: all that they are drawn from. */
export interface SentDraws {
  readonly of: RunScenario
  /** Of as many trials as are asked about. */
  readonly plan: RunPlan
  /** Index into `plan.scenarios`. */
  readonly scenario: number
  /** Without repetition. */
  readonly ids: readonly string[]
}

/** The share of the whole that drawing is taken for. */
const DRAWING = 0.5

/**
 * Answers a question, step by step; yields the share that is done, 0 to 1.
 *
 * @param cache of draws, changes no number
 * @throws where no question is called that, or columns are of other trials than is said
 */
export function* answered(
  model: Model,
  analyses: Registry,
  id: string,
  question: SentQuestion,
  cache?: DrawCache,
): Generator<number, unknown> {
  if (!Object.hasOwn(analyses, id)) throw new Error(`no question is called ${id}`)
  const columns = new Map<string, Float64Array>()
  for (const { of, id: outcome, values } of question.outcomes) {
    columns.set(caseColumn(of, outcome), values)
  }
  for (const [at, { of, plan, scenario, ids }] of question.draws.entries()) {
    const drawing = inputColumns(model, plan, scenario, ids, cache)
    let step = drawing.next()
    for (; !step.done; step = drawing.next()) yield (DRAWING * at) / question.draws.length
    for (const [input, values] of step.value) columns.set(inputColumn(of, input), values)
  }
  const steps = analyses[id].steps(question.request as never, given(model, question, columns))
  const from = question.draws.length > 0 ? DRAWING : 0
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + (1 - from) * step.value
  }
}

function given(
  model: Model,
  { trials, sampling }: SentQuestion,
  columns: ReadonlyMap<string, Float64Array>,
): Given {
  const find = (name: string) => {
    const values = columns.get(name)
    if (!values) throw new Error(`the question needs the column ${name} and did not say so`)
    if (values.length === trials) return values
    throw new Error(`a figure of ${trials} futures was given a column of ${values.length}`)
  }
  const replicate: Replicate = replicateOf(sampling)
  const read = {
    trials,
    outcome: (of: RunCase, id: string) => find(caseColumn(of, id)),
    input: (of: RunScenario, id: string) => find(inputColumn(of, id)),
  }
  return {
    ...read,
    model,
    replicate,
    selected: (selection: Selection, subjects: readonly RunCase[]): Selected =>
      selected(selection, model, read, subjects),
  }
}

/** Names a column of a case: equal names are the same column. */
export function caseColumn({ strategy, scenario, run = 0 }: RunCase, id: string): string {
  return JSON.stringify(['outcome', id, strategy, scenario, run])
}

/** Names a column of draws. */
function inputColumn({ scenario, run = 0 }: RunScenario, id: string): string {
  return JSON.stringify(['input', id, scenario, run])
}
