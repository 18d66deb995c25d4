import type { Dossier } from '../../../dossier/dossier.ts'
import { strategiesOf } from '../../../engine/plan.ts'
import { leversAt } from '../../../study/model.ts'
import { formatOf, type Sheet } from './sheet.ts'
import { inUnit } from './facts.ts'

/** Every strategy by its levers: what is decided, and nothing that is believed. */
export function decisionsSheet({ plan }: Dossier): Sheet {
  const levers = leversAt(plan.vantage)
  return {
    name: 'Decisions',
    caption: 'What each strategy decides. Beliefs are in the sheet Assumptions.',
    columns: [
      { label: 'Strategy', width: 34 },
      ...levers.map(({ label, unit, kind }) => ({
        label: kind === 'switch' ? label : inUnit(label, unit),
        width: 16,
        format: formatOf(unit),
      })),
      { label: 'Strategy ID', width: 20 },
    ],
    rows: strategiesOf(plan).map(({ id, label, levers: set }) => [
      label,
      ...levers.map((lever) => set[lever.id] ?? lever.default),
      id,
    ]),
  }
}
