import { untrack } from 'svelte'
import type { ShapesRequest } from '../../analyses/shapes.ts'
import type { Selection } from '../../engine/selection.ts'
import { sharedAxis } from '../../engine/statistics/chance.ts'
import { type EndsIn, madeOutFinding, type MadeOutFacts } from '../../findings/made-out.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AskOptions } from '../../workers/runner.ts'
import { refOf } from './agreeing.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, whyOf } from './why.svelte.ts'

interface Seen {
  readonly results: RunResults
  readonly facts: MadeOutFacts
  readonly domain: readonly [number, number]
}

/** Futures made out by hand, and what they mean for every strategy beside all futures. */
export class MadeOut {
  readonly #asked = new Asked<Seen>()

  /** Null where none is made out, and until the first answer is there. */
  readonly seen = $derived.by(() => (this.why.brush ? this.#asked.value : null))
  readonly finding = $derived.by(() => this.seen && madeOutFinding(this.seen.facts))
  readonly problem = $derived.by(() => (this.why.brush ? this.#asked.problem : null))
  /** Whether it is of something else than what is asked for now. */
  readonly isOld = $derived.by(() => !this.#asked.current || this.why.whole === null)
  /** The futures made out as they fall in the run at hand; null while they are counted, and of none. */
  readonly met = $derived.by(() => {
    const { whole, brushing } = this.why
    return whole && brushing.metIn(whole.results, whole.whole)
  })

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'view' | 'studies'>,
    private readonly why: Why,
  ) {}

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
    const { words } = met.brush
    const about = { cases, labels, outcome: outcome.id, selection, target, chosen, rival }
    const ends = (of: Selection, handle: AskOptions) =>
      this.#endsIn(results, { cases, outcome: outcome.id, selection: of }, target, handle)
    untrack(() =>
      this.#asked.ask([results, met.selection, JSON.stringify(about)], async (handle) => {
        const both: Selection = { kind: 'and', parts: [selection, met.selection] }
        const [all, made] = await Promise.all([ends(selection, handle), ends(both, handle)])
        const rows = cases.map(({ strategy: id }, at) => ({
          id,
          label: labels[at],
          all: all[at],
          made: made[at],
        }))
        const there = all.map(({ shape }) => shape).filter(({ count }) => count > 0)
        const { min, max } = there.length > 0 ? sharedAxis(there) : { min: 0, max: 1 }
        const facts = { outcome, words, where, target, rows, chosen, rival }
        return { results, facts, domain: [min, max] }
      }),
    )
  }

  async #endsIn(
    results: RunResults,
    of: ShapesRequest,
    target: MadeOutFacts['target'],
    options: AskOptions,
  ): Promise<EndsIn[]> {
    const { runner } = this.page
    const [shapes, readings] = await Promise.all([
      runner.ask('shapes', results, of, options),
      runner.ask('readings', results, { ...of, quantiles: [0.5], targets: [target] }, options),
    ])
    return shapes.map((shape, at) => ({ shape, readings: readings[at] }))
  }

  /** No screen shows it any more: nothing waits for it. */
  leave(): void {
    if (this.#asked.status === 'asking') this.#asked.drop()
  }
}

export const madeOutOf = madeOnce((app) => new MadeOut(app, whyOf(app)))
