import type { Came } from '../../models/observed.ts'
import { OBSERVED_UNTIL } from '../../models/observed-until.ts'
import type { Agreement } from '../analyses/agreement.ts'
import { market } from '../study/model.ts'
import { count, counted, percent, plain, pointsWord, sentences, value } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'
import { HARDLY } from './where.ts'

/**
 * How many futures agree with what has come in since the vantage, and which figure excludes most.
 *
 * @param came figures in the order of the answer's
 */
export function observedFinding(
  came: readonly Came[],
  { trials, count: agree, figures }: Agreement,
  tolerance: { readonly share: number; readonly amount: number },
): Finding {
  const most = came[leastAlone(figures)]
  const excludes = most
    ? `${nameOf(most)} excludes most: ${percent(1 - figures[leastAlone(figures)].alone / trials)} of futures by itself.`
    : ''
  const hardly = agree < HARDLY && most ? hardlyWords(trials) : undefined
  const last =
    came
      .map(({ quarter }) => quarter)
      .toSorted()
      .at(-1) ?? OBSERVED_UNTIL
  const until = last < OBSERVED_UNTIL ? ` to ${last}, as far as the horizon goes` : ''
  const within = plain(100 * tolerance.share)
  return {
    id: 'observed-so-far',
    title:
      came.length === 0
        ? 'Nothing has been observed since the vantage: all futures count'
        : `${count(agree)} of ${counted(trials, 'future')} agree with what has come in since`,
    measure: `Agreeing: within ${within} ${pointsWord(within)} for a share, within ${percent(tolerance.amount)} for spend, in every observed quarter${until}.`,
    caption: sentences([hardly, excludes]),
    table: () => ({
      columns: ['Quarter', 'Figure', 'Observed', 'From', 'To', 'Agree', 'Agree with all others'],
      rows: came.map(({ series, quarter, observed, low, high }, index) => [
        quarter,
        labelOf(series),
        ...[observed, low, high].map((x) => amount(value(x, unitOf(series)), x)),
        ...[figures[index].alone, figures[index].without].map((n) => amount(count(n), n)),
      ]),
    }),
    marks: null,
  }
}

/** What it means that few agree, which of few futures says nothing of the model. */
function hardlyWords(trials: number): string {
  return trials < 10 * HARDLY
    ? 'These are too few futures to tell whether the model explains what came: run more.'
    : 'The model as believed hardly explains what came.'
}

/** The same in few words, beside what asks for it. */
export function agreeWords({ count: agree, trials }: Agreement): string {
  return `${count(agree)} of ${count(trials)} agree`
}

/** What is wrong with a tolerance that was typed in percent. */
export const TOLERANCE_PROBLEM = 'Type a number above 0, and 100 at most.'

/** Whether a tolerance can be taken. */
export function isTolerance(share: number | string): share is number {
  return typeof share === 'number' && share > 0 && share <= 1
}

function leastAlone(figures: Agreement['figures']): number {
  const least = Math.min(...figures.map(({ alone }) => alone))
  return figures.findIndex(({ alone }) => alone === least)
}

function nameOf({ series, quarter }: Came): string {
  return `${labelOf(series)} in ${quarter}`
}

function labelOf(series: string): string {
  return market.series.find(({ id }) => id === series)?.label ?? series
}

function unitOf(series: string): string {
  return market.series.find(({ id }) => id === series)?.unit ?? ''
}
