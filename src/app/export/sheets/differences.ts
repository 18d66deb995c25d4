import type { Pair } from '../../../analyses/pair.ts'
import type { Dossier } from '../../../dossier/dossier.ts'
import { strategiesOf } from '../../../engine/plan.ts'
import { statusQuoOf } from '../../../findings/status-quo.ts'
import { countedFor, selectionOf } from '../../../findings/where.ts'
import { inUnit, withError, withErrorColumns } from './facts.ts'
import type { Sheet, Value } from './sheet.ts'

/** Every strategy less the one it is compared with, and less the status quo, future by future. */
export async function differencesSheet(dossier: Dossier): Promise<Sheet> {
  const { outcome, plan, sight } = dossier
  const quo = statusQuoOf(plan)
  const others = [...new Set([sight.rival, ...(quo === null ? [] : [quo])])]
  const rows: Value[][] = []
  for (const less of others) {
    for (const { id, label } of strategiesOf(plan)) {
      if (id === less) continue
      rows.push([
        label,
        dossier.labelOf(less),
        ...cellsOf(await pairOf(dossier, id, less)),
        id,
        less,
      ])
    }
  }
  const { unit } = outcome
  return {
    name: 'Differences',
    caption: `${outcome.label} of a strategy less that of another in the same future, in “${dossier.scenarioLabel}”. Errors are those of the difference: what the two share cancels out.`,
    columns: [
      { label: 'Strategy', width: 32 },
      { label: 'Less', width: 32 },
      { label: 'Futures', width: 9, format: '#,##0' },
      ...['Mean', 'P10', 'P50', 'P90'].flatMap((name) =>
        withErrorColumns(inUnit(name, unit), unit),
      ),
      ...['Higher in', 'Lower in', 'The same in'].flatMap((name) =>
        withErrorColumns(name, 'fraction'),
      ),
      { label: 'Strategy ID', width: 20 },
      { label: 'Less, ID', width: 20 },
    ],
    rows,
    frozen: 2,
  }
}

async function pairOf(dossier: Dossier, a: string, b: string): Promise<Pair> {
  const { outcome, options, runner } = dossier
  const where = countedFor(outcome, 'all')
  const request = {
    a: dossier.ref(a),
    b: dossier.ref(b),
    outcome: outcome.id,
    selection: selectionOf(where),
  }
  const { signal } = options
  return runner.ask('pair', await dossier.results(), request, signal ? { signal } : {})
}

function cellsOf({ difference: of, errors }: Pair): Value[] {
  const estimates = [
    { value: of.mean, error: of.standardError },
    { value: of.p10, error: errors.p10 },
    { value: of.p50, error: errors.p50 },
    { value: of.p90, error: errors.p90 },
    { value: of.wins, error: errors.wins },
    { value: of.losses, error: errors.losses },
    { value: of.ties, error: errors.ties },
  ]
  return [of.trials, ...estimates.flatMap(withError)]
}
