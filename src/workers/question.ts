import type { Needs } from '../analyses/analysis.ts'
import type { Catalogue } from '../engine/model.ts'
import { designs } from '../engine/sampling/index.ts'
import type { Question } from './answering.ts'
import { type Asked, drawsOf } from './asked.ts'
import { columnsFor } from './columns-for.ts'
import type { Link } from './link.ts'
import type { PlanSender, SentPlan } from './plan-sender.ts'

/** Makes a question for a worker in two steps: the first may take a while, the second is sent at once. */
export type MakesQuestion = (link: Link) => Promise<() => Question<SentPlan>>

/** Where what a question needs comes from. */
export interface QuestionSources {
  readonly model: Catalogue
  readonly sender: PlanSender
}

interface Wanted {
  readonly id: string
  /** Null where no results are read. */
  readonly of: Asked | null
  readonly request: unknown
  readonly needs: Needs
  /** What is done for the worker before it is asked. */
  readonly first?: ((link: Link) => Promise<void>) | undefined
}

/**
 * The question with all it needs, made anew for each worker: what is sent is given away. What comes last
 * must be sent at once, for the worker is taken to have what it says.
 */
export function questionOf(
  { model, sender }: QuestionSources,
  { id, of, request, needs, first }: Wanted,
): MakesQuestion {
  return async (link) => {
    if (!of) return () => ({ id, request, replicate: 1, cases: [], draws: null })
    const { replicate } = designs[of.plan.sampling]
    await first?.(link)
    const cases = await columnsFor(model, of, needs)
    return () => {
      const draws =
        needs.inputs.length === 0 && !needs.reruns
          ? null
          : { plan: sender.pack(link, drawsOf(of, needs)), world: 0, ids: needs.inputs }
      return { id, request, replicate, cases, draws }
    }
  }
}
