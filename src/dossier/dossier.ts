import type { Driver } from '../analyses/drivers.ts'
import type { Analyses, AnalysisId, AnswerOf, RequestOf } from '../analyses/index.ts'
import type { Pair } from '../analyses/pair.ts'
import type { Subject } from '../analyses/subject.ts'
import type { TrialColumns } from '../analyses/trials.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { type CaseRef, type RunPlan, strategiesOf } from '../engine/plan.ts'
import type { CaseSeries } from '../engine/statistics/index.ts'
import type { MatrixFacts } from '../findings/matrix-facts.ts'
import { type StrategyRow, strategyRows } from '../findings/strategy-rows.ts'
import { countedFor, selectionOf, type Where } from '../findings/where.ts'
import { inScenario } from '../study/edits/resolved.ts'
import {
  oneOf,
  planOf,
  type ResolvedStudy,
  resolveStudy,
  type Study,
  withSight,
} from '../study/index.ts'
import { linkOf } from '../study/link.ts'
import { market } from '../study/model.ts'
import type { CasePaths } from '../workers/paths-run.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import { type ChoiceIn, choicesIn } from './choice.ts'
import { heldTrials } from './held.ts'
import { matrixFacts, withAllScenarios } from './matrix.ts'

/** What is in sight when a dossier is made: ids. */
export interface Sight {
  readonly scenario: string
  readonly outcome: string
  readonly chosen: string
  readonly rival: string
}

export interface DossierOptions {
  readonly signal?: AbortSignal
  /** Called with the part that is done, from 0 to 1. */
  readonly onProgress?: (part: number) => void
  /** The most futures that will do here. */
  readonly maxTrials?: number
  /** Where the page is, without what follows a #: what a link to the study begins with. */
  readonly address?: string
}

/** Which columns are wanted, by ids; all there are of what is left out. */
export interface TrialsWanted {
  readonly strategies?: readonly string[]
  readonly inputs?: readonly string[]
  readonly outcomes?: readonly string[]
}

/**
 * All that can be said, drawn or written of a study and of what is in sight: each answer is asked of
 * the workers when it is first wanted, and once. Presenter, files and command line write from it.
 */
export class Dossier {
  readonly outcome: NumberOutcome
  /** Futures that the outcome is counted over: all that have it. */
  readonly counted: Where
  /** The scenario in sight alone, spelt out. */
  readonly resolved: ResolvedStudy
  readonly plan: RunPlan
  readonly #known = new Map<string, Promise<unknown>>()

  /** @throws where the study cannot be run or has no such strategy, or the outcome is no number of the model */
  constructor(
    readonly runner: Runner,
    readonly study: Study,
    readonly sight: Sight,
    readonly options: DossierOptions = {},
  ) {
    const outcome = market.outcomes.find(({ id }) => id === sight.outcome)
    if (outcome?.kind !== 'number') {
      throw new Error(`a number of the model is expected as the outcome, got ${sight.outcome}`)
    }
    const { maxTrials } = options
    this.outcome = outcome
    this.counted = countedFor(outcome, 'all')
    this.resolved = resolveStudy(
      inScenario(study, sight.scenario),
      maxTrials === undefined ? {} : { maxTrials },
    )
    this.plan = planOf(this.resolved)
    for (const id of [sight.chosen, sight.rival]) oneOf('a strategy', id, this.resolved.strategies)
  }

  /** What a strategy is called. */
  labelOf(strategy: string): string {
    return strategiesOf(this.plan).find(({ id }) => id === strategy)?.label ?? strategy
  }

  get scenarioLabel(): string {
    return this.plan.worlds[0].label
  }

  ref(strategy: string): CaseRef {
    return { strategy, scenario: this.sight.scenario }
  }

