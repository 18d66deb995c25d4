import { untrack } from 'svelte'
import type { Information, Waiting } from '../../analyses/information.ts'
import {
  confidencesIn,
  groupsOf,
  informationAsked,
  waitingAsked,
} from '../../findings/information-asked.ts'
import { groupsTable, informationFinding } from '../../findings/information.ts'
import { signsAsked } from '../../findings/signposts-asked.ts'
import { whereWords } from '../../findings/where.ts'
import { vantages } from '../../study/model.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

/** Something found, and what it is of. */
interface Of<T> {
  readonly facts: WhyFacts
  readonly found: T
}

/** What is worth knowing before choosing, and what it would be worth to wait. */
export class WhyInformation {
  readonly #asked = new Asked<Of<Information | null>>()
  readonly #waiting = new Asked<Of<Waiting | null>>()

  readonly #words = $derived.by(() => {
    const seen = this.#asked.value
    if (!seen) return null
    const { study, strategies } = this.page.studies
    const { facts, found } = seen
    const { vantage } = facts.results.plan
    const waited = this.#waiting.value
    return {
      outcome: facts.outcome,
      found,
      waiting: waited && isSame(waited.facts, facts) ? waited.found : null,
      groups: groupsOf(facts.results.plan),
      explained: facts.whole.a.strategy,
      confidences: confidencesIn(study),
      strategy: (id: string) => strategies.find((one) => one.id === id)?.label ?? id,
      start: vantages.find(({ id }) => id === vantage)?.startQuarter ?? '',
      counted: whereWords(facts.where).counted,
    }
  })
  /** What was found, in words and marks; of what was chosen among before until the next is known. */
  readonly finding = $derived(this.#words && informationFinding(this.#words))
  readonly groups = $derived(this.#words && groupsTable(this.#words))
  readonly results = $derived(this.#asked.value?.facts.results ?? null)
  /** The unit of what was found. */
  readonly unit = $derived(this.#asked.value?.facts.outcome.unit ?? '')
  readonly isOld = $derived.by(() => {
    const seen = this.#asked.value
    const { facts } = this.why
    if (!seen) return false
    return !facts || !this.#asked.current || !isSame(facts, seen.facts)
  })
  readonly problem = $derived(this.#asked.problem ?? this.#waiting.problem)
  readonly status = $derived(this.#asked.status)
  readonly slow = $derived(this.#asked.slow)
  readonly progress = $derived(this.#asked.progress)
  /** Whether the worth of waiting is still being worked out. */
  readonly isWaiting = $derived(this.#waiting.status === 'asking')

  constructor(
    private readonly page: Pick<AppState, 'runner' | 'studies'>,
    private readonly why: Why,
  ) {}

  /** Asks for what is worth knowing; depends on the run, the outcome and the strategies. */
  request(): void {
    const { facts } = this.why
    const { study } = this.page.studies
    if (!facts) return
    untrack(() => {
      const { results, outcome, whole: subject, choices } = facts
      const of = { plan: results.plan, subject, outcome, choices, negligible: study.negligible }
      const { runner } = this.page
      const isChosenBy = signsAsked(of).choices.length > 0
      const about = [results, keyOf(facts), study.negligible]
      const groups = groupsOf(results.plan)
      this.#asked.ask([...about, JSON.stringify(groups)], async (handle) => {
        if (!isChosenBy) return { facts, found: null }
        const half = (from: number) => ({
          signal: handle.signal,
          onProgress: (done: number) => handle.onProgress(from + done / 2),
        })
        const beliefs = await runner.ask('information', results, informationAsked(of, []), half(0))
        // Groups take longer than all beliefs: these are shown meanwhile.
        handle.onUpdate({ facts, found: beliefs })
        const request = { ...informationAsked(of, groups), inputs: [] }
        const together = await runner.ask('information', results, request, {
          ...half(0.5),
          priority: -1,
        })
        return { facts, found: { ...beliefs, groups: together.groups } }
      })
      this.#waiting.ask(about, async ({ signal }) => {
        const request = waitingAsked(of)
        const found =
          isChosenBy && request.after.length > 0
            ? await runner.ask('waiting', results, request, { signal, priority: -1 })
            : null
        return { facts, found }
      })
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
    for (const one of [this.#asked, this.#waiting]) if (one.status === 'asking') one.drop()
  }
}

/** What is chosen among and by what, beside the results. */
function keyOf({ choices, where, whole }: WhyFacts): string {
  return JSON.stringify([choices, where, { ...whole, a: whole.a.scenario, b: null }])
}

function isSame(a: WhyFacts, b: WhyFacts): boolean {
  return a.results === b.results && keyOf(a) === keyOf(b)
}

export const whyInformationOf = madeOnce((app) => new WhyInformation(app, whyOf(app)))
