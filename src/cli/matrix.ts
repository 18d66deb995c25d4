import type { CellFigures } from '../analyses/cells.ts'
import { matrixFacts, withAllScenarios } from '../dossier/matrix.ts'
import { idsOf, matrixChoices } from '../findings/matrix-choices.ts'
import { choiceInColumn, type MatrixFacts } from '../findings/matrix-facts.ts'
import { measuresFor } from '../findings/matrix-measures.ts'
import { matrixFinding } from '../findings/matrix.ts'
import { flipsFinding, weightFlips } from '../findings/weight-flips.ts'
import { countedFor, type Where } from '../findings/where.ts'
import { oneOf, planOf } from '../study/index.ts'
import { market } from '../study/model.ts'
import type { Extra, ExtraReport } from './extras.ts'
import { printed } from './table.ts'

const numbers = market.outcomes.filter((one) => one.kind === 'number')

/** Strategies by scenarios, what is chosen by several rules, and where that flips with the weights. */
export const matrix: Extra = {
  option: 'matrix',
  takes: 'OUTCOME',
  usage: [
    'an outcome, as in npv: strategies by scenarios, what is chosen by',
    'several rules and where that flips with "scenarioWeights";',
    'all scenarios where neither --scenarios nor the study names any',
  ],
  prepare(study, typed, { scenarios } = {}) {
    oneOf('--matrix', typed, numbers)
    const outcome = numbers.find(({ id }) => id === typed) ?? numbers[0]
    const isUsual = study.scenarios.length === 1 && study.scenarios[0].id === market.scenarios[0].id
    const whole = scenarios === undefined && isUsual ? withAllScenarios(study) : study
    return async (runner) => {
      const plan = planOf(whole)
      const kept = await runner.columns(plan, [outcome.id, market.condition.outcome])
      const isObserved = whole.observed !== undefined
      const where = countedFor(outcome, isObserved ? 'observed' : 'all')
      const facts = await matrixFacts(runner, whole, kept, outcome, where)
      // Whole names would be wider than a terminal.
      const scenarios = facts.scenarios.map((one) => ({ ...one, short: one.id }))
      return reportOf({ ...facts, scenarios }, where)
    }
  },
}

function reportOf(facts: MatrixFacts, where: Where): ExtraReport {
  const { outcome, scenarios, found } = facts
  if (where === 'observed' && found.cells.flat().every((one) => one.isEmpty)) {
    const none = { outcome: outcome.id, scenarios: scenarios.map(({ id }) => id), strategies: [] }
    return { text: `No matrix: no future agrees with what has come in.\n`, json: { matrix: none } }
  }
  const known = measuresFor(facts.outcome, facts.found.cells)
  const shown = (['mean', 'loss'] as const).filter((one) => known.includes(one))
  const tables = shown.flatMap((measure) => {
    const { title, measure: measured, caption, table } = matrixFinding({ ...facts, measure })
    return [`${title}.`, measured, '', ...printed(table()), '', caption, '']
  })
  const choices = matrixChoices(facts)
  const flips = flipsFinding(facts, choices)
  const lines = [
    ...tables,
    ...choices.map(({ rule, words }) => `${rule}: ${words}`),
    ...(choices.length > 0 ? [''] : []),
    ...(flips.marks.length > 0
      ? [`${flips.title}.`, ...flips.marks.map(({ words }) => words)]
      : []),
  ]
  return { text: `${lines.join('\n').trimEnd()}\n`, json: { matrix: jsonOf(facts) } }
}

/**
 * The matrix for a file: a row a strategy, a column a scenario. `best` has a list for every scenario:
 * those marked best or about the same and, where that is not settled, those these trials do not tell
 * apart too; none where neither side of the outcome is better.
 */
function jsonOf(facts: MatrixFacts) {
  const { outcome, scenarios, found } = facts
  const rows = <T>(of: (strategy: number, scenario: number) => T): T[][] =>
    found.strategies.map((_, strategy) => scenarios.map((_one, scenario) => of(strategy, scenario)))
  const cell = (strategy: number, scenario: number) => found.cells[scenario][strategy]
  // What never closes has no quarter of closing.
  const has = (one: CellFigures) => !(one.isEmpty && outcome.onlyIf === 'met')
  const figures = (of: (one: CellFigures) => number | null) =>
    rows((k, s) => (has(cell(k, s)) ? of(cell(k, s)) : null))
  return {
    outcome: outcome.id,
    strategies: found.strategies.map(({ id }) => id),
    scenarios: scenarios.map(({ id }) => id),
    weights: scenarios.map(({ share }) => share),
    mean: figures((one) => one.mean.value),
    standardError: figures((one) => one.mean.error),
    below0: figures((one) => one.loss.value),
    worstTenth: figures((one) => one.worstTenth.value),
    cvar: figures((one) => one.shortfall.value),
    regret: figures((one) => one.regret?.value ?? null),
    best: scenarios.map(({ id }) => {
      const choice = choiceInColumn(facts, id)
      return choice ? idsOf(choice) : []
    }),
    choices: Object.fromEntries(
      matrixChoices(facts).map(({ id, words, strategies }) => [id, { strategies, words }]),
    ),
    flips: weightFlips(facts).map(({ scenario, parts, flips }) => ({
      scenario: scenario.id,
      strategies: parts.map(({ id }) => id),
      at: flips.map(({ value }) => value),
      standardError: flips.map(({ error }) => error),
    })),
  }
}
