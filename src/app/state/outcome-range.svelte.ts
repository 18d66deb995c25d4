import { untrack } from 'svelte'
import type { BrushedCases } from '../../analyses/brushed.ts'
import { sharedAxis } from '../../engine/statistics/chance.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Ends, Range } from '../../findings/brush.ts'
import { type OutcomeRangeFacts, outcomeRangeFinding } from '../../findings/outcome-range.ts'
import { whereWords } from '../../findings/where.ts'
import { roundEnd } from '../../words/index.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { brushOfRanges, isByOutcome } from './brush.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, whyOf } from './why.svelte.ts'
import { type WhyRules, whyRulesOf } from './why-rules.svelte.ts'

interface Seen {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  readonly of: BrushedCases
  readonly facts: Omit<OutcomeRangeFacts, 'range'>
  readonly shape: Shape
  readonly domain: readonly [number, number]
}

const NONE: Ends = { low: null, high: null }

/** Futures made out by how an outcome ends with the chosen strategy, good ones or bad ones. */
export class OutcomeRange {
  readonly #asked = new Asked<Seen>()
  readonly seen = $derived(this.#asked.value)
  readonly problem = $derived(this.#asked.problem)
  /** Whether it is of something else than what is asked for now. */
  readonly isOld = $derived.by(() => !this.#asked.current || this.why.whole === null)
  readonly #range = $derived.by((): Range | null => {
    const { seen, why } = this
    if (!seen || !isByOutcome(why.brush, seen.outcome.id, seen.of)) return null
    return why.brush?.ranges?.find((one) => isOf(one, seen.outcome)) ?? null
  })
  /** The range that is made out here, on the scatter of Why as well. */
  readonly ends = $derived.by((): Ends =>
    this.#range ? { low: this.#range.low, high: this.#range.high } : NONE,
  )
  readonly finding = $derived.by(
    () => this.seen && outcomeRangeFinding({ ...this.seen.facts, range: this.ends }),
  )

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'studies' | 'route'>,
    private readonly why: Why,
    private readonly rules: WhyRules,
  ) {}

  /** Asks for what is drawn; depends on results and on the view. */
  request(): void {
    const { whole } = this.why
    if (!whole) return
    const { results, outcome, selection, where } = whole
    const { a } = whole.whole
    const label = this.page.studies.strategies.find(({ id }) => id === a.strategy)?.label
    const whose = `“${label ?? a.strategy}”`
    const request = { cases: [a], outcome: outcome.id, selection }
    untrack(() =>
      this.#asked.ask([results, JSON.stringify(request), whose], async (handle) => {
        const [shape] = await this.page.runner.ask('shapes', results, request, handle)
        const { min, max } = shape.count > 0 ? sharedAxis([shape]) : { min: 0, max: 1 }
        const { counted } = whereWords(where)
        const facts = { outcome, shape, whose, counted }
        return { results, outcome, of: { a, b: null }, facts, shape, domain: [min, max] }
      }),
    )
  }

  /** Counts only futures within a range, and within those of beliefs that were drawn before. */
  set(ends: Ends): void {
    const { seen, why } = this
    if (!seen) return
    const range = { of: { outcome: seen.outcome.id }, ...ends }
    why.brush = brushOfRanges([...this.#others, range], seen.of, seen.facts.whose)
  }

  /** The same, as it was drawn: in round numbers. */
  draw({ low, high }: Ends): void {
    const { seen } = this
    if (!seen) return
    const width = seen.domain[1] - seen.domain[0]
    const round = (x: number | null) => (x === null ? null : roundEnd(x, seen.outcome.unit, width))
    this.set({ low: round(low), high: round(high) })
  }

  /** Looks, among all futures, for what sets those within the range apart. */
  explain(): void {
    const { ends } = this
    this.why.explained = 'outcome'
    this.rules.explainRange(ends)
    this.set(NONE)
    this.page.route.go('why', 'rules')
  }

  get #others(): readonly Range[] {
    const { seen, why } = this
    const { ranges = [], of } = why.brush ?? {}
    // An outcome of another case cannot stand beside one of this case.
    const isSame = of?.a.strategy === seen?.of.a.strategy && !of?.b
    return ranges.filter((one) => 'input' in one.of || (isSame && !isOf(one, seen?.outcome)))
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.#asked.status === 'asking') this.#asked.drop()
  }
}

function isOf({ of }: Range, outcome: NumberOutcome | undefined): boolean {
  return 'outcome' in of && of.outcome === outcome?.id
}

export const outcomeRangeOf = madeOnce((app) => new OutcomeRange(app, whyOf(app), whyRulesOf(app)))
