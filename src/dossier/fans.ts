import type { Series } from '../engine/model.ts'
import { fanFinding } from '../findings/fan.ts'
import { fanFutures } from '../findings/fan-futures.ts'
import { fanOf } from '../findings/fans.ts'
import type { Table } from '../findings/finding.ts'
import { NEGLIGIBLE } from '../study/index.ts'
import { vantages } from '../study/model.ts'
import { quarterLabels } from '../words/index.ts'
import type { Dossier } from './dossier.ts'
import type { FanPlain } from './plain-chart.ts'

/** How one series could unfold, as words, plain data and a table. */
interface PlainFan {
  readonly title: string
  readonly measure: string
  readonly caption: string
  readonly chart: FanPlain
  readonly table: () => Table
}

/** What draws any series with the chosen strategy and with its rival, which are asked for once. */
export async function fansIn(dossier: Dossier): Promise<(series: Series) => PlainFan> {
  const { study, sight, plan } = dossier
  const results = await dossier.results()
  const strategies = [...new Set([sight.chosen, sight.rival])]
  const found = await Promise.all(strategies.map((id) => dossier.series(id)))
  const start = vantages.find(({ id }) => id === plan.vantage)?.startQuarter ?? ''
  const quarters = quarterLabels(start, plan.quarters)
  const { trials } = found[0]
  return (series) => {
    const fans = strategies.map((id, at) => fanOf(id, dossier.labelOf(id), found[at], series.id))
    const { title, measure, caption, table } = fanFinding({
      ...series,
      fans,
      singles: [],
      observed: [],
      quarters,
      trials,
      ofAgreeing: false,
      negligible: study.negligible ?? NEGLIGIBLE,
    })
    const lines = fans.map(({ label, summary: { p5, p25, p50, p75, p95 } }) => {
      return { label, p5, p25, p50, p75, p95 }
    })
    return {
      title,
      measure,
      caption: `${caption} ${fanFutures({ trials, ofAgreeing: false }, results)}`,
      chart: { kind: 'fan', axis: series.label, unit: series.unit, quarters, fans: lines },
      table,
    }
  }
}
