import type { NumberOutcome } from '../engine/model.ts'
import type { FactorIndex } from '../analyses/sobol-indices.ts'
import { capital, chanceWithError, count, percent, sentences } from '../words/index.ts'
import { ALL_LUCK, type NamedFactor } from './drivers-by-runs-asked.ts'
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
    .map(({ id, first, total }) => ({ id, label: labelOf(id), first, total }))
    .toSorted((a, b) => b.total.value - a.total.value || (a.id < b.id ? -1 : 1))
  const told = ranked.filter(({ total }) => total.low > 0 && total.value > 3 * total.error)
  return {
    id: `moves-total`,
    title: titleOf(explained, told, indices),
    measure: `Part of the variance of ${explained} that each belief has a hand in, with all it works together with (total index), and of which it is the only cause (first-order index).`,
    caption: sentences([
      splitWords(indices),
      told.length > MOST ? `The ${count(MOST)} largest of ${count(told.length)}.` : '',
      `Sobol’ indices by Saltelli’s design, total ones by Jansen’s estimator and first-order ones by Saltelli’s, on ${count(points)} base points, ${count(runs)} futures run anew, drawn at random; all futures counted. ± is one standard error, by the bootstrap. Beliefs that move together are one factor: their parts cannot be told from each other.`,
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
        amount(chanceWithError(clamped(total.value), total.error), total.value),
        `${percent(clamped(total.low))} to ${percent(clamped(total.high))}`,
        amount(chanceWithError(clamped(first.value), first.error), first.value),
        `${percent(clamped(first.low))} to ${percent(clamped(first.high))}`,
      ]),
    }),
    marks: told.slice(0, MOST),
  }
}

function titleOf(
  explained: string,
  [first]: readonly IndexMark[],
  indices: readonly FactorIndex[],
): string {
  if (indices.length === 0)
    return `${capital(explained)} is the same in every future, or there are too few futures to tell what moves it`
  if (!first) return `No belief has a hand in ${explained} beyond what chance may bring`
  const share = chanceWithError(clamped(first.total.value), first.total.error)
  const alone = chanceWithError(clamped(first.first.value), first.first.error)
  return `“${first.label}” has a hand in ${share} of the variance, and makes ${alone} of it alone`
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value))
}
