import { listed } from '../words/index.ts'
import type { Choice } from './best.ts'
import { matrixChoices } from './matrix-choices.ts'
import {
  choiceBy,
  choiceInColumn,
  counting,
  isWhole,
  type MatrixFacts,
  togetherWords,
  weighApart,
  weightedCells,
} from './matrix-facts.ts'

/**
 * What the average in one scenario, the weighted average and a count of scenarios each say is best, in a
 * sentence that sets the three questions beside each other; empty where their answers are the same,
 * where neither side is better, and where one scenario alone counts.
 *
 * @param scenario the one in view, by id
 */
export function choiceQuestions(given: MatrixFacts, scenario: string): string {
  const facts: MatrixFacts = { ...given, measure: 'mean' }
  const here = facts.scenarios.find(({ id }) => id === scenario)
  if (!here || facts.outcome.better === 'neutral' || counting(facts.scenarios).length < 2) return ''
  if (!isWhole(facts)) return ''
  const alone = choiceInColumn(facts, scenario)
  const weighted = choiceBy(facts, (at) => weightedCells(facts, at))
  const often = matrixChoices(facts).find(({ id }) => id === 'mostOften')?.strategies ?? []
  if (!alone || !weighted) return ''
  const asked = [namedIn(alone), namedIn(weighted), ...(often.length > 0 ? [often] : [])]
  if (asked.every((ids) => setOf(ids) === setOf(asked[0]))) return ''
  const names = facts.found.strategies.flatMap(({ id, label }) =>
    often.includes(id) ? [label] : [],
  )
  return [
    `In “${here.label}” alone ${leadWords(alone)}`,
    `weighted over ${togetherWords(facts.scenarios)}, ${weighedWords(facts)}, ${leadWords(weighted)}`,
    ...(names.length > 0
      ? [
          `one scenario at a time, ${listed(names)} ${names.length > 1 ? 'are' : 'is'} most often best`,
        ]
      : []),
  ]
    .join('; ')
    .concat('.')
}

/** How scenarios count in a weighted average, after their number. */
export function weighedWords(facts: Pick<MatrixFacts, 'areWeighed' | 'scenarios'>): string {
  return weighApart(facts) ? 'by your weights' : 'each counting the same'
}

/** Who has the best average, and who may have it as well: one of equals is never named alone. */
function leadWords(choice: Choice): string {
  const { top } = choice
  const level = levelWith(choice)
  const names = listed([top, ...level].map(({ label }) => label))
  return level.length === 0
    ? `${names} has the best average`
    : `${names} are about level for the best average`
}

/** Who is not told apart from the first, or about the same. */
export function levelWith({ open, equal }: Choice): readonly Choice['top'][] {
  return [...open.filter(({ isBehind }) => !isBehind), ...equal]
}

/** Whom `leadWords` names. */
function namedIn(choice: Choice): string[] {
  return [choice.top, ...levelWith(choice)].map(({ id }) => id)
}

/** The same for the same strategies, whatever their order. */
function setOf(ids: readonly string[]): string {
  return ids.toSorted().join()
}
