import type { Dossier } from '../../../dossier/dossier.ts'
import type { WhySection } from '../../../dossier/why/section.ts'
import { whySections } from '../../../dossier/why/index.ts'
import { sentences } from '../../../words/index.ts'
import type { Sheet } from './sheet.ts'

/** What Why says, a sheet a section: its table in figures, below what was found. */
export async function whySheets(dossier: Dossier): Promise<readonly Sheet[]> {
  const sections = await whySections(dossier)
  return sections.filter(({ table }) => table !== null && table.rows.length > 0).map(sheetOf)
}

function sheetOf({ heading, title, measure, table, caption }: WhySection): Sheet {
  const { columns, rows } = table ?? { columns: [], rows: [] }
  return {
    name: heading,
    caption: sentences([title, measure, caption]),
    columns: columns.map((label, at) => ({ label, width: at === 0 ? 34 : 24, wraps: at > 0 })),
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell : (cell.raw ?? cell.text))),
    ),
  }
}
