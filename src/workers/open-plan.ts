import type { RunPlan } from '../engine/plan.ts'
import { answerOf, type Link, WorkerLost } from './link.ts'
import type { PlanSender } from './plan-sender.ts'
import type { Pool } from './pool.ts'

/** A plan that workers are told of as they are first needed, until it is closed. */
export class OpenPlan {
  private readonly told = new Map<Link, Promise<void>>()
  private turn = 0
  private closed = false

  constructor(
    private readonly pool: Pool,
    private readonly sender: PlanSender,
    readonly plan: RunPlan,
    readonly number: number,
  ) {}

  /** Asks the worker at a place, which knows the plan by then. */
  async call<T>(place: number, ask: (link: Link) => Promise<T>): Promise<T> {
    const link = await this.pool.at(place)
    if (this.closed) throw stopped()
    const told =
      this.told.get(link) ?? link.remote.open(this.number, this.sender.pack(link, this.plan))
    this.told.set(link, told)
    try {
      await answerOf(link, told)
      return await answerOf(link, ask(link))
    } catch (error) {
      if (error instanceof WorkerLost) this.pool.lose(place, link)
      throw error
    }
  }

  /** Asks the next worker that is there, in turn, and another one if that dies. */
  async ask<T>(ask: (link: Link) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        // To start another worker takes longer than most answers.
        const started = Math.max(1, this.pool.present.length)
        return await this.call(this.turn++ % started, ask)
      } catch (error) {
        if (!(error instanceof WorkerLost) || this.closed) throw error
      }
    }
  }

  /** Work under way stops at its next step. */
  close(): void {
    this.closed = true
    for (const link of this.told.keys()) link.remote.close(this.number).catch(() => {})
    this.told.clear()
  }
}

/** Why work on a closed plan has no answer. */
export function stopped(): Error {
  return new Error('the work on this plan was stopped')
}
