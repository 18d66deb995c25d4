import type { CaseColumns } from '../engine/columns.ts'
import type { Catalogue } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { blockCount, type CheckTally, emptyTally } from '../engine/blocks.ts'
import type { BlockResult } from '../engine/run.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'
import type { CaseLibrary, MovedByBlock } from './case-library.ts'
import { partKey } from './case-store.ts'

export interface CaseResults {
  readonly strategy: string
  readonly scenario: string
  /** Equal keys are the same columns. */
  readonly key: string
  /** Hex; null until the run is finished. */
  readonly digest: string | null
  readonly summary: CaseSummary
  readonly columns: CaseColumns
}

export interface CheckReport {
  readonly id: string
  readonly label: string
  readonly tolerance: number
  /** Trials and cases tested. */
  readonly trials: number
  readonly failures: number
  readonly worst: number
  readonly firstFailing: {
    readonly scenario: string
    readonly strategy: string
    readonly trial: number
  } | null
}

export interface Moved {
  readonly scenario: string
  readonly id: string
  /** Draws moved to the bound of the assumption's domain. */
  readonly count: number
}

export interface RunResults {
  readonly plan: RunPlan
  /** Trials these figures stand on. */
  readonly trials: number
  /** Trials asked for. */
  readonly total: number
  /** Hex; null until the run is finished. */
  readonly digest: string | null
  /** Scenario by scenario, strategies in the order of the plan. */
  readonly cases: readonly CaseResults[]
  readonly checks: readonly CheckReport[]
  readonly moved: readonly Moved[]
  /** Milliseconds since the run began. */
  readonly elapsed: number
  /** Blocks of cases computed by this run, and those known from before. */
  readonly computed: number
  readonly reused: number
}

/** Gathers what blocks report besides their columns. */
export class Tallies {
  private readonly checks: (CheckTally & { scenario: number })[]
  private readonly moved: readonly MovedByBlock[]

  constructor(
    private readonly model: Catalogue,
    private readonly plan: RunPlan,
    library: CaseLibrary,
  ) {
    this.checks = model.checks.map(() => ({ ...emptyTally(), scenario: -1 }))
    this.moved = plan.scenarios.map((_, scenario) => library.movedOf(plan, scenario))
  }

  add({ scenario, block, moved, checks }: BlockResult): void {
    this.moved[scenario].set(partKey(this.plan.trials, block), moved)
    checks.forEach((found, index) => {
      const total = this.checks[index]
      total.trials += found.trials
      total.failures += found.failures
      total.worst = Math.max(total.worst, found.worst)
      const earlier =
        total.firstTrial < 0 ||
        scenario < total.scenario ||
        (scenario === total.scenario && found.firstTrial < total.firstTrial)
      if (found.firstTrial < 0 || !earlier) return
      total.scenario = scenario
      total.firstTrial = found.firstTrial
      total.firstStrategy = found.firstStrategy
    })
  }

  checkReports(): CheckReport[] {
    if (!this.plan.check) return []
    return this.model.checks.map(({ id, label, tolerance }, index) => {
      const { trials, failures, worst, firstTrial, firstStrategy, scenario } = this.checks[index]
      const firstFailing =
        firstTrial < 0
          ? null
          : {
              scenario: this.plan.scenarios[scenario].id,
              strategy: this.plan.strategies[firstStrategy].id,
              trial: firstTrial,
            }
      return { id, label, tolerance, trials, failures, worst, firstFailing }
    })
  }

  /** Over the first so many trials: longer runs of the same draws may have counted more. */
  movedDraws(trials: number): Moved[] {
    return this.moved.flatMap((blocks, scenario) => {
      const sums = this.model.assumptions.map(() => 0)
      for (let block = 0; block < blockCount(trials); block++) {
        const counts = blocks.get(partKey(this.plan.trials, block))
        counts?.forEach((n, a) => (sums[a] += n))
      }
      return this.model.assumptions.flatMap(({ id }, a) =>
        sums[a] > 0 ? [{ scenario: this.plan.scenarios[scenario].id, id, count: sums[a] }] : [],
      )
    })
  }
}
