import { untrack } from 'svelte'
import type { ShapesRequest } from '../../analyses/shapes.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import { sharedAxis } from '../../engine/statistics/chance.ts'
import { shape, type Shape } from '../../engine/statistics/shape.ts'
import { type EndsIn, madeOutFinding, type MadeOutFacts } from '../../findings/made-out.ts'
import { isPartial, selectionOf } from '../../findings/where.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AskOptions } from '../../workers/runner.ts'
import { refOf } from './agreeing.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import type { Brush } from './brush.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import type { PairPicture, Picture } from './pictures.ts'
import { type Why, whyOf } from './why.svelte.ts'

interface Seen {
  readonly brush: Brush
  readonly results: RunResults
  readonly facts: MadeOutFacts
  readonly domain: readonly [number, number]
}

interface SeenRows extends Pick<Picture, 'results' | 'outcome' | 'where' | 'agreeing'> {
  readonly brush: Brush
  readonly shapes: ReadonlyMap<string, Shape>
}

function both(one: Selection, other: Selection): Selection {
  return { kind: 'and', parts: [one, other] }
}

/** Futures made out by hand, and what they mean for every strategy beside all futures. */
export class MadeOut {
  readonly #asked = new Asked<Seen>()
  readonly #rows = new Asked<SeenRows>()

  /** Null where none is made out, or none can be in the run at hand, and until the first answer is there. */
  readonly seen = $derived.by(() => (this.#isAsked ? this.#asked.value : null))
  readonly finding = $derived.by(() => this.seen && madeOutFinding(this.seen.facts))
  readonly problem = $derived.by(() => (this.why.brush ? this.#asked.problem : null))
  /** Whether it is of something else than what is asked for now. */
  readonly isOld = $derived.by(() => {
    const { whole, brush } = this.why
    const { current, value } = this.#asked
    return !current || value?.brush !== brush || value?.results !== whole?.results
  })
  /** Whether there will be another answer by itself. */
  readonly isBusy = $derived.by(() => {
    const { status } = this.page.run
    const isStopped = status === 'cancelled' || status === 'failed'
    const isCounted = !this.problem && !this.why.brushing.problem && this.met?.count !== 0
    return this.#isAsked && this.isOld && isCounted && !isStopped
  })
  /** The futures made out as they fall in the run at hand; null while they are counted, and of none. */
  readonly met = $derived.by(() => {
    const { whole, brushing } = this.why
    return whole && brushing.metIn(whole.results, whole.whole)
  })

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'run' | 'view' | 'studies'>,
    private readonly why: Why,
  ) {}

  get #isAsked(): boolean {
    const { whole, brush, brushing } = this.why
    return brush !== null && !(whole && brushing.lostIn(whole.results))
  }

  /** Asks for what is drawn; depends on results, on the view and on what is made out. */
  request(): void {
    this.why.requestBrush()
    const { whole } = this.why
    const { met } = this
    if (!whole || !met || met.count === 0) return
    const { results, outcome, selection, where } = whole
    const { view, studies } = this.page
    const target = view.targetOf(outcome)
    const { chosen, rival } = view
    const scenario = whole.whole.a.scenario
    const cases = results.cases.filter((one) => one.scenario === scenario).map(refOf)
    const labels = cases.map(
      ({ strategy }) => studies.strategies.find(({ id }) => id === strategy)?.label ?? strategy,
    )
    const { brush } = met
    const { words } = brush
    const about = { cases, labels, outcome: outcome.id, selection, target, chosen, rival }
    const ends = (of: Selection, handle: AskOptions) =>
      this.#endsIn(results, { cases, outcome: outcome.id, selection: of }, target, handle)
    untrack(() =>
      this.#asked.ask([results, met.selection, JSON.stringify(about)], async (handle) => {
        const [all, made] = await Promise.all([
          ends(selection, handle),
          ends(both(selection, met.selection), handle),
        ])
        const rows = cases.map(({ strategy: id }, at) => ({
          id,
          label: labels[at],
          all: all[at],
          made: made[at],
        }))
        const there = all.map((one) => one.shape).filter(({ count }) => count > 0)
        const { min, max } = there.length > 0 ? sharedAxis(there) : { min: 0, max: 1 }
        const facts = { outcome, words, where, target, rows, chosen, rival }
        return { brush, results, facts, domain: [min, max] }
      }),
    )
  }

  /** Asks how the futures made out lie in the rows of a picture; depends on them and on the picture. */
  requestRows({ results, outcome, where, agreeing }: Picture): void {
    this.why.requestBrush()
    const { met } = this
    const brush = met?.brush
    if (!met || !brush || met.count === 0 || met.results !== results) return
    const selection = both(selectionOf(where, agreeing ?? ALL), met.selection)
    const cases = results.cases.map(refOf)
    const of = { cases, outcome: outcome.id, selection }
    untrack(() =>
      this.#rows.ask([results, outcome, where, agreeing, met.selection], async (handle) => {
        const shapes = await this.#shapesIn(results, of, handle)
        const byStrategy = cases.map(({ strategy }, at) => [strategy, shapes[at]] as const)
        return { brush, results, outcome, where, agreeing, shapes: new Map(byStrategy) }
      }),
    )
  }

  /** The futures made out with one strategy as its row counts them; null until they are known. */
  rowIn({ results, outcome, where, agreeing }: Picture, strategy: string): Shape | null {
    const rows = this.#rows.value
    if (rows?.brush !== this.why.brush || this.met?.count === 0) return null
    const isOf = rows?.results === results && rows.outcome === outcome && rows.where === where
    return (isOf && rows.agreeing === agreeing && rows.shapes.get(strategy)) || null
  }

  /** The same for a side of a pair, which counts the futures of both. */
  endsWith({ results, outcome, where }: PairPicture, strategy: string): Shape | null {
    const { seen } = this
    const { facts } = seen ?? {}
    // Where each strategy counts futures of its own those of a pair are others.
    if (isPartial(where)) return null
    if (seen?.brush !== this.why.brush || this.met?.count === 0) return null
    if (seen?.results !== results || facts?.outcome !== outcome || facts.where !== where)
      return null
    return facts.rows.find(({ id }) => id === strategy)?.made.shape ?? null
  }

  async #endsIn(
    results: RunResults,
    of: ShapesRequest,
    target: MadeOutFacts['target'],
    options: AskOptions,
  ): Promise<EndsIn[]> {
    const [shapes, readings] = await Promise.all([
      this.#shapesIn(results, of, options),
      this.page.runner.ask(
        'readings',
        results,
        { ...of, quantiles: [0.5], targets: [target] },
        options,
      ),
    ])
    return shapes.map((one, at) => ({ shape: one, readings: readings[at] }))
  }

  /** Distributions over a selection, of nothing where none meets it: shapes by themselves count all then. */
  async #shapesIn(
    results: RunResults,
    { cases, outcome, selection }: ShapesRequest,
    options: AskOptions,
  ): Promise<Shape[]> {
    const { runner } = this.page
    const [shapes, summed] = await Promise.all([
      runner.ask('shapes', results, { cases, outcome, selection }, options),
      runner.ask('summaries', results, { cases, outcomes: [outcome], selection }, options),
    ])
    return shapes.map((one, at) => (summed[at] ? one : shape(new Float64Array())))
  }

  /** No screen shows it any more: nothing waits for it. */
  leave(): void {
    for (const one of [this.#asked, this.#rows]) if (one.status === 'asking') one.drop()
  }
}

export const madeOutOf = madeOnce((app) => new MadeOut(app, whyOf(app)))
