import type { RunPlan } from '../../engine/plan.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'

export type RunStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** Trials of the first pictures. */
const STAGES = [256, 1024]

const statusOf = {
  idle: 'waiting',
  asking: 'running',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
} as const satisfies Record<Asked<RunResults>['status'], RunStatus>

/** The run of the newest plan asked for; its first picture is a first answer. */
export class Run {
  plan = $state.raw<RunPlan | null>(null)
  done = $state(0)
  total = $state(0)

  readonly #asked = new Asked<RunResults>()

  /** The newest results, of this plan or, until there are any, of the one before. */
  readonly results = $derived(this.#asked.value)
  readonly status = $derived(statusOf[this.#asked.status])
  /** Whether the run has taken long enough to show its progress. */
  readonly slow = $derived(this.#asked.slow)
  readonly problem = $derived(this.#asked.problem)
  /** Whether what is shown belongs to what was asked. */
  readonly current = $derived(this.#asked.current)

  constructor(private readonly runner: Runner) {}

  request(plan: RunPlan): void {
    this.plan = plan
    this.#asked.ask([plan], ({ signal, onUpdate }) => {
      this.done = 0
      this.total = 0
      return this.runner.run(plan, {
        signal,
        stages: STAGES,
        onUpdate,
        onProgress: (done, total) => {
          if (signal.aborted) return
          this.done = done
          this.total = total
        },
      })
    })
  }

  /** Starts the present plan again after a cancel or a failure. */
  again(): void {
    this.#asked.again()
  }

  cancel(): void {
    this.#asked.cancel()
  }
}
