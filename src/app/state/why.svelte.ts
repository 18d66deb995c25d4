import type { Subject } from '../../analyses/subject.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import { isChoice } from '../../study/index.ts'
import { selectionOf, type Where } from '../../findings/where.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AppState } from './app.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'

/** What is explained: the outcome of the chosen strategy, or its lead over the one it is compared with. */
export type Explained = 'outcome' | 'difference'

/** What all sections of Why are of: a finished run and what of it is explained. */
export interface WhyFacts {
  readonly results: RunResults
  readonly outcome: NumberOutcome
  readonly subject: Subject
  /** Strategies that can be chosen, by id, in the study's order. */
  readonly choices: readonly string[]
  /** Futures that count, and as a selection. */
  readonly where: Where
  readonly selection: Selection
}

/** What Why explains, for all of its sections; each has a state of its own and asks for itself. */
export class Why {
  explained = $state<Explained>('outcome')
  /** The belief that was picked, by id; null for none. */
  picked = $state<string | null>(null)

  /** Null until a run is finished, and while a control is held: what there was stays in sight. */
  readonly facts = $derived.by((): WhyFacts | null => {
    const { run, view, hand, studies, answers } = this.page
    const { results } = run
    if (!results || results.digest === null || hand.holding) return null
    const { outcome, chosen, rival } = view
    const { means: where } = view.overIn(results.plan)
    const { picture } = answers
    if (where === 'observed' && (picture?.results !== results || picture.isEmpty)) return null
    const scenario = results.plan.worlds[0].id
    const has = (id: string) => results.cases.some(({ strategy }) => strategy === id)
    if (!has(chosen) || !has(rival)) return null
    const selection = selectionOf(where, picture?.agreeing ?? ALL)
    const isPair = this.explained === 'difference' && chosen !== rival
    const ref = (strategy: string) => ({ strategy, scenario })
    return {
      results,
      outcome,
      subject: {
        a: ref(chosen),
        b: isPair ? ref(rival) : null,
        outcome: outcome.id,
        selection,
        inBoth: outcome.onlyIf === 'met',
      },
      choices: studies.strategies
        .filter((one) => isChoice(results.plan.vantage, one) && has(one.id))
        .map(({ id }) => id),
      where,
      selection,
    }
  })

  constructor(
    private readonly page: Pick<AppState, 'run' | 'view' | 'hand' | 'studies' | 'answers'>,
  ) {}
}

export const whyOf = madeOnce((app) => new Why(app))
