import { market } from '../study/model.ts'
import { toDigits } from '../words/index.ts'
import type { Dossier } from './dossier.ts'
import { fansIn } from './fans.ts'
import type { Shown } from './handout-data.ts'
import type { FanPlain } from './plain-chart.ts'

/** No picture tells more apart. */
const DIGITS = 5

/** Every series with the chosen strategy and with its rival. */
export async function seriesTold(dossier: Dossier): Promise<Shown<FanPlain>[]> {
  const fan = await fansIn(dossier)
  return market.series.map((series): Shown<FanPlain> => {
    const { chart, table, ...words } = fan(series)
    return {
      id: series.id,
      label: series.label,
      ...words,
      chart: {
        ...chart,
        fans: chart.fans.map(({ label, ...lines }) => ({ label, ...rounded(lines) })),
      },
      table: roundedTable(table()),
    }
  })
}

function rounded<Lines extends Record<string, readonly number[]>>(lines: Lines): Lines {
  const all = Object.entries(lines).map(([id, values]) => [id, shortened(values)] as const)
  return Object.fromEntries(all) as unknown as Lines
}

/** Values with as many digits as a picture shows. */
export function shortened(values: readonly number[]): number[] {
  return values.map((one) => toDigits(one, DIGITS))
}

function roundedTable({ columns, rows }: Shown<FanPlain>['table']): Shown<FanPlain>['table'] {
  return {
    columns,
    rows: rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string' || cell.raw === null
          ? cell
          : { text: cell.text, raw: toDigits(cell.raw, DIGITS) },
      ),
    ),
  }
}
