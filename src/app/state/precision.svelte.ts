import { untrack } from 'svelte'
import type { CaseRef } from '../../engine/plan.ts'
import type { ConvergencePoint } from '../../analyses/convergence.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { count } from '../../words/index.ts'
import type { Judged } from './choice-picture.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import type { Rival } from '../../findings/best.ts'
import { limitsOf } from '../../findings/limits.ts'
import {
  hardestOf,
  isDecided,
  nextTrials,
  type PrecisionFacts,
  precisionSentence,
} from '../../findings/precision.ts'
import type { StrategyRow } from '../../findings/strategy-rows.ts'
import type { Run } from './run.svelte.ts'
import { MOST_TRIALS, type StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** How far the best is ahead of each other strategy in a run that has ended. */
interface Leads {
  /** Id of the study they were asked for. */
  readonly study: string
  readonly results: RunResults
  readonly outcome: NumberOutcome
  readonly best: StrategyRow
  readonly others: readonly StrategyRow[]
  readonly rivals: readonly Rival[]
}

/** How a lead settled as trials were added: above 0 where the best is better. */
export interface Path extends Leads {
  readonly rival: Rival
  readonly points: readonly ConvergencePoint[]
}

/** Whether more trials would change the choice, how the lead settled, and the run until it is decided. */
export class Precision {
  /** Whether trials are being raised until the choice is decided. */
  deciding = $state(false)
  /** How a run until decided ended, in a sentence. */
  ended = $state('')
  /** Why trials could not be raised. */
  #refusal = $state<string | null>(null)
  /** The study's version after the last step of a run until decided: any other change ends it. */
  #version = -1
  #hasRaised = false
  #leads = $state.raw<Leads | null>(null)
  readonly #path = new Asked<Path | null>()

  readonly path = $derived(this.#path.value)
  readonly problem = $derived(this.#refusal ?? this.#path.problem)

  /** What was found last, of whatever run and outcome. */
  readonly #found = $derived.by(() => (this.#leads ? this.#factsOf(this.#leads) : null))
  /** Of the run and the outcome in view; null until they are known. */
  readonly facts = $derived.by(() =>
    this.#leads && this.#isInView(this.#leads) ? this.#found : null,
  )
  readonly sentence = $derived(this.facts ? precisionSentence(this.facts) : '')
  /** The sentence found last: it keeps the room of the next one. */
  readonly lastSentence = $derived(this.#found ? precisionSentence(this.#found) : '')
  readonly decided = $derived(this.facts !== null && isDecided(this.facts))
  /** Whether what was found last left something open, with room for more trials. */
  readonly isOpen = $derived.by(() => {
    const found = this.#found
    const hasRoom = found !== null && !isDecided(found) && found.trials < MOST_TRIALS
    // What it would decide is over all futures: where those that agree count, it is another question.
    return hasRoom && !this.studies.readOnly && this.view.means !== 'observed'
  })
  /** Whether there is something more trials could decide, and room for them. */
  readonly canDecide = $derived(this.facts !== null && this.isOpen)
  /** What is drawn: the path in view or, until it is known, the one before, in its own words. */
  readonly drawn = $derived.by(() => {
    const { path } = this
    if (!path || path.study !== this.studies.id) return null
    if (!this.#has(path.best.id) || !this.#has(path.rival.id)) return null
    const isBusy = !this.#isInView(path)
    const { status, results } = this.run
    const isComing = status === 'running' || (results?.digest ?? null) !== null
    if (isBusy && (!isComing || this.problem !== null)) return null
    return { path, facts: this.#factsOf(path), isBusy }
  })

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly studies: StudyState,
    private readonly view: View,
    private readonly headline: {
      readonly judged: Omit<Judged, 'tails' | 'against' | 'limits' | 'choice'> | null
    },
  ) {}

  /** Takes up how the choice stands, and asks how it settled; depends on both and on how the run is. */
  request(): void {
    const { status } = this.run
    const { judged } = this.headline
    const { study } = this.studies
    // Which rival is hardest to tell apart hangs on it.
    void study.negligible
    untrack(() => {
      if (status === 'cancelled' || status === 'failed') this.stop()
      // What more trials would decide is over all futures.
      if (!judged || judged.ofAgreeing || judged.results.digest === null) return
      this.#take(judged)
    })
  }

  /** Doubles the trials until the choice is decided or the page's most is reached. */
  runUntilDecided(): void {
    if (!this.isOpen) return
    this.ended = ''
    this.deciding = true
    this.#hasRaised = false
    this.#version = this.studies.version
    // Asked while figures are on their way, it begins when they are there.
    if (this.canDecide) this.#raise()
    // One that was stopped gives none by itself.
    else if (this.run.status === 'cancelled' || this.run.status === 'failed') this.run.again()
  }

  stop(): void {
    this.deciding = false
  }

  #take({
    study,
    results,
    outcome,
    ranking: [best, ...others],
    rivals,
  }: Pick<Judged, 'study' | 'results' | 'outcome' | 'ranking' | 'rivals'>): void {
    // What each has in futures of its own does not settle future by future.
    if (outcome.onlyIf === 'met') return
    const isNew = this.#leads?.results !== results || this.#leads.outcome !== outcome
    if (isNew) {
      this.#refusal = null
      this.#leads = { study, results, outcome, best, others, rivals }
    }
    const leads = this.#leads
    if (!leads) return
    if (isNew) this.#continue(results)
    this.#askPath(leads)
  }

  #askPath(leads: Leads): void {
    const { results, outcome, best, others } = leads
    const rival = hardestOf(leads.rivals, results.trials, this.#factsOf(leads))
    const other = others.find(({ id }) => id === rival?.id)
    this.#path.ask([leads, rival?.id], (handle) =>
      this.#orStop(handle, async () => {
        if (!rival || !other) return null
        const pair = [best, other].map((row) => refIn(results, row))
        // The one that is better on average comes first, and the lead lies above 0.
        const [a, b] = outcome.better === 'lower' ? pair.toReversed() : pair
        const request = { a, b, outcome: outcome.id }
        const points = await this.runner.ask('convergence', results, request, handle)
        return { ...leads, rival, points }
      }),
    )
  }

  /** Without an answer nothing says when to stop raising trials. */
  async #orStop<T>(
    { signal }: { readonly signal: AbortSignal },
    ask: () => Promise<T>,
  ): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      if (!signal.aborted) this.stop()
      throw error
    }
  }

  /** After each run: on with more trials, or an end. */
  #continue({ plan, trials }: RunResults): void {
    // What is not in view decides nothing: what is will be asked next.
    if (!this.deciding || plan !== this.studies.plan || !this.facts) return
    if (this.studies.version !== this.#version) this.stop()
    else if (this.decided || trials >= MOST_TRIALS) {
      this.stop()
      this.ended = this.decided
        ? `Decided after ${count(trials)} trials.`
        : `Not decided after ${count(trials)} trials, the most that are run here.`
    } else this.#raise()
  }

  /** The first raise is a step of its own, which those that follow belong to. */
  #raise(): void {
    const edit = (study: StudyState['study']) => ({
      ...study,
      trials: nextTrials(study.trials, MOST_TRIALS),
    })
    const name = 'ran until decided'
    const problem = this.#hasRaised
      ? this.studies.changeFurther(name, edit)
      : this.studies.change(name, edit)
    this.#hasRaised = true
    this.#version = this.studies.version
    if (problem === null) return
    this.#refusal = problem
    this.stop()
  }

  #isInView({ results, outcome }: Leads): boolean {
    return results === this.run.results && outcome.id === this.view.outcome.id
  }

  #has(strategy: string): boolean {
    return this.studies.strategies.some(({ id }) => id === strategy)
  }

  #factsOf({ results, outcome, best, rivals }: Leads): PrecisionFacts {
    return {
      best: best.label,
      rivals,
      trials: results.trials,
      most: MOST_TRIALS,
      ...limitsOf(
        { trials: results.trials, sampling: results.plan.sampling },
        outcome,
        this.studies.study.negligible,
      ),
    }
  }
}

function refIn({ cases: [{ scenario }] }: RunResults, { id }: StrategyRow): CaseRef {
  return { strategy: id, scenario }
}

/** It goes on asking whatever screen is in view: what runs until decided must end. */
export const precisionOf = madeOnce((app) => {
  const precision = new Precision(app.runner, app.run, app.studies, app.view, app.answers.headline)
  $effect(() => precision.request())
  return precision
})
