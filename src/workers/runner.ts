import type { ConvergencePoint } from '../engine/analysis/convergence.ts'
import type { Driver } from '../engine/analysis/drivers.ts'
import type { Lead } from '../engine/analysis/leads.ts'
import type { Fifth, Together } from '../engine/analysis/together.ts'
import type { CertificateRow, References } from '../engine/certificate/index.ts'
import { type CaseColumns, outcomeColumn } from '../engine/columns.ts'
import type { Catalogue } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import type { Future } from '../engine/replay.ts'
import { designs } from '../engine/sampling/index.ts'
import { conditionMask } from '../engine/statistics/condition.ts'
import type { Shape } from '../engine/statistics/shape.ts'
import { CaseLibrary } from './case-library.ts'
import { answerOf, type Link, WorkerLost } from './link.ts'
import type { Pool } from './pool.ts'
import type { Answer, Pair, Question, QuestionId } from './questions.ts'
import type { CaseResults, RunResults } from './results.ts'
import { Run, type RunOptions } from './run.ts'

/** All trials, or those that meet the model's condition (the deal closes). */
export type Where = 'all' | 'condition'

export interface ShapesRequest {
  readonly cases: readonly CaseResults[]
  readonly outcome: string
  readonly where: Where
}

export interface PairRequest {
  readonly a: CaseResults
  readonly b: CaseResults
  readonly outcome: string
  readonly where: Where
  readonly plan: RunPlan
}

export interface LeadsRequest {
  readonly plan: RunPlan
  readonly first: CaseResults
  readonly others: readonly CaseResults[]
  readonly outcome: string
}

export interface TogetherRequest {
  readonly plan: RunPlan
  readonly scenario: string
  readonly pairs: readonly (readonly [first: string, second: string])[]
  /** Trials kept for a scatter. */
  readonly shown: number
}

export interface FifthsRequest {
  readonly plan: RunPlan
  readonly scenario: string
  readonly pair: readonly [first: string, second: string]
}

export interface DriversRequest {
  readonly plan: RunPlan
  readonly case: CaseResults
  readonly outcome: string
  readonly where: Where
}

/**
 * Runs plans on a pool of workers and answers questions about their results. Results depend on the
 * plan alone, never on the pool.
 */
export class Runner {
  private readonly library = new CaseLibrary()
  private plans = 0
  private turn = 0

  constructor(
    private readonly model: Catalogue,
    private readonly pool: Pool,
  ) {}

  /** Workers in the pool. */
  get workers(): number {
    return this.pool.size
  }

  /**
   * Runs a plan. Cases known from earlier runs are not run again.
   *
   * @throws the signal's reason if aborted, or an error in words if no worker can do the work
   */
  async run(plan: RunPlan, options: RunOptions = {}): Promise<RunResults> {
    for (;;) {
      const run = new Run(this.model, this.pool, this.library, plan, this.plans++, options)
      try {
        return await run.results()
      } catch (error) {
        // A worker that dies while it summarises takes columns with it: they are computed again.
        if (!(error instanceof WorkerLost)) throw error
      }
    }
  }

  /** What is drawn for the distribution of one outcome in several cases. */
  shapes({ cases, outcome, where }: ShapesRequest): Promise<Shape[]> {
    return Promise.all(
      cases.map(({ columns }) =>
        this.ask('shape', {
          values: this.column(columns, outcome),
          mask: where === 'all' ? null : conditionMask(this.model, columns),
        }),
      ),
    )
  }

  /** The difference of two cases, future by future (a less b). */
  pair({ a, b, outcome, where, plan }: PairRequest): Promise<Pair> {
    return this.ask('pair', {
      a: this.column(a.columns, outcome),
      b: this.column(b.columns, outcome),
      mask: where === 'all' ? null : this.either(a.columns, b.columns),
      replicate: designs[plan.sampling].replicate,
    })
  }

  /** How far one case is above others on average, over all futures. */
  leads({ plan, first, others, outcome }: LeadsRequest): Promise<Lead[]> {
    return this.ask('leads', {
      first: this.column(first.columns, outcome),
      others: others.map(({ columns }) => this.column(columns, outcome)),
      replicate: designs[plan.sampling].replicate,
    })
  }

  /** How the mean difference of two cases settled as trials were added (a less b). */
  convergence({ a, b, outcome, plan }: Omit<PairRequest, 'where'>): Promise<ConvergencePoint[]> {
    return this.ask('convergence', {
      a: this.column(a.columns, outcome),
      b: this.column(b.columns, outcome),
      replicate: designs[plan.sampling].replicate,
    })
  }

  /** How pairs of inputs move together in the run's own draws. */
  together({ plan, scenario, pairs, shown }: TogetherRequest): Promise<Together[]> {
    return this.ask('together', { plan, scenario: indexIn(plan, scenario), pairs, shown })
  }

  /** What the second of two inputs is in each fifth of the run's futures by the first. */
  fifths({ plan, scenario, pair }: FifthsRequest): Promise<Fifth[]> {
    return this.ask('fifths', { plan, scenario: indexIn(plan, scenario), pair })
  }

  /** Which assumptions go with an outcome, strongest first. */
  drivers({ plan, case: one, outcome, where }: DriversRequest): Promise<Driver[]> {
    return this.ask('drivers', {
      plan,
      scenario: plan.scenarios.findIndex(({ id }) => id === one.scenario),
      values: this.column(one.columns, outcome),
      mask: where === 'all' ? null : conditionMask(this.model, one.columns),
    })
  }

  /** How closely the engine meets certified and published values. */
  certificate(references: References): Promise<CertificateRow[]> {
    return this.ask('certificate', { references })
  }

  /** One trial in full, counted from 0. */
  replay(plan: RunPlan, trial: number): Promise<Future> {
    return this.on((link) => link.remote.replay(plan, trial))
  }

  /** Whether no worker could be had, so that the caller's own thread does the work. */
  get alone(): boolean {
    return this.pool.alone
  }

  /** Settles when no worker has anything left to do. */
  async idle(): Promise<void> {
    await Promise.all(this.pool.present.map((link) => answerOf(link, link.remote.ready())))
  }

  /** Ends every worker; the runner cannot be used afterwards. */
  dispose(): void {
    this.pool.end()
  }

  private column(columns: CaseColumns, outcome: string): Float64Array {
    const index = this.model.outcomes.findIndex(({ id }) => id === outcome)
    if (index < 0) throw new Error(`no outcome is called ${outcome}`)
    return outcomeColumn(columns, index)
  }

  /** Futures that meet the condition in one case or the other. */
  private either(a: CaseColumns, b: CaseColumns): Uint8Array {
    const other = conditionMask(this.model, b)
    return conditionMask(this.model, a).map((one, trial) => one | other[trial])
  }

  private async ask<Id extends QuestionId>(id: Id, question: Question<Id>): Promise<Answer<Id>> {
    const answer = await this.on((link) => link.remote.ask(id, question) as Promise<unknown>)
    return answer as Answer<Id>
  }

  /** Asks the next worker in turn, and another one if that dies. */
  private async on<T>(call: (link: Link) => Promise<T>): Promise<T> {
    for (;;) {
      const place = this.turn++ % this.pool.size
      const link = await this.pool.at(place)
      try {
        return await answerOf(link, call(link))
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error
        this.pool.lose(place, link)
      }
    }
  }
}

function indexIn(plan: RunPlan, scenario: string): number {
  const index = plan.scenarios.findIndex(({ id }) => id === scenario)
  if (index < 0) throw new Error(`the plan has no scenario ${scenario}`)
  return index
}
