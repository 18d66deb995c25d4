import { untrack } from 'svelte'
import { madeOnce } from './made-once.svelte.ts'
import type { RunPlan } from '../../engine/plan.ts'
import type { CaseSeries } from '../../engine/statistics/index.ts'
import { hindcastPlan } from '../../study/index.ts'
import type { CheckReport, Moved, RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { Certificate } from './certificate.svelte.ts'
import { HINDCAST_VANTAGES } from '../../study/model.ts'
import { wordsOf } from '../../words/index.ts'
import type { Run } from './run.svelte.ts'
import { Task } from './task.svelte.ts'

/** A run of the defaults as seen from an older vantage. */
export interface Past {
  readonly vantage: string
  readonly results: RunResults
  readonly series: CaseSeries
}

/** What the Trust screen asks for beyond the run in view: its checks, and the hindcasts. */
export class Trust {
  checks = $state.raw<readonly CheckReport[]>([])
  moved = $state.raw<readonly Moved[]>([])
  /** The plan the checks were made on. */
  checked = $state.raw<RunPlan | null>(null)
  readonly checking = new Task()
  /** As they are worked out, the oldest vantage first. */
  pasts = $state.raw<readonly Past[]>([])
  problem = $state<string | null>(null)
  readonly certificate: Certificate

  readonly #runner: Runner
  #asked: RunPlan | null = null
  #hindcasting = false

  constructor(runner: Runner) {
    this.#runner = runner
    this.certificate = new Certificate(runner)
  }

  /** Starts what is missing once the run in view is done; depends on that run and on its checks. */
  request({ status, plan }: Run): void {
    void this.checked
    void this.checking.running
    untrack(() => this.#request(status, plan))
  }

  #request(status: Run['status'], plan: Run['plan']): void {
    if (status !== 'done' || !plan) {
      this.checking.drop()
      this.#asked = null
      return
    }
    void this.#lookBack()
    if (this.#asked !== plan) void this.#checkFirst(plan)
    else if (!this.checking.running) this.certificate.ask()
  }

  /** Takes checks up again that were cancelled. */
  again(): void {
    if (this.#asked) void this.#checkFirst(this.#asked)
  }

  /** The checks are of the run in view, and the certificate would only slow them. */
  async #checkFirst(plan: RunPlan): Promise<void> {
    await this.#check(plan)
    if (this.#asked === plan) this.certificate.ask()
  }

  async #check(plan: RunPlan): Promise<void> {
    this.#asked = plan
    if (this.checked === plan) return
    try {
      const results = await this.checking.run((options) =>
        this.#runner.run({ ...plan, check: true }, options),
      )
      if (!results) return
      this.checks = results.checks
      this.moved = results.moved
      this.checked = plan
      this.problem = null
    } catch (error) {
      this.problem = wordsOf(error)
    }
  }

  async #lookBack(): Promise<void> {
    if (this.#hindcasting) return
    this.#hindcasting = true
    try {
      for (const vantage of HINDCAST_VANTAGES.slice(this.pasts.length)) {
        const results = await this.#runner.run(hindcastPlan(vantage))
        const [series] = await this.#runner.series(results, results.cases)
        this.pasts = [...this.pasts, { vantage, results, series }]
      }
    } catch (error) {
      this.problem = wordsOf(error)
    } finally {
      this.#hindcasting = false
    }
  }
}

export const trustOf = madeOnce((app) => new Trust(app.runner))
