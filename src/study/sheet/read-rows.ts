import type { Assumption } from '../../engine/model.ts'
import { type Distribution, distributionKey, quantile } from '../../engine/distributions/index.ts'
import { sentences, value } from '../../words/index.ts'
import { beliefOf } from '../edits/beliefs.ts'
import { noteOn } from '../edits/notes.ts'
import { resolvedScenarios } from '../edits/resolved.ts'
import { assumptions, labelOf, market } from '../model.ts'
import { hint, isRetired } from '../names.ts'
import type { Study } from '../study.ts'
import { type Cells, CellProblem, type Ways } from './cells.ts'
import { type ColumnId, headerOf, type SheetValue } from './columns.ts'
import { beliefIn } from './read-belief.ts'
import type { Flaws } from './flaws.ts'
import { headIn, idIn, type SheetHead } from './read-head.ts'
import { type NoteField, remarksIn } from './read-note.ts'
import { quoted } from './read-shape.ts'
import { modelName } from './rows.ts'

interface ChangeBase {
  /** Names it among those of the sheet. */
  readonly key: string
  /** As spreadsheets count it. */
  readonly row: number
  readonly assumption: string
  readonly label: string
  readonly unit: string
  /** Whether a cell was edited; else the study has changed since the sheet was written. */
  readonly isEdited: boolean
  /** What else is to be known before it is taken; empty for nothing. */
  readonly remark: string
}

/** What the sheet says otherwise than the study does now. */
export type SheetChange =
  | (ChangeBase & {
      readonly kind: 'belief'
      readonly from: Distribution
      readonly to: Distribution
    })
  | (ChangeBase & {
      readonly kind: 'note'
      readonly field: NoteField
      readonly was: string
      readonly now: string
    })

/** What a sheet of assumptions says of a study. */
export interface SheetRead {
  /** The scenario that changes of beliefs are for. */
  readonly scenario: string
  readonly changes: readonly SheetChange[]
  /** A sentence each: what could not be read, with its place. */
  readonly problems: readonly string[]
  /** A sentence each: what nobody reads. */
  readonly notRead: readonly string[]
  /** A sentence each: where the sheet was written for something else than it is read for. */
  readonly asks: readonly string[]
}

export interface SheetOptions {
  /** What the sheet is called in its file. */
  readonly sheet: string
  /** The scenario in sight, for a sheet that names none of the study's. */
  readonly scenario: string
  /** The scenario to judge by, whatever the sheet says. */
  readonly forScenario?: string
  readonly ways: Ways
  /** Ranges of merged cells, with their last rows; none where it is left out. */
  readonly merged?: Flaws['merged']
}

/**
 * What a sheet of assumptions changes in a study; the study stays as it is.
 *
 * @param rows of the sheet from its first on, cell by cell
 * @throws in a sentence, where it is no such sheet or one of another model
 */
export function readAssumptionRows(
  rows: readonly (readonly SheetValue[])[],
  study: Study,
  options: SheetOptions,
): SheetRead {
  const head = headIn(rows, options.sheet)
  checkMerged(head, options)
  const { scenario, asks } = meantBy(head, study, options)
  const found: SheetChange[] = []
  const problems: string[] = []
  const notRead = [...head.notRead]
  const seen = new Map<string, number>()
  const at = (row: number, column: ColumnId) =>
    `${options.sheet}, row ${row}, column ${headerOf(column)}`
  for (const { row, cells } of head.rows) {
    const assumption = assumptionIn(cells, `${options.sheet}, row ${row}`, notRead)
    if (!assumption) continue
    const before = seen.get(assumption.id)
    if (before !== undefined) {
      problems.push(
        `${at(row, 'id')}: every ID is expected once, and ${assumption.id} stands in row ${before} too; neither is read.`,
      )
      continue
    }
    seen.set(assumption.id, row)
    const read = changesIn({ row, cells, assumption, study, scenario, ways: options.ways })
    found.push(...read.changes)
    problems.push(...read.problems.map(({ column, message }) => `${at(row, column)}: ${message}.`))
  }
  const twice = doubled(head, new Set(seen.keys()))
  const changes = found.filter(({ assumption }) => !twice.has(assumption))
  return { scenario, changes, problems, notRead, asks }
}

/** Of merged cells all but the first are hidden: what stands in them means nothing. */
function checkMerged({ first }: SheetHead, { sheet, merged = [] }: SheetOptions): void {
  const found = merged.filter(({ last }) => last > first).map(({ range }) => range)
  if (found.length === 0) return
  throw new Error(
    `${sheet}: cells that stand alone are expected, and ${found.slice(0, 3).join(', ')} ${found.length > 1 ? 'are' : 'is'} merged: unmerge them`,
  )
}

