import { untrack } from 'svelte'
import { ALL } from '../../engine/selection.ts'
import type { Choice, Limits } from '../../findings/best.ts'
import type { Dominances } from '../../findings/dominance-words.ts'
import type { Estimate } from '../../findings/estimates.ts'
import { limitsOf } from '../../findings/limits.ts'
import { choicesOf } from '../../findings/status-quo.ts'
import {
  dominancesWanted,
  figuresFrom,
  figuresWanted,
  tableChoice,
  type TableFigures,
  tableLeadsWanted,
  tableRanking,
  type TableSubject,
  tailsFrom,
  tailsWanted,
} from '../../findings/strategy-table-asked.ts'
import type { StrategyTableFacts, TableSort } from '../../findings/strategy-table.ts'
import { hasFigure, strategyRows } from '../../findings/strategy-rows.ts'
import { usualColumns } from '../../findings/table-columns.ts'
import { countedFor } from '../../findings/where.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AskOptions, Runner } from '../../workers/runner.ts'
import { agreeingIn, casesOver } from './agreeing.ts'
import { Asked } from './asked.svelte.ts'
import type { Hand } from './hand.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'
import type { Over } from './pictures.ts'
import type { Run } from './run.svelte.ts'
import type { StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** What was answered of one run; everything in it belongs together. */
interface Found {
  readonly results: RunResults
  /** Null where futures that agree are to be counted and there is none. */
  readonly subject: TableSubject | null
  readonly limits: Limits
  readonly figures: TableFigures
  readonly choice: Choice | null
  readonly tails: readonly Estimate[] | null
}

/** Chances of one target. */
interface Chances {
  readonly of: Found
  readonly target: TableSubject['target']
  readonly figures: TableFigures
}

/** The table of strategies: its figures, and how it is looked at while the page is open. */
export class StrategyTable {
  readonly #asked = new Asked<Found>()
  readonly #chances = new Asked<Chances>()
  readonly #dominances = new Asked<{ readonly of: Found; readonly found: Dominances | null }>()
  readonly #against: OfStudy<string | null>

  /** Ids of the columns shown, whatever the outcome. */
  columns = $state.raw<readonly string[]>(usualColumns)
  isPercent = $state(false)
  sort = $state.raw<TableSort | null>(null)

  readonly problem = $derived.by(
    () => this.#asked.problem ?? this.#chances.problem ?? this.#dominances.problem,
  )
  /** The strategy that all are set against; null for figures as they are. */
  readonly against = $derived.by(() => {
    const id = this.#against.value
    return this.studies.strategies.some((one) => one.id === id) ? id : null
  })
  readonly results = $derived.by(() => this.#asked.value?.results ?? null)
  /** Whether no future agrees with what came. */
  readonly isEmpty = $derived.by(() => this.#asked.value?.subject === null)
  /** Whether something else is asked for than is shown. */
  readonly isBusy = $derived.by(
    () =>
      [this.#asked, this.#chances, this.#dominances].some(({ status }) => status === 'asking') ||
      this.#asked.value?.results !== this.run.results,
  )
  readonly facts = $derived.by((): StrategyTableFacts | null => {
    const of = this.#asked.value
    if (!of?.subject) return null
    const { subject, figures, choice, tails, limits } = of
    const chances = this.#chances.value
    // Rows of another run or outcome have other chances; those of another target are on their way.
    const isOfThis =
      chances?.of.subject?.outcome === subject.outcome && chances.of.results === of.results
    const dominances = this.#dominances.value
    return {
      ...subject,
      target: isOfThis ? chances.target : subject.target,
      figures: { ...figures, ...(isOfThis ? chances.figures : {}) },
      choice,
      tails,
      certain: limits.certain,
      dominances: dominances?.of === of ? dominances.found : null,
      shown: this.columns,
      against: subject.against === null ? null : { id: subject.against, isPercent: this.isPercent },
      sort: this.sort,
    }
  })

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly studies: StudyState,
    private readonly view: View,
    private readonly hand: Pick<Hand, 'holding'>,
  ) {
    this.#against = new OfStudy<string | null>(studies, null)
  }

  setAgainst(id: string | null): void {
    this.#against.value = id
  }

  show(column: string, isShown: boolean): void {
    const others = this.columns.filter((one) => one !== column)
    this.columns = isShown ? [...others, column] : others
  }

  /** Sorts by a column: the largest first, then the smallest, then as in the study. */
  sortBy(column: string): void {
    const first = column !== 'strategy'
    if (this.sort?.column !== column) this.sort = { column, isDown: first }
    else this.sort = this.sort.isDown === first ? { column, isDown: !first } : null
  }

  /** Asks for all that the table shows, once a run has ended and no control is held. */
  request(): void {
    const { results } = this.run
    const { view, against } = this
    if (!results || results.digest === null || this.hand.holding) return
    const { outcome } = view
    const over = view.overIn(results.plan)
    const negligible = this.studies.study.negligible
    untrack(() => {
      const about = [results, outcome, over.where, over.tolerance, against, negligible]
      this.#asked.ask(about, async (handle) => {
        const given = { results, over, against, negligible }
        return this.#find(given, handle)
      })
    })
  }

  /** Asks for what depends on the target, and for dominance, which takes longer; depends on the answer. */
  requestRest(): void {
    const of = this.#asked.value
    if (!of?.subject) return
    const { subject, results, limits } = of
    const target = this.view.targetOf(subject.outcome)
    untrack(() => {
      this.#chances.ask([of, target.at], async (handle) => {
        const wanted = figuresWanted({ ...subject, target }, true)
        const rows = await this.runner.ask('strategyTable', results, wanted.request, handle)
        return { of, target, figures: figuresFrom(wanted, rows) }
      })
      this.#dominances.ask([of], async (handle) => {
        const request = dominancesWanted(subject, limits.certain)
        const found = request && (await this.runner.ask('dominances', results, request, handle))
        return { of, found }
      })
    })
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    for (const one of [this.#asked, this.#chances, this.#dominances]) {
      if (one.status === 'asking') one.drop()
    }
  }

  async #find(
    given: {
      readonly results: RunResults
      readonly over: Over
      readonly against: string | null
      readonly negligible: number | undefined
    },
    options: AskOptions,
  ): Promise<Found> {
    const { results, over, negligible } = given
    const { runner } = this
    const { outcome } = this.view
    const agreeing = over.tolerance ? await agreeingIn(results.plan, over.tolerance) : null
    const cases = agreeing ? await casesOver(runner, results, outcome, agreeing, options) : null
    const trials = agreeing ? (cases?.[0]?.summary.trials ?? 1) : results.trials
    const limits = limitsOf({ trials, sampling: results.plan.sampling }, outcome, negligible)
    const nothing = { results, limits, figures: {}, choice: null, tails: null }
    if (agreeing && !cases) return { ...nothing, subject: null }
    const subject: TableSubject = {
      ...this.#rowsOf(results, given.against),
      outcome,
      target: this.view.targetOf(outcome),
      where: over.where,
      means: over.means,
      shared: agreeing ? 'observed' : 'all',
      agreeing: agreeing ?? ALL,
    }
    const wanted = figuresWanted(subject, false)
    const figures = figuresFrom(
      wanted,
      await runner.ask('strategyTable', results, wanted.request, options),
    )
    const ranking = tableRanking(subject, figures)
    const leads = tableLeadsWanted(subject, ranking)
    const request = tailsWanted(subject, ranking)
    const [ahead, tails] = await Promise.all([
      leads.length > 0 ? runner.ask('estimates', results, { wanted: leads }, options) : [],
      request && runner.ask('strategyTable', results, request, options),
    ])
    const choice = tableChoice(subject, ranking, ahead, limits)
    return { results, subject, limits, figures, choice, tails: tails && tailsFrom(subject, tails) }
  }

  #rowsOf(
    results: RunResults,
    against: string | null,
  ): Pick<TableSubject, 'scenario' | 'strategies' | 'against'> {
    const { outcome } = this.view
    const rows = strategyRows(results, outcome, countedFor(outcome, 'all'))
    const choices = choicesOf(rows, results.plan.vantage)
    return {
      scenario: results.cases[0]?.scenario ?? '',
      strategies: rows.map((row) => ({
        id: row.id,
        label: row.label,
        isChoice: choices.includes(row),
        hasFigure: hasFigure(outcome, row),
      })),
      against: rows.some(({ id }) => id === against) ? against : null,
    }
  }
}

export const strategyTableOf = madeOnce(
  ({ runner, run, studies, view, hand }) => new StrategyTable(runner, run, studies, view, hand),
)
