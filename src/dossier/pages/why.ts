import { measureOf } from '../../findings/verdict-facts.ts'
import { labelOf } from '../../study/model.ts'
import { amount } from '../../findings/finding.ts'
import { capital, correlation, listed, percent } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import { hingeSentence } from '../why/flips.ts'
import { type Page, pageNames } from '../page.ts'
import { captionOf, chosenRow, goesWords, noFigureWords, strongestBeliefs } from './parts.ts'

const MOST = 8

/** What the outcome of the chosen strategy goes with. */
export async function whyPage(dossier: Dossier): Promise<Page> {
  const { outcome, sight } = dossier
  const chosen = dossier.labelOf(sight.chosen)
  const found = (await strongestBeliefs(dossier)).slice(0, MOST)
  const none = noFigureWords(outcome, await chosenRow(dossier))
  const [first, second] = found
  const flip = await hingeSentence(dossier)
  const name = measureOf(outcome)
  const named = [first, second].flatMap((one) => (one ? [`“${labelOf(one.id)}”`] : []))
  const headline =
    none ??
    (first
      ? `${capital(name)} with ${chosen} turns most on ${listed(named)}`
      : `No belief stands out from chance: ${name} with ${chosen} goes with none of them`)
  return {
    id: 'why',
    name: pageNames.why,
    headline,
    measure: `Rank correlation of ${name} with each belief, from −1 to 1: to the right, the higher the belief the higher ${name}.`,
    numbers: found.slice(0, 3).map(({ id, share }) => ({
      label: `Of the explained spread: ${labelOf(id)}`,
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
    lines: [
      ...(flip === null ? [] : [flip]),
      ...found.slice(0, flip === null ? 2 : 1).map((one) => goesWords(one, name)),
    ],
    caption: `Shares are of all squared rank correlations; what chance alone may bring is left out. ${captionOf(dossier, await dossier.results())}`,
    note: 'A correlation says how closely, not how much: effects that bend back or work together are missed.',
  }
}
