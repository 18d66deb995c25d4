import type { Dossier } from '../../../dossier/dossier.ts'
import type { QuantileField } from '../../../engine/statistics/index.ts'
import { market } from '../../../study/model.ts'
import { errorFormatOf, formatOf, type Sheet, type Styled, type Value } from './sheet.ts'

const fields: readonly QuantileField[] = [
  'p1',
  'p5',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p95',
  'p99',
]

/** Every outcome of every strategy in the scenario in sight, over all futures and over those that close. */
export async function outcomesSheet(dossier: Dossier): Promise<Sheet> {
  const { cases, trials } = await dossier.results()
  const rows = market.outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'number') return []
    const { id, unit, label, onlyIf } = outcome
    // Elsewhere its 0 stands for no figure.
    const [isOfAll, isOfClosed] = [onlyIf !== 'met', onlyIf !== 'unmet']
    const [format, errorFormat] = [formatOf(unit), errorFormatOf(unit)]
    const shown = (value: number | null): Styled => ({ value, format })
    return cases.map(({ strategy, summary }): (Value | Styled)[] => {
      const all = isOfAll ? summary.outcomes[id] : null
      const closed = isOfClosed ? summary.condition.outcomes[id] : null
      return [
        label,
        dossier.labelOf(strategy),
        unit,
        shown(all?.mean ?? null),
        { value: all?.standardError ?? null, format: errorFormat },
        shown(all?.standardDeviation ?? null),
        ...fields.map((field) => shown(all?.[field] ?? null)),
        all?.below0 ?? null,
        shown(closed?.mean ?? null),
        { value: closed?.standardError ?? null, format: errorFormat },
        summary.condition.count,
        id,
        strategy,
      ]
    })
  })
  return {
    name: 'Outcomes',
    caption: `Every outcome of every strategy in “${dossier.scenarioLabel}”. Futures: ${trials}, and those in which the deal closes.`,
    columns: [
      { label: 'Outcome', width: 28 },
      { label: 'Strategy', width: 30 },
      { label: 'Unit', width: 12 },
      { label: 'Mean', width: 11 },
      { label: 'Mean, standard error', width: 11 },
      { label: 'Standard deviation', width: 11 },
      ...fields.map((field) => ({ label: field.toUpperCase(), width: 11 })),
      { label: 'Share below 0', width: 11, format: '0.0%' },
      { label: 'Mean if the deal closes', width: 12 },
      { label: 'Mean if the deal closes, standard error', width: 13 },
      { label: 'Futures in which it closes', width: 13, format: '#,##0' },
      { label: 'Outcome ID', width: 20 },
      { label: 'Strategy ID', width: 20 },
    ],
    rows,
    frozen: 2,
  }
}
