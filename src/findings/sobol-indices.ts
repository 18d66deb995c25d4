import type { NumberOutcome } from '../engine/model.ts'
import { labelOf as beliefLabel } from '../study/model.ts'
import type { FactorIndex } from '../analyses/sobol-indices.ts'
import { capital, chanceWithError, count, counted, percent, sentences } from '../words/index.ts'
import { aboutWords } from './driver-meanings.ts'
import { ALL_LUCK, isBelief, type NamedFactor } from './drivers-by-runs-asked.ts'
import { measureOf } from './verdict-facts.ts'
import { amount, type Finding } from './finding.ts'
import { splitWords } from './variance-split.ts'

export interface SobolFacts {
  readonly outcome: NumberOutcome
  /** A strategy, or one less another. */
  readonly explained: string
  readonly factors: readonly NamedFactor[]
  readonly indices: readonly FactorIndex[]
  readonly points: number
  readonly runs: number
}

/** One factor as it is drawn. */
export interface IndexMark {
  readonly id: string
  readonly label: string
  /** The same where there is room for one name: the first of several, and how many more there are. */
  readonly short: string
  /** What it is: the question of a belief, or the names of those drawn together. */
  readonly about: string
  /** Whether it is several beliefs. */
  readonly isTogether: boolean
  readonly first: FactorIndex['first']
  readonly total: FactorIndex['total']
}

/** Factors that are drawn; the table has all. */
const MOST = 12

/** By how much each factor is part of what spreads an outcome: alone, and with all it works with. */
export function sobolFinding(facts: SobolFacts): Finding<readonly IndexMark[]> {
  const { outcome, factors, indices, points, runs } = facts
  const explained = `${measureOf(outcome)} of ${facts.explained}`
  const labelOf = (id: string) => factors.find((one) => one.id === id)?.label ?? id
  const ranked = indices
    .filter(({ id }) => id !== ALL_LUCK)
    .map(({ id, first, total }): IndexMark => {
      const inputs = factors.find((one) => one.id === id)?.inputs ?? []
      const isTogether = inputs.length > 1 && isBelief({ id })
      const label = labelOf(id)
      const short = isTogether && inputs.length > 2 ? shortName(inputs) : label
      return { id, label, short, about: aboutFactor(id, inputs), isTogether, first, total }
    })
    .toSorted((a, b) => b.total.value - a.total.value || (a.id < b.id ? -1 : 1))
  const told = ranked.filter(({ total }) => isToldIndex(total))
  return {
    id: `moves-total`,
    title: titleOf(explained, told, indices),
    measure: `How much of the variance of ${explained} depends on each belief in some way, with all it works together with (total Sobol’ index), and how much comes from it by itself (first-order index).`,
    caption: sentences([
      splitWords(indices),
      factorsWords(factors, indices),
      told.length > MOST
        ? `Shown are the first ${count(MOST)} of ${count(told.length)} that are beyond chance; the table has all.`
        : '',
      `Sobol’ indices by Saltelli’s design, total ones by Jansen’s estimator and first-order ones by Saltelli’s, on ${count(points)} base points, ${count(runs)} futures run anew, drawn at random; all futures counted. ± is one standard error, by the bootstrap.`,
    ]),
    table: () => ({
      columns: [
        'Belief',
        'Total index',
        '95% interval',
        'First-order index',
        '95% interval, first order',
      ],
      rows: ranked.map(({ label, first, total }) => [
        label,
        amount(chanceWithError(clamped(total.value), total.error), total.value, total.error),
        `${percent(clamped(total.low))} to ${percent(clamped(total.high))}`,
        amount(chanceWithError(clamped(first.value), first.error), first.value, first.error),
        `${percent(clamped(first.low))} to ${percent(clamped(first.high))}`,
      ]),
    }),
    marks: told.slice(0, MOST),
  }
}

/** Whether a total index is beyond what chance may bring. */
export function isToldIndex({ low, value, error }: FactorIndex['total']): boolean {
  return low > 0 && value > 3 * error
}

/** Every belief is in some factor: how many there are, and how many factors they make. */
function factorsWords(factors: readonly NamedFactor[], indices: readonly FactorIndex[]): string {
  const own = factors.filter((one) => isBelief(one) && indices.some(({ id }) => id === one.id))
  const beliefs = own.reduce((sum, { inputs }) => sum + inputs.length, 0)
  const together = own.filter(({ inputs }) => inputs.length > 1)
  const names = together.map(({ label }) => label)
  return sentences([
    `${capital(counted(beliefs, 'belief'))} stand in ${counted(own.length, 'bar')}, with luck beside them.`,
    names.length > 0
      ? `Those that move together are one bar each, as their parts cannot be told from each other: ${names.join('; ')}.`
      : '',
  ])
}

function titleOf(
  explained: string,
  [first]: readonly IndexMark[],
  indices: readonly FactorIndex[],
): string {
  if (indices.length === 0)
    return `${capital(explained)} is the same in every future, or there are too few futures to tell what moves it`
  if (!first) return `No belief moves ${explained} by more than chance may bring`
  const share = chanceWithError(clamped(first.total.value), first.total.error)
  const alone = chanceWithError(clamped(first.first.value), first.first.error)
  const all = first.isTogether ? ', taken together' : ''
  return `Turns most on ${first.label}${all}: ${share} of how far ${explained} varies (its variance) depends on ${first.isTogether ? 'them' : 'it'} in some way, ${alone} on ${first.isTogether ? 'them' : 'it'} alone`
}

function aboutFactor(id: string, inputs: readonly string[]): string {
  return isBelief({ id }) || inputs.length > 0
    ? aboutWords(inputs)
    : 'Shocks of every quarter that nobody can foresee.'
}

function shortName([first, ...rest]: readonly string[]): string {
  return `${beliefLabel(first)} and ${count(rest.length)} more`
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value))
}
