import { untrack } from 'svelte'
import type { FuturesAt } from '../../analyses/futures-at.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { caseOf, type CaseRef, type RunPlan, worldAt } from '../../engine/plan.ts'
import type { Future } from '../../engine/replay.ts'
import { ALL } from '../../engine/selection.ts'
import type { CaseSeries } from '../../engine/statistics/index.ts'
import type { UsualCase } from '../../engine/usual.ts'
import { type FutureStory, futureStory } from '../../findings/future-story.ts'
import { selectionOf, type Where } from '../../findings/where.ts'
import { count, counted } from '../../words/index.ts'
import type { RunResults } from '../../workers/results.ts'
import { agreeingIn } from './agreeing.ts'
import type { AppState } from './app.svelte.ts'
import { Asked, type AskHandle } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'

/** The futures that stand for a distribution: 10%, half and 90% of those counted are below. */
export const QUANTILES = [0.1, 0.5, 0.9] as const

/** What is known of the future in sight; all in it belongs together. */
export interface SeenFuture {
  readonly results: RunResults
  readonly ref: CaseRef
  readonly outcome: NumberOutcome
  /** The futures that are counted. */
  readonly where: Where
  readonly future: Future
  readonly story: FutureStory
  readonly at: FuturesAt
  /** Those at the quantiles, told in the same way; in their order. */
  readonly marks: readonly FutureStory[]
}

/** The sheet of one future: which it is, and what there is to say of it. */
export class FutureSheet {
  readonly #seen = new Asked<SeenFuture>()
  readonly #fan = new Asked<{ readonly of: RunResults; readonly ref: CaseRef } & CaseSeries>()

