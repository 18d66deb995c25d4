import type { Dossier } from '../../../dossier/dossier.ts'
import { market } from '../../../study/model.ts'
import { count } from '../../../words/index.ts'
import { inUnit } from './facts.ts'
import { formatOf, type Sheet, type Value } from './sheet.ts'

/** Futures in the workbook: enough to draw them, few enough for it to open quickly. */
export const TRIALS = 1000

/** The first futures of the scenario in sight, all outcomes of every strategy: a row a future and strategy. */
export async function trialsSheet(dossier: Dossier): Promise<Sheet> {
  const { trials } = await dossier.results()
  const most = Math.min(TRIALS, trials)
  const { cases } = await dossier.trials({ inputs: [] })
  const rows: Value[][] = []
  for (let trial = 0; trial < most; trial++) {
    for (const { strategy, outcomes } of cases) {
      const values = market.outcomes.map((one) => {
        const value = outcomes[one.id][trial]
        return one.kind === 'category' ? (one.states[value] ?? null) : value
      })
      rows.push([trial, dossier.labelOf(strategy), ...values, strategy])
    }
  }
  return {
    name: 'Trials',
    caption: `The first ${count(most)} of ${count(trials)} futures in “${dossier.scenarioLabel}”, counted from 0: the same number is the same future in every strategy.`,
    columns: [
      { label: 'Future', width: 9 },
      { label: 'Strategy', width: 30 },
      ...market.outcomes.map((one) =>
        one.kind === 'number'
          ? { label: inUnit(one.label, one.unit), width: 15, format: formatOf(one.unit) }
          : { label: one.label, width: 15 },
      ),
      { label: 'Strategy ID', width: 20 },
    ],
    rows,
    frozen: 2,
  }
}
