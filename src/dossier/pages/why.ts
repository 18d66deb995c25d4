import { amount } from '../../findings/finding.ts'
import { baseLevel, endCells } from '../../findings/tornado-words.ts'
import { togetherWords } from '../../findings/moves-together.ts'
import { leadingDoubtWords } from '../../findings/driver-disagreements.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import { labelOf } from '../../study/model.ts'
import { capital, differenceWithError, listed } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import { type Page, pageNames } from '../page.ts'
import { whyLines } from '../why/index.ts'
import { captionOf, chosenRow, goesWords, noFigureWords } from './parts.ts'

const MOST = 8

/** What moves the outcome of the chosen strategy, what flips the choice, and what would have to be true. */
export async function whyPage(dossier: Dossier): Promise<Page> {
  const { outcome, sight, subject } = dossier
  const { unit } = outcome
  const chosen = dossier.labelOf(sight.chosen)
  const none = noFigureWords(outcome, await chosenRow(dossier))
  const { bars, base } = await dossier.ask('tornado', { subject, method: 'swing' })
  const found = none === null ? bars.filter((bar) => bar.isTold).slice(0, MOST) : []
  const [first, second] = found
  const words = { unit, isDifference: false }
  const name = measureOf(outcome)
  const named = [first, second].flatMap((one) => (one ? [`“${labelOf(one.id)}”`] : []))
  const lines = none === null ? (await whyLines(dossier)).flatMap((one) => one.lines) : []
  const leading = [first, second].flatMap((one) => (one ? [one.id] : []))
  const doubt = [
    togetherWords(
      found.map(({ id }) => id),
      (await dossier.results()).plan.correlations,
      'swing',
    ),
    ...(await doubtWords(dossier, leading)),
  ].filter(Boolean)
  const headline =
    none ??
    (first
      ? `${capital(name)} with ${chosen} turns most on ${listed(named)}`
      : `No belief stands out from chance: ${name} with ${chosen} goes with none of them`)
  return {
    id: 'why',
    name: pageNames.why,
    headline,
    measure: `Average ${name} where a belief is in its highest tenth, less that where it is in its lowest; of an event, where it happens less where it does not.`,
    numbers: [],
    chart:
      found.length === 0
        ? null
        : {
            kind: 'bars',
            axis: `Swing of ${name}`,
            unit,
            categories: found.map(({ id }) => labelOf(id)),
            series: [
              {
                label: chosen,
                bars: found.map(({ size, error }) => ({
                  value: size,
                  text: differenceWithError(size, error, unit),
                })),
                errors: found.map(({ error }) => error),
              },
            ],
          },
    table: {
      columns: ['Belief', 'Low', 'Outcome there', 'High', 'Outcome there ', 'Swing'],
      rows: found.map((bar) => [
        labelOf(bar.id),
        ...endCells(bar, words),
        amount(differenceWithError(bar.size, bar.error, unit), bar.size),
      ]),
    },
    lines:
      lines.length > 0
        ? [...doubt, ...lines]
        : found.slice(0, 2).map((one) => goesWords({ id: one.id, correlation: one.size }, name)),
    caption: `Against an average of ${baseLevel(base, found, words)}; what chance alone may bring is left out. ${captionOf(dossier, await dossier.results())}`,
    note: 'A swing says how much goes with a belief, not what it does alone: beliefs that move with it move too.',
  }
}

/** That methods differ on a belief that the headline names, where they do. */
async function doubtWords(dossier: Dossier, named: readonly string[]): Promise<string[]> {
  if (named.length === 0) return []
  const found = await dossier.ask('driverDisagreements', { subject: dossier.subject })
  return leadingDoubtWords(found, named).slice(0, 1)
}