  readonly #asked = $derived.by(() => new URLSearchParams(this.app.route.over))
  readonly isOpen = $derived.by(() => this.#asked.has('future'))
  readonly #text = $derived.by(() => this.#asked.get('future') ?? '')
  /** Counted from 0; null where the address has no such number. */
  readonly trial = $derived.by(() => {
    const trial = /^\d{1,9}$/.test(this.#text) ? Number(this.#text) : null
    return trial !== null && trial < this.app.studies.plan.trials ? trial : null
  })
  /** What is wrong with the address, in words. */
  readonly wrong = $derived.by(() => {
    if (!this.isOpen || this.trial !== null) return null
    const { trials } = this.app.studies.plan
    const asked = /^\d+$/.test(this.#text) ? `Future ${grouped(this.#text)}` : `“${this.#text}”`
    return `${asked} is not there: the run has ${counted(trials, 'future')}, counted from 0 to ${count(trials - 1)}.`
  })
  /** Id of the strategy it is told of: the one in the address or, where there is none such, the one chosen. */
  readonly strategy = $derived.by(() => {
    const of = this.#asked.get('of')
    const { studies, view } = this.app
    return studies.strategies.find(({ id }) => id === of)?.id ?? view.chosen
  })

  /** What is known; null until something is. */
  readonly seen = $derived(this.#seen.value)
  /** Whether what is known is of what is asked for. */
  readonly isCurrent = $derived.by(() => {
    const { seen } = this
    return (
      seen !== null &&
      seen.future.trial === this.trial &&
      seen.ref.strategy === this.strategy &&
      this.#seen.current
    )
  })
  /** Whether what is known is of something else than what is asked for, or of the study before a change. */
  readonly isOld = $derived.by(
    () => this.seen !== null && (!this.isCurrent || this.#isBefore(this.seen)),
  )
  /** Whether the run was stopped or failed before it came to this future. */
  readonly isStopped = $derived.by(() => {
    const { status, results, plan } = this.app.run
    const isThere = results?.plan === plan && results !== null && results.trials > (this.trial ?? 0)
    return (status === 'cancelled' || status === 'failed') && !isThere
  })
  readonly problem = $derived(this.#seen.problem)
  /** The series of all futures of the strategy in sight; null until they are known. */
  readonly fan = $derived.by(() => {
    const fan = this.#fan.value
    const isOf = fan && this.seen && fan.of === this.seen.results
    return isOf && fan.ref.strategy === this.seen?.ref.strategy ? fan : null
  })

  /** Whether the page has been seen without the sheet, which then lies behind it. */
  #wasClosed = false

  constructor(
    private readonly app: Pick<AppState, 'runner' | 'run' | 'studies' | 'view' | 'route'>,
  ) {}

  /** Asks for what the sheet shows; depends on the address, on results and on what is in view. */
  request(): void {
    const { trial, strategy } = this
    const { results } = this.app.run
    const { outcome } = this.app.view
    if (trial === null || !results || results.trials <= trial) {
      if (trial === null) untrack(() => this.leave())
      return
    }
    const { where, tolerance } = this.app.view.overIn(results.plan)
    const scenario = results.plan.worlds[0].id
    const ref = { strategy, scenario }
    if (!results.cases.some((one) => one.strategy === strategy)) return
    untrack(() => {
      const about = [results, trial, strategy, outcome, where, tolerance]
      this.#seen.ask(about, async (handle) => {
        const agreeing = tolerance ? await agreeingIn(results.plan, tolerance) : ALL
        const selection = selectionOf(where, agreeing)
        const request = {
          case: ref,
          outcome: outcome.id,
          selection,
          quantiles: QUANTILES,
          trials: [trial],
        }
        const at = await this.app.runner.ask('futuresAt', results, request, handle)
        const trials = [trial, ...at.quantiles.map((one) => one.trial)]
        const [futures, usual] = await Promise.all([
          Promise.all(trials.map((one) => this.app.runner.replay(results.plan, one))),
          this.#usual(results, ref, trials, handle),
        ])
        const [story, ...marks] = futures.map((future, i) =>
          storyOf(results.plan, ref, outcome, future, usual[i]),
        )
        // Where none meets what is asked for all are counted.
        const counted = at.count === results.trials ? 'all' : where
        return { results, ref, outcome, where: counted, future: futures[0], story, at, marks }
      })
    })
  }

  /** Asks for the fans behind the lines, once a run has ended; depends on what is seen. */
  requestFan(): void {
    const { seen } = this
    if (!this.isOpen || !seen || seen.results.digest === null) return
    const { results, ref } = seen
    untrack(() =>
      this.#fan.ask([results, ref.strategy], async ({ signal }) => {
        const [series] = await this.app.runner.series(results, [ref], { signal })
        return { of: results, ref, ...series }
      }),
    )
  }

  again(): void {
    this.#seen.again()
  }

  /** Another future in the same sheet: the way back closes it. */
  show(trial: number, strategy = this.strategy): void {
    this.#replace(`${this.#screen()}?future=${trial}&of=${strategy}`)
  }

  /** Goes back to the page it was opened from; where it came with the address there is none behind. */
  close(): void {
    if (!this.app.route.over) return
    const state = history.state as { readonly over?: boolean } | null
    if (state?.over) history.back()
    else this.#replace(this.#screen())
  }

  /** Notes in the history that the page lies behind the sheet, for as long as the entry is there; depends on the address. */
  noteWayBack(): void {
    const { isOpen } = this
    if (isOpen && this.#wasClosed) history.replaceState({ over: true }, '')
    this.#wasClosed = !isOpen
  }

  #isBefore({ results }: SeenFuture): boolean {
    return results.plan !== this.app.run.plan
  }

  #screen(): string {
    const { route } = this.app
    return route.address(route.screen, route.detail)
  }

  #replace(address: string): void {
    history.replaceState(history.state, '', address)
    this.app.route.read()
  }

  /** Nobody waits for it any more. */
  leave(): void {
    this.#seen.drop()
    this.#fan.drop()
  }

  async #usual(
    results: RunResults,
    ref: CaseRef,
    trials: readonly number[],
    { signal }: Pick<AskHandle<SeenFuture>, 'signal'>,
  ): Promise<readonly UsualCase[]> {
    const request = { cases: [ref] as const, trials }
    const found = await this.app.runner.ask('usualDraws', results, request, { signal })
    return found.map(([one]) => one)
  }
}

function storyOf(
  plan: RunPlan,
  ref: CaseRef,
  outcome: NumberOutcome,
  future: Future,
  usual: UsualCase,
): FutureStory {
  const { label, levers } = caseOf(plan, ref)
  const scenario = future.scenarios[worldAt(plan, ref.scenario)]
  const found = scenario.cases.find(({ strategy }) => strategy === ref.strategy)
  if (!found) throw new Error(`the future has no ${ref.strategy}`)
  return futureStory({
    trial: future.trial,
    vantage: plan.vantage,
    quarters: plan.quarters,
    outcome,
    label,
    levers,
    future: scenario,
    case: found,
    beliefs: plan.worlds[worldAt(plan, ref.scenario)].distributions,
    usual,
  })
}

/** Digits with their thousands apart, however many there are. */
function grouped(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',')
}

export const futureSheetOf = madeOnce((app) => new FutureSheet(app))
