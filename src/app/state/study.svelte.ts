import type { RunPlan } from '../../engine/plan.ts'
import {
  defaultStudy,
  idOf,
  isUnsaid,
  planOf,
  resolveStudy,
  type Study,
} from '../../study/index.ts'
import {
  beginning,
  type History,
  isSame,
  type Moment,
  present,
  recorded,
  redone,
  redoName,
  undone,
  undoName,
} from '../../study/history.ts'
import { changesBetween } from '../../study/changes.ts'
import { market } from '../../study/model.ts'
import { wordsOf } from '../../words/index.ts'
import { inScenario, resolvedScenarios, resolvedStrategies } from '../../study/edits/resolved.ts'

/** The most trials a page is asked to run. */
export const MOST_TRIALS = 200_000

/** Changes of one name that follow each other within so many milliseconds are one step. */
const QUICK = 700

/** Why nothing may be changed while another tab holds the study, and what to do. */
export const READ_ONLY =
  'This study is open in another tab and cannot be changed here: “Take over” or “Open a copy” at the top of the page lets you change it'

/**
 * The study in view: one value that never changes, replaced by the next through `change`. What
 * cannot be run is refused there, and the last good study stays. Every change is a step that can be
 * undone.
 */
export class StudyState {
  /** Names the study among those kept in this browser. */
  id = $state(newId())
  study = $state.raw<Study>(defaultStudy())
  /** The scenario in view. */
  scenario = $state(market.scenarios[0].id)
  /** What to run now. */
  plan = $state.raw<RunPlan>(planFor(this.study, this.scenario))
  /** Counts changes, so that saving knows what is new. */
  version = $state(0)
  /** Whether another tab holds the study, so that nothing may be changed here. */
  readOnly = $state(false)
  history = $state.raw<History>(beginning({ study: this.study, scenario: this.scenario }))

  readonly scenarios = $derived(resolvedScenarios(this.study))
  readonly strategies = $derived(resolvedStrategies(this.study))
  readonly scenarioInView = $derived(
    this.scenarios.find(({ id }) => id === this.scenario) ?? this.scenarios[0],
  )
  /** What undo takes back and redo does again, in words; null where there is nothing. */
  readonly undoName = $derived(undoName(this.history))
  readonly redoName = $derived(redoName(this.history))

  #lastAt = Number.NEGATIVE_INFINITY

  /** @param clock milliseconds, to know what follows quickly */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /**
   * Replaces the study by what `edit` makes of it.
   *
   * @param name what was done, in words, as in “changed Trainium advantage”
   * @param scenario put in view with it
   * @returns what is wrong with the new study, in a sentence; null if it was taken
   */
  change(name: string, edit: (study: Study) => Study, scenario = this.scenario): string | null {
    if (this.readOnly) return READ_ONLY
    return this.#step(name, edit(this.study), scenario)
  }

  /** As `change`, but one step with the one before if that has the same name. */
  changeFurther(name: string, edit: (study: Study) => Study): string | null {
    if (this.readOnly) return READ_ONLY
    return this.#step(name, edit(this.study), this.scenario, true)
  }

  /**
   * As `change` of what is only looked at: where nothing may be changed it is moved too, and not kept.
   *
   * @param further as `changeFurther`
   */
  look(name: string, edit: (study: Study) => Study, further?: true): string | null {
    const study = edit(this.study)
    if (this.readOnly) return this.#take(study, this.scenario)
    return this.#step(name, study, this.scenario, further)
  }

  /** As `change`, but always a step of its own. */
  changeApart(
    name: string,
    edit: (study: Study) => Study,
    scenario = this.scenario,
  ): string | null {
    if (this.readOnly) return READ_ONLY
    return this.#step(name, edit(this.study), scenario, false)
  }

  /** Puts another scenario in view. */
  choose(scenario: string): string | null {
    // Looking at another scenario changes nothing for the tab that holds the study.
    if (this.readOnly) return this.#take(this.study, scenario)
    const label = this.scenarios.find(({ id }) => id === scenario)?.label ?? scenario
    return this.#step(`chose the scenario ${label}`, this.study, scenario)
  }

  /** Takes the last step back. */
  undo(): Travel | null {
    return this.#travel(this.undoName, undone(this.history))
  }

  /** Does again what was undone last. */
  redo(): Travel | null {
    return this.#travel(this.redoName, redone(this.history))
  }

  /**
   * Opens another study in place of the present one, with the steps that led to it.
   *
   * @param options.scenario to put in view, if the study and the model still know it
   */
  open(
    study: Study,
    options: { id?: string; scenario?: string; history?: (now: Moment) => History } = {},
  ): string | null {
    const known = resolvedScenarios(study).some(({ id }) => id === options.scenario)
    const scenario = known && options.scenario ? options.scenario : firstScenario(study)
    const problem = this.#take(study, scenario, true)
    if (problem) return problem
    this.id = options.id ?? newId()
    const now = { study, scenario }
    this.history = options.history?.(now) ?? beginning(now)
    this.#lastAt = Number.NEGATIVE_INFINITY
    return null
  }

  /** Goes on under a name of its own, so that the study kept under the old one stays as it is. */
  becomeCopy(name: string): void {
    this.id = newId()
    this.#step('went on as a copy', { ...this.study, name }, this.scenario)
  }

  /** @param joins whether it is one with the step before; if not said, what moves on quickly is */
  #step(name: string, study: Study, scenario: string, joins?: boolean): string | null {
    if (isSame({ study, scenario }, { study: this.study, scenario: this.scenario })) return null
    const problem = this.#take(study, scenario)
    if (problem) return problem
    const now = this.clock()
    const isOneMove = joins ?? now - this.#lastAt < QUICK
    const joined = isOneMove && this.redoName === null && this.undoName === name
    this.history = recorded(this.history, name, { study, scenario }, joined)
    this.#lastAt = now
    return null
  }

  #travel(name: string | null, to: History): Travel | null {
    if (name === null) return null
    if (this.readOnly) return { name, problem: READ_ONLY }
    const { study, scenario } = present(to)
    const problem = this.#take(study, scenario)
    if (!problem) this.history = to
    this.#lastAt = Number.NEGATIVE_INFINITY
    return { name, problem }
  }

  /** @param isOther whether it is another study than the one in view */
  #take(study: Study, scenario: string, isOther = false): string | null {
    try {
      const isAimed = !isOther && scenario === this.scenario && isOfTargets(this.study, study)
      if (!isAimed) this.plan = planFor(study, scenario)
      this.study = study
      this.scenario = scenario
      this.version++
      return null
    } catch (error) {
      return wordsOf(error)
    }
  }
}

/** A step that was undone or done again. */
export interface Travel {
  readonly name: string
  /** Why it could not be; null if it was. */
  readonly problem: string | null
}

/** The scenario that a study shows when it is opened. */
export function firstScenario({ scenarios }: Study): string {
  const first = scenarios.find((one) => !isUnsaid('scenarios', one))
  return first === undefined ? market.scenarios[0].id : idOf(first)
}

function planFor(study: Study, scenario: string): RunPlan {
  return planOf(resolveStudy(inScenario(study, scenario), { maxTrials: MOST_TRIALS }))
}

/** Whether two studies differ in their targets alone, for which nothing is run again. */
function isOfTargets(a: Study, b: Study): boolean {
  const found = changesBetween(a, b)
  return found.length > 0 && found.every(([[field]]) => field === 'targets')
}

/** A name for a study among those kept, which no other has. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join('-')
}
