import { untrack } from 'svelte'
import type { BrushedCases } from '../../analyses/brushed.ts'
import { sharedAxis } from '../../engine/statistics/chance.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import { type Ends, NO_ENDS, roundEnds } from '../../findings/brush.ts'
import { type OutcomeRangeFacts, outcomeRangeFinding } from '../../findings/outcome-range.ts'
import { whereWords } from '../../findings/where.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, whyOf } from './why.svelte.ts'

interface Seen {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  readonly of: BrushedCases
  readonly facts: Omit<OutcomeRangeFacts, 'range'>
  readonly shape: Shape
  readonly domain: readonly [number, number]
}

/** Futures made out by how an outcome ends with the chosen strategy, good ones or bad ones. */
export class OutcomeRange {
  readonly #asked = new Asked<Seen>()
  readonly seen = $derived(this.#asked.value)
  readonly problem = $derived(this.#asked.problem)
  /** Whether it is of something else than what is asked for now. */
  readonly isOld = $derived.by(() => !this.#asked.current || this.why.whole === null)
  /** The range that is made out here, on the scatter of Why as well. */
  readonly ends = $derived.by((): Ends => {
    const { seen, why } = this
    return seen ? why.brushing.endsOf(seen.outcome.id, seen.of) : NO_ENDS
  })
  readonly finding = $derived.by(
    () => this.seen && outcomeRangeFinding({ ...this.seen.facts, range: this.ends }),
  )

  constructor(
    private readonly page: Pick<AppState, 'runner'>,
    private readonly why: Why,
  ) {}

  /** Asks for what is drawn; depends on results and on the view. */
  request(): void {
    const { whole } = this.why
    if (!whole) return
    const { results, outcome, selection, where } = whole
    const { a } = whole.whole
    const whose = this.why.brushing.whose({ a, b: null })
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
    if (seen) why.brushing.makeOutRange(seen.outcome.id, seen.of, ends)
  }

  /** The same, as it was drawn: in round numbers. */
  draw(ends: Ends): void {
    const { seen } = this
    if (seen) this.set(roundEnds(ends, seen.outcome.unit, seen.domain, this.ends))
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.#asked.status === 'asking') this.#asked.drop()
  }
}

export const outcomeRangeOf = madeOnce((app) => new OutcomeRange(app, whyOf(app)))
