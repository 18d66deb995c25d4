import { isBeyond } from '../../findings/best.ts'
import { limitsOf } from '../../findings/limits.ts'
import { pairFinding } from '../../findings/pair.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import type { PairedDifference } from '../../analyses/pair.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { labelOf } from '../../study/model.ts'
import { chanceWithError, differenceWithError } from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Page } from '../page.ts'
import type { HistogramChart } from '../plain-chart.ts'
import { captionOf } from './parts.ts'

const BINS = 30
const MOST_STEPS = 5

/** The decision asked for: the chosen strategy less its rival in the same futures, and what comes next. */
export async function decisionPage(dossier: Dossier): Promise<Page> {
  const { outcome, sight, study } = dossier
  const [chosen, rival] = [sight.chosen, sight.rival].map((id) => ({
    id,
    label: dossier.labelOf(id),
  }))
  const answer = await dossier.pair()
  const results = await dossier.results()
  const { difference, errors } = answer
  const { mean, standardError } = difference
  const { measure, caption, table } = pairFinding({
    a: chosen,
    b: rival,
    answer,
    outcome,
    where: 'all',
  })
  const limits = limitsOf(results.plan, outcome, study.negligible)
  const isTold = isBeyond({ value: mean, error: standardError }, limits)
  const by = differenceWithError(mean, standardError, outcome.unit)
  const ahead = outcome.better === 'lower' ? 'losses' : 'wins'
  return {
    id: 'decision',
    name: 'Decision asked',
    headline: headlineOf(chosen.label, rival.label, isTold ? mean : null, outcome.better, by),
    measure,
    numbers: [
      { label: 'On average', text: by, value: mean, error: standardError },
      {
        label: `${chosen.label} ${outcome.better === 'neutral' ? 'higher' : 'ahead'}`,
        text: chanceWithError(difference[ahead], errors[ahead]),
        value: difference[ahead],
        error: errors[ahead],
      },
    ],
    chart: histogram(difference, answer.shape.sorted, outcome),
    table: table(),
    lines: nextSteps(dossier),
    caption: `${caption} ${captionOf(dossier, results)}`,
    note: 'Each future is compared with itself: what the two share cancels out.',
  }
}

/** @param lead null where it does not exceed its error */
function headlineOf(
  chosen: string,
  rival: string,
  lead: number | null,
  better: 'higher' | 'lower' | 'neutral',
  by: string,
): string {
  if (lead === null) {
    return `${chosen} and ${rival} cannot be told apart on average with these futures: ${by}`
  }
  if (better === 'neutral') return `${chosen} less ${rival}: ${by} on average`
  const isAhead = lead > 0 === (better === 'higher')
  return isAhead
    ? `Decision asked: ${chosen}, ahead of ${rival} by ${by.replace(/^[+−]/, '')} on average`
    : `${chosen} is behind ${rival} by ${by.replace(/^[+−]/, '')} on average: the case for it is not its average`
}

/** What is to be looked at next: open questions, and beliefs of which somebody is not sure. */
function nextSteps({ study }: Dossier): string[] {
  const open = (study.openQuestions ?? []).map(
    ({ assumption }) => `Say whether “${labelOf(assumption)}” still holds.`,
  )
  const unsure = Object.entries(study.assumptionNotes ?? {})
    .filter(([, { confidence }]) => confidence === 'low')
    .map(
      ([id, { owner }]) =>
        `Look at “${labelOf(id)}” again: low confidence${owner ? `, ${owner}` : ''}.`,
    )
  return [...open, ...unsure].slice(0, MOST_STEPS)
}

/** Where the differences lie, without the outermost hundredth on either side. */
function histogram(
  { ties }: PairedDifference,
  sorted: Float64Array,
  outcome: NumberOutcome,
): HistogramChart | null {
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]
  const [low, high] = [at(0.01), at(0.99)]
  if (ties === 1 || !(high > low)) return null
  const width = (high - low) / BINS
  const shares = Array.from({ length: BINS }, () => 0)
  for (const one of sorted) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((one - low) / width)))
    shares[bin] += 1 / sorted.length
  }
  const edges = Array.from({ length: BINS + 1 }, (_, edge) => low + edge * width)
  const axis = `Difference in ${measureOf(outcome)}`
  return { kind: 'histogram', axis, unit: outcome.unit, edges, shares, zero: 0 }
}
