import { fanFinding, fanFutures } from '../findings/fan.ts'
import { fanOf } from '../findings/fans.ts'
import { NEGLIGIBLE } from '../study/index.ts'
import { market, vantages } from '../study/model.ts'
import { quarterLabels, toDigits } from '../words/index.ts'
import type { Dossier } from './dossier.ts'
import type { Shown } from './handout-data.ts'
import type { FanPlain } from './plain-chart.ts'

/** No picture tells more apart. */
const DIGITS = 5

/** Every series with the chosen strategy and with its rival. */
export async function seriesTold(dossier: Dossier): Promise<Shown<FanPlain>[]> {
  const { study, sight, plan } = dossier
  const results = await dossier.results()
  const strategies = [...new Set([sight.chosen, sight.rival])]
  const found = await Promise.all(strategies.map((id) => dossier.series(id)))
  const start = vantages.find(({ id }) => id === plan.vantage)?.startQuarter ?? ''
  const quarters = quarterLabels(start, plan.quarters)
  const { trials } = found[0]
  return market.series.map((series): Shown<FanPlain> => {
    const fans = strategies.map((id, at) => fanOf(id, dossier.labelOf(id), found[at], series.id))
    const facts = {
      ...series,
      fans,
      singles: [],
      observed: [],
      quarters,
      isNow: false,
      trials,
      ofAgreeing: false,
      negligible: study.negligible ?? NEGLIGIBLE,
    }
    const { title, measure, caption, table } = fanFinding(facts)
    return {
      id: series.id,
      label: series.label,
      title,
      measure,
      caption: `${caption} ${fanFutures({ trials, ofAgreeing: false }, results)}`,
      chart: {
        kind: 'fan',
        axis: series.label,
        unit: series.unit,
        quarters,
        fans: fans.map(({ label, summary: { p5, p25, p50, p75, p95 } }) => {
          return { label, ...rounded({ p5, p25, p50, p75, p95 }) }
        }),
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
