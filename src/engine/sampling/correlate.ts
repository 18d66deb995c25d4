import type { Correlation } from '../model.ts'
import { nearestCorrelation } from './nearest-correlation.ts'

/** How one score is made: the sum of weights times the independent scores of these members. */
export interface Mixture {
  readonly members: readonly string[]
  readonly weights: readonly number[]
}

/** Correlations that contradict each other, and the nearest ones that do not. */
export class ContradictionError extends Error {
  override readonly name = 'ContradictionError'
  #nearest: readonly Correlation[] | null = null

  constructor(
    message: string,
    private readonly find: () => readonly Correlation[],
  ) {
    super(message)
  }

  /**
   * Every pair of the group, shrunk a trifle so that rounding cannot make them contradict again;
   * empty where the group is too large to look for them while somebody waits. Looked for when first
   * asked for, and kept.
   */
  get nearest(): readonly Correlation[] {
    this.#nearest ??= this.find()
    return this.#nearest
  }
}

/** The largest group whose nearest correlations are looked for: about a third of a second. */
const LARGEST = 40

/** What the nearest correlations give up against 0. */
const SHRINK = 1 - 1e-9

/** What rounding may leave of a variance that is 0. */
const ROUNDING = 1e-12

/**
 * Turns correlations of normal scores (a Gaussian copula) into sums of independent scores: per
 * group of assumptions that hang together, a later member follows the earlier ones, in the order
 * `correlations` names them; the first of a group, and all outside, stay as they are.
 *
 * @param known ids there are
 * @returns one mixture per id that changes
 * @throws on unknown ids, on a pair twice or of one id, on a coefficient outside -1 to 1, and
 * `ContradictionError` where the coefficients of a group contradict each other
 */
export function mixtures(
  correlations: readonly Correlation[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, Mixture> {
  const table = new Map<string, number>()
  for (const correlation of correlations) enter(table, correlation, known)
  const linked = correlations.filter(([, , coefficient]) => coefficient !== 0)
  const result = new Map<string, Mixture>()
  for (const members of groupsOf(linked)) {
    const rows = cholesky(members, (a, b) => table.get(pairKey(a, b)) ?? 0)
    rows.forEach((weights, i) => {
      if (i > 0) result.set(members[i], { members: members.slice(0, i + 1), weights })
    })
  }
  return result
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a])
}

function enter(
  table: Map<string, number>,
  [first, second, coefficient]: Correlation,
  known: ReadonlySet<string>,
): void {
  for (const id of [first, second]) {
    if (!known.has(id)) throw new Error(`a correlation names ${id}, which is no assumption`)
  }
  if (first === second) {
    throw new Error(`a correlation needs two different assumptions, got ${first} twice`)
  }
  if (!(coefficient >= -1 && coefficient <= 1)) {
    throw new Error(
      `the correlation of ${first} and ${second} must lie from -1 to 1, got ${coefficient}`,
    )
  }
  const key = pairKey(first, second)
  if (table.has(key)) throw new Error(`the correlation of ${first} and ${second} is given twice`)
  table.set(key, coefficient)
}

/** Connected assumptions, each group in the order in which they are first named. */
function groupsOf(linked: readonly Correlation[]): string[][] {
  const order = [...new Set(linked.flatMap(([first, second]) => [first, second]))]
  const group = new Map(order.map((id, index) => [id, index]))
  for (const [first, second] of linked) {
    const from = group.get(second)
    const to = group.get(first)
    if (from === undefined || to === undefined || from === to) continue
    for (const id of order) if (group.get(id) === from) group.set(id, to)
  }
  const members = new Map<number, string[]>()
  for (const id of order) {
    const number = group.get(id) ?? 0
    members.set(number, [...(members.get(number) ?? []), id])
  }
  return [...members.values()]
}

function cholesky(
  members: readonly string[],
  coefficient: (a: string, b: string) => number,
): readonly number[][] {
  const rows: number[][] = []
  members.forEach((id, i) => {
    const row: number[] = []
    let variance = 1
    for (let j = 0; j < i; j++) {
      let rest = coefficient(id, members[j])
      for (let k = 0; k < j; k++) rest -= row[k] * rows[j][k]
      const own = rows[j][j]
      if (own === 0 && Math.abs(rest) > Math.sqrt(ROUNDING))
        throw contradiction(members, coefficient)
      row.push(own === 0 ? 0 : rest / own)
      variance -= row[j] * row[j]
    }
    if (variance < -ROUNDING) throw contradiction(members, coefficient)
    row.push(variance > ROUNDING ? Math.sqrt(variance) : 0)
    rows.push(row)
  })
  return rows
}

function contradiction(
  members: readonly string[],
  coefficient: (a: string, b: string) => number,
): ContradictionError {
  return new ContradictionError(
    `the correlations of ${members.join(', ')} contradict each other: ` +
      'no numbers can move together in all these ways (the matrix is not positive semidefinite)',
    () => (members.length > LARGEST ? [] : nearestPairs(members, coefficient)),
  )
}

function nearestPairs(
  members: readonly string[],
  coefficient: (a: string, b: string) => number,
): Correlation[] {
  const matrix = members.map((a) => members.map((b) => (a === b ? 1 : coefficient(a, b))))
  const possible = nearestCorrelation(matrix)
  return members.flatMap((a, i) =>
    members.slice(0, i).map((b, j): Correlation => [b, a, possible[i][j] * SHRINK]),
  )
}
