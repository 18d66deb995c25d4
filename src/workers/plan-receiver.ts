import { rememberWorldKeys } from '../engine/cases.ts'
import type { RunPlan } from '../engine/plan.ts'
import type { SentPlan, WorldContent } from './plan-sender.ts'

/** Makes plans whole again from what a `PlanSender` sends, which names known worlds by key alone. */
export class PlanReceiver {
  private readonly worlds = new Map<string, WorldContent>()

  /** @throws if the plan names a world that was never sent, or was to be forgotten */
  receive({ forget, worlds, ...rest }: SentPlan): RunPlan {
    for (const { key, content } of worlds) if (content) this.worlds.set(key, content)
    const plan: RunPlan = {
      ...rest,
      worlds: worlds.map(({ id, label, key }) => ({ id, label, ...this.contentOf(key) })),
    }
    for (const key of forget) this.worlds.delete(key)
    rememberWorldKeys(
      plan,
      worlds.map(({ key }) => key),
    )
    return plan
  }

  private contentOf(key: string): WorldContent {
    const content = this.worlds.get(key)
    if (!content) throw new Error('a plan names a world that was never sent')
    return content
  }
}
