import { untrack } from 'svelte'
import { canonicalJson } from '../../engine/cases.ts'
import type { CaseRef } from '../../engine/plan.ts'
import type { BridgeFacts } from '../../findings/bridge.ts'
import { noBridgeWords, unbridgedWords } from '../../findings/no-bridge.ts'
import type { Bridged } from '../../study/bridge.ts'
import { betweenCases, type NoBridge, sinceThen } from '../../study/edits/since-opened.ts'
import { NEGLIGIBLE } from '../../study/index.ts'
import { wordsOf } from '../../words/index.ts'
import { bridge } from '../../workers/bridge.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { casesOf, type Cases } from './cases.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { MOST_TRIALS } from './study.svelte.ts'

/** What is bridged: two cases, or one case before and after what was changed. */
export type BridgeOf = 'cases' | 'changes'

/** What is to be told: what differs, and what both ends are called. */
type Wanted = Omit<BridgeFacts, 'answer'>

/** What lies between two cases, or between a case as it was before all changes and as it is. */
export class Bridge {
  of = $state<BridgeOf>('cases')
  /** Bars whose parts are shown. */
  open = $state.raw<ReadonlySet<string>>(new Set())

  readonly #asked = new Asked<{ readonly facts: BridgeFacts; readonly key: string }>()
  readonly status = $derived(this.#asked.status)
  readonly slow = $derived(this.#asked.slow)
  readonly progress = $derived(this.#asked.progress)
  readonly problem = $derived(this.#asked.problem)

  /** What is asked, or why nothing can be, in a sentence. */
  readonly wanted = $derived.by((): Wanted | string => {
    try {
      return this.#wantedOf(this.of)
    } catch (error) {
      // A scenario that is not in view may be one that cannot be run.
      return `${wordsOf(error)}.`
    }
  })
  readonly #key = $derived.by(() => {
    if (typeof this.wanted === 'string') return ''
    const { between, outcome, path } = this.wanted
    return canonicalJson([between, outcome.id, path, this.#negligible])
  })
  /** The newest answer; of what was asked before where it is old. */
  readonly facts = $derived.by(() => this.#asked.value?.facts ?? null)
  readonly isOld = $derived.by(() => this.#asked.value?.key !== this.#key)

  constructor(
    private readonly app: AppState,
    private readonly cases: Cases,
  ) {}

  /** Asks once the run in view has ended and no control is held; depends on the study and both cases. */
  request(): void {
    const { wanted } = this
    const key = this.#key
    const { results, status } = this.app.run
    const isAtRest = results?.digest !== null && status === 'done' && !this.app.hand.holding
    untrack(() => {
      if (typeof wanted === 'string' || !isAtRest) {
        if (this.status === 'asking') this.#asked.drop()
        return
      }
      const negligible = this.#negligible
      this.#asked.ask([key], async ({ signal, onProgress, onUpdate }) => {
        const answer = await bridge(this.app.runner, wanted.between, {
          outcome: wanted.outcome.id,
          negligible,
          signal,
          onProgress,
          onUpdate: (known) => onUpdate({ facts: { ...wanted, answer: known }, key }),
        })
        return { facts: { ...wanted, answer }, key }
      })
    })
  }

  toggle(id: string): void {
    const open = new Set(this.open)
    if (!open.delete(id)) open.add(id)
    this.open = open
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.status === 'asking') this.#asked.drop()
  }

  cancel(): void {
    this.#asked.cancel()
  }

  again(): void {
    this.#asked.again()
  }

  get #negligible(): number | null {
    const { outcome } = this.app.view
    return outcome.unit === 'USD bn' ? (this.app.studies.study.negligible ?? NEGLIGIBLE) : null
  }

  #wantedOf(of: BridgeOf): Wanted | string {
    const { view, studies } = this.app
    const { outcome } = view
    const { first, second, areTwo } = this.cases
    const unbridged = unbridgedWords(outcome)
    if (unbridged) return unbridged
    const limits = { maxTrials: MOST_TRIALS }
    if (of === 'cases') {
      if (!areTwo) {
        return studies.scenarios.length > 1
          ? 'There is only one strategy. Choose another scenario for the second case, or add a strategy on Answer.'
          : 'There is only one case. Add a strategy on Answer, or a scenario.'
      }
      const [from, to] = [first, second].map((ref) =>
        this.#nameOf(ref, second.scenario === first.scenario),
      )
      const between = betweenCases(studies.study, first, second, limits)
      return { outcome, from, to, path: `from ${from} to ${to}`, between }
    }
    const then = studies.history.moments[0].study
    const between: Bridged | NoBridge = sinceThen(then, studies.study, first, limits)
    if (typeof between === 'string') return noBridgeWords(between, ...this.#labelsOf(first))
    return {
      outcome,
      from: 'Before your changes',
      to: 'Now',
      path: 'by your changes',
      between,
    }
  }

  /** A case by its strategy, and by its scenario where both are not of the same. */
  #nameOf(ref: CaseRef, isOne: boolean): string {
    const [strategy, scenario] = this.#labelsOf(ref)
    return isOne ? strategy : `${strategy} (${scenario})`
  }

  #labelsOf({ strategy, scenario }: CaseRef): [string, string] {
    const { strategies, scenarios } = this.app.studies
    return [
      strategies.find(({ id }) => id === strategy)?.label ?? strategy,
      scenarios.find(({ id }) => id === scenario)?.label ?? scenario,
    ]
  }
}

export const bridgeOf = madeOnce((app) => new Bridge(app, casesOf(app)))
