import { untrack } from 'svelte'
import type { ChoiceFlips } from '../../analyses/choice-flips.ts'
import { choiceFlipsAsked } from '../../findings/choice-flips-asked.ts'
import { choiceFlipsFinding } from '../../findings/choice-flips.ts'
import { limitsOf } from '../../findings/limits.ts'
import { NEGLIGIBLE } from '../../study/index.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

interface Seen {
  readonly facts: WhyFacts
  readonly found: ChoiceFlips | null
}

/** What would flip the choice, belief by belief. */
export class WhyFlips {
  readonly #asked = new Asked<Seen>()

  readonly problem = $derived(this.#asked.problem)
  readonly isLooking = $derived.by(() => this.#asked.status === 'asking')
  /** What it is of; null until the first answer. */
  readonly seen = $derived(this.#asked.value)
  /** Whether what is in sight is of another run, outcome or futures than what is asked for. */
  readonly isOld = $derived.by(() => {
    const { facts } = this.why
    const { seen } = this
    if (!facts || !seen) return seen !== null
    const { results, outcome, where, selection } = seen.facts
    return (
      results !== facts.results ||
      outcome !== facts.outcome ||
      where !== facts.where ||
      selection !== facts.selection
    )
  })
  readonly finding = $derived.by(() => {
    const { seen } = this
    if (!seen) return null
    const { facts, found } = seen
    const { outcome, where, results } = facts
    const { plan, trials } = results
    const negligible = this.app.studies.study.negligible ?? NEGLIGIBLE
    return choiceFlipsFinding({
      outcome,
      found,
      limits: limitsOf({ trials, sampling: plan.sampling }, outcome, negligible),
      where,
      strategy: (id) => this.labelOf(id),
    })
  })

  constructor(
    private readonly app: Pick<AppState, 'runner' | 'studies'>,
    private readonly why: Why,
  ) {}

  labelOf(strategy: string): string {
    return this.app.studies.strategies.find(({ id }) => id === strategy)?.label ?? strategy
  }

  /** Asks; depends on what Why is of. */
  request(): void {
    const { facts } = this.why
    if (!facts) return
    untrack(() => {
      const { results, outcome, choices, where, selection } = facts
      this.#asked.ask([results, outcome, where, selection, choices.join()], async (handle) => {
        const request = choiceFlipsAsked(
          results.cases,
          choices,
          outcome,
          where === 'observed' ? selection : null,
        )
        const found =
          request && (await this.app.runner.ask('choiceFlips', results, request, handle))
        return { facts, found }
      })
    })
  }

  again(): void {
    this.#asked.again()
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.#asked.status === 'asking') this.#asked.drop()
  }
}

export const whyFlipsOf = madeOnce((app) => new WhyFlips(app, whyOf(app)))
