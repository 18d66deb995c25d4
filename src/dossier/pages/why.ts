import { beliefsAmong } from '../../findings/drivers.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import { labelOf } from '../../study/model.ts'
import { amount } from '../../findings/finding.ts'
import { correlation, percent } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Page } from '../page.ts'
import { captionOf } from './parts.ts'

const MOST = 8

/** What the outcome of the chosen strategy goes with. */
export async function whyPage(dossier: Dossier): Promise<Page> {
  const { outcome, sight } = dossier
  const chosen = dossier.labelOf(sight.chosen)
  const found = beliefsAmong(await dossier.drivers(sight.chosen)).slice(0, MOST)
  const [first, second] = found
  const name = measureOf(outcome)
  const way = (by: number) => (by > 0 ? 'higher' : 'lower')
  const headline = !first
    ? `No belief stands out from chance: ${name} with ${chosen} goes with none of them`
    : second
      ? `${chosen} goes most with “${labelOf(first.id)}” and “${labelOf(second.id)}”`
      : `${chosen} goes most with “${labelOf(first.id)}”`
  return {
    id: 'why',
    name: 'Why',
    headline,
    measure: `Rank correlation of ${name} with each belief, from −1 to 1: to the right, the higher the belief the higher ${name}.`,
    numbers: found.slice(0, 3).map(({ id, share }) => ({
      label: `Share of ${labelOf(id)}`,
      text: percent(share),
      value: share,
      error: null,
    })),
    chart:
      found.length === 0
        ? null
        : {
            kind: 'bars',
            axis: 'Rank correlation',
            unit: '',
            categories: found.map(({ id }) => labelOf(id)),
            series: [
              {
                label: chosen,
                bars: found.map((one) => ({
                  value: one.correlation,
                  text: correlation(one.correlation, 2),
                })),
              },
            ],
          },
    table: {
      columns: ['Belief', 'Rank correlation', 'Share of squares'],
      rows: found.map((one) => [
        labelOf(one.id),
        amount(correlation(one.correlation, 2), one.correlation),
        amount(percent(one.share), one.share),
      ]),
    },
    lines: first
      ? [`The higher “${labelOf(first.id)}”, the ${way(first.correlation)} ${name}.`]
      : [],
    caption: `Shares are of all squared rank correlations; what chance alone may bring is left out. ${captionOf(dossier, await dossier.results())}`,
    note: 'A correlation says how closely, not how much: effects that bend back or work together are missed.',
  }
}
