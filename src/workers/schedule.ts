import type { RunPlan } from '../engine/plan.ts'
import { blockCount } from '../engine/blocks.ts'
import type { WorkItem } from '../engine/run.ts'
import type { CasePart } from './case-store.ts'

/** Work of a run in the order it is wanted, with what is known already left out. */
export class Schedule {
  private readonly queues: WorkItem[][]
  private readonly left: number[]
  readonly total: number

  /**
   * @param parts one per case, scenario by scenario
   * @param scenarioFirst finish a scenario before the next one starts, rather than a block
   */
  constructor(
    private readonly plan: RunPlan,
    parts: readonly (readonly CasePart[])[],
    workers: number,
    scenarioFirst: boolean,
  ) {
    const blocks = blockCount(plan.trials)
    this.queues = Array.from({ length: workers }, () => [])
    this.left = Array.from({ length: blocks * plan.scenarios.length }, () => 0)
    const add = (scenario: number, block: number) => {
      const strategies = parts[scenario].flatMap((part, index) =>
        plan.check || !part.has(block) ? [index] : [],
      )
      if (strategies.length === 0) return
      // A block always goes to the same worker if it is free, where its draws may still be.
      this.queues[block % workers].push({ scenario, block, strategies })
      this.left[scenario * blocks + block] = 1
    }
    const scenarios = plan.scenarios.map((_, index) => index)
    if (scenarioFirst) {
      for (const s of scenarios) for (let b = 0; b < blocks; b++) add(s, b)
    } else {
      for (let b = 0; b < blocks; b++) for (const s of scenarios) add(s, b)
    }
    this.total = this.left.reduce((sum, one) => sum + one, 0)
  }

  /** Takes the next item for a worker: its own first, then what others have not begun. */
  next(worker: number): WorkItem | undefined {
    const own = this.queues[worker].shift()
    if (own) return own
    const longest = this.queues.reduce((a, b) => (b.length > a.length ? b : a))
    return longest.shift()
  }

  /** Puts an item back whose worker died. */
  again(worker: number, item: WorkItem): void {
    this.queues[worker].unshift(item)
  }

  done(item: WorkItem): void {
    this.left[item.scenario * blockCount(this.plan.trials) + item.block] = 0
  }

  /** Whether the first so many trials of these scenarios are there. */
  complete(trials: number, scenarios: readonly number[]): boolean {
    const blocks = blockCount(this.plan.trials)
    const wanted = blockCount(trials)
    return scenarios.every((scenario) =>
      this.left.slice(scenario * blocks, scenario * blocks + wanted).every((one) => one === 0),
    )
  }
}
