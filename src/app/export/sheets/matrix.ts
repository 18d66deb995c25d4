import { count } from '../../../words/index.ts'
import type { Dossier } from '../../../dossier/dossier.ts'
import { inUnit, withError, withErrorColumns } from './facts.ts'
import type { Sheet } from './sheet.ts'

/** Every strategy in every scenario of the study, by the outcome in sight. */
export async function matrixSheet(dossier: Dossier): Promise<Sheet> {
  const { outcome, scenarios, found, areWeighed, cut } = await dossier.matrix()
  const { unit, label } = outcome
  const rows = scenarios.flatMap((scenario, at) =>
    found.strategies.map((strategy, place) => {
      const cell = found.cells[at][place]
      return [
        scenario.label,
        strategy.label,
        areWeighed ? scenario.share : null,
        cell.count,
        ...[cell.mean, cell.loss, cell.worstTenth, cell.shortfall, cell.regret, cell.best].flatMap(
          withError,
        ),
        scenario.id,
        strategy.id,
      ]
    }),
  )
  return {
    name: 'Matrix',
    caption: `${label}: every strategy in every scenario, on the same futures. ${areWeighed ? 'Weights are those of the study.' : 'Nobody has weighed the scenarios.'}${cut ? ` On ${count(cut[0])} of the ${count(cut[1])} futures asked for, of each scenario.` : ''}`,
    columns: [
      { label: 'Scenario', width: 30 },
      { label: 'Strategy', width: 32 },
      { label: 'Weight', width: 9, format: '0.0%' },
      { label: 'Futures', width: 9, format: '#,##0' },
      ...withErrorColumns(inUnit('Mean', unit), unit),
      ...withErrorColumns('Chance of loss', 'fraction'),
      ...withErrorColumns(inUnit('Worst 1 in 10', unit), unit),
      ...withErrorColumns(inUnit('CVaR 5%', unit), unit),
      ...withErrorColumns(inUnit('Regret on average', unit), unit),
      ...withErrorColumns('Best in', 'fraction'),
      { label: 'Scenario ID', width: 18 },
      { label: 'Strategy ID', width: 20 },
    ],
    rows,
    frozen: 2,
  }
}
