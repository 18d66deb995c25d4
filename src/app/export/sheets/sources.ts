import type { Dossier } from '../../../dossier/dossier.ts'
import { sourcesFinding } from '../../../findings/sources.ts'
import { labelOf } from '../../../study/model.ts'
import type { Sheet } from './sheet.ts'

/** What the beliefs rest on, as it is known at the vantage. */
export function sourcesSheet({ study }: Pick<Dossier, 'study'>): Sheet {
  const { title, marks } = sourcesFinding(study.vantage)
  return {
    name: 'Sources',
    caption: title,
    columns: [
      { label: 'ID', width: 22 },
      { label: 'Source', width: 44, wraps: true },
      { label: 'Publisher', width: 24, wraps: true },
      { label: 'Date', width: 12 },
      { label: 'Grade', width: 24, wraps: true },
      { label: 'What it says', width: 60, wraps: true },
      { label: 'Supports', width: 60, wraps: true },
      { label: 'Address', width: 40 },
    ],
    rows: marks.map(({ id, title: name, publisher, date, graded, note, supports, url }) => [
      id,
      name,
      publisher,
      date,
      graded,
      note,
      supports.map(labelOf).join('; ') || 'background',
      url,
    ]),
  }
}
