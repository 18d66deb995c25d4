import { fanFinding, fanFutures } from '../../findings/fan.ts'
import { fanOf } from '../../findings/fans.ts'
import { NEGLIGIBLE } from '../../study/index.ts'
import { market, seriesOfOutcome, vantages } from '../../study/model.ts'
import { quarterLabels } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import { type Page, pageNames } from '../page.ts'

/** How it could unfold, quarter by quarter, with the chosen strategy and with its rival. */
export async function unfoldingPage(dossier: Dossier): Promise<Page> {
  const { study, sight, plan } = dossier
  const results = await dossier.results()
  const strategies = [...new Set([sight.chosen, sight.rival])]
  const found = await Promise.all(strategies.map((id) => dossier.series(id)))
  const series =
    market.series.find(({ id }) => id === seriesOfOutcome(sight.outcome)) ?? market.series[0]
  const fans = strategies.map((id, at) => fanOf(id, dossier.labelOf(id), found[at], series.id))
  const start = vantages.find(({ id }) => id === plan.vantage)?.startQuarter ?? ''
  const quarters = quarterLabels(start, plan.quarters)
  const trials = found[0].trials
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
    id: 'unfolding',
    name: pageNames.unfolding,
    headline: title,
    measure,
    numbers: [],
    chart: {
      kind: 'fan',
      axis: series.label,
      unit: series.unit,
      quarters,
      fans: fans.map(({ label, summary: { p5, p25, p50, p75, p95 } }) => ({
        label,
        p5,
        p25,
        p50,
        p75,
        p95,
      })),
    },
    table: table(),
    lines: [],
    caption: `${caption} ${fanFutures({ trials, ofAgreeing: false }, results)}`,
    note: 'Half of all futures lie below the line in the middle of the fan, nine of ten inside it. No single future runs along its edge.',
  }
}
