import { untrack } from 'svelte'
import { madeOnce } from './made-once.svelte.ts'
import type { RunPlan } from '../../engine/plan.ts'
import type { CaseSeries } from '../../engine/statistics/index.ts'
import { planOf, resolveStudy, defaultStudy } from '../../study/index.ts'
import type { CheckReport, Moved, RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { Certificate } from './certificate.svelte.ts'
import { HINDCAST_VANTAGE, market } from '../../study/model.ts'
import { wordsOf } from '../../words/index.ts'
import type { Run } from './run.svelte.ts'
import { Task } from './task.svelte.ts'

const HINDCAST_TRIALS = 4096
const HINDCAST_QUARTERS = 8

/** What the Trust screen asks for beyond the run in view: its checks, and the hindcast. */
export class Trust {
  checks = $state.raw<readonly CheckReport[]>([])
  moved = $state.raw<readonly Moved[]>([])
  /** The plan the checks were made on. */
  checked = $state.raw<RunPlan | null>(null)
  readonly checking = new Task()
  /** A run of the defaults as seen from the past. */
  hindcast = $state.raw<{ readonly results: RunResults; readonly series: CaseSeries } | null>(null)
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
    if (this.hindcast || this.#hindcasting) return
    this.#hindcasting = true
    try {
      const results = await this.#runner.run(pastPlan())
      const [series] = await this.#runner.series(results, results.cases)
      this.hindcast = { results, series }
    } catch (error) {
      this.problem = wordsOf(error)
    } finally {
      this.#hindcasting = false
    }
  }
}

/** The defaults as seen from the past, without any deal: no one had struck one. */
function pastPlan(): RunPlan {
  return planOf(
    resolveStudy({
      ...defaultStudy(),
      vantage: HINDCAST_VANTAGE,
      trials: HINDCAST_TRIALS,
      horizonQuarters: HINDCAST_QUARTERS,
      strategies: [market.reference],
    }),
  )
}

export const trustOf = madeOnce((app) => new Trust(app.runner))
