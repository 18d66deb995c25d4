import { type Distribution, distributionKey, quantile } from '../../engine/distributions/index.ts'
import { textDigest } from '../../engine/digest.ts'
import type { Assumption } from '../../engine/model.ts'
import { shownSize, wordsOfUnit } from '../../words/index.ts'
import { beliefOf, defaultBelief } from '../edits/beliefs.ts'
import { noteOn } from '../edits/notes.ts'
import { assumptions, labelOf, market, modules } from '../model.ts'
import type { AssumptionNote, Study } from '../study.ts'
import {
  type ColumnId,
  LONGEST_CELL,
  parameterColumns,
  percentileColumns,
  sheetColumns,
  type SheetRow,
  type SheetValue,
} from './columns.ts'
import { beliefText, parametersText, shapeLabel } from './shape-text.ts'

/** The percentiles that stand in a row. */
export const SHARES = [0.1, 0.5, 0.9] as const

/** Every assumption of a study in a scenario, in the order of the model; sources are left to who knows them. */
export function assumptionRows(study: Study, scenario: string): SheetRow[] {
  return assumptions.map((one) => rowOf(study, scenario, one))
}

/** The columns that rows need: those that continue others only where something stands in them. */
export function columnsOf(rows: readonly SheetRow[]): ColumnId[] {
  const more: readonly ColumnId[] = parameterColumns.slice(1)
  return sheetColumns
    .map(({ id }) => id)
    .filter((id) => !more.includes(id) || rows.some((row) => (row[id] ?? null) !== null))
}

function rowOf(study: Study, scenario: string, one: Assumption): SheetRow {
  const { id, unit } = one
  const now = beliefOf(study, scenario, id)
  const usual = defaultBelief(study, id)
  const note = noteOn(study, id) ?? {}
  return {
    id,
    label: labelOf(id),
    question: one.question,
    unit: unitName(unit),
    role: one.role,
    module: modules.find((part) => part.id === one.module)?.label ?? one.module,
    changed: distributionKey(now) === distributionKey(usual) ? 'no' : 'yes',
    ...beliefCells(now, unit),
    asWritten: cut(beliefText(now, unit)),
    default: cut(beliefText(usual, unit)),
    owner: note.owner ?? null,
    date: note.date === undefined ? null : new Date(`${note.date}T00:00:00Z`),
    confidence: note.confidence ?? null,
    note: note.note ?? null,
    scenario,
    vantage: study.vantage,
    model: modelName(),
    study: study.name,
    check: checkOf(note),
  }
}

/** The cells that say a belief. */
export function beliefCells(d: Distribution, unit: string): SheetRow {
  const text = parametersText(d, unit)
  const parts = parameterColumns.map((column, at): [string, SheetValue] => [
    column,
    text.slice(at * LONGEST_CELL, (at + 1) * LONGEST_CELL) || null,
  ])
  const percentiles = percentilesShown(d, unit)
  return {
    shape: shapeLabel(d),
    ...Object.fromEntries(percentileColumns.map((column, at) => [column, percentiles[at]])),
    ...Object.fromEntries(parts),
  }
}

/** P10, P50 and P90 in the unit that people read; null of what happens or not. */
export function percentilesShown(d: Distribution, unit: string): (number | null)[] {
  if (d.kind === 'bernoulli') return SHARES.map(() => null)
  const at = quantile(d)
  return SHARES.map((p) => {
    const x = shownSize(at(p), wordsOfUnit(unit))
    return Number.isFinite(x) ? x : null
  })
}

/** The model and its version, as the sheet names them. */
export function modelName(): string {
  return `${market.id} ${market.version}`
}

/** A unit in words, as they stand around a number: “% a year”. */
export function unitName(unit: string): string {
  const { percent, open = '', close = '', after = '' } = wordsOfUnit(unit)
  return [open, percent ? '%' : '', close, after].filter(Boolean).join(' ') || unit
}

/** A few letters that tell whether a note is as it was when the sheet was written. */
export function checkOf({
  note = '',
  owner = '',
  date = '',
  confidence = '',
}: {
  readonly [K in keyof AssumptionNote]: string
}): string {
  return textDigest(JSON.stringify([note, owner, date, confidence].map(comparable))).slice(0, 8)
}

/** A text as it is compared: files keep no control characters, and lines end in several ways. */
export function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
}

function cut(text: string): string {
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text
}
