import { type AssumptionNote, confidences, LONGEST } from '../study.ts'
import { isDay } from '../day.ts'
import { type Cells, CellProblem, saidOf, textIn } from './cells.ts'
import { checkOf, comparable } from './rows.ts'

/** What can be remarked on an assumption. */
export const noteFields = ['owner', 'date', 'confidence', 'note'] as const
export type NoteField = (typeof noteFields)[number]

/** A remark that a row has otherwise than the study; empty for none. */
export interface SaidRemark {
  readonly field: NoteField
  readonly was: string
  readonly now: string
  /** Whether somebody changed a remark of this row since the sheet was written. */
  readonly isEdited: boolean
}

/** What a row remarks, and what of it is none. */
interface SaidRemarks {
  readonly remarks: readonly SaidRemark[]
  readonly problems: readonly CellProblem[]
}

/** Remarks of a row that are others than those of the study. */
export function remarksIn(cells: Cells, note: AssumptionNote): SaidRemarks {
  const found = new Map<NoteField, string>()
  const problems: CellProblem[] = []
  for (const field of noteFields.filter((one) => cells.has(one))) {
    try {
      found.set(field, remarkIn(cells, field))
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      problems.push(error)
    }
  }
  const check = cells.get('check')
  const isEdited = typeof check !== 'string' || checkOf(Object.fromEntries(found)) !== check.trim()
  const remarks = [...found].flatMap(([field, now]) => {
    const was = note[field] ?? ''
    return comparable(was) === comparable(now) ? [] : [{ field, was, now, isEdited }]
  })
  return { remarks, problems }
}

function remarkIn(cells: Cells, field: NoteField): string {
  if (field === 'date') return dayIn(cells)
  const text = textIn(cells, field)?.trim() ?? ''
  if (field === 'confidence') return confidenceIn(text)
  const most = LONGEST[field]
  if (text.length > most) {
    const words = `a text of at most ${most} characters is expected, got ${text.length}`
    throw new CellProblem(field, words)
  }
  return text
}

function confidenceIn(text: string): string {
  const found = confidences.find((one) => one === text.toLowerCase())
  if (found || text === '') return found ?? ''
  const words = `${confidences.join(', ')} or nothing is expected, got ${saidOf(text)}`
  throw new CellProblem('confidence', words)
}

/** A day as studies write it. */
function dayIn(cells: Cells): string {
  const value = cells.get('date') ?? null
  const text =
    value instanceof Date ? dayOfDate(value) : typeof value === 'string' ? value.trim() : ''
  if (isDay(text)) return text
  if (value === null || value === '' || (typeof value === 'string' && text === '')) return ''
  throw new CellProblem('date', `a date as in 2026-05-31 is expected, got ${saidOf(value)}`)
}

function dayOfDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
