import { proxy, transfer } from 'comlink'
import type { Answer, Question, Registry, Runs } from '../analyses/analysis.ts'
import type { SentQuestion } from '../analyses/given.ts'
import * as all from '../analyses/index.ts'
import type { Model } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import type { Future } from '../engine/replay.ts'
import type { Selection } from '../engine/selection.ts'
import { Answers, type AskOptions, type SharedOptions } from './answers.ts'
import { AskQueue } from './ask-queue.ts'
import { buffersOf } from './buffers.ts'
import { CaseLibrary } from './case-library.ts'
import { gather } from './gather.ts'
import { answerOf, type Link, WorkerLost } from './link.ts'
import type { Pool } from './pool.ts'
import type { RunResults } from './results.ts'
import { Run, type RunOptions } from './run.ts'

export type { AskOptions } from './answers.ts'

/** The two selections that have a name on the page: `{ kind: where }`. */
export type Where = Extract<Selection['kind'], 'all' | 'condition'>

const nobody: SharedOptions = {
  signal: new AbortController().signal,
  onProgress: () => {},
  priority: () => 0,
}

/**
 * Runs plans on a pool of workers and answers questions about their results. Results depend on the
 * plan alone, never on the pool.
 */
export class Runner<Analyses extends Registry = typeof all> {
  private readonly library = new CaseLibrary()
  private readonly answers = new Answers()
  private readonly queue: AskQueue
  private plans = 0
  private asked = 0

  /** @param analyses what can be asked: those the workers know */
  constructor(
    private readonly model: Model,
    private readonly pool: Pool,
    private readonly analyses: Analyses = all as unknown as Analyses,
  ) {
    this.queue = new AskQueue(pool.size)
  }

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

  /**
   * Answers a question. About runs (`of`) the answer is kept by all it depends on: asked again, or
   * while it is worked out, it is the same object, which nobody may change.
   *
   * @param question the request and, for an analysis, the runs it is about
   * @throws the signal's reason if aborted, or in words why there is no answer
   */
  async ask<Id extends keyof Analyses & string>(
    id: Id,
    question: Question<Analyses[Id]>,
    options: AskOptions = {},
  ): Promise<Answer<Analyses[Id]>> {
    options.signal?.throwIfAborted()
    return (await this.answer(id, question as { readonly of?: Runs }, options)) as Answer<
      Analyses[Id]
    >
  }

  /** One trial in full, counted from 0. */
  replay(plan: RunPlan, trial: number): Promise<Future> {
    return this.at((link) => link.remote.replay(plan, trial), nobody)
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

  private async answer(
    id: string,
    { of, ...request }: { readonly of?: Runs },
    options: AskOptions,
  ): Promise<unknown> {
    if (!Object.hasOwn(this.analyses, id)) throw new Error(`no question is called ${id}`)
    const analysis = this.analyses[id]
    if (!('needs' in analysis)) {
      const none = { request, trials: 0, sampling: 'random', outcomes: [], draws: [] } as const
      // Kept by nobody: it is another one each time.
      const once = new Answers(0)
      return once.get(id, (shared) => this.send(id, () => none, shared), { ...options })
    }
    const runs: readonly RunResults[] = of === undefined ? [] : 'plan' in of ? [of] : of
    const needs = analysis.needs(request as never, this.model)
    const { key, send } = gather(this.model, id, request, runs, needs)
    return this.answers.get(key, (shared) => this.send(id, send, shared), { ...options })
  }

  private send(id: string, make: () => SentQuestion, options: SharedOptions): Promise<unknown> {
    const { signal, onProgress } = options
    return this.at((link) => {
      const number = this.asked++
      const question = make()
      const sent = transfer(question, buffersOf(question.outcomes))
      const told = proxy((done: number) => {
        if (!signal.aborted) onProgress(done)
      })
      const answer = link.remote.ask(number, id, sent, told)
      return untilAborted(answer, signal, () => link.remote.drop(number))
    }, options)
  }

  /** Does one thing at a worker once one is free, and at another one if that dies. */
  private at<T>(call: (link: Link) => Promise<T>, options: SharedOptions): Promise<T> {
    const work = async (place: number) => {
      for (;;) {
        const link = await this.pool.at(place)
        options.signal.throwIfAborted()
        try {
          return await answerOf(link, call(link))
        } catch (error) {
          if (!(error instanceof WorkerLost)) throw error
          this.pool.lose(place, link)
        }
      }
    }
    return this.queue.run(work, options.priority, options.signal)
  }
}

/** An answer, or the signal's reason as soon as it is aborted: the worker is told and not waited for. */
async function untilAborted<T>(
  answer: Promise<T>,
  signal: AbortSignal,
  drop: () => Promise<void>,
): Promise<T> {
  let stop: () => void = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      drop().catch(() => {})
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
  answer.catch(() => {})
  try {
    return await Promise.race([answer, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