interface Reading {
  readonly row: number
  readonly cells: Cells
  readonly assumption: Assumption
  readonly study: Study
  readonly scenario: string
  readonly ways: Ways
}

/** What a row changes; what cannot be read in it leaves the rest as it is. */
function changesIn(reading: Reading): { changes: SheetChange[]; problems: CellProblem[] } {
  const { changes, problems } = noteChanges(reading)
  try {
    return { changes: [...beliefChange(reading), ...changes], problems }
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error
    return { changes, problems: [error, ...problems] }
  }
}

function beliefChange({ row, cells, assumption, study, scenario, ways }: Reading): SheetChange[] {
  const { id, unit } = assumption
  const from = beliefOf(study, scenario, id)
  const said = beliefIn(cells, assumption, from, ways)
  if (!said || distributionKey(said.belief) === distributionKey(from)) return []
  if (assumption.role === 'luck') {
    if (!said.isEdited) return []
    throw new CellProblem('shape', 'luck is no belief and stays as it is')
  }
  const remark = sentences([said.remark, outsideWords(said.belief, assumption)])
  const { isEdited, belief: to } = said
  const base = { key: id, row, assumption: id, label: labelOf(id), unit, isEdited, remark }
  return [{ ...base, kind: 'belief', from, to }]
}

function noteChanges({ row, cells, assumption: { id, unit }, study }: Reading) {
  const { remarks, problems } = remarksIn(cells, noteOn(study, id) ?? {})
  const changes = remarks.map(({ field, was, now, isEdited }): SheetChange => {
    const base = { key: `${id} ${field}`, row, assumption: id, label: labelOf(id), unit, isEdited }
    return { ...base, remark: '', kind: 'note', field, was, now }
  })
  return { changes, problems: [...problems] }
}

/** Draws beyond these shares count for nothing. */
const ENDS = [0.001, 0.999] as const

/** That some of its draws count as a bound; null where none does. */
function outsideWords(d: Distribution, { domain, unit }: Assumption): string | null {
  const at = quantile(d)
  const [low, high] = domain
  const isInside = at(ENDS[0]) >= low && at(ENDS[1]) <= high
  if (isInside) return null
  return `It reaches beyond what is possible, ${value(low, unit)} to ${value(high, unit)}: draws outside count as the bound.`
}

function assumptionIn(cells: Cells, place: string, notRead: string[]): Assumption | null {
  const id = idIn(cells)
  if (id === '') {
    notRead.push(`${place} has no ID.`)
    return null
  }
  const found = assumptions.find((one) => one.id === id)
  if (found) return found
  notRead.push(
    isRetired('assumptions', id)
      ? `${place}: ${id} is no longer in the model.`
      : `${place}: no assumption is called ${quoted(id)}${hint(id, assumptions)}.`,
  )
  return null
}

/** Ids that stand in several rows. */
function doubled({ rows }: SheetHead, known: ReadonlySet<string>): Set<string> {
  const ids = rows.map(({ cells }) => idIn(cells))
  return new Set(ids.filter((id, at) => known.has(id) && ids.indexOf(id) !== at))
}

/** The scenario that is meant, and what is to be said before anything is taken. */
function meantBy(
  { written }: SheetHead,
  study: Study,
  { scenario: inSight, forScenario }: SheetOptions,
): { readonly scenario: string; readonly asks: readonly string[] } {
  const all = resolvedScenarios(study)
  const label = (id: string) => `“${all.find((one) => one.id === id)?.label ?? id}”`
  const of = written.scenario
  const known = all.some(({ id }) => id === of)
  const scenario = forScenario ?? (known && of !== undefined ? of : inSight)
  const asks: string[] = []
  if (of !== undefined && !known) {
    asks.push(`It was written for a scenario ${quoted(of)}, which this study has not.`)
  } else if (of !== undefined && of !== scenario) {
    asks.push(`It was written for the scenario ${label(of)} and is read for ${label(scenario)}.`)
  }
  if (written.vantage !== undefined && written.vantage !== study.vantage) {
    const [was, is] = [written.vantage, study.vantage].map(vantageName)
    asks.push(`It was written as seen from ${was}, and this study looks from ${is}.`)
  }
  if (written.model !== undefined && written.model !== modelName()) {
    asks.push(
      `It was written with the model ${quoted(written.model)}, and this one is ${quoted(modelName())}.`,
    )
  }
  if (written.study !== undefined && written.study !== study.name) {
    asks.push(`It is of the study ${quoted(written.study)}, and this one is ${quoted(study.name)}.`)
  }
  return { scenario, asks }
}

/** A vantage in the middle of a sentence; one that nobody knows as it stands. */
function vantageName(id: string): string {
  const label = market.vantages.find((one) => one.id === id)?.label
  return label === undefined ? quoted(id) : label.replace(/:.*$/, '')
}
