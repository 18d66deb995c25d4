import type { RunPlan } from '../engine/plan.ts'
import type { Link } from './link.ts'
import type { PlanSender } from './plan-sender.ts'
import type { Pool } from './pool.ts'

/** Milliseconds without anything to do after which workers rehearse. */
const QUIET = 1000

/**
 * Has each worker rehearse once, while there is nothing else to do, what it will be asked when a run is
 * to be explained. A worker stops at its next step when something else comes, and goes on later.
 */
export class Rehearsals {
  private readonly begun = new WeakSet<Link>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private plan: RunPlan | null = null

  constructor(
    private readonly pool: Pool,
    private readonly sender: PlanSender,
    private readonly quiet = QUIET,
  ) {}

  /**
   * Notes that something has been done.
   *
   * @param plan of a run that has finished
   */
  after(plan?: RunPlan): void {
    this.plan = plan ?? this.plan
    clearTimeout(this.timer)
    if (!this.plan || this.waiting.length === 0) return
    this.timer = setTimeout(() => this.begin(), this.quiet)
  }

  end(): void {
    clearTimeout(this.timer)
  }

  /** Workers that have not rehearsed; the page's own thread never does. */
  private get waiting(): readonly Link[] {
    return this.pool.alone ? [] : this.pool.present.filter((link) => !this.begun.has(link))
  }

  private begin(): void {
    const { plan } = this
    if (!plan) return
    for (const link of this.waiting) {
      this.begun.add(link)
      link.remote.rehearse(this.sender.pack(link, plan)).then(
        (isOver) => {
          if (!isOver) this.begun.delete(link)
        },
        // One that is lost is noticed by whoever needs it.
        () => {},
      )
    }
  }
}
