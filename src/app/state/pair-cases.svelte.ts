import { untrack } from 'svelte'
import type { DifferenceDriver } from '../../analyses/difference-drivers.ts'
import type { PairSide } from '../../analyses/pair-sides.ts'
import { caseOf, type CaseRef } from '../../engine/plan.ts'
import { ALL } from '../../engine/selection.ts'
import type { CaseDifference } from '../../engine/statistics/series-difference.ts'
import { acrossWords } from '../../findings/across.ts'
import { HARDLY } from '../../findings/where.ts'
import { joined } from '../../workers/joined.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { type Cases, casesOf } from './cases.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type PairPicture, pairPictureOf, type PairResults } from './pictures.ts'
import { type ScenarioRuns, scenarioRunsOf } from './scenario-runs.svelte.ts'

/** Something of a pair, and the pair it is of: what is in sight belongs together. */
interface Of<T> {
  readonly pair: PairPicture
  readonly found: T
}

type Page = Pick<AppState, 'runner' | 'run' | 'view' | 'studies' | 'answers' | 'hand'>

/** What Compare says of two cases: of one scenario as the page has them, of two joined. */
export class PairCases {
  readonly #across = new Asked<PairPicture | null>()
  readonly #sides = new Asked<Of<readonly PairSide[]>>()
  readonly #drivers = new Asked<Of<readonly DifferenceDriver[]>>()
  readonly #difference = new Asked<Of<CaseDifference>>()
  /** The quarter that all charts read out, counted from the start; null for the last. */
  pointed = $state<number | null>(null)

