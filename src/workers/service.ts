import { transfer } from 'comlink'
import type { Needs } from '../analyses/analysis.ts'
import { analyses } from '../analyses/index.ts'
import type { CaseColumns } from '../engine/columns.ts'
import { blockBytes, placesCovered } from '../engine/digest.ts'
import { type FoldAnswer, type FoldId, folds, type FoldPart } from '../engine/folds.ts'
import type { Model } from '../engine/model.ts'
import { BLOCK, type RunPlan } from '../engine/plan.ts'
import { type Future, replay } from '../engine/replay.ts'
import { designs, type Replicate } from '../engine/sampling/index.ts'
import { borrow, type Lacking, lacking, lend, type Lent } from '../engine/sampling/lent.ts'
import {
  type BlockCase,
  type BlockResult,
  BlockRunner,
  type HashedCase,
  type WorkItem,
} from '../engine/run.ts'
import type { Selection } from '../engine/selection.ts'
import { breathe } from './breathe.ts'
import { buffersOf } from './buffers.ts'
import { type Hasher, portableHasher } from './hasher.ts'
import { type CaseSeries, type CaseSummary, summariseCase } from '../engine/statistics/index.ts'
import type { CaseDifference } from '../engine/statistics/series-difference.ts'
import { partsOf, type Question, type QuestionPart, type Registry, stepsOf } from './answering.ts'
import { PlanReceiver } from './plan-receiver.ts'
import type { SentPlan } from './plan-sender.ts'
import { Rehearsal } from './rehearsal.ts'
import { byFuture, differenceSteps, type SeriesSource, seriesSteps } from './series-steps.ts'

export interface SummaryQuestion {
  readonly columns: CaseColumns
  readonly replicate: Replicate
}

/** What a worker offers. Stateless but for caches: any worker can do any piece of work. */
export class Service {
  private readonly runner: BlockRunner
  private readonly plans = new Map<number, RunPlan>()
  private readonly receiver = new PlanReceiver()
  private readonly asked = new Set<number>()
  /** Memory for columns that folds use again. */
  private readonly spare: Float64Array[] = []
  private readonly rehearsal: Rehearsal
  /** Calls so far that a rehearsal makes way for. */
  private calls = 0
  /** What is being hashed: used again for every case. */
  private readonly bytes: Uint8Array<ArrayBuffer>

  /** @param quiet milliseconds without a call after which it rehearses; null: it never does */
  constructor(
    private readonly model: Model,
    private readonly hash: Hasher = portableHasher,
    private readonly registry: Registry = analyses,
    quiet: number | null = null,
  ) {
    this.runner = new BlockRunner(model)
    this.rehearsal = new Rehearsal(model, this.runner.draws, () => this.calls, quiet)
    this.bytes = new Uint8Array(model.outcomes.length * BLOCK * 8)
  }

  /** Answers as soon as the worker's code is there. */
  async ready(): Promise<void> {}

  /** Takes a plan under a number; work on it may follow. */
  async open(number: number, sent: SentPlan): Promise<void> {
    this.calls++
    this.plans.set(number, this.receiver.receive(sent))
  }

  /** Forgets a plan: work on it under way stops at its next step. */
  async close(number: number): Promise<void> {
    const plan = this.plans.get(number)
    this.plans.delete(number)
    if (plan) this.rehearsal.later(plan)
  }

  /** Runs a work item of an open plan; null if the plan was closed meanwhile. */
  async work(number: number, item: WorkItem): Promise<BlockResult<HashedCase> | null> {
    const plan = this.plans.get(number)
    if (!plan) return null
    const result = await this.until(number, this.runner.steps(plan, item))
    if (!result) return null
    const places = placesCovered(plan, this.model)
    const cases = await Promise.all(
      result.cases.map(async (one) => ({
        ...one,
        digest: await this.hash(blockBytes(one.outcomes, result.trials, places, this.bytes)),
      })),
    )
    const found = { ...result, cases }
    return transfer(found, buffersOf(found))
  }

  /** Folds each case of a work item of an open plan; null if the plan was closed meanwhile. */
  fold(number: number, item: WorkItem, id: FoldId): Promise<FoldPart[] | null> {
    return this.each(number, item, ({ outcomes }, { trials }, replicate) =>
      folds[id].block(this.model, outcomes, trials, replicate),
    )
  }

  /**
   * Some outcomes of each case of a work item of an open plan; null if the plan was closed meanwhile.
   *
   * @param places of the outcomes in the catalogue
   * @returns per case `outcomes[k * trials + i]`, in the order of `places`
   */
  keep(number: number, item: WorkItem, places: readonly number[]): Promise<Float64Array[] | null> {
    return this.each(number, item, ({ outcomes }, { trials }) => {
      const part = new Float64Array(places.length * trials)
      places.forEach((place, k) =>
        part.set(outcomes.subarray(place * trials, (place + 1) * trials), k * trials),
      )
      return part
    })
  }

  /** What a fold says of cases of an open plan, of the parts of every block, case by case. */
  async finishFold<Id extends FoldId>(
    number: number,
    id: Id,
    cases: readonly (readonly FoldPart[])[],
  ): Promise<FoldAnswer<Id>[]> {
    const plan = this.plans.get(number)
    if (!plan) throw new Error('the work on this plan was stopped')
    const { replicate } = designs[plan.sampling]
    return cases.map(
      (parts) => folds[id].finish(this.model, parts, replicate) as unknown as FoldAnswer<Id>,
    )
  }

