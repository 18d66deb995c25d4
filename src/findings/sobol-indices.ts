import type { FactorIndex } from '../analyses/sobol-indices.ts'
import { chanceWithError, count, percent, sentences } from '../words/index.ts'
import { LUCK, type NamedFactor, SHOCKS } from './drivers-by-runs-asked.ts'
import { amount, type Finding } from './finding.ts'

export interface SobolFacts {
  /** What is explained, in the middle of a sentence. */
  readonly explained: string
  readonly outcome: string
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
  const { explained, factors, indices, points, runs } = facts
  const labelOf = (id: string) => factors.find((one) => one.id === id)?.label ?? id
  const marks = indices
    .map(({ id, first, total }) => ({ id, label: labelOf(id), first, total }))
    .toSorted((a, b) => b.total.value - a.total.value || (a.id < b.id ? -1 : 1))
  const told = marks.filter(({ total }) => total.low > 0 && total.value > 3 * total.error)
  return {
    id: `total-indices-${facts.outcome}`,
    title: titleOf(explained, told, indices),
    measure: `Part of the variance of ${explained} that each belief has a hand in, with all it works together with (total index), and of which it is the only cause (first-order index).`,
    caption: sentences([
      told.length > MOST ? `The ${count(MOST)} largest of ${count(told.length)}.` : '',
      `Sobol’ indices by Saltelli’s design and Jansen’s estimators on ${count(points)} base points, ${count(runs)} futures run again, all futures counted. ± is one standard error, by the bootstrap. Beliefs that move together are one factor: their parts cannot be told from each other.`,
    ]),
    table: () => ({
      columns: [
        'Belief',
        'Total index',
        '95% interval',
        'First-order index',
        '95% interval, first order',
      ],
      rows: marks.map(({ label, first, total }) => [
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
    return `${explained} is the same in every future, or there are too few futures`
  if (!first) return `No belief has a hand in ${explained} beyond what chance may bring`
  const sum = (of: (id: string) => boolean) =>
    indices.filter(({ id }) => of(id)).reduce((all, one) => all + Math.max(0, one.first.value), 0)
  const isLuck = (id: string) => id === LUCK || id === SHOCKS
  const [alone, luck] = [sum((id) => !isLuck(id)), sum(isLuck)]
  const rest = Math.max(0, 1 - alone - luck)
  const share = chanceWithError(clamped(first.total.value), first.total.error)
  return `“${first.label}” has a hand in ${share} of the variance; beliefs on their own make ${percent(Math.min(1, alone))}, luck alone ${percent(luck)}, and what works together ${percent(rest)}`
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value))
}