  readonly isAcross = $derived.by(() => this.cases.first.scenario !== this.cases.second.scenario)
  readonly pair = $derived.by((): PairPicture | null =>
    this.isAcross ? this.#across.value : this.page.answers.pair,
  )
  readonly sides = $derived(this.#sides.value)
  readonly drivers = $derived(this.#drivers.value)
  readonly difference = $derived(this.#difference.value)
  /** Whether the pair in sight is of something else than what is asked for: other cases, another study. */
  readonly isOld = $derived.by(() => {
    const { pair } = this
    const { run, view, hand } = this.page
    if (!pair) return true
    const { a, b } = pair.request
    const { first, second } = this.cases
    if (nameOf(a) !== nameOf(first) || nameOf(b) !== nameOf(second)) return true
    if (pair.outcome !== view.outcome) return true
    return this.isAcross ? hand.holding || this.runs.isOld : pair.results.plan !== run.plan
  })
  /** Whether what is asked for does not come by itself: the run it waits for was stopped or failed. */
  readonly isStopped = $derived.by(() => {
    const { status } = this.isAcross ? this.runs : this.page.run
    return status === 'cancelled' || status === 'failed'
  })
  /** Results of the two cases wanted, each in its own scenario; null before they are there. */
  readonly #results = $derived.by((): PairResults | null => {
    const { first, second } = this.cases
    if (!this.isAcross) return this.page.run.results
    const [one, other] = [first, second].map(({ scenario }) => this.runs.results.get(scenario))
    return one && other && has(one, first) && has(other, second) && one.trials === other.trials
      ? together([one, other], [first, second])
      : null
  })
  /** Which of the two wanted has no such figure in any future, by what it is called. */
  readonly without = $derived.by((): readonly string[] => {
    const results = this.#results
    if (!results || this.page.view.outcome.onlyIf !== 'met') return []
    return [this.cases.first, this.cases.second]
      .filter((ref) => has(results, ref) && caseOf(results, ref).summary.condition.count === 0)
      .map((ref) => this.cases.nameOf(ref))
  })

  constructor(
    private readonly page: Page,
    private readonly cases: Cases,
    private readonly runs: ScenarioRuns,
  ) {}

  get problem(): string | null {
    const { answers } = this.page
    const own = this.isAcross ? (this.runs.problem ?? this.#across.problem) : answers.problem
    return own ?? this.#sides.problem ?? this.#drivers.problem ?? this.#difference.problem
  }

  /** Whether something of the pair in sight is still to come. */
  get isLooking(): boolean {
    return [this.#drivers, this.#difference].some(({ status }) => status === 'asking')
  }

  /** Whether something that was asked of a pair is of another one than that in sight, or old with it. */
  isOldOf(of: { readonly pair: PairPicture } | null): boolean {
    return of !== null && (this.isOld || of.pair !== this.pair)
  }

  /** What the two cases of a pair are called, and what their scenarios share and what not. */
  namesOf({ request: { a, b }, results }: PairPicture) {
    const { strategies } = this.page.studies
    const named = (ref: CaseRef) => {
      const label = strategies.find(({ id }) => id === ref.strategy)?.label ?? ref.strategy
      const world = results.plan.worlds.find(({ id }) => id === ref.scenario)?.label
      const isAcross = a.scenario !== b.scenario
      return isAcross
        ? { id: `${ref.strategy}-${ref.scenario}`, label: `${label} (${world ?? ref.scenario})` }
        : { id: ref.strategy, label }
    }
    return { a: named(a), b: named(b), across: acrossWords(results.plan, a, b) }
  }

  /** Whether futures that agree with what came are to be counted and there is none in both. */
  readonly noneAgrees = $derived.by(() =>
    this.isAcross
      ? this.page.view.means === 'observed' &&
        this.#across.status === 'done' &&
        this.#across.value === null
      : this.page.view.means === 'observed' && this.page.answers.picture?.isEmpty === true,
  )

  /** Asks for all that is shown; depends on the cases, on the view and on results. */
  request(): void {
    if (this.isAcross) this.#requestAcross()
    else untrack(() => this.runs.leave())
    const { pair } = this
    if (!pair || pair.results.digest === null || this.page.hand.holding) return
    untrack(() => this.#requestMore(pair))
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    this.runs.leave()
    for (const one of [this.#across, this.#sides, this.#drivers, this.#difference]) {
      if (one.status === 'asking') one.drop()
    }
  }

  #requestAcross(): void {
    const { first, second } = this.cases
    this.runs.request([first.scenario, second.scenario])
    const results = this.#results
    if (!results) return
    const { outcome } = this.page.view
    const { means, tolerance } = this.page.view.overIn(results.plan)
    untrack(() =>
      this.#across.ask([results, outcome, means, tolerance], (handle) =>
        pairPictureOf(
          this.page.runner,
          results,
          outcome,
          { means, tolerance },
          [first, second],
          handle,
        ),
      ),
    )
  }

  /** What the difference is made of, what it goes with and how it unfolds, of one pair. */
  #requestMore(pair: PairPicture): void {
    const { runner } = this.page
    const { results, request, where, difference } = pair
    this.#sides.ask([pair], async (handle) => ({
      pair,
      found: await runner.ask('pairSides', results, request, handle),
    }))
    this.#drivers.ask([pair], async (handle) => ({
      pair,
      // Of many ranks over few futures the strongest is chance.
      found:
        difference.trials < HARDLY
          ? []
          : await runner.ask('differenceDrivers', results, request, handle),
    }))
    this.#difference.ask([pair], async ({ signal }) => {
      // Who closes is known at the end of a future: its quarters are those of all.
      const selection = where === 'observed' ? request.selection : ALL
      const refs = [request.a, request.b] as const
      return { pair, found: await runner.differenceSeries(results, refs, { signal, selection }) }
    })
  }
}

function has({ cases }: Pick<RunResults, 'cases'>, ref: CaseRef): boolean {
  return cases.some(({ strategy, scenario }) => nameOf({ strategy, scenario }) === nameOf(ref))
}

function nameOf(ref: CaseRef | undefined): string {
  return ref ? `${ref.strategy}@${ref.scenario}` : ''
}

/** One case of each of two results, as if they were of one run. */
function together(
  [one, other]: readonly [RunResults, RunResults] | readonly RunResults[],
  [a, b]: readonly [CaseRef, CaseRef],
): PairResults {
  return {
    ...joined([one, other]),
    digest: one.digest,
    cases: [caseOf(one, a), caseOf(other, b)],
  }
}

export const pairCasesOf = madeOnce((app) => new PairCases(app, casesOf(app), scenarioRunsOf(app)))
