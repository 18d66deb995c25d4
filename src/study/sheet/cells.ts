import type { FamilyId, Distribution, Percentile } from '../../engine/distributions/index.ts'
import type { PercentileFamily } from '../../engine/distributions/from-percentiles.ts'
import { bare, type ColumnId, type SheetValue } from './columns.ts'
import { quoted } from './read-shape.ts'

/** What is wrong with a cell, in words that follow the name of its place. */
export class CellProblem extends Error {
  override readonly name = 'CellProblem'

  constructor(
    readonly column: ColumnId,
    message: string,
  ) {
    super(message)
  }
}

/** How beliefs are made from what was typed, as the page makes them. */
export interface Ways {
  /**
   * The belief with these percentiles, of a family or, where it cannot have them, a curve through them.
   *
   * @param base what it was, for what percentiles leave open
   * @throws where no belief has them
   */
  readonly through: (
    kind: PercentileFamily,
    points: readonly Percentile[],
    base: Distribution,
    domain: readonly [number, number],
  ) => Distribution
  /** What is wrong with a belief, in the words of its fields. */
  readonly problemOf: (error: unknown, belief: { readonly kind: FamilyId }, unit: string) => string
}

/** The cells of a row by their columns; those that the sheet has not are not there. */
export type Cells = ReadonlyMap<ColumnId, SheetValue>

/** What a formula that failed shows. */
const ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!|NOT CALCULATED)$/

/** A text; null where the cell is empty. */
export function textIn(cells: Cells, column: ColumnId): string | null {
  const value = cells.get(column) ?? null
  if (value === null || (typeof value === 'string' && bare(value) === '' && value.trim() === ''))
    return null
  if (typeof value === 'string') {
    if (!ERROR.test(value)) return value
    throw new CellProblem(column, `a text is expected, got the error ${value}`)
  }
  if (typeof value === 'number') return String(value)
  throw new CellProblem(column, `a text is expected, got ${saidOf(value)}`)
}

/** A cell as it is repeated in a sentence. */
export function saidOf(value: SheetValue): string {
  if (value === null) return 'nothing'
  if (value instanceof Date) return 'a date'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return quoted(String(value))
}
