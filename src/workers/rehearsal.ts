import { rehearse } from '../analyses/rehearsal.ts'
import type { Model } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import type { DrawCache } from '../engine/sampling/cache.ts'
import { breathe } from './breathe.ts'

/** A worker's rehearsal: once, while there is nothing else to do, a step at a time. */
export class Rehearsal {
  private steps: Generator<void, void> | null = null
  private isOver = false
  private timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param calls so far of what it makes way for
   * @param quiet milliseconds to wait before it begins or goes on; never where it is null
   */
  constructor(
    private readonly model: Model,
    private readonly draws: DrawCache,
    private readonly calls: () => number,
    private readonly quiet: number | null,
  ) {}

  /** Begins, or goes on, when nothing has been asked for a while. */
  later(plan: RunPlan): void {
    clearTimeout(this.timer)
    if (this.quiet === null || this.isOver) return
    const before = this.calls()
    this.timer = setTimeout(() => {
      if (this.calls() === before) void this.goOn(plan)
      else this.later(plan)
    }, this.quiet)
  }

  /** Takes steps until something is asked; whether it is over. */
  async goOn(plan: RunPlan): Promise<boolean> {
    this.steps ??= rehearse(this.model, plan, this.draws)
    const before = this.calls()
    while (!this.isOver) {
      if (this.steps.next().done) this.isOver = true
      await breathe()
      if (this.calls() === before) continue
      this.later(plan)
      return this.isOver
    }
    this.steps = null
    return true
  }
}
