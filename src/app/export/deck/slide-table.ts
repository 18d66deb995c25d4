import type PptxGenJS from 'pptxgenjs'
import type { Table } from '../../../findings/finding.ts'
import { FONT, look } from './look.ts'
import { textsOf } from './slide.ts'
import { heightOf, linesOf, shortened, textEms } from './text-fit.ts'

const SIDE = 0.06
const ABOVE = 0.03
/** Short cells have room for a wider font. */
const SLACK = 1.06
/** No cell has more lines: what is longer is cut, and stands in full in the report. */
const MOST_LINES = 5

/** A table that is cut into parts, each with its head, that fit into a height. */
export interface TableParts {
  readonly widths: readonly number[]
  /** Rows of each part, without the head. */
  readonly parts: readonly (readonly (readonly string[])[])[]
  readonly head: readonly string[]
  readonly size: number
  /** Whether a column holds figures, which stand flush right. */
  readonly isFigures: readonly boolean[]
}

/**
 * Cuts a table so that each part fits.
 *
 * @param size of the type, in points
 * @param w of the table in inches
 * @param h that a part may have, in inches
 */
export function partsOf(table: Table, size: number, w: number, h: number): TableParts {
  const [head, ...rows] = textsOf(table)
  const isFigures = head.map(
    (_, at) => at > 0 && table.rows.every((row) => typeof row[at] !== 'string' || row[at] === '–'),
  )
  const widths = widthsOf([head, ...rows], size, w)
  const fit = (row: readonly string[]) =>
    row.map((text, at) => {
      const ems = emsOf(widths[at], size)
      return linesOf(text, ems).length > MOST_LINES
        ? shortened(text, ems * MOST_LINES * 0.85)
        : text
    })
  const short = rows.map(fit)
  const fullHead = fit(head)
  const first = rowHeight(fullHead, widths, size, true)
  const parts: (readonly string[])[][] = []
  let room = 0
  for (const row of short) {
    const height = rowHeight(row, widths, size)
    if (height > room || parts.length === 0) {
      parts.push([])
      room = h - first
    }
    parts[parts.length - 1].push(row)
    room -= height
  }
  return { widths, parts, head: fullHead, size, isFigures }
}

/** How high a part of a table is, in inches. */
export function heightOfPart({ widths, head, size, parts }: TableParts, at: number): number {
  const rows = parts[at] ?? []
  return rows.reduce(
    (sum, row) => sum + rowHeight(row, widths, size),
    rowHeight(head, widths, size, true),
  )
}

/** Draws one part of a table. */
export function addTable(
  slide: PptxGenJS.Slide,
  table: TableParts,
  at: number,
  place: { readonly x: number; readonly y: number },
): void {
  const { widths, parts, head, size, isFigures } = table
  const line = (colour: string) => ({ type: 'solid', pt: 0.75, color: colour }) as const
  const bare = { type: 'none' } as const
  const rowOf = (texts: readonly string[], isHead: boolean): PptxGenJS.TableCell[] =>
    texts.map((text, column) => ({
      text,
      options: {
        bold: isHead,
        color: isHead ? look.muted : look.ink,
        align: isFigures[column] ? 'right' : 'left',
        border: [bare, bare, line(isHead ? look.grey : look.line), bare],
      },
    }))
  const rows = parts[at] ?? []
  slide.addTable([rowOf(head, true), ...rows.map((row) => rowOf(row, false))], {
    x: place.x,
    y: place.y,
    w: widths.reduce((sum, width) => sum + width, 0),
    colW: [...widths],
    rowH: [head, ...rows].map((row, index) => rowHeight(row, widths, size, index === 0)),
    fontFace: FONT,
    fontSize: size,
    valign: 'top',
    margin: [ABOVE, SIDE, ABOVE, SIDE],
    autoPage: false,
  })
}

function emsOf(width: number, size: number): number {
  return ((width - 2 * SIDE) * 72) / size
}

function rowHeight(
  row: readonly string[],
  widths: readonly number[],
  size: number,
  isBold = false,
): number {
  const lines = row.map((text, at) => linesOf(text, emsOf(widths[at], size), isBold).length)
  return heightOf(Math.max(...lines), size) + 2 * ABOVE
}

/** Widths for what columns hold: short ones as wide as they need, the rest shared by how much is in them. */
function widthsOf(rows: readonly (readonly string[])[], size: number, w: number): number[] {
  const inches = (text: string, isHead: boolean) =>
    (textEms(text, isHead) * SLACK * size) / 72 + 2 * SIDE
  const count = rows[0].length
  const wanted = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row, index) => inches(row[at] ?? '', index === 0))),
  )
  const sum = wanted.reduce((total, one) => total + one, 0)
  if (sum <= w) return wanted.map((one) => one + (w - sum) * (one / sum))
  const fair = w / count
  const isShort = wanted.map((one) => one <= fair)
  const left = w - wanted.reduce((total, one, at) => total + (isShort[at] ? one : 0), 0)
  // Twice as much text does not need twice the width.
  const weights = wanted.map((one, at) => (isShort[at] ? 0 : Math.sqrt(one)))
  const all = weights.reduce((total, one) => total + one, 0)
  return wanted.map((one, at) => (isShort[at] ? one : (left * weights[at]) / all))
}
