import type { Subject } from '../../analyses/subject.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import { isChoice } from '../../study/index.ts'
import { brushedCounted } from '../../findings/brush.ts'
import { selectionOf, type Where, whereWords } from '../../findings/where.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AppState } from './app.svelte.ts'
import { type Brush, type Brushing, brushingOf, type MetBrush } from './brush.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'

/** What is explained: the outcome of the chosen strategy, or its lead over the one it is compared with. */
export type Explained = 'outcome' | 'difference'

/**
 * What all sections of Why are of: a finished run and what of it is explained.
 *
 * Two sets of futures count, and they are kept apart. What explains an outcome (what moves it, what
 * would have to be true) reads `subject`, whose futures are those made out by hand where some are.
 * What is about a choice that is made before anything is known (flips, information, signposts)
 * reads `selection`, or `whole`, and never those: nobody can choose only in futures that end well.
 */
export interface WhyFacts {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  /** What is explained, over the futures made out by hand where some are. */
  readonly subject: Subject
  /** The same over all futures that count for a choice: those of `selection`. */
  readonly whole: Subject
  /** Strategies that can be chosen, by id, in the study's order. */
  readonly choices: readonly string[]
  /** Futures that count for a choice, and as a selection: never those made out by hand. */
  readonly where: Where
  readonly selection: Selection
  /** The futures made out by hand; null where none are, or none of those that count is among them. */
  readonly brushed: MetBrush | null
  /** The futures of `subject` in words, for a caption. */
  readonly counted: string
}

/** The same before anything was made out by hand. */
type Whole = Omit<WhyFacts, 'subject' | 'brushed' | 'counted'>

/** What Why explains, for all of its sections; each has a state of its own and asks for itself. */
export class Why {
  explained = $state<Explained>('outcome')
  /** What is subtracted, chosen here and of this screen alone; null for what the whole page compares with. */
  readonly #less: OfStudy<string | null>
  readonly against = $derived.by(() => {
    const { view, studies } = this.page
    const less = this.#less.value
    const isThere = studies.strategies.some(({ id }) => id === less)
    return less !== null && isThere && less !== view.chosen ? less : view.rival
  })
  /** Whether a difference is explained: there are two to make one. */
  readonly isPair = $derived.by(
    () => this.explained === 'difference' && this.against !== this.page.view.chosen,
  )
  /** The belief that was picked, by id; null for none. */
  picked = $state<string | null>(null)

  /** Null until a run is finished, and while a control is held: what there was stays in sight. */
  readonly whole = $derived.by((): Whole | null => {
    const next = this.#next
    const last = this.#last
    // Pictures come and go: the same in all it says is the same.
    if (!next || !last || !isSame(last, next)) this.#last = next
    return this.#last
  })
  #last: Whole | null = null
  readonly #next = $derived.by((): Whole | null => {
    const { run, view, hand, studies, answers } = this.page
    const { results } = run
    if (!results || results.digest === null || hand.holding) return null
    const { outcome, chosen } = view
    const { against: rival } = this
    const { means: where } = view.overIn(results.plan)
    const { picture } = answers
    if (where === 'observed' && (picture?.results !== results || picture.isEmpty)) return null
    const scenario = results.plan.worlds[0].id
    const has = (id: string) => results.cases.some(({ strategy }) => strategy === id)
    if (!has(chosen) || !has(rival)) return null
    const selection = selectionOf(where, picture?.agreeing ?? ALL)
    const ref = (strategy: string) => ({ strategy, scenario })
    return {
      results,
      outcome,
      whole: {
        a: ref(chosen),
        b: this.isPair ? ref(rival) : null,
        outcome: outcome.id,
        selection,
        inBoth: outcome.onlyIf === 'met',
      },
      choices: studies.strategies
        .filter((one) => isChoice(results.plan.vantage, one) && has(one.id))
        .map(({ id }) => id),
      where,
      selection,
    }
  })

  /** The same as if nothing were made out by hand. */
  readonly plainly = $derived.by((): WhyFacts | null => {
    const { whole } = this
    if (!whole) return null
    const { counted } = whereWords(whole.where)
    return { ...whole, subject: whole.whole, brushed: null, counted }
  })

  /** The same with the futures made out by hand; null too while these are being counted. */
  readonly facts = $derived.by((): WhyFacts | null => {
    const { whole, plainly } = this
    if (!whole || !plainly) return null
    if (!this.brush || this.brushing.lostIn(whole.results) || this.brushing.problem) return plainly
    const met = this.brushing.metIn(whole.results, whole.whole)
    return met && this.over(met)
  })

  constructor(
    private readonly page: Pick<AppState, 'run' | 'view' | 'hand' | 'studies' | 'answers'>,
    readonly brushing: Brushing,
  ) {
    this.#less = new OfStudy<string | null>(page.studies, null)
  }

  /** Explains the strategy less another one, or its own value; no other screen knows. */
  explainLess(strategy: string | null): void {
    this.explained = strategy === null ? 'outcome' : 'difference'
    this.#less.value = strategy
  }

  /** Explains another strategy; where that is the one subtracted, the two change places here. */
  explainStrategy(strategy: string): void {
    const { against, isPair } = this
    const { view } = this.page
    const before = view.chosen
    view.choose(strategy)
    if (isPair && strategy === against) this.#less.value = before
  }

  /** The same over futures as they were counted; over all where none was met. */
  over(met: MetBrush): WhyFacts | null {
    const { whole, plainly } = this
    if (!whole || !plainly || met.count === 0) return plainly
    const selection: Selection = { kind: 'and', parts: [whole.selection, met.selection] }
    return {
      ...whole,
      subject: { ...whole.whole, selection },
      brushed: met,
      counted: brushedCounted(plainly.counted, met.brush.words),
    }
  }

  /** Futures made out by hand, on a chart or by a rule: all that explains an outcome follows; null for none. */
  get brush(): Brush | null {
    return this.brushing.value
  }
  set brush(brush: Brush | null) {
    this.brushing.value = brush
  }

  /** Whether the futures made out by hand are being counted, which takes a moment. */
  get isCounting(): boolean {
    return this.whole !== null && this.facts === null
  }

  /** Has them counted; depends on what is made out, on the view and on results. */
  requestBrush(): void {
    if (this.whole) this.brushing.request(this.whole.results, this.whole.whole)
  }
}

function isSame(a: Whole, b: Whole): boolean {
  const { results: one, outcome: _first, ...rest } = a
  const { results: other, outcome: _second, ...others } = b
  return one === other && JSON.stringify(rest) === JSON.stringify(others)
}

export const whyOf = madeOnce((app) => new Why(app, brushingOf(app)))
