import { transfer } from 'comlink'
import type { Model } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { type Future, replay } from '../engine/replay.ts'
import { type BlockResult, BlockRunner, type WorkItem } from '../engine/run.ts'
import { breathe } from './breathe.ts'
import { buffersOf } from './buffers.ts'
import { type CaseSummary, summariseCase } from '../engine/statistics/index.ts'
import {
  type Answer,
  type Question,
  type QuestionId,
  questions,
  type SummaryQuestion,
} from './questions.ts'

export interface SummaryReply {
  readonly summary: CaseSummary
  readonly series: readonly Float32Array[]
}

/** What a worker offers. Stateless but for caches: any worker can do any piece of work. */
export class Service {
  private readonly runner: BlockRunner
  private readonly plans = new Map<number, RunPlan>()

  constructor(private readonly model: Model) {
    this.runner = new BlockRunner(model)
  }

  /** Answers as soon as the worker's code is there. */
  async ready(): Promise<void> {}

  /** Takes a plan under a number; work on it may follow. */
  async open(number: number, plan: RunPlan): Promise<void> {
    this.plans.set(number, plan)
  }

  /** Forgets a plan: work on it under way stops at its next step. */
  async close(number: number): Promise<void> {
    this.plans.delete(number)
  }

  /** Runs a work item of an open plan; null if the plan was closed meanwhile. */
  async work(number: number, item: WorkItem): Promise<BlockResult | null> {
    const plan = this.plans.get(number)
    if (!plan) return null
    const steps = this.runner.steps(plan, item)
    for (;;) {
      const step = steps.next()
      if (step.done) return transfer(step.value, buffersOf(step.value))
      await breathe()
      if (!this.plans.has(number)) return null
    }
  }

  /** Summarises a case; its series come transferred and go back the same way. */
  async summarise(question: SummaryQuestion): Promise<SummaryReply> {
    const { columns, quarters, replicate } = question
    const summary = summariseCase(this.model, quarters, columns, replicate)
    const { series } = columns
    return transfer({ summary, series }, buffersOf(series))
  }

  /** Answers a question about columns, in steps. */
  async ask<Id extends QuestionId>(id: Id, question: Question<Id>): Promise<Answer<Id>> {
    const ask = questions[id] as (model: Model, q: Question<Id>) => Generator<void, Answer<Id>>
    const steps = ask(this.model, question)
    for (;;) {
      const step = steps.next()
      if (step.done) return transfer(step.value, buffersOf(step.value))
      await breathe()
    }
  }

  async replay(plan: RunPlan, trial: number): Promise<Future> {
    return replay(this.model, plan, trial, this.runner.draws)
  }
}
