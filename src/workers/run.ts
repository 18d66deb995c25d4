import { transfer } from 'comlink'
import { blockCount } from '../engine/blocks.ts'
import { joinDigests } from '../engine/digest.ts'
import type { Catalogue } from '../engine/model.ts'
import { BLOCK, casesByWorld, type RunPlan } from '../engine/plan.ts'
import { designs } from '../engine/sampling/index.ts'
import type { CaseSummary } from '../engine/statistics/index.ts'
import { AskQueue } from './ask-queue.ts'
import { buffersOf } from './buffers.ts'
import { copied } from './copies.ts'
import type { CaseLibrary, HeldCase } from './case-library.ts'
import type { CasePart } from './case-store.ts'
import { WorkerLost } from './link.ts'
import type { OpenPlan } from './open-plan.ts'
import { type CaseResults, type RunResults, Tallies } from './results.ts'
import { Schedule } from './schedule.ts'

export interface RunOptions {
  readonly signal?: AbortSignal
  /** Trials after which a first picture is given, ascending, e.g. [256, 1024]; whole blocks at least. */
  readonly stages?: readonly number[]
  /** Called with each stage's results; a stage overtaken by the next is left out. */
  readonly onUpdate?: (results: RunResults) => void
  /** Called with blocks done and blocks in all. */
  readonly onProgress?: (done: number, total: number) => void
  /** Keep summaries only, world by world: for runs too large to hold. */
  readonly summariesOnly?: boolean
}

/** One run of one plan, from the first block to the last figure. */
export class Run {
  private readonly began = performance.now()
  private readonly plan: RunPlan
  /** In the order of the plan. */
  private readonly cases: readonly HeldCase[]
  /** Places of the plan's cases, world by world. */
  private readonly places: readonly (readonly number[])[]
  private readonly schedule: Schedule
  private readonly tallies: Tallies
  /** Trials after which results are given, the last of them all. */
  private readonly pictured: readonly number[]
  private readonly stages: number[]
  private readonly turns: AskQueue
  private updates: Promise<void> = Promise.resolve()
  private closing = new Map<number, Promise<void>>()
  private done = 0
  private computed = 0
  private failure: { readonly error: unknown } | null = null

  constructor(
    model: Catalogue,
    private readonly open: OpenPlan,
    private readonly workers: number,
    library: CaseLibrary,
    private readonly options: RunOptions,
  ) {
    const { plan } = open
    this.plan = plan
    this.turns = new AskQueue(workers)
    this.cases = library.open(plan)
    this.places = casesByWorld(plan)
    const isKnown = (place: number, block: number) => this.cases[place].part.has(block)
    this.schedule = new Schedule(plan, isKnown, workers, { worldFirst: options.summariesOnly })
    this.tallies = new Tallies(model, plan, library)
    this.stages = (options.stages ?? [])
      .map((trials) => blockCount(trials) * BLOCK)
      .filter((trials) => trials < plan.trials)
    this.pictured = [...this.stages, plan.trials]
  }

  async results(): Promise<RunResults> {
    const { signal } = this.options
    signal?.throwIfAborted()
    const stop = () => this.fail(signal?.reason)
    signal?.addEventListener('abort', stop, { once: true })
    try {
      this.afterItem()
      const places = Array.from({ length: this.workers }, (_, place) => this.serve(place))
      await Promise.all(places)
      this.throwIfFailed()
      await this.updates
      await Promise.all(this.closing.values())
      this.throwIfFailed()
      const results = await this.gather(this.plan.trials)
      this.throwIfFailed()
      return results
    } finally {
      signal?.removeEventListener('abort', stop)
      this.open.close()
    }
  }

  /** One worker's share: item after item until there are none. */
  private async serve(place: number): Promise<void> {
    for (;;) {
      if (this.failure) return
      const item = this.schedule.next(place)
      if (!item) return
      try {
        const { open } = this
        const result = await open.call(place, (link) => link.remote.work(open.number, item))
        if (this.failure || result === null) return
        for (const one of result.cases) this.cases[one.index].part.put(item.block, one)
        this.computed += result.cases.length
        this.tallies.add(result)
        this.schedule.done(item)
        this.done++
        this.options.onProgress?.(this.done, this.schedule.total)
        this.afterItem()
      } catch (error) {
        if (error instanceof WorkerLost) this.schedule.again(place, item)
        else this.fail(error)
      }
    }
  }

  /** Gives what has become complete: stages in order, worlds that can be closed. */
  private afterItem(): void {
    const all = this.plan.worlds.map((_, index) => index)
    const ready = this.stages.filter((trials) => this.schedule.complete(trials, all))
    const stage = ready.at(-1)
    if (stage !== undefined) {
      this.stages.splice(0, ready.length)
      this.update(stage)
    }
    if (!this.options.summariesOnly) return
    for (const world of all) {
      if (this.closing.has(world)) continue
      if (!this.schedule.complete(this.plan.trials, [world])) continue
      this.closing.set(world, this.closeWorld(world))
    }
  }

  private update(trials: number): void {
    this.updates = this.updates.then(async () => {
      const overtaken = this.stages.length === 0 && this.done === this.schedule.total
      if (this.failure || overtaken) return
      try {
        const results = await this.gather(trials)
        if (!this.failure) this.options.onUpdate?.(results)
      } catch (error) {
        this.fail(error)
      }
    })
  }

  private async closeWorld(world: number): Promise<void> {
    try {
      await Promise.all(
        this.places[world].map(async (place) => {
          const one = this.cases[place]
          // Pictures of stages may still be to come, and have nothing else to be made from.
          for (const trials of this.pictured) await this.summary(one.part, trials)
          one.part.release()
        }),
      )
    } catch (error) {
      this.fail(error)
    }
  }

  private async gather(trials: number): Promise<RunResults> {
    const { plan } = this
    const finished = trials === plan.trials
    const cases = await Promise.all(
      this.cases.map(async ({ key, part }, place): Promise<CaseResults> => {
        const { strategy, scenario } = plan.cases[place]
        const summary = await this.summary(part, trials)
        const digest = finished ? joinDigests(part.digests(trials)) : null
        return { strategy, scenario, key, digest, summary, columns: part.columns(trials) }
      }),
    )
    return {
      plan,
      trials,
      total: plan.trials,
      digest: finished ? joinDigests(cases.map(({ digest }) => bytesOf(digest ?? ''))) : null,
      cases,
      checks: this.tallies.checkReports(),
      moved: this.tallies.movedDraws(trials),
      elapsed: performance.now() - this.began,
      computed: this.computed,
      reused: this.cases.length * blockCount(plan.trials) - this.computed,
    }
  }

  private async summary(part: CasePart, trials: number): Promise<CaseSummary> {
    const known = part.summary(trials)
    if (known) return known
    const { replicate } = designs[this.plan.sampling]
    // One at a worker at a time: each takes a copy of all columns of a case.
    const ask = () =>
      this.open.ask(async (link) => {
        const columns = await copied(part.columns(trials))
        return link.remote.summarise(transfer({ columns, replicate }, buffersOf(columns)))
      })
    try {
      const summary = await this.turns.take(0, undefined, ask)
      part.keepSummary(trials, summary)
      return summary
    } catch (error) {
      // What failed first says why.
      this.throwIfFailed()
      throw error
    }
  }

  private fail(error: unknown): void {
    this.failure ??= { error }
    this.open.close()
  }

  private throwIfFailed(): void {
    if (this.failure) throw this.failure.error
  }
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
