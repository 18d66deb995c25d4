import { alternatives, chanceWithError, count, sizeWithError } from '../words/index.ts'
import { type Choice, isBeyond, standingOf } from './best.ts'
import type { Estimate } from './estimates.ts'
import { idsOf } from './matrix-choices.ts'
import {
  cellAt,
  choiceBy,
  counting,
  isWhole,
  type MatrixFacts,
  weighApart,
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
  const own = found.strategies[at].label
  const weighing = weighingWords(given.scenarios)
  const all =
    weighing === '' && scenarios.length === 2
      ? 'both scenarios'
      : `all ${count(scenarios.length)} scenarios${weighing}`
  return [
    `That is in “${here.label}” alone. ${behindWords(facts, at, all, weighing)}`,
    weightedWords(
      { ...facts, scenarios: given.scenarios },
      at,
      scenario,
      `the average over ${all}, ${weighedWords(facts)}`,
      own,
    ),
  ]
}

function weighedWords(facts: MatrixFacts): string {
  return weighApart(facts) ? 'by your weights' : 'each counting the same'
}

/** In how many scenarios another is surely better, and where most. */
function behindWords(facts: MatrixFacts, at: number, all: string, weighing: string): string {
  const { scenarios, limits } = facts
  const behind = scenarios.flatMap((scenario) => {
    const surely = leadsIn(facts, at, scenario.id).filter(
      ({ lead }) => lead.value > 0 && standingOf(lead, limits) === 'clear',
    )
    const most = largest(surely)
    return most ? [{ scenario, ...most }] : []
  })
  const worst = largest(behind)
  if (!worst) {
    return `Across ${all} no other strategy is surely better by more than is negligible.`
  }
  const by = sizeWithError(worst.lead.value, worst.lead.error, facts.outcome.unit)
  const where = `in “${worst.scenario.label}” ${worst.label} is ahead by ${by}`
  const of = `In ${count(behind.length)} of ${count(scenarios.length)} scenarios${weighing} another is better`
  return behind.length > 1 ? `${of}; most of all, ${where}.` : `${of}: ${where}.`
}

/** By how much another strategy is ahead of one; below 0 where it is behind. */
interface Lead {
  readonly label: string
  readonly lead: Estimate
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
    const lead = spread && own && weights && sumIn(spread, less(weights, own, sign))
    return lead ? [{ label, lead }] : []
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
  const most = largest(leadsOver(facts, at, weightsOf))
  if (left.includes(facts.found.strategies[at].id) || !most) {
    if (left.length > 1)
      return `On ${average}, ${own} is among the ${count(left.length)} that cannot be told apart or differ by little.`
    const isBehind = leadsIn(facts, at, scenario).some(
      ({ lead }) => lead.value > 0 && isBeyond(lead, facts.limits),
    )
    return `${own} is the best on ${average}${isBehind ? '' : ', too'}.`
  }
  const { label, lead } = most
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
