import { nameProblem } from '../../../study/edits/entries.ts'
import { withScenarioWords } from '../../../study/edits/scenarios.ts'
import { withStrategyWords } from '../../../study/edits/strategies.ts'
import type { AppState } from '../../state/app.svelte.ts'
import { scenarioAt, strategyAt } from './step.ts'

/** A name and a description, as typed. */
interface Words {
  readonly label: string
  readonly story: string
}

/**
 * Takes a strategy's name and description over.
 *
 * @returns what is wrong with the name, in a sentence; null if it was taken
 */
export function renameStrategy(app: AppState, id: string, words: Words): string | null {
  const { studies } = app
  const problem = nameProblem('strategy', id, words.label, studies.strategies)
  if (problem) return problem
  const name = `renamed ${strategyAt(app, id).label}`
  return studies.changeApart(name, (old) => withStrategyWords(old, id, trimmed(words)))
}

/** As `renameStrategy`, of a scenario. */
export function renameScenario(app: AppState, id: string, words: Words): string | null {
  const { studies } = app
  const problem = nameProblem('scenario', id, words.label, studies.scenarios)
  if (problem) return problem
  const name = `renamed ${scenarioAt(app, id).label}`
  return studies.changeApart(name, (old) => withScenarioWords(old, id, trimmed(words)))
}

function trimmed({ label, story }: Words): Words {
  return { label: label.trim(), story: story.trim() }
}
