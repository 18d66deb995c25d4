import { chanceWithError, count, sizeWithError } from '../words/index.ts'
import { standingOf } from './best.ts'
import type { Estimate } from './estimates.ts'
import { idsOf } from './matrix-choices.ts'
import { cellAt, choiceBy, isWhole, type MatrixFacts, weightedCells } from './matrix-facts.ts'
import { less, sumIn, type Weights } from './spread.ts'
import { weightFlips } from './weight-flips.ts'

/**
 * How a strategy that is asked for in one scenario stands across all of them, a sentence each: where
 * another one is better, and who has the best average over scenarios. None where neither side is
 * better, or there is one scenario alone.
 *
 * @param strategy by id
 * @param scenario the one in which it is asked for, by id
 */
export function acrossWords(given: MatrixFacts, strategy: string, scenario: string): string[] {
  const facts: MatrixFacts = { ...given, measure: 'mean' }
  const { scenarios, found, outcome } = facts
  const at = found.strategies.findIndex(({ id }) => id === strategy)
  const here = scenarios.find(({ id }) => id === scenario)
  if (outcome.better === 'neutral' || scenarios.length < 2 || !isWhole(facts)) return []
  if (at < 0 || !here || !found.strategies[at].isChoice) return []
  const own = found.strategies[at].label
  const all = scenarios.length === 2 ? 'both scenarios' : `all ${count(scenarios.length)} scenarios`
  return [
    `That is in “${here.label}” alone. ${behindWords(facts, at, all)}`,
    weightedWords(facts, at, scenario, `the average over ${all}, ${weighedWords(facts)}`, own),
  ]
}

function weighedWords({ areWeighed }: MatrixFacts): string {
  return areWeighed ? 'by your weights' : 'each counting the same'
}

/** In how many scenarios another is surely better, and where most. */
function behindWords(facts: MatrixFacts, at: number, all: string): string {
  const { scenarios, found, limits } = facts
  const behind = scenarios
    .map((scenario) => {
      const column = found.scenarios.indexOf(scenario.id)
      const cell = (place: number): Weights => [[cellAt(found, place, column), 1]]
      return { scenario, ...aheadMost(facts, at, cell) }
    })
    .filter(({ lead }) => lead.value > 0 && standingOf(lead, limits) === 'clear')
  if (behind.length === 0) {
    return `Across ${all} no other strategy is surely better by more than is negligible.`
  }
  const worst = behind.reduce((most, one) => (one.lead.value > most.lead.value ? one : most))
  const by = sizeWithError(worst.lead.value, worst.lead.error, facts.outcome.unit)
  const where = `in “${worst.scenario.label}” ${worst.label} is ahead by ${by}`
  const of = `In ${count(behind.length)} of ${count(scenarios.length)} scenarios another is better`
  return behind.length > 1 ? `${of}; most of all, ${where}.` : `${of}: ${where}.`
}

/** The strategy that is ahead of one by most, and by how much; below 0 where none is. */
function aheadMost(
  { found, outcome }: MatrixFacts,
  at: number,
  weightsOf: (place: number) => Weights | null,
): { readonly label: string; readonly lead: Estimate } {
  const spread = found.spreads.mean
  const own = weightsOf(at)
  const sign = outcome.better === 'lower' ? -1 : 1
  const none = { label: '', lead: { value: Number.NEGATIVE_INFINITY, error: null } as Estimate }
  return found.strategies.reduce((most, { label, isChoice }, place) => {
    const weights = isChoice && place !== at ? weightsOf(place) : null
    const lead = spread && own && weights && sumIn(spread, less(weights, own, sign))
    return lead && lead.value > most.lead.value ? { label, lead } : most
  }, none)
}

/** Who has the best average over scenarios, and from which weight of one it would be this strategy. */
function weightedWords(
  facts: MatrixFacts,
  at: number,
  scenario: string,
  average: string,
  own: string,
): string {
  const weightsOf = (place: number) => weightedCells(facts, place)
  const choice = choiceBy(facts, weightsOf)
  const left = choice ? idsOf(choice) : []
  if (left.includes(facts.found.strategies[at].id)) {
    return left.length === 1
      ? `It is the best on ${average}, too.`
      : `On ${average}, it is among the ${count(left.length)} that cannot be told apart or differ by little.`
  }
  const { label, lead } = aheadMost(facts, at, weightsOf)
  const by = sizeWithError(lead.value, lead.error, facts.outcome.unit)
  const from = fromWords(facts, scenario, at)
  return `On ${average}, ${label} is ahead by ${by}${from && `; ${own} would be ${from}`}.`
}

/** From which weight of a scenario a strategy would have the best average; empty where none would do. */
function fromWords(facts: MatrixFacts, scenario: string, at: number): string {
  const own = facts.found.strategies[at].id
  const flips = weightFlips(facts).find((one) => one.scenario.id === scenario)
  const place = flips?.parts.findIndex(({ id }) => id === own) ?? -1
  // As the scenario weighs more, this one comes last: it is the best in the scenario itself.
  if (!flips || place < 1 || place !== flips.parts.length - 1) return ''
  const flip = flips.flips[place - 1]
  const least = chanceWithError(flip.value, flip.error)
  return `if “${flips.scenario.label}” weighed more than ${least} (now ${flips.scenario.shareText})`
}
