import { catalogue as joined } from '../../models/index.ts'
import type { Catalogue, Retired } from '../engine/model.ts'
import { idOf, type StudyScenario, type StudyStrategy } from './study.ts'

const market: Catalogue = joined

/** What a model gives ids to. */
export type Kind = keyof Retired

/** Whether the model has this id. */
export function isKnown(kind: Kind, id: string): boolean {
  return market[kind].some((one) => one.id === id)
}

/** Whether it is an assumption that somebody believes: luck is nobody’s. */
export function isBelief(id: string): boolean {
  return market.assumptions.some((one) => one.id === id && one.role !== 'luck')
}

/** Whether it is an outcome that is a number: others are states, and reach nothing. */
export function isNumber(id: string): boolean {
  return market.outcomes.some((one) => one.id === id && one.kind === 'number')
}

/** Whether the model had this id once: a file that names it is no mistake. */
export function isRetired(kind: Kind, id: string): boolean {
  return market.retired?.[kind]?.includes(id) ?? false
}

/** Whether a strategy or scenario is not the model's and the file says nothing of it but words. */
export function isUnsaid(
  kind: 'strategies' | 'scenarios',
  entry: string | StudyStrategy | StudyScenario,
): boolean {
  const isSaid =
    typeof entry !== 'string' &&
    (kind === 'strategies'
      ? 'levers' in entry && entry.levers
      : 'overrides' in entry && entry.overrides)
  return !isSaid && !isKnown(kind, idOf(entry))
}

/**
 * Refuses an id that is not among some.
 *
 * @param what is asked for, as in “vantage”
 * @throws in a sentence that names them all, what came and what was probably meant
 */
export function oneOf(what: string, id: string, known: readonly { readonly id: string }[]): void {
  if (known.some((one) => one.id === id)) return
  const ids = known.map((one) => one.id)
  const near = nearest(id, ids)
  const meant = near === undefined ? '' : `; did you mean ${near}?`
  throw new Error(`${what} is one of ${ids.join(', ')}; got ${id || 'nothing'}${meant}`)
}

/** The id that is probably meant by one that is none, as “; wacc is”; empty where there is none. */
export function hint(id: string, known: readonly { readonly id: string }[]): string {
  const near = nearest(
    id,
    known.map((one) => one.id),
  )
  return near === undefined ? '' : `; ${near} is`
}

/** The id of which another one is a misspelling: in the case of letters, or in a few of them. The nearest of several. */
export function nearest(id: string, known: readonly string[]): string | undefined {
  const typed = id.toLowerCase()
  const found = known
    .map((one) => ({ one, changes: changesOf(typed, one.toLowerCase()) }))
    .filter(({ one, changes }) => changes <= Math.min(2, Math.max(id.length, one.length) / 4))
  return found.sort((a, b) => a.changes - b.changes)[0]?.one
}

/** The same where one or many of a thing are no more than one change apart: strategy, strategies. */
function changesOf(a: string, b: string): number {
  const [one, other] = [a, b].map((word) => word.replace(/ies$/, 'y').replace(/s$/, ''))
  const apart = changesBetween(a, b)
  return a === b ? 0 : Math.min(apart, 1 + changesBetween(one, other))
}

/**
 * How many letters are to be put in, taken out, replaced or, next to each other, exchanged to make one
 * word another (optimal string alignment).
 */
function changesBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const exchanged = isExchanged ? rows[i - 2][j - 2] + 1 : Infinity
      row.push(Math.min(replaced, rows[i - 1][j] + 1, row[j - 1] + 1, exchanged))
    }
    rows.push(row)
  }
  return rows[a.length][b.length]
}
