import type { NumberOutcome } from '../engine/model.ts'
import { chance, commas, count, counted, listed, value, valueWithError } from '../words/index.ts'
import { type Choice, markOf } from './best.ts'
import type { Estimate } from './estimates.ts'
import {
  counting,
  weighApart,
  weighingWords,
  choiceBy,
  choiceInColumn,
  isWhole,
  type MatrixFacts,
  weightedCells,
  worstCell,
  worstWords,
} from './matrix-facts.ts'
import { hasTargets } from './matrix-measures.ts'

/** What is chosen by one rule, in a sentence. */
export interface RuleChoice {
  readonly id: 'weighted' | 'worst' | 'regret' | 'mostOften' | 'satisficing'
  /** What it is chosen by. */
  readonly rule: string
  readonly words: string
  /** Ids of those that may be chosen by it: one where it is settled, none where there is none. */
  readonly strategies: readonly string[]
}

/**
 * What would be chosen by each of several rules, all by averages and regret; none where neither side
 * is better, nothing can be chosen, or scenarios have not all been looked at.
 */
export function matrixChoices(given: MatrixFacts): RuleChoice[] {
  const choosable = given.found.strategies.filter(({ isChoice }) => isChoice)
  if (given.outcome.better === 'neutral' || choosable.length < 2 || !isWhole(given)) return []
  const facts: MatrixFacts = { ...given, measure: 'mean' }
  return [
    weightedChoice(facts),
    worstChoice(facts),
    regretChoice(facts),
    mostOften(facts),
    satisficing(facts),
  ].filter((one) => one !== null)
}

function weightedChoice(facts: MatrixFacts): RuleChoice | null {
  const choice = choiceBy(facts, (at) => weightedCells(facts, at))
  if (!choice) return null
  const { outcome } = facts
  return {
    id: 'weighted',
    rule: weighApart(facts) ? 'Best on weighted average' : `Best on average, ${alikeWords(facts)}`,
    words: `${groupWords(choice)}: ${worth(choice.value, outcome)}.`,
    strategies: idsOf(choice),
  }
}

function alikeWords({ scenarios }: MatrixFacts): string {
  return counting(scenarios).length === scenarios.length
    ? 'all scenarios alike'
    : 'all that count alike'
}

function worstChoice(facts: MatrixFacts): RuleChoice | null {
  const { outcome, found } = facts
  const choice = choiceBy(facts, (at) => worstCell(facts, 'mean', at)?.weights ?? null)
  if (!choice) return null
  const at = found.strategies.findIndex(({ id }) => id === choice.top.id)
  const worst = worstCell(facts, 'mean', at)
  if (!worst) return null
  const where = `${worst.isEverywhere ? ', ' : ' '}${worstWords(worst, facts.scenarios)}`
  return {
    id: 'worst',
    rule: 'Best in its worst scenario',
    words: `${groupWords(choice)}: ${whose(choice)}${worth(choice.value, outcome)} on average${where}.`,
    strategies: idsOf(choice),
  }
}

function regretChoice(facts: MatrixFacts): RuleChoice | null {
  const { outcome, found } = facts
  const byRegret: MatrixFacts = { ...facts, measure: 'regret' }
  const choice = choiceBy(byRegret, (at) => worstCell(byRegret, 'regret', at)?.weights ?? null)
  if (!choice) return null
  const at = found.strategies.findIndex(({ id }) => id === choice.top.id)
  const worst = worstCell(byRegret, 'regret', at)
  if (!worst) return null
  return {
    id: 'regret',
    rule: 'By least regret',
    words: `${groupWords(choice)}: ${whose(choice)}at most ${worth(choice.value, outcome)} behind the best of each future on average, ${worstWords(worst, facts.scenarios)}.`,
    strategies: idsOf(choice),
  }
}

/** Which is best or about the same as the best in most scenarios, by their number and their weight. */
function mostOften(facts: MatrixFacts): RuleChoice {
  const { found } = facts
  const scenarios = counting(facts.scenarios)
  const columns = scenarios.map(({ id, share }) => ({ share, choice: choiceInColumn(facts, id) }))
  const tallies = found.strategies
    .filter(({ isChoice }) => isChoice)
    .map(({ id, label }) => {
      const won = columns.filter(({ choice }) => choice && isSettled(choice, id))
      return { id, label, times: won.length, weight: won.reduce((sum, one) => sum + one.share, 0) }
    })
  const most = Math.max(...tallies.map(({ times }) => times))
  const first = tallies.filter(({ times }) => times === most)
  const rule = 'Most often best, one by one'
  if (most === 0) {
    const words = 'none: these trials settle in no scenario which is best.'
    return { id: 'mostOften', rule, words, strategies: [] }
  }
  const heaviest = Math.max(...tallies.map(({ weight }) => weight))
  const byWeight = tallies.filter(({ weight }) => weight > heaviest - 1e-9)
  const isSame = byWeight.every((one) => first.includes(one)) && byWeight.length === first.length
  const also = isSame
    ? ` (${chance(heaviest)} by weight)`
    : `; by weight ${names(byWeight)}, ${chance(heaviest)}`
  const of = `${count(most)} of ${counted(scenarios.length, 'scenario')}${weighingWords(facts.scenarios)}`
  const open = columns.filter(({ choice }) => choice?.kind === 'open').length
  const rest = open > 0 ? `; in ${count(open)} these trials do not settle it` : ''
  return {
    id: 'mostOften',
    rule,
    words: `${names(first)}: best or about the same in ${of}${also}${rest}.`,
    strategies: first.map(({ id }) => id),
  }
}

