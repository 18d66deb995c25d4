import type { Study } from '../../study/index.ts'
import { fullProblem, nameProblem } from '../../study/edits/entries.ts'
import { market } from '../../study/model.ts'
import type { Notices } from './notices.svelte.ts'
import {
  freshScenarioId,
  MOST_SCENARIOS,
  withoutScenario,
  withScenarioCopy,
  withScenarioMoved,
  withScenarioRestored,
  withScenarioWords,
} from '../../study/edits/scenarios.ts'
import {
  canDelete,
  freshStrategyId,
  MOST_STRATEGIES,
  withoutStrategy,
  withStrategyCopy,
  withStrategyMoved,
  withStrategyRestored,
  withStrategyWords,
} from '../../study/edits/strategies.ts'
import type { StudyStore } from './study.svelte.ts'

/** A name and a description, as typed. */
export interface Words {
  readonly label: string
  readonly story: string
}

const base = market.scenarios[0].id
const most = { strategies: MOST_STRATEGIES, scenarios: MOST_SCENARIOS }

/** What can be done with whole strategies and scenarios: each a step with a name, refused in words. */
export class Workbench {
  constructor(
    private readonly studies: StudyStore,
    private readonly decide: { choose(strategy: string): void },
    private readonly notices: Notices,
  ) {}

  /** Copies a strategy and puts the copy in focus. */
  duplicateStrategy(id: string): void {
    if (!this.#hasRoom('strategies')) return
    const copy = freshStrategyId(this.studies.study)
    const name = `duplicated ${this.#strategy(id)}`
    if (this.#did(name, (old) => withStrategyCopy(old, id, copy))) this.decide.choose(copy)
  }

  /** @returns what is wrong with the name, in a sentence; null if it was taken */
  describeStrategy(id: string, words: Words): string | null {
    const problem = nameProblem('strategy', id, words.label, this.studies.strategies)
    if (problem) return problem
    const name = `renamed ${this.#strategy(id)}`
    return this.studies.changeApart(name, (old) => withStrategyWords(old, id, trimmed(words)))
  }

  moveStrategy(id: string, by: number): void {
    const way = by < 0 ? 'up' : 'down'
    this.#did(`moved ${this.#strategy(id)} ${way}`, (old) => withStrategyMoved(old, id, by))
  }

  deleteStrategy(id: string): void {
    if (!canDelete(this.studies.study, id)) return
    const name = `deleted ${this.#strategy(id)}`
    if (this.#did(name, (old) => withoutStrategy(old, id))) this.#mention(name)
  }

  /** Puts one of the model's strategies back, or back to what the model says. */
  restoreStrategy(id: string): void {
    const isThere = this.studies.strategies.some((one) => one.id === id)
    if (!isThere && !this.#hasRoom('strategies')) return
    const label = market.strategies.find((one) => one.id === id)?.label ?? id
    this.#did(`restored ${label}`, (old) => withStrategyRestored(old, id))
  }

  /** Puts another scenario in view, if it can be run. */
  chooseScenario(id: string): void {
    const problem = this.studies.choose(id)
    if (problem) this.notices.warn(problem)
  }

  /** Copies a scenario and puts the copy in view. */
  duplicateScenario(id: string): void {
    if (!this.#hasRoom('scenarios')) return
    const copy = freshScenarioId(this.studies.study)
    const name = `duplicated ${this.#scenario(id)}`
    this.#did(name, (old) => withScenarioCopy(old, id, copy), copy)
  }

  /** @returns what is wrong with the name, in a sentence; null if it was taken */
  describeScenario(id: string, words: Words): string | null {
    const problem = nameProblem('scenario', id, words.label, this.studies.scenarios)
    if (problem) return problem
    const name = `renamed ${this.#scenario(id)}`
    return this.studies.changeApart(name, (old) => withScenarioWords(old, id, trimmed(words)))
  }

  moveScenario(id: string, by: number): void {
    const way = by < 0 ? 'up' : 'down'
    this.#did(`moved ${this.#scenario(id)} ${way}`, (old) => withScenarioMoved(old, id, by))
  }

  /** Deletes a scenario; the base case comes in view in its place. */
  deleteScenario(id: string): void {
    if (id === base) return
    const name = `deleted ${this.#scenario(id)}`
    const next = this.studies.scenario === id ? base : undefined
    if (this.#did(name, (old) => withoutScenario(old, id), next)) this.#mention(name)
  }

  /** Puts one of the model's scenarios back, or back to what the model says. */
  restoreScenario(id: string): void {
    const isThere = this.studies.scenarios.some((one) => one.id === id)
    if (!isThere && !this.#hasRoom('scenarios')) return
    const label = market.scenarios.find((one) => one.id === id)?.label ?? id
    this.#did(`restored ${label}`, (old) => withScenarioRestored(old, id))
  }

  #did(name: string, edit: (study: Study) => Study, scenario?: string): boolean {
    const problem = this.studies.changeApart(name, edit, scenario)
    if (problem) this.notices.warn(problem)
    return problem === null
  }

  #hasRoom(of: keyof typeof most): boolean {
    const isFull = this.studies[of].length >= most[of]
    if (isFull) this.notices.warn(fullProblem(of, most[of]))
    return !isFull
  }

  #mention(name: string): void {
    this.notices.mention(`${name.charAt(0).toUpperCase()}${name.slice(1)}. Undo brings it back.`)
  }

  #strategy(id: string): string {
    return this.studies.strategies.find((one) => one.id === id)?.label ?? id
  }

  #scenario(id: string): string {
    return this.studies.scenarios.find((one) => one.id === id)?.label ?? id
  }
}

function trimmed({ label, story }: Words): Words {
  return { label: label.trim(), story: story.trim() }
}