  /** The finished run of the scenario in sight; cases that are known are not run again. */
  results(): Promise<RunResults> {
    const { signal, onProgress } = this.options
    return this.#once('results', () =>
      this.runner.run(this.plan, {
        ...(signal && { signal }),
        onProgress: (done, all) => onProgress?.(done / all),
      }),
    )
  }

  /** Every strategy in figures, over all futures of the scenario in sight that have the outcome. */
  async rows(): Promise<StrategyRow[]> {
    return strategyRows(await this.results(), this.outcome, this.counted)
  }

  /** Which strategy is best by the headline outcome, in the scenario in sight. */
  choice(): Promise<ChoiceIn | null> {
    return this.#once('choice', async () => {
      const found = await choicesIn(this.runner, this.resolved, await this.results())
      return found[0] ?? null
    })
  }

  /** Percentiles per quarter of one strategy in the scenario in sight. */
  series(strategy: string): Promise<CaseSeries> {
    return this.#once(`series ${strategy}`, async () => {
      const results = await this.results()
      const [found] = await this.runner.series(results, [this.ref(strategy)], this.#asking)
      return found
    })
  }

  /**
   * The chosen strategy less the rival, future by future, of the outcome in sight.
   *
   * @throws where no future has it with both
   */
  pair(): Promise<Pair> {
    return this.#once('pair', async () => {
      const { chosen, rival, outcome } = this.sight
      const [a, b] = [this.ref(chosen), this.ref(rival)]
      const inBoth = this.outcome.onlyIf === 'met'
      const request = { a, b, outcome, selection: selectionOf(this.counted), inBoth }
      return this.runner.ask('pair', await this.results(), request, this.#asking)
    })
  }

  /** What the outcome in sight goes with, of one strategy, strongest first. */
  drivers(strategy: string): Promise<readonly Driver[]> {
    return this.#once(`drivers ${strategy}`, async () => {
      const selection = selectionOf(this.counted)
      const request = { case: this.ref(strategy), outcome: this.outcome.id, selection }
      return this.runner.ask('drivers', await this.results(), request, this.#asking)
    })
  }

  /** Inputs and outcomes, future by future, in the scenario in sight. */
  trials({
    strategies = strategiesOf(this.plan).map(({ id }) => id),
    inputs = market.assumptions.map(({ id }) => id),
    outcomes = market.outcomes.map(({ id }) => id),
  }: TrialsWanted = {}): Promise<TrialColumns> {
    const cases = strategies.map((strategy) => this.ref(strategy))
    const request = { cases, inputs, outcomes, scenario: this.sight.scenario }
    return this.#once(`trials ${JSON.stringify(request)}`, async () =>
      this.runner.ask('trials', await this.results(), request, { ...this.#asking, keep: false }),
    )
  }

  /** Series of one strategy, future by future, of the first 20,480 futures at most. */
  paths(strategy: string): Promise<CasePaths> {
    return this.#once(`paths ${strategy}`, async () =>
      this.runner.paths(await this.results(), this.ref(strategy), this.#asking),
    )
  }

  /** Strategies by all scenarios of the study, of the outcome in sight; of a long run, its first futures. */
  matrix(): Promise<MatrixFacts> {
    return this.#once('matrix', async () => {
      const { signal, maxTrials } = this.options
      const whole = withAllScenarios(
        resolveStudy(this.study, maxTrials === undefined ? {} : { maxTrials }),
      )
      const all = planOf(whole)
      // All scenarios of a long run would not be held, nor be done in the time a file may take.
      const plan = { ...all, trials: heldTrials(all.trials, all.cases.length) }
      const outcomes = [this.outcome.id, market.condition.outcome]
      const kept = await this.runner.columns(plan, outcomes, signal ? { signal } : {})
      const facts = await matrixFacts(this.runner, whole, kept, this.outcome, this.counted)
      return plan.trials < all.trials ? { ...facts, cut: [plan.trials, all.trials] } : facts
    })
  }

  /** An analysis of the run of the scenario in sight, asked once. */
  ask<Id extends AnalysisId>(
    id: Id,
    request: RequestOf<Analyses[Id]>,
  ): Promise<AnswerOf<Analyses[Id]>> {
    return this.#once(`ask ${id} ${JSON.stringify(request)}`, async () =>
      this.runner.ask(id, await this.results(), request, this.#asking),
    )
  }

  /** What is explained by Why: the outcome in sight of the chosen strategy, over all futures that have it. */
  get subject(): Subject {
    const selection = selectionOf(this.counted)
    return { a: this.ref(this.sight.chosen), b: null, outcome: this.outcome.id, selection }
  }

  /** The study and what is in sight as the end of an address, from its `#` on. */
  link(): string {
    return linkOf(this.study, this.sight)
  }

  /** The study as files carry it: with what is in sight. */
  get carried(): Study {
    return withSight(this.study, this.sight)
  }

  get #asking() {
    const { signal } = this.options
    return signal ? { signal } : {}
  }

  #once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key) as Promise<T> | undefined
    const asked = known ?? work()
    if (!known) {
      this.#known.set(key, asked)
      // What failed or was stopped may be asked for again.
      asked.catch(() => this.#known.delete(key))
    }
    return asked
  }
}
