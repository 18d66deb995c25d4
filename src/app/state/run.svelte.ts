import type { RunPlan } from '../../engine/plan.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { wordsOf } from '../../words/index.ts'
import { SLOW } from './task.svelte.ts'

export type RunStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** Trials of the first pictures. */
const STAGES = [256, 1024]

/**
 * Runs the newest plan asked for. An older run is dropped, but not before its first picture: a
 * slider that moves faster than that would otherwise never show anything.
 */
export class Run {
  /** The newest results, of this plan or, until there are any, of the one before. */
  results = $state.raw<RunResults | null>(null)
  plan = $state.raw<RunPlan | null>(null)
  status = $state<RunStatus>('waiting')
  done = $state(0)
  total = $state(0)
  /** Whether the run has taken long enough to show its progress. */
  slow = $state(false)
  problem = $state<string | null>(null)

  /** Whether what is shown belongs to what was asked. */
  readonly current = $derived(this.results !== null && this.results.plan === this.plan)

  #stop: AbortController | null = null
  #pictured = false
  #waiting: RunPlan | null = null

  constructor(private readonly runner: Runner) {}

  request(plan: RunPlan): void {
    if (plan === this.plan && this.status !== 'cancelled' && this.status !== 'failed') return
    this.plan = plan
    if (this.status === 'running' && !this.#pictured && !this.slow) {
      this.#waiting = plan
      return
    }
    void this.#run(plan)
  }

  /** Starts the present plan again after a cancel or a failure. */
  again(): void {
    if (this.plan) void this.#run(this.plan)
  }

  cancel(): void {
    if (this.status !== 'running') return
    this.#waiting = null
    this.#stop?.abort()
    this.#stop = null
    this.status = 'cancelled'
    this.slow = false
  }

  async #run(plan: RunPlan): Promise<void> {
    this.#stop?.abort()
    const stop = new AbortController()
    this.#stop = stop
    this.#pictured = false
    this.#waiting = null
    this.problem = null
    this.status = 'running'
    this.done = 0
    this.total = 0
    const timer = setTimeout(() => {
      if (this.#stop !== stop) return
      // What waits for a picture that does not come is run in its place.
      if (this.#waiting) void this.#run(this.#waiting)
      else this.slow = true
    }, SLOW)
    try {
      const results = await this.runner.run(plan, {
        signal: stop.signal,
        stages: STAGES,
        onUpdate: (update) => this.#picture(stop, update),
        onProgress: (done, total) => {
          if (this.#stop !== stop) return
          this.done = done
          this.total = total
        },
      })
      this.#picture(stop, results)
      if (this.#stop !== stop) return
      this.status = 'done'
      this.slow = false
    } catch (error) {
      if (this.#stop !== stop) return
      if (this.#waiting) {
        void this.#run(this.#waiting)
        return
      }
      this.status = 'failed'
      this.slow = false
      this.problem = wordsOf(error)
    } finally {
      clearTimeout(timer)
    }
  }

  #picture(stop: AbortController, results: RunResults): void {
    if (this.#stop !== stop) return
    this.results = results
    this.#pictured = true
    if (this.#waiting) void this.#run(this.#waiting)
  }
}
