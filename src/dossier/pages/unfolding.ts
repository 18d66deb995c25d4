import { market, seriesOfOutcome } from '../../study/model.ts'
import type { Dossier } from '../dossier.ts'
import { fansIn } from '../fans.ts'
import { type Page, pageNames } from '../page.ts'

/** How it could unfold, quarter by quarter, with the chosen strategy and with its rival. */
export async function unfoldingPage(dossier: Dossier): Promise<Page> {
  const shown = seriesOfOutcome(dossier.sight.outcome)
  const fan = await fansIn(dossier)
  const { title, measure, caption, chart, table } = fan(
    market.series.find(({ id }) => id === shown) ?? market.series[0],
  )
  return {
    id: 'unfolding',
    name: pageNames.unfolding,
    headline: title,
    measure,
    numbers: [],
    chart,
    table: table(),
    lines: [],
    caption,
    note: 'Half of all futures lie below the line in the middle of the fan, nine of ten inside it. No single future runs along its edge.',
  }
}