/** Which reaches both targets in most scenarios. */
function satisficing(facts: MatrixFacts): RuleChoice | null {
  const { outcome, found, targets, limits } = facts
  const scenarios = counting(facts.scenarios)
  if (!hasTargets(outcome)) return null
  const tallies = found.strategies.flatMap(({ id, label, isChoice }, at) => {
    if (!isChoice) return []
    const cells = scenarios.map((one) => found.cells[found.scenarios.indexOf(one.id)][at])
    const isMet = cells.map(({ mean, loss }) => {
      return mean.value >= targets.mean && loss.value <= targets.below0
    })
    const isNear = ({ value: x, error }: Estimate, to: number) =>
      error !== null && error > 0 && Math.abs(x - to) <= limits.certain * error
    const close = cells.filter(({ mean, loss }, i) => {
      const [nearMean, nearLoss] = [isNear(mean, targets.mean), isNear(loss, targets.below0)]
      const [holdsMean, holdsLoss] = [mean.value >= targets.mean, loss.value <= targets.below0]
      // One that surely fails the other is not in doubt.
      return isMet[i]
        ? nearMean || nearLoss
        : (nearMean || holdsMean) && (nearLoss || holdsLoss) && (nearMean || nearLoss)
    })
    return [{ id, label, times: isMet.filter(Boolean).length, close: close.length }]
  })
  const rule = `Average of at least ${value(targets.mean, outcome.unit)} and a loss in at most ${chance(targets.below0)} of ${facts.counted.risks}`
  const most = Math.max(...tallies.map(({ times }) => times))
  const first = tallies.filter(({ times }) => times === most)
  const doubt = Math.max(...first.map(({ close }) => close))
  const inDoubt = doubt > 0 ? `, ${count(doubt)} too close to call with these trials` : ''
  const of = `${count(most)} of ${counted(scenarios.length, 'scenario')}${weighingWords(facts.scenarios)}`
  const isMost = most > scenarios.length / 2
  const words =
    most === 0
      ? `no strategy reaches both in any scenario${inDoubt}.`
      : isMost
        ? `${names(first)}: both in ${of}${inDoubt}.`
        : `none in most scenarios; ${names(first)} in ${of}${inDoubt}.`
  return { id: 'satisficing', rule, words, strategies: most === 0 ? [] : first.map(({ id }) => id) }
}

/** Ids of those that a choice leaves, the first on average first. */
export function idsOf({ top, open, equal, kind }: Choice): string[] {
  return kind === 'unranked' ? [] : [top, ...open, ...equal].map(({ id }) => id)
}

/** Whether one is settled as best, or as about the same as a best that is settled itself. */
function isSettled(choice: Choice, id: string): boolean {
  const mark = markOf(choice, id)
  return choice.kind !== 'open' && (mark === 'best' || mark === 'equal')
}

/** All that a choice leaves, and how they stand to each other. */
function groupWords(choice: Choice): string {
  const { top, open, equal, kind } = choice
  if (kind === 'best' || kind === 'alone' || kind === 'unranked') return top.label
  if (kind === 'equal') return `${names([top, ...equal])}, about the same`
  const little = open.filter(({ isBehind }) => isBehind)
  const doubt = open.filter(({ isBehind }) => !isBehind)
  if (equal.length + little.length === 0) {
    return `${names([top, ...doubt])}, not told apart with these trials`
  }
  return commas([
    top.label,
    little.length > 0 ? `perhaps by little over ${names(little)}` : '',
    doubt.length > 0 ? `not told apart from ${names(doubt)} with these trials` : '',
    equal.length > 0 ? `about the same as ${names(equal)}` : '',
  ])
}

/** Whose figure follows, where several may be chosen. */
function whose(choice: Choice): string {
  return idsOf(choice).length > 1 ? `${choice.top.label} ` : ''
}

function names(all: readonly { readonly label: string }[]): string {
  return listed(all.map(({ label }) => label))
}

function worth({ value: x, error }: Estimate, { unit }: NumberOutcome): string {
  return valueWithError(x, error, unit)
}
