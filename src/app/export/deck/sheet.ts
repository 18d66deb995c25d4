import { strToU8, zipSync } from 'fflate'
import { escaped } from './escape.ts'

/** A cell of the sheet behind a chart: words, a number, a number worked out from others, or nothing. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly value: number }
export type Sheet = readonly (readonly SheetCell[])[]

/** What office programs open when somebody edits the data of a chart. */
export function workbookOf(sheet: Sheet): Uint8Array {
  const rows = sheet
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, column, at)).join('')}</row>`,
    )
    .join('')
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETS}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  }
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(HEAD + text)] as const)
  return zipSync(Object.fromEntries(packed), { level: 9, mtime: EARLIEST })
}

/** The name of a column, counted from 0: A, B, … Z, AA. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26) - 1
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (at % 26))
}

/** The first moment a ZIP file can name: the same contents are the same bytes. */
export const EARLIEST = new Date(1980, 0, 1)

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Words are kept as words whatever they begin with: no text becomes a formula. */
function cellXml(cell: SheetCell, column: number, row: number): string {
  const at = `r="${columnName(column)}${row + 1}"`
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c ${at}><f>${cell.formula}</f><v>${cell.value}</v></c>`
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}
