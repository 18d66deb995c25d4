import { casesByWorld, type RunPlan } from '../engine/plan.ts'
import { blockCount } from '../engine/blocks.ts'
import type { WorkItem } from '../engine/run.ts'

/** Work of a run in the order it is wanted, with what is known already left out. */
export class Schedule {
  private readonly queues: WorkItem[][]
  private readonly left: number[]
  readonly total: number

  /**
   * @param isKnown whether a block of a case, by its place in the plan, need not be run
   * @param worldFirst finish a world before the next one starts, rather than a block
   * @param most cases of one item
   */
  constructor(
    private readonly plan: RunPlan,
    isKnown: (place: number, block: number) => boolean,
    workers: number,
    { worldFirst = false, most = Infinity }: { worldFirst?: boolean; most?: number } = {},
  ) {
    const blocks = blockCount(plan.trials)
    this.queues = Array.from({ length: workers }, () => [])
    this.left = Array.from({ length: blocks * plan.worlds.length }, () => 0)
    const places = casesByWorld(plan)
    const add = (world: number, block: number) => {
      const wanted = places[world].filter((place) => plan.check || !isKnown(place, block))
      for (let from = 0; from < wanted.length; from += most) {
        const cases = wanted.slice(from, from + most)
        // A block always goes to the same worker if it is free, where its draws may still be.
        this.queues[block % workers].push({ world, block, cases })
        this.left[world * blocks + block]++
      }
    }
    const worlds = plan.worlds.map((_, index) => index)
    if (worldFirst) {
      for (const w of worlds) for (let b = 0; b < blocks; b++) add(w, b)
    } else {
      for (let b = 0; b < blocks; b++) for (const w of worlds) add(w, b)
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

  done({ world, block }: WorkItem): void {
    this.left[world * blockCount(this.plan.trials) + block]--
  }

  /** Whether the first so many trials of these worlds are there. */
  complete(trials: number, worlds: readonly number[]): boolean {
    const blocks = blockCount(this.plan.trials)
    const wanted = blockCount(trials)
    return worlds.every((world) =>
      this.left.slice(world * blocks, world * blocks + wanted).every((one) => one === 0),
    )
  }
}
