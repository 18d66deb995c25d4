import { proxy, transfer } from 'comlink'
import type { Needs } from '../analyses/analysis.ts'
import type { Analyses, AnalysisId, AnswerOf, RequestOf } from '../analyses/index.ts'
import { canonicalJson } from '../engine/cases.ts'
import { outcomePlace } from '../engine/columns.ts'
import type { FoldAnswer, FoldId } from '../engine/folds.ts'
import type { Catalogue } from '../engine/model.ts'
import type { CaseRef, RunPlan } from '../engine/plan.ts'
import type { Future } from '../engine/replay.ts'
import type { Selection } from '../engine/selection.ts'
import type { CaseSeries } from '../engine/statistics/index.ts'
import type { CaseDifference } from '../engine/statistics/series-difference.ts'
import { Answers } from './answers.ts'
import type { Answerers, PartAsked } from './asked-in-parts.ts'
import { AskQueue } from './ask-queue.ts'
import { type Asked, type AskOptions, keyOf } from './asked.ts'
import { buffersOf } from './buffers.ts'
import { CaseLibrary } from './case-library.ts'
import { answerOf, type Link, WorkerLost } from './link.ts'
import { more } from './more.ts'
import { OpenPlan } from './open-plan.ts'
import type { CasePaths } from './paths-run.ts'
import { PlanSender } from './plan-sender.ts'
import type { Pool } from './pool.ts'
import type { RunResults } from './results.ts'
import { type MakesQuestion, questionOf, type QuestionSources } from './question.ts'
import { Run, type RunOptions } from './run.ts'
import type { ServedOptions } from './served-items.ts'

export type { AskOptions } from './asked.ts'

/** Bytes of answers kept, of what questions need, and of columns of cases that were not kept whole. */
const ANSWER_BYTES = 32e6
const NEEDS_BYTES = 1e6
const KEPT_BYTES = 60e6

/**
 * Runs plans on a pool of workers and answers questions about their results. Results depend on the
 * plan alone, never on the pool.
 */
export class Runner implements QuestionSources, Answerers {
  private readonly library = new CaseLibrary()
  readonly sender = new PlanSender()
  private readonly answers = new Answers(ANSWER_BYTES)
  private readonly needs = new Answers(NEEDS_BYTES)
  private readonly kept = new Answers(KEPT_BYTES)
  readonly queue: AskQueue
  private plans = 0
  private questions = 0
  private turn = 0

  constructor(
    readonly model: Catalogue,
    readonly pool: Pool,
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
    const run = new Run(this.model, this.open(plan), this.pool.size, this.library, options)
    return run.results()
  }

  /**
   * Runs a plan and keeps what a fold makes of each case, and no column: for many cases.
   *
   * @returns in the order of `plan.cases`
   * @throws as `run` does
   */
  async fold<Id extends FoldId>(
    plan: RunPlan,
    id: Id,
    options: ServedOptions = {},
  ): Promise<FoldAnswer<Id>[]> {
    const { foldRun } = await more()
    return foldRun(this.open(plan), this.pool.size, id, options)
  }

  /**
   * Runs a plan and keeps some outcomes of each case, future by future: for cases too many to hold
   * whole. What is known from before is not run again.
   *
   * @param outcomes their ids
   * @returns cases in the order of `plan.cases`, to be asked about by analyses that need no other outcome
   * @throws as `run` does; where the model has no such outcome
   */
  async columns(
    plan: RunPlan,
    outcomes: readonly string[],
    options: ServedOptions = {},
  ): Promise<Asked> {
    const { keptOf, keptRun } = await more()
    const places = outcomes.map((id) => outcomePlace(this.model, id))
    return keptOf(plan, places, {
      known: this.kept,
      library: this.library,
      run: (rest) => keptRun(this.open(rest), this.pool.size, places, options),
    })
  }

  /**
   * The series of some cases of a run, from its first trials (`SERIES_TRIALS` at most): those cases
   * are run once more for them. Known ones are not worked out again. Over a selection of what is drawn,
   * no trials where none of those meets it.
   *
   * @returns in the order of `refs`
   * @throws if aborted; if the results have no such case
   */
  async series(
    of: Asked,
    refs: readonly CaseRef[],
    { signal, selection }: Pick<AskOptions, 'signal'> & { readonly selection?: Selection } = {},
  ): Promise<readonly CaseSeries[]> {
    const { workers } = this
    const { seriesRun } = await import('./series-run.ts')
    const open = this.open(of.plan)
    return seriesRun(open, this.answers, of, refs, { workers, signal, selection })
  }

