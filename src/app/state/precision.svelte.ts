import { untrack } from 'svelte'
import type { CaseRef } from '../../engine/plan.ts'
import type { ConvergencePoint } from '../../analyses/convergence.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { replicateOf } from '../../engine/sampling/index.ts'
import { certainErrors } from '../../engine/statistics/certainty.ts'
import { NEGLIGIBLE } from '../../study/index.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { count, wordsOf } from '../../words/index.ts'
import { madeOnce } from './made-once.svelte.ts'
import { NewestAnswer } from './newest-answer.ts'
import type { StrategyRow } from '../../findings/strategy-rows.ts'
import {
  hardestOf,
  isDecided,
  type Limits,
  nextTrials,
  type PrecisionFacts,
  precisionSentence,
  type Rival,
} from '../../findings/precision.ts'
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
  readonly rivals: readonly Rival[]
}

/** How a lead settled as trials were added: above 0 where the best is better. */
export interface Path extends Leads {
  readonly rival: Rival
  readonly points: readonly ConvergencePoint[]
}

/** Whether more trials would change the choice, how the lead settled, and the run until it is decided. */
export class Precision {
  path = $state.raw<Path | null>(null)
  /** Whether trials are being raised until the choice is decided. */
  deciding = $state(false)
  /** How a run until decided ended, in a sentence. */
  ended = $state('')
  problem = $state<string | null>(null)

  #leads = $state.raw<Leads | null>(null)
  /** The study's version after the last step of a run until decided: any other change ends it. */
  #version = -1
  #hasRaised = false
  readonly #askLeads = new NewestAnswer()
  readonly #askPath = new NewestAnswer()

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
    return hasRoom && !this.studies.readOnly
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
    private readonly hand: { readonly holding: boolean },
  ) {}

  /** Asks how clear the choice is; depends on results, on the outcome in view and on held controls. */
  request(): void {
    const { results, status } = this.run
    const { outcome, ranking } = this.view
    const { study } = this.studies
    const { holding } = this.hand
    // Which rival is hardest to tell apart hangs on it.
    void study.negligible
    untrack(() => {
      if (status === 'cancelled' || status === 'failed') this.stop()
      if (!results || results.digest === null || holding) return
      void this.#ask(results, outcome, ranking)
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
  }

  stop(): void {
    this.deciding = false
  }

  async #ask(
    results: RunResults,
    outcome: NumberOutcome,
    [best, ...others]: readonly StrategyRow[],
  ): Promise<void> {
    const { runner } = this
    const [{ scenario }] = results.cases
    const refOf = ({ id }: StrategyRow): CaseRef => ({ strategy: id, scenario })
    const study = this.studies.id
    const sign = outcome.better === 'lower' ? -1 : 1
    try {
      await this.#askLeads.ask(
        [results, outcome],
        () => {
          this.problem = null
          return runner.ask('leads', results, {
            first: refOf(best),
            others: others.map(refOf),
            outcome: outcome.id,
          })
        },
        (found) => {
          const rivals = found.map(({ mean, standardError: error }, index) => ({
            id: others[index].id,
            label: others[index].label,
            lead: { value: sign * mean, error },
          }))
          this.#leads = { study, results, outcome, best, rivals }
          this.#continue(results)
        },
      )
      const leads = this.#leads
      // On their way still, or overtaken: who asked for them goes on.
      if (leads?.results !== results || leads.outcome !== outcome) return
      const rival = hardestOf(leads.rivals, results.trials, this.#factsOf(leads))
      const other = others.find(({ id }) => id === rival?.id)
      if (!rival || !other) {
        this.path = null
        return
      }
      // The one that is better on average comes first, and the lead lies above 0.
      const [a, b] = sign > 0 ? [refOf(best), refOf(other)] : [refOf(other), refOf(best)]
      await this.#askPath.ask(
        [leads, rival.id],
        () => runner.ask('convergence', results, { a, b, outcome: outcome.id }),
        (points) => (this.path = { ...leads, rival, points }),
      )
    } catch (error) {
      this.problem = wordsOf(error)
      this.stop()
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
    this.problem = problem
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
      ...limitsOf(results, outcome, this.studies.study.negligible ?? NEGLIGIBLE),
    }
  }
}

function limitsOf(
  { trials, plan }: RunResults,
  { unit }: NumberOutcome,
  negligible: number,
): Limits {
  return {
    certain: certainErrors(trials, replicateOf(plan.sampling)),
    negligible: unit === 'USD bn' ? negligible : null,
  }
}

/** It goes on asking whatever screen is in view: what runs until decided must end. */
export const precisionOf = madeOnce((app) => {
  const precision = new Precision(app.runner, app.run, app.studies, app.view, app.hand)
  $effect(() => precision.request())
  return precision
})
