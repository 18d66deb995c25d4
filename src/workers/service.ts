import { releaseProxy, transfer } from 'comlink'
import type { Registry } from '../analyses/analysis.ts'
import { answered, type SentQuestion } from '../analyses/given.ts'
import * as all from '../analyses/index.ts'
import type { CaseColumns } from '../engine/columns.ts'
import type { Model } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { type Future, replay } from '../engine/replay.ts'
import { type BlockResult, BlockRunner, type WorkItem } from '../engine/run.ts'
import { type CaseSummary, summariseCase } from '../engine/statistics/index.ts'
import type { Replicate } from '../engine/sampling/index.ts'
import { breathe } from './breathe.ts'
import { buffersOf } from './buffers.ts'

export interface SummaryQuestion {
  readonly columns: CaseColumns
  readonly quarters: number
  readonly replicate: Replicate
}

export interface SummaryReply {
  readonly summary: CaseSummary
  readonly series: readonly Float32Array[]
}

/** A call back into the asker's thread. */
type Progress = ((done: number) => void | Promise<void>) & { [releaseProxy]?: () => void }

/** What a worker offers. Stateless but for caches: any worker can do any piece of work. */
export class Service {
  private readonly runner: BlockRunner
  private readonly plans = new Map<number, RunPlan>()
  private readonly asked = new Set<number>()

  /** @param analyses what can be asked */
  constructor(
    private readonly model: Model,
    private readonly analyses: Registry = all,
  ) {
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

  /**
   * Answers a question in steps, under a number by which it can be dropped.
   *
   * @param onProgress called with the share that is done, 0 to 1, for each hundredth
   */
  async ask(
    number: number,
    id: string,
    question: SentQuestion,
    onProgress?: Progress,
  ): Promise<unknown> {
    this.asked.add(number)
    const steps = answered(this.model, this.analyses, id, question, this.runner.draws)
    let told = 0
    try {
      for (;;) {
        const step = steps.next()
        if (step.done) return transfer(step.value as object, buffersOf(step.value))
        if (onProgress && step.value >= told + 0.01) {
          told = step.value
          Promise.resolve(onProgress(told)).catch(() => {})
        }
        await breathe()
        if (!this.asked.has(number)) throw new Error('nobody waits for this answer any more')
      }
    } finally {
      this.asked.delete(number)
      onProgress?.[releaseProxy]?.()
    }
  }

  /** Nobody waits for an answer any more: work on it stops at its next step. */
  async drop(number: number): Promise<void> {
    this.asked.delete(number)
  }

  async replay(plan: RunPlan, trial: number): Promise<Future> {
    return replay(this.model, plan, trial, this.runner.draws)
  }
}
