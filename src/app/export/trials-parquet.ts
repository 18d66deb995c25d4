import type { Dossier } from '../../dossier/dossier.ts'
import { writeStudy } from '../../study/index.ts'
import { market } from '../../study/model.ts'
import type { FileMade } from './formats.ts'
import { type ParquetColumn, parquetOf } from './parquet-writer.ts'
import {
  aboutOf,
  tableName,
  type TrialColumn,
  type TrialTable,
  trialTable,
} from './trials-table.ts'
import { turns } from './turns.ts'

/**
 * A row a future, as in the CSV, with the series of the two strategies in sight as lists, a number a
 * quarter; the study and what each column is stand in the file's metadata.
 */
export async function write(all: Dossier): Promise<FileMade> {
  const table = await trialTable(all)
  const { trials, columns } = table
  const { signal, onProgress } = all.options
  const turn = turns(signal)
  const series = await seriesOf(table)
  const future: ParquetColumn = {
    name: 'future',
    type: 'INT32',
    values: () => Int32Array.from({ length: trials }, (_, trial) => trial),
  }
  const content = await parquetOf(
    [future, ...columns.map(columnOf), ...series.map(({ column }) => column)],
    trials,
    {
      stakes: JSON.stringify(aboutOf(table)),
      study: writeStudy(table.dossier.carried),
      columns: JSON.stringify([
        ...columns.map(({ name, label, unit }) => ({ name, label, unit })),
        ...series.map(({ column: { name }, label, unit }) => ({ name, label, unit })),
      ]),
    },
    (done) => {
      onProgress?.(done)
      return turn()
    },
  )
  return { name: tableName(table), content }
}

function columnOf({ name, kind, states, values }: TrialColumn): ParquetColumn {
  if (kind === 'category') {
    return { name, type: 'STRING', values: () => Array.from(values, (at) => states[at]) }
  }
  if (kind === 'event' && values.every((value) => value === 0 || value === 1)) {
    return { name, type: 'BOOLEAN', values: () => Array.from(values, (value) => value === 1) }
  }
  return { name, type: 'DOUBLE', values: () => values }
}

interface SeriesColumn {
  readonly column: ParquetColumn
  readonly label: string
  readonly unit: string
}

async function seriesOf({ dossier }: TrialTable): Promise<SeriesColumn[]> {
  const { chosen, rival } = dossier.sight
  const found: SeriesColumn[] = []
  for (const strategy of new Set([chosen, rival])) {
    const { series, points } = await dossier.paths(strategy)
    for (const [at, { id, label, unit }] of market.series.entries()) {
      const name = `series.${strategy}.${id}`
      found.push({
        column: { name, type: 'FLOATS', length: points, values: () => series[at] },
        label: `${label}, quarter by quarter from the start: ${dossier.labelOf(strategy)}`,
        unit,
      })
    }
  }
  return found
}
