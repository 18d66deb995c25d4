import { worldKey } from '../engine/cases.ts'
import type { RunPlan, World } from '../engine/plan.ts'
import type { Link } from './link.ts'

/** What a world's key stands for. */
export type WorldContent = Pick<World, 'distributions' | 'reseed'>

/** A plan as it is sent: worlds the worker has already are named by their key alone. */
export interface SentPlan extends Omit<RunPlan, 'worlds'> {
  readonly worlds: readonly (Pick<World, 'id' | 'label'> & {
    readonly key: string
    readonly content: WorldContent | null
  })[]
  /** Keys of worlds that will not be named again. */
  readonly forget: readonly string[]
}

/** Worlds a worker keeps besides those of the plan sent last. */
const MOST_WORLDS = 64

/** Knows which worlds each worker has, so that each is sent to it once. */
export class PlanSender {
  private readonly known = new WeakMap<Link, Set<string>>()

  /** The plan as this worker needs it now; it must be sent. */
  pack(link: Link, plan: RunPlan): SentPlan {
    const known = this.known.get(link) ?? new Set<string>()
    this.known.set(link, known)
    const worlds = plan.worlds.map(({ id, label, distributions, reseed }, index) => {
      const key = worldKey(plan, index)
      const content = known.has(key) ? null : { distributions, ...(reseed && { reseed }) }
      // Moved to the end: a set remembers the order in which keys came.
      known.delete(key)
      known.add(key)
      return { id, label, key, content }
    })
    const forget = [...known].slice(0, Math.max(0, known.size - MOST_WORLDS - worlds.length))
    for (const key of forget) known.delete(key)
    return { ...plan, worlds, forget }
  }
}
