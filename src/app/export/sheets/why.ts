import type { Dossier } from '../../../dossier/dossier.ts'
import type { WhySection } from '../../../dossier/why/section.ts'
import { whySections } from '../../../dossier/why/index.ts'
import type { Cell } from '../../../findings/finding.ts'
import { sentences } from '../../../words/index.ts'
import type { Sheet } from './sheet.ts'

/** What Why says, a sheet a section: its table in figures, below what was found. */
export async function whySheets(dossier: Dossier): Promise<readonly Sheet[]> {
  const sections = await whySections(dossier)
  return sections.filter(({ table }) => table !== null && table.rows.length > 0).map(sheetOf)
}

function sheetOf({ heading, title, measure, table, caption }: WhySection): Sheet {
  const { columns, rows } = table ?? { columns: [], rows: [] }
  const hasErrors = columns.map((_, at) => rows.some((row) => errorOf(row[at]) !== null))
  return {
    name: heading,
    caption: sentences([stopped(title), stopped(measure), caption]),
    columns: columns.flatMap((label, at) => [
      { label, width: at === 0 ? 34 : 24, wraps: at > 0 },
      ...(hasErrors[at] ? [{ label: `${label.trim()}, standard error`, width: 14 }] : []),
    ]),
    rows: rows.map((row) =>
      row.flatMap((cell, at) => [
        typeof cell === 'string' ? cell : (cell.raw ?? cell.text),
        ...(hasErrors[at] ? [errorOf(cell)] : []),
      ]),
    ),
  }
}

function errorOf(cell: Cell): number | null {
  return typeof cell === 'string' ? null : (cell.error ?? null)
}

/** With a stop at its end, where there is none. */
function stopped(text: string): string {
  return text === '' || /[.!?:…]$/.test(text) ? text : `${text}.`
}
