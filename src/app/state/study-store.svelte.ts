import type { RunPlan } from '../../engine/plan.ts'
import { planOf, resolveStudy, type Study, defaultStudy } from '../../snapshot/index.ts'
import { market } from './model.ts'
import { wordsOf } from './notices.svelte.ts'
import { inScenario, scenariosOf, strategiesOf } from './study-edits.ts'

/** The most trials a page is asked to run. */
export const MOST_TRIALS = 200_000

/**
 * The study in view: one value that never changes, replaced by the next through `change`. What
 * cannot be run is refused there, and the last good study stays.
 */
export class StudyStore {
  /** Names the study among those kept in this browser. */
  id = $state(newId())
  study = $state.raw<Study>(defaultStudy())
  /** The scenario in view. */
  scenario = $state(market.scenarios[0].id)
  /** Whether a control is held: an axis may not move now. */
  held = $state(false)
  /** What to run now. */
  plan = $state.raw<RunPlan>(planFor(this.study, this.scenario))
  /** Counts changes, so that saving knows what is new. */
  version = $state(0)

  readonly scenarios = $derived(scenariosOf(this.study))
  readonly strategies = $derived(strategiesOf(this.study))
  readonly scenarioInView = $derived(
    this.scenarios.find(({ id }) => id === this.scenario) ?? this.scenarios[0],
  )

  /**
   * Replaces the study by what `edit` makes of it.
   *
   * @param name what was done, in words
   * @returns what is wrong with the new study, in a sentence; null if it was taken
   */
  change(_name: string, edit: (study: Study) => Study): string | null {
    return this.#take(edit(this.study), this.scenario)
  }

  /** Puts another scenario in view. */
  choose(scenario: string): string | null {
    return this.#take(this.study, scenario)
  }

  /** Opens another study in place of the present one. */
  open(study: Study, options: { id?: string; scenario?: string } = {}): string | null {
    const first = study.scenarios[0]
    const own = typeof first === 'string' ? first : first?.id
    const problem = this.#take(study, options.scenario ?? own ?? market.scenarios[0].id)
    if (!problem) this.id = options.id ?? newId()
    return problem
  }

  #take(study: Study, scenario: string): string | null {
    try {
      const plan = planFor(study, scenario)
      this.plan = plan
      this.study = study
      this.scenario = scenario
      this.version++
      return null
    } catch (error) {
      return wordsOf(error)
    }
  }
}

function planFor(study: Study, scenario: string): RunPlan {
  return planOf(resolveStudy(inScenario(study, scenario), { maxTrials: MOST_TRIALS }))
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join('-')
}
