import type { CaseColumns } from '../engine/columns.ts'
import type { Catalogue } from '../engine/model.ts'
import { type CaseRef, type RunPlan, worldAt } from '../engine/plan.ts'
import { blockCount, type CheckTally, emptyTally } from '../engine/blocks.ts'
import type { BlockResult } from '../engine/run.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'
import type { CaseLibrary, MovedByBlock } from './case-library.ts'
import { partKey } from './case-store.ts'

/** Results of one case; found by its reference with `caseOf`. */
export interface CaseResults extends CaseRef {
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
  readonly firstFailing: (CaseRef & { readonly trial: number }) | null
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
  /** In the order of the plan. */
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
  private readonly checks: CheckTally[]
  private readonly moved: readonly MovedByBlock[]

  constructor(
    private readonly model: Catalogue,
    private readonly plan: RunPlan,
    library: CaseLibrary,
  ) {
    this.checks = model.checks.map(() => emptyTally())
    this.moved = plan.worlds.map((_, world) => library.movedOf(plan, world))
  }

  add({ world, block, moved, checks }: BlockResult): void {
    this.moved[world].set(partKey(this.plan.trials, block), moved)
    checks.forEach((found, index) => {
      const total = this.checks[index]
      total.trials += found.trials
      total.failures += found.failures
      total.worst = Math.max(total.worst, found.worst)
      if (found.firstTrial < 0 || !this.isEarlier(found, total)) return
      total.firstTrial = found.firstTrial
      total.firstCase = found.firstCase
    })
  }

  checkReports(): CheckReport[] {
    if (!this.plan.check) return []
    return this.model.checks.map(({ id, label, tolerance }, index) => {
      const { trials, failures, worst, firstTrial, firstCase } = this.checks[index]
      const firstFailing = firstTrial < 0 ? null : { ...this.refOf(firstCase), trial: firstTrial }
      return { id, label, tolerance, trials, failures, worst, firstFailing }
    })
  }

  /** Over the first so many trials: longer runs of the same draws may have counted more. */
  movedDraws(trials: number): Moved[] {
    return this.moved.flatMap((blocks, world) => {
      const sums = this.model.assumptions.map(() => 0)
      for (let block = 0; block < blockCount(trials); block++) {
        const counts = blocks.get(partKey(this.plan.trials, block))
        counts?.forEach((n, a) => (sums[a] += n))
      }
      return this.model.assumptions.flatMap(({ id }, a) =>
        sums[a] > 0 ? [{ scenario: this.plan.worlds[world].id, id, count: sums[a] }] : [],
      )
    })
  }

  /** World by world, and there trial by trial. */
  private isEarlier(found: CheckTally, first: CheckTally): boolean {
    if (first.firstTrial < 0) return true
    const [a, b] = [found, first].map(({ firstCase }) =>
      worldAt(this.plan, this.plan.cases[firstCase].scenario),
    )
    return a < b || (a === b && found.firstTrial < first.firstTrial)
  }

  private refOf(place: number): CaseRef {
    const { scenario, strategy } = this.plan.cases[place]
    return { scenario, strategy }
  }
}
