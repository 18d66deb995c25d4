import type { Analysis, Needs } from '../analyses/analysis.ts'
import type { Model } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { drawnColumns } from '../engine/reference-series.ts'
import type { DrawCache } from '../engine/sampling/cache.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import type { Selectable } from '../engine/selection.ts'

/** Analyses by id, of any request: whoever asks by id knows the types. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Registry = Readonly<Record<string, Analysis<any, unknown>>>

/**
 * A question with what it needs.
 *
 * @typeParam Plan how the plan of its draws is given: whole, or as it is sent to a worker
 */
export interface Question<Plan = RunPlan> {
  readonly id: string
  readonly request: unknown
  readonly replicate: Replicate
  readonly cases: readonly {
    readonly trials: number
    readonly outcomes: readonly (readonly [id: string, values: Float64Array])[]
  }[]
  /** What inputs are drawn from, and futures run again by; null where neither is needed. */
  readonly draws: {
    readonly plan: Plan
    /** Index into the plan's worlds. */
    readonly world: number
    readonly ids: readonly string[]
  } | null
}

/** A question, or a part of one, with what must be at hand. */
export interface QuestionPart {
  readonly request: unknown
  readonly needs: Needs
}

/** The parts of a question that so many workers can answer. */
export function partsOf(
  one: Registry[string],
  request: unknown,
  most: number,
  model: Model,
): QuestionPart[] {
  const parts: readonly unknown[] = one.split?.parts(request, most, model) ?? [request]
  return parts.map((part) => ({ request: part, needs: one.needs(part, model) }))
}

/** Draws what the question needs, then takes the analysis' own steps. */
export function* stepsOf(
  model: Model,
  registry: Registry,
  { id, request, replicate, cases, draws }: Question,
  cache: DrawCache,
): Generator<number | void, unknown> {
  const inputs = draws
    ? yield* drawnColumns(model, draws.plan, draws.world, draws.ids, cache)
    : new Map<string, Float64Array>()
  const given = {
    model,
    replicate,
    inputs,
    rerun: draws && { model, plan: draws.plan, cache },
    cases: cases.map(({ trials, outcomes }) => caseOf(trials, new Map(outcomes), inputs)),
  }
  return yield* registry[id].steps(request, given)
}

function caseOf(
  trials: number,
  outcomes: ReadonlyMap<string, Float64Array>,
  inputs: ReadonlyMap<string, Float64Array>,
): Selectable {
  const at = (columns: ReadonlyMap<string, Float64Array>, id: string): Float64Array => {
    const values = columns.get(id)
    if (!values) throw new Error(`an analysis reads ${id} and did not say that it needs it`)
    if (values.length !== trials) {
      throw new Error(`of ${trials} futures ${values.length} are here for ${id}`)
    }
    return values
  }
  return { trials, outcome: (id) => at(outcomes, id), input: (id) => at(inputs, id) }
}