  /**
   * One case's series less another's, future by future, quarter by quarter, as `series` has them; the
   * two may be of different scenarios of the results.
   *
   * @param selection futures that count, by what is drawn in the first one's scenario
   */
  async differenceSeries(
    of: Asked,
    refs: readonly [CaseRef, CaseRef],
    options: Pick<AskOptions, 'signal'> & { readonly selection?: Selection } = {},
  ): Promise<CaseDifference> {
    const { differenceRun } = await more()
    return differenceRun(this.open(of.plan), this.answers, of, refs, options)
  }

  /** The series of one case, future by future, of those that `series` stands on. Not kept. */
  async paths(of: Asked, ref: CaseRef, options: ServedOptions = {}): Promise<CasePaths> {
    const { pathsPlan, pathsRun } = await more()
    const open = this.open(pathsPlan(of, ref))
    return pathsRun(open, this.pool.size, this.model.series.length, options)
  }

  /**
   * Answers a question about results. What was answered before is known: answers are kept by the
   * columns and draws they came from.
   *
   * @param id of an analysis
   * @param of the results asked about; null for an analysis that reads none
   * @throws the signal's reason if aborted; an error in words where the results lack what it needs
   */
  async ask<Id extends AnalysisId>(
    id: Id,
    of: Asked | null,
    request: RequestOf<Analyses[Id]>,
    options: AskOptions = {},
  ): Promise<AnswerOf<Analyses[Id]>> {
    return (await this.answer(id, of, request, options)) as AnswerOf<Analyses[Id]>
  }

  /** The same for any registered analysis, whose types only the asker knows. */
  async answer(
    id: string,
    of: Asked | null,
    request: unknown,
    { signal, onProgress, priority = 0, keep = true }: AskOptions = {},
  ): Promise<unknown> {
    signal?.throwIfAborted()
    const needs = await this.needsOf(id, request)
    const key = keyOf(id, request, of, needs)
    const known = this.answers.get(key)
    if (known) return known.answer
    const ask = (part: PartAsked, tell?: (done: number) => void) =>
      this.queue.take(
        priority,
        signal,
        (place) => this.put(place, questionOf(this, { id, of, ...part }), signal, tell),
        `${id} ${part.at ?? 0}`,
      )
    const whole = { id, request, needs }
    const answer = await (of && needs.isShared
      ? (await more()).askedInParts(this, of, whole, ask, onProgress)
      : ask(whole, onProgress))
    if (keep) this.answers.keep(key, answer)
    return answer
  }

  /** One trial in full, counted from 0. */
  replay(plan: RunPlan, trial: number): Promise<Future> {
    return this.on((link) => link.remote.replay(this.sender.pack(link, plan), trial))
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

  private open(plan: RunPlan): OpenPlan {
    return new OpenPlan(this.pool, this.sender, plan, this.plans++)
  }

  /** What a question needs, which is the same whatever it is asked of. */
  private async needsOf(id: string, request: unknown): Promise<Needs> {
    const key = canonicalJson([id, request])
    const known = this.needs.get(key)
    if (known) return known.answer as Needs
    const needs = (await this.on((link) => link.remote.needs(id, request))) as Needs
    this.needs.keep(key, needs)
    return needs
  }

  /** Puts a question to the worker at a place, and to the next one there if that dies. */
  private async put(
    place: number,
    question: MakesQuestion,
    signal: AbortSignal | undefined,
    onProgress: ((part: number) => void) | undefined,
  ): Promise<unknown> {
    for (;;) {
      const link = await this.pool.at(place)
      signal?.throwIfAborted()
      const number = this.questions++
      const cancel = () => void link.remote.cancel(number).catch(() => {})
      signal?.addEventListener('abort', cancel, { once: true })
      try {
        const made = await question(link)
        signal?.throwIfAborted()
        const message = made()
        const sent = transfer(message, buffersOf(message))
        const reply = await answerOf(
          link,
          link.remote.ask(number, sent, onProgress && proxy(onProgress)) as Promise<{
            readonly answer: unknown
          } | null>,
        )
        signal?.throwIfAborted()
        if (reply) return reply.answer
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error
        this.pool.lose(place, link)
      } finally {
        signal?.removeEventListener('abort', cancel)
      }
    }
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