  /**
   * Runs the case at a place of an open plan again for its series; null if the plan was closed meanwhile.
   *
   * @param trials of the run so far; series stand on its first ones
   * @param selection futures that count, by what is drawn alone; all without it
   */
  async series(
    number: number,
    place: number,
    trials: number,
    selection?: Selection,
  ): Promise<CaseSeries | null> {
    const from = this.seriesOf(number, trials, selection)
    return from && this.until(number, seriesSteps(from, place))
  }

  /**
   * The same of the difference of two cases, future by future.
   *
   * @param places of the case in the plan, and of the one that is taken from it
   */
  async differenceSeries(
    number: number,
    places: readonly [number, number],
    trials: number,
    selection?: Selection,
  ): Promise<CaseDifference | null> {
    const from = this.seriesOf(number, trials, selection)
    return from && this.until(number, differenceSteps(from, places))
  }

  /**
   * The series of the one case of a work item, future by future; null if the plan was closed meanwhile.
   *
   * @returns `[(s * trials + i) * points + t]`
   */
  async paths(number: number, item: WorkItem): Promise<Float32Array | null> {
    const plan = this.plans.get(number)
    if (!plan) return null
    const result = await this.until(number, this.runner.steps(plan, item, { series: true }))
    if (!result) return null
    const found = byFuture(result.cases[0].series, result.trials, plan.quarters + 1)
    return transfer(found, buffersOf(found))
  }

  /** Summarises a case. */
  async summarise({ columns, replicate }: SummaryQuestion): Promise<CaseSummary> {
    this.calls++
    return summariseCase(this.model, columns, replicate)
  }

  /** What it would have to draw of some assumptions of a plan's one world. */
  async lacking(sent: SentPlan, ids: readonly string[]): Promise<Lacking> {
    this.calls++
    return lacking(this.model, this.receiver.receive(sent), 0, ids, this.runner.draws)
  }

  /** What it has drawn of what another one lacks. */
  async lend(sent: SentPlan, wanted: Lacking): Promise<Lent> {
    this.calls++
    const lent = lend(this.model, this.receiver.receive(sent), 0, wanted, this.runner.draws)
    return transfer(lent, buffersOf(lent))
  }

  /** Keeps what another one has drawn. */
  async borrow(sent: SentPlan, lent: Lent): Promise<void> {
    borrow(this.model, this.receiver.receive(sent), 0, lent, this.runner.draws)
  }

  /** What a question needs: a page need not hold what answers it. */
  async needs(id: string, request: unknown): Promise<Needs> {
    this.calls++
    return this.registry[id].needs(request, this.model)
  }

  /** The parts of a question that so many workers can answer, with what each needs. */
  async parts(id: string, request: unknown, most: number): Promise<QuestionPart[]> {
    return partsOf(this.registry[id], request, most, this.model)
  }

  /** One answer of those to the parts of a question. */
  async join(id: string, answers: readonly unknown[]): Promise<unknown> {
    return this.registry[id].split?.join(answers)
  }

  /** Answers a question in steps, telling the part that is done; null if it was cancelled by its number. */
  async ask(
    number: number,
    question: Question<SentPlan>,
    onProgress?: (part: number) => unknown,
  ): Promise<{ readonly answer: unknown } | null> {
    this.calls++
    const draws = question.draws && {
      ...question.draws,
      plan: this.receiver.receive(question.draws.plan),
    }
    const steps = stepsOf(this.model, this.registry, { ...question, draws }, this.runner.draws)
    this.asked.add(number)
    try {
      for (;;) {
        const step = steps.next()
        if (step.done) {
          const reply = { answer: step.value }
          // What is kept for the next question is copied.
          const own = buffersOf(reply).filter((memory) => !this.runner.draws.keeps(memory))
          return transfer(reply, own)
        }
        if (typeof step.value === 'number') void onProgress?.(step.value)
        await breathe()
        if (!this.asked.has(number)) return null
      }
    } finally {
      this.asked.delete(number)
    }
  }

  /** Stops a question at its next step. */
  async cancel(number: number): Promise<void> {
    this.asked.delete(number)
  }

  async replay(sent: SentPlan, trial: number): Promise<Future> {
    return replay(this.model, this.receiver.receive(sent), trial, this.runner.draws)
  }

  /** Runs a work item in memory that is used again, and gives away what is made of each case. */
  private async each<T>(
    number: number,
    item: WorkItem,
    make: (one: BlockCase, of: BlockResult, replicate: Replicate) => T,
  ): Promise<T[] | null> {
    const plan = this.plans.get(number)
    if (!plan) return null
    const buffers = item.cases.map(() => this.spare.pop() ?? this.newSpare())
    try {
      const result = await this.until(number, this.runner.steps(plan, item, { buffers }))
      const { replicate } = designs[plan.sampling]
      const parts = result?.cases.map((one) => make(one, result, replicate))
      return parts ? transfer(parts, buffersOf(parts)) : null
    } finally {
      this.spare.push(...buffers)
    }
  }

  private seriesOf(number: number, trials: number, selection?: Selection): SeriesSource | null {
    const plan = this.plans.get(number)
    return plan ? { model: this.model, runner: this.runner, plan, trials, selection } : null
  }

  private newSpare(): Float64Array {
    return new Float64Array(this.model.outcomes.length * BLOCK)
  }

  /** Takes steps to their end, listening in between; null if the plan is closed. */
  private async until<T>(number: number, steps: Generator<void, T>): Promise<T | null> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await breathe()
      if (!this.plans.has(number)) return null
    }
  }
}
