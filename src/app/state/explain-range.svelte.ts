import { untrack } from 'svelte'
import { type BrushCount, rangeProblem } from '../../findings/brush.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { brushOfRanges } from './brush.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { numberOutcomes } from './view.svelte.ts'
import { type Why, whyOf } from './why.svelte.ts'

/** Whether a number is there in futures that close alone: of two cases both must then. */
function isOfClosed(outcome: string): boolean {
  return numberOutcomes.find(({ id }) => id === outcome)?.onlyIf === 'met'
}

/** Whether what sets a range of an outcome apart can be looked for, and the way there. */
export class ExplainRange {
  readonly #counted = new Asked<BrushCount>()

  /** Why it cannot be explained, or not yet, in a sentence; null where it can. */
  readonly problem = $derived.by((): string | null => {
    const { whole, brushing } = this.why
    const lost = whole && brushing.lostIn(whole.results)
    if (lost) return lost
    if (this.#counted.problem) return this.#counted.problem
    const { current, value } = this.#counted
    return whole && current && value ? rangeProblem(value) : 'Counting its futures …'
  })

  constructor(
    private readonly page: Pick<AppState, 'route' | 'view' | 'chooseStrategy'>,
    private readonly why: Why,
  ) {}

  /** Has its futures counted, and those it is told from; depends on what is made out, on the view and on results. */
  request(): void {
    const { whole, brushing } = this.why
    const made = brushing.range
    if (!whole || !made || brushing.lostIn(whole.results)) return
    const { results, selection } = whole
    const { scenario } = whole.whole.a
    const { brush, of, outcome, others } = made
    const within = {
      ...of,
      a: { ...of.a, scenario },
      b: of.b && { ...of.b, scenario },
      outcome,
      selection,
      inBoth: isOfClosed(outcome),
    }
    untrack(() =>
      this.#counted.ask([results, brush, JSON.stringify(within)], async (handle) => {
        const all = await brushing.count(brush, results, within, handle)
        const beside = brushOfRanges(others, of, '')
        if (!beside) return all
        const { count } = await brushing.count(beside, results, within, handle)
        return { count: all.count, of: count }
      }),
    )
  }

  /** Looks, among all other futures, for what sets those within the range apart. */
  explain(): void {
    const { why, page } = this
    const made = why.brushing.range
    if (!made) return
    const { of, outcome } = made
    page.view.outcomeId = outcome
    page.chooseStrategy(of.a.strategy)
    why.explainLess(of.b && of.b.strategy)
    why.brushing.explainRange()
    page.route.go('why', 'rules')
  }
}

export const explainRangeOf = madeOnce((app) => new ExplainRange(app, whyOf(app)))
