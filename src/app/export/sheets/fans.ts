import type { Dossier } from '../../../dossier/dossier.ts'
import { market, vantages } from '../../../study/model.ts'
import { count, quarterLabels } from '../../../words/index.ts'
import { formatOf, type Sheet, type Styled, type Value } from './sheet.ts'

const FIELDS = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const

/** Percentiles per quarter of every series, of the chosen strategy and of the one it is compared with. */
export async function fansSheet(dossier: Dossier): Promise<Sheet> {
  const { plan, sight } = dossier
  const start = vantages.find(({ id }) => id === plan.vantage)?.startQuarter ?? ''
  const quarters = quarterLabels(start, plan.quarters)
  const rows: (Value | Styled)[][] = []
  let futures = 0
  for (const strategy of new Set([sight.chosen, sight.rival])) {
    const { series, trials } = await dossier.series(strategy)
    futures = trials
    for (const { id, label, unit } of market.series) {
      const shown = (value: number): Styled => ({ value, format: formatOf(unit) })
      quarters.forEach((quarter, t) => {
        const figures = FIELDS.map((field) => shown(series[id][field][t]))
        rows.push([dossier.labelOf(strategy), label, quarter, ...figures, unit, strategy, id])
      })
    }
  }
  return {
    name: 'Fans',
    caption: `How it unfolds quarter by quarter in “${dossier.scenarioLabel}”, over the first ${count(futures)} futures: 5% are below P5, half below P50.`,
    columns: [
      { label: 'Strategy', width: 32 },
      { label: 'Series', width: 28 },
      { label: 'Quarter', width: 10 },
      ...FIELDS.map((field) => ({
        label: field === 'mean' ? 'Mean' : field.toUpperCase(),
        width: 12,
      })),
      { label: 'Unit', width: 18 },
      { label: 'Strategy ID', width: 20 },
      { label: 'Series ID', width: 20 },
    ],
    rows,
    frozen: 3,
  }
}
