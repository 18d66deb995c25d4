import { alternatives, chanceWithError, count, sizeWithError } from '../words/index.ts'
import { type Choice, isBeyond, standingOf } from './best.ts'
import type { Estimate } from './estimates.ts'
import { levelWith, weighedWords } from './choice-questions.ts'
import { idsOf } from './matrix-choices.ts'
import {
  cellAt,
  choiceBy,
  choiceInColumn,
  counting,
  isWhole,
  type MatrixFacts,
  type MatrixScenario,
  togetherWords,
  weightedCells,
  weighingWords,
} from './matrix-facts.ts'
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
  const scenarios = counting(given.scenarios)
  const facts: MatrixFacts = { ...given, measure: 'mean', scenarios }
  const { found, outcome } = facts
  const at = found.strategies.findIndex(({ id }) => id === strategy)
  const here = given.scenarios.find(({ id }) => id === scenario)
  if (outcome.better === 'neutral' || scenarios.length < 2 || !isWhole(given)) return []
  if (!found.spreads.mean) return []
  if (at < 0 || !here || !found.strategies[at].isChoice) return []
  const all = togetherWords(given.scenarios)
  return [
    weightedWords({ ...facts, scenarios: given.scenarios }, at, here, all),
    behindWords(facts, at, all, weighingWords(given.scenarios)),
  ]
}

/** In how many scenarios another is surely better, and where most. */
function behindWords(facts: MatrixFacts, at: number, all: string, weighing: string): string {
  const { scenarios, limits } = facts
  const behind = scenarios.flatMap((scenario): (Lead & { scenario: MatrixScenario })[] => {
    const surely = leadsIn(facts, at, scenario.id).filter(
      ({ lead }) => lead.value > 0 && standingOf(lead, limits) === 'clear',
    )
    const most = largest(surely)
    return most ? [{ scenario, ...most }] : []
  })
  const worst = largest(behind)
  if (!worst) {
    return `In ${all} no other strategy is surely better by more than is negligible.`
  }
  const by = sizeWithError(worst.lead.value, worst.lead.error, facts.outcome.unit)
  const where = `in “${worst.scenario.label}” ${worst.label} is ahead by ${by}`
  const of = `Scenario by scenario, another is better in ${count(behind.length)} of ${count(scenarios.length)}${weighing}`
  if (behind.length === 1) return `${of}: ${where}.`
  // Of leads that are not told apart none is the largest.
  const isMost = behind.every((one) => one === worst || isLarger(facts, worst, one))
  return `${of}; ${isMost ? 'most of all' : 'for one'}, ${where}.`
}

/** Whether a lead is larger than another one beyond the error between them. */
function isLarger({ found, limits }: MatrixFacts, a: Lead, b: Lead): boolean {
  const apart = found.spreads.mean && sumIn(found.spreads.mean, less(a.weights, b.weights))
  return !!apart && apart.value > 0 && isBeyond(apart, limits)
}

/** By how much another strategy is ahead of one; below 0 where it is behind. */
interface Lead {
  readonly label: string
  readonly lead: Estimate
  /** The sum of cells that it is. */
  readonly weights: Weights
}

/** Of all that can be chosen besides one. */
function leadsOver(
  { found, outcome }: MatrixFacts,
  at: number,
  weightsOf: (place: number) => Weights | null,
): Lead[] {
  const spread = found.spreads.mean
  const own = weightsOf(at)
  const sign = outcome.better === 'lower' ? -1 : 1
  return found.strategies.flatMap(({ label, isChoice }, place) => {
    const weights = isChoice && place !== at ? weightsOf(place) : null
    const apart = own && weights && less(weights, own, sign)
    const lead = spread && apart && sumIn(spread, apart)
    return lead ? [{ label, lead, weights: apart }] : []
  })
}

function leadsIn(facts: MatrixFacts, at: number, scenario: string): Lead[] {
  const column = facts.found.scenarios.indexOf(scenario)
  return leadsOver(facts, at, (place) => [[cellAt(facts.found, place, column), 1]])
}

/** The first of those that are ahead by most. */
function largest<T extends Lead>(leads: readonly T[]): T | null {
  return leads.reduce<T | null>(
    (most, one) => (most && most.lead.value >= one.lead.value ? most : one),
    null,
  )
}

/** How a strategy stands in one scenario, and in the weighted average over all: two questions in a sentence. */
function weightedWords(facts: MatrixFacts, at: number, here: MatrixScenario, all: string): string {
  const { id } = facts.found.strategies[at]
  const weightsOf = (place: number) => weightedCells(facts, place)
  const choice = choiceBy(facts, weightsOf)
  const alone = choiceInColumn(facts, here.id)
  if (!choice || !alone) return ''
  const left = idsOf(choice)
  const most = largest(leadsOver(facts, at, weightsOf))
  const one = `In “${here.label}” alone ${aloneWords(facts, at, here.id, alone)}`
  const over = `weighted over ${all}, ${weighedWords(facts)},`
  if (left.includes(id) || !most) {
    const isFirst = left.length === 1
    const isSame = alone.top.id === id && levelWith(alone).length === 0
    return isFirst
      ? `${one}; ${over} it has the best average${isSame ? ', too' : ''}.`
      : `${one}; ${over} it is among the ${count(left.length)} that cannot be told apart or differ by little.`
  }
  const { label, lead } = most
  const by = sizeWithError(lead.value, lead.error, facts.outcome.unit)
  const from = fromWords(facts, here.id, at)
  return `${one}; ${over} ${label} is ahead of it by ${by}${from && `, unless ${from}`}.`
}

/** How it stands in the scenario in which it is asked for. */
function aloneWords(facts: MatrixFacts, at: number, scenario: string, alone: Choice): string {
  const { id, label } = facts.found.strategies[at]
  const most = largest(leadsIn(facts, at, scenario))
  if (most && most.lead.value > 0 && isBeyond(most.lead, facts.limits)) {
    const by = sizeWithError(most.lead.value, most.lead.error, facts.outcome.unit)
    return `${label} is behind ${most.label} by ${by}`
  }
  return alone.top.id === id && levelWith(alone).length === 0
    ? `${label} has the best average`
    : `${label} is among those about level for the best average`
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
  return `“${flips.scenario.label}” weighs more than ${least} (now ${flips.scenario.shareText})`
}

/**
 * What the headline leaves open of the best on average, in a few words after a sentence on its lead over
 * one other; empty where it leaves nothing open.
 *
 * @param rival the other, by id: of it the sentence speaks
 */
export function unsureWords(
  { open, equal }: Pick<Choice, 'open' | 'equal'>,
  rival: string,
): string {
  const names = (all: Choice['open']) =>
    alternatives(all.filter(({ id }) => id !== rival).map(({ label }) => label))
  const blurred = names(open.filter(({ isBehind }) => !isBehind))
  const near = names(open.filter(({ isBehind }) => isBehind))
  const same = names(equal)
  return [
    blurred && `it cannot be told apart from ${blurred}`,
    near && `its lead over ${near} may be negligible`,
    same && `it is about the same as ${same}`,
  ]
    .filter(Boolean)
    .map((words) => `; ${words}`)
    .join('')
}
