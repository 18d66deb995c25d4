import type { MatrixFacts } from '../../findings/matrix-facts.ts'
import { matrixFinding } from '../../findings/matrix.ts'
import { titleLeaders } from '../../findings/matrix-title.ts'
import { choiceQuestions } from '../../findings/choice-questions.ts'
import { matrixChoices } from '../../findings/matrix-choices.ts'
import { flipsFinding } from '../../findings/weight-flips.ts'
import { valueWithError } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import { type Page, pageNames } from '../page.ts'
import type { BarSeries } from '../plain-chart.ts'

/** What can be read from the back of a room. */
const LONGEST_LINE = 150

/** Which strategy in which world. */
export async function scenariosPage(dossier: Dossier): Promise<Page> {
  const facts = await dossier.matrix()
  const { title, measure, caption, table } = matrixFinding(facts)
  const choices = matrixChoices(facts)
  const questions = choiceQuestions(facts, dossier.sight.scenario)
  // What the sentence on questions says is not said again.
  const rules = choices.filter(({ id }) => !questions || (id !== 'weighted' && id !== 'mostOften'))
  const flips = flipsFinding(facts, choices)
  const { chosen, rival } = dossier.sight
  // Whom the headline speaks of is drawn too; one more, so that bars stay wide enough.
  const leaders = titleLeaders(facts).flatMap(
    (label) => facts.found.strategies.find((one) => one.label === label)?.id ?? [],
  )
  const pair = [...new Set([chosen, rival])]
  const third = leaders.some((id) => pair.includes(id)) ? [] : leaders.slice(0, 1)
  // Where there is one strategy, or no better side, no rule chooses.
  const isAsked =
    facts.found.strategies.filter(({ isChoice }) => isChoice).length > 1 &&
    facts.outcome.better !== 'neutral'
  return {
    id: 'scenarios',
    name: pageNames.scenarios,
    headline: title,
    measure,
    numbers: [],
    chart: {
      kind: 'bars',
      axis: facts.outcome.label,
      unit: facts.outcome.unit,
      categories: facts.scenarios.map(({ label }) => label),
      series: [...pair, ...third].map((id) => barsOf(facts, id)),
    },
    table: table(),
    lines: isAsked
      ? [
          // Three questions with three answers are told apart, however long that is.
          ...(questions ? [questions] : []),
          ...[
            ...rules.map(({ rule, words }) => `${rule} – ${words}`),
            ...flips.marks.slice(0, 1).map(({ words }) => words),
          ].filter(({ length }) => length <= LONGEST_LINE),
        ].slice(0, 3)
      : [],
    caption,
    note: 'All cells are the same futures: what differs is the scenario and the strategy alone.',
  }
}

/** The averages of one strategy, scenario by scenario. */
function barsOf({ found, scenarios, outcome }: MatrixFacts, strategy: string): BarSeries {
  const at = found.strategies.findIndex(({ id }) => id === strategy)
  const means = scenarios.map(({ id }) => {
    const column = found.scenarios.indexOf(id)
    return column < 0 || at < 0 ? null : found.cells[column][at].mean
  })
  return {
    label: found.strategies[at]?.label ?? strategy,
    bars: means.map(
      (mean) =>
        mean && { value: mean.value, text: valueWithError(mean.value, mean.error, outcome.unit) },
    ),
    errors: means.map((mean) => mean?.error ?? null),
  }
}
