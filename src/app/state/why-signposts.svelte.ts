import { untrack } from 'svelte'
import type { FoundSides } from '../../analyses/signpost-sides.ts'
import type { Signposts } from '../../analyses/signpost-facts.ts'
import { type KeptMark, keptAsked, keptMarks } from '../../findings/kept-signposts.ts'
import { FEW } from '../../findings/signpost-few.ts'
import { type SignsOf, signpostsAsked, signsAsked } from '../../findings/signposts-asked.ts'
import type { SignWords } from '../../findings/signpost-words.ts'
import { signpostsFinding } from '../../findings/signposts.ts'
import { whereWords } from '../../findings/where.ts'
import { signpostKey, signpostsOf } from '../../study/edits/signposts.ts'
import { vantages } from '../../study/model.ts'
import type { KeptSignpost } from '../../study/signposts.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

/** A first look is at so many futures, where there are far more. */
const FIRST = 2560

/** What was found to watch, and what it is of. */
interface SeenSigns {
  readonly facts: WhyFacts
  readonly asked: SignsOf
  readonly found: Signposts
  /** Futures of a first look; null where all are in. */
  readonly first: number | null
}

/** What was found of the signposts that are kept. */
interface SeenKept {
  readonly facts: WhyFacts
  readonly kept: readonly KeptSignpost[]
  readonly found: readonly FoundSides[]
}

/** What to watch: signposts among all that can be seen of the market, and those kept with the study. */
export class WhySignposts {
  readonly #asked = new Asked<SeenSigns>()
  readonly #kept = new Asked<SeenKept>()

  /** What was found, in words and marks; of what was explained before until the next is known. */
  readonly finding = $derived.by(() => {
    const seen = this.#asked.value
    if (!seen) return null
    const { facts, found, asked } = seen
    return signpostsFinding({
      ...this.#wordsOf(facts),
      found,
      trials: facts.results.trials,
      start: startOf(facts),
      quarters: signpostsAsked(asked).quarters,
      counted: whereWords(facts.where).counted,
    })
  })
  /** The results the finding is of. */
  readonly results = $derived(this.#asked.value?.facts.results ?? null)
  /** Those that are kept, as the study has them, with what is known of each. */
  readonly kept = $derived.by((): readonly KeptMark[] => {
    const kept = signpostsOf(this.page.studies.study)
    const seen = this.#kept.value
    const facts = seen?.facts ?? this.why.facts
    if (!facts) return []
    const isOf = seen !== null && sameSigns(seen.kept, kept)
    return keptMarks(kept, fromOf(facts), isOf ? seen.found : null, this.#wordsOf(facts))
  })
  readonly isOld = $derived.by(() => {
    const seen = this.#asked.value
    const { facts } = this.why
    if (!seen) return false
    return (
      !facts ||
      !this.#asked.current ||
      keyOf(seen.facts) !== keyOf(facts) ||
      seen.facts.results !== facts.results
    )
  })
  /** Whether all futures are in: what a first look finds may change. */
  readonly isWhole = $derived(this.#asked.value?.first === null)
  readonly problem = $derived(this.#asked.problem ?? this.#kept.problem)
  readonly status = $derived(this.#asked.status)
  readonly slow = $derived(this.#asked.slow)
  readonly progress = $derived(this.#asked.progress)

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'studies'>,
    private readonly why: Why,
  ) {}

  /** Asks for what to watch; depends on what is explained and on the study. */
  request(): void {
    const { facts } = this.why
    const { study } = this.page.studies
    const kept = signpostsOf(study)
    if (!facts) return
    untrack(() => {
      const { results, outcome, whole: subject, choices } = facts
      const of = { plan: results.plan, subject, outcome, choices, negligible: study.negligible }
      this.#ask(facts, of)
      this.#askKept(facts, of, kept)
    })
  }

  cancel(): void {
    this.#asked.cancel()
  }

  again(): void {
    this.#asked.again()
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    for (const one of [this.#asked, this.#kept]) if (one.status === 'asking') one.drop()
  }

  #ask(facts: WhyFacts, of: SignsOf): void {
    const { runner } = this.page
    const { results } = facts
    this.#asked.ask([results, keyOf(facts), of.negligible], async (handle) => {
      const asked = signpostsAsked(of)
      if (results.trials > 2 * FIRST) {
        const { signal } = handle
        const found = await runner.ask('signposts', results, { ...asked, first: FIRST }, { signal })
        // Where few count, a first look sees too few whatever all futures tell.
        if (found.counted >= FEW) handle.onUpdate({ facts, asked: of, found, first: FIRST })
      }
      const found = await runner.ask('signposts', results, asked, { ...handle, priority: -1 })
      return { facts, asked: of, found, first: null }
    })
  }

  #askKept(facts: WhyFacts, of: SignsOf, kept: readonly KeptSignpost[]): void {
    const { runner } = this.page
    const key = kept.map((one) => signpostKey(one)).join()
    this.#kept.ask([facts.results, keyOf(facts), of.negligible, key], async (handle) => {
      const at = keptAsked(kept, fromOf(facts))
      if (at.length === 0) return { facts, kept, found: [] }
      const request = { ...signsAsked(of), at }
      const found = await runner.ask('signpostSides', facts.results, request, handle)
      return { facts, kept, found }
    })
  }

  #wordsOf({ outcome, whole: { a, b } }: WhyFacts): SignWords {
    const labelOf = (strategy: string) =>
      this.page.studies.strategies.find(({ id }) => id === strategy)?.label ?? strategy
    const who = b ? `${labelOf(a.strategy)} less ${labelOf(b.strategy)}` : labelOf(a.strategy)
    return {
      unit: outcome.unit,
      explained: `${outcome.label} of ${who}`,
      brief: b ? 'the difference' : outcome.label,
      isDifference: b !== null,
      labelOf,
    }
  }
}

/** What is explained and chosen among, beside the results: what else changes of a study asks nothing anew. */
function keyOf({ whole, choices, where }: WhyFacts): string {
  return JSON.stringify([whole, choices, where])
}

function startOf({ results }: WhyFacts): string {
  return vantages.find(({ id }) => id === results.plan.vantage)?.startQuarter ?? ''
}

function fromOf(facts: WhyFacts) {
  return { start: startOf(facts), quarters: facts.results.plan.quarters }
}

/** Whether two lists are of the same signposts, whatever their notes. */
function sameSigns(a: readonly KeptSignpost[], b: readonly KeptSignpost[]): boolean {
  const keys = (all: readonly KeptSignpost[]) => all.map((one) => signpostKey(one)).join()
  return keys(a) === keys(b)
}

export const whySignpostsOf = madeOnce((app) => new WhySignposts(app, whyOf(app)))
