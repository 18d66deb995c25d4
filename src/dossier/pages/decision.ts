import { isBeyond, type Limits, standingOf } from '../../findings/best.ts'
import { acrossWords, unsureWords } from '../../findings/decision-across.ts'
import { limitsOf } from '../../findings/limits.ts'
import { countedWords, overWords, pairFinding } from '../../findings/pair.ts'
import { runNote } from '../../findings/run-note.ts'
import { measureOf } from '../../findings/verdict-facts.ts'
import type { PairedDifference } from '../../analyses/pair.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { HEADLINE, labelOf } from '../../study/model.ts'
import {
  capital,
  chance,
  chanceWithError,
  differenceWithError,
  sizeWithError,
} from '../../words/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Depth } from '../why/section.ts'
import { type Page, pageNames } from '../page.ts'
import type { HistogramChart } from '../plain-chart.ts'
import { captionOf, chosenRow, noFigureWords } from './parts.ts'

const BINS = 30
const MOST_STEPS = 5

/**
 * The decision asked for: the chosen strategy less its rival in the same futures, how that goes with
 * the other scenarios, and what comes next.
 *
 * @param depth `brief` without the other scenarios, which take longest to run
 */
export async function decisionPage(dossier: Dossier, depth: Depth = 'whole'): Promise<Page> {
  const { outcome, sight, study } = dossier
  const [chosen, rival] = [sight.chosen, sight.rival].map((id) => ({
    id,
    label: dossier.labelOf(id),
  }))
  const alone = await aloneWords(dossier)
  if (alone) return alonePage(dossier, alone)
  const answer = await dossier.pair()
  const results = await dossier.results()
  const { difference, errors } = answer
  const { mean, standardError, ties } = difference
  const { measure, table } = pairFinding({
    a: chosen,
    b: rival,
    answer,
    outcome,
    where: dossier.counted,
  })
  const limits = limitsOf({ ...results.plan, trials: results.trials }, outcome, study.negligible)
  const by = differenceWithError(mean, standardError, outcome.unit)
  const [ahead, behind] =
    outcome.better === 'lower' ? (['losses', 'wins'] as const) : (['wins', 'losses'] as const)
  const of = { outcome, where: dossier.counted }
  const over = `, ${overWords(of)}`
  const word = outcome.better === 'neutral' ? 'higher' : 'ahead'
  return {
    id: 'decision',
    name: pageNames.decision,
    headline:
      ties === 1
        ? `${chosen.label} and ${rival.label} do not differ in any future`
        : headlineOf(
            [chosen.label, rival.label],
            answer.difference,
            outcome,
            limits,
            dossier.scenarioLabel,
          ) + (await cautionWords(dossier)),
    measure,
    numbers: [
      { label: `On average${over}`, text: by, value: mean, error: standardError, figure: 'lead' },
      ...(
        [
          [chosen, ahead],
          [rival, behind],
        ] as const
      ).map(([{ label }, side]) => ({
        label: `${label} ${word}${over}`,
        text: chanceWithError(difference[side], errors[side]),
        value: difference[side],
        error: errors[side],
      })),
    ],
    chart: histogram(difference, answer.shape.sorted, outcome),
    table: table(),
    lines: [
      ...tiesWords(ties, countedWords(of)),
      ...askedWords([chosen.label, rival.label], answer.difference, outcome, limits),
      ...(await nearestWords(dossier)),
      ...(depth === 'whole'
        ? acrossWords(await dossier.matrix(), sight.chosen, sight.scenario)
        : []),
    ],
    ...nextSteps(dossier),
    caption: `Counted: ${countedWords(of)}. ± is the error of the paired difference. ${runNote(results)}.`,
    note: 'Each future is compared with itself: what the two share cancels out.',
  }
}

/** Futures in which nothing differs are no bar. */
function tiesWords(ties: number, counted: string): string[] {
  return ties > 0 && ties < 1
    ? [`In ${chance(ties)} of ${counted} there is no difference; the chart shows the others.`]
    : []
}

/** Why there is nothing to compare; null where there is. */
async function aloneWords(dossier: Dossier): Promise<string | null> {
  const { outcome, sight } = dossier
  const { chosen, rival } = sight
  if (chosen === rival) {
    return `${dossier.labelOf(chosen)} is the only strategy: there is none to compare it with`
  }
  const rows = (await dossier.rows()).filter(({ id }) => id === chosen || id === rival)
  const none = rows.map((row) => noFigureWords(outcome, row)).find((words) => words !== null)
  return none ?? null
}

/** Who is nearest to the choice, where that is not whom it is compared with: the headline of the talk names it. */
async function nearestWords(dossier: Dossier): Promise<string[]> {
  const { outcome, sight } = dossier
  if (outcome.id !== HEADLINE) return []
  const { top, rivals = [] } = (await dossier.choice())?.choice ?? {}
  const isTop = top?.id === sight.chosen
  const next = isTop ? rivals[0] : rivals.find(({ id }) => id === sight.chosen)
  const other = isTop ? next : top
  if (!next || !other || other.id === sight.rival) return []
  if (!next.isBehind) {
    return [`${other.label} cannot be told apart from it on average with these futures.`]
  }
  const by = sizeWithError(next.lead.value, next.lead.error, outcome.unit)
  return isTop
    ? [`Of all others ${other.label} is nearest to it: behind by ${by} on average.`]
    : [`The best on average is ${other.label}: ahead of it by ${by}.`]
}

/** Whom the best on average is not surely ahead of beside whom it is compared with; empty where it is, or is not the choice. */
async function cautionWords(dossier: Dossier): Promise<string> {
  const { outcome, sight } = dossier
  if (outcome.id !== HEADLINE) return ''
  const choice = (await dossier.choice())?.choice
  return choice?.top.id === sight.chosen ? unsureWords(choice, sight.rival) : ''
}

/** What is asked where nothing can be compared. */
async function alonePage(dossier: Dossier, headline: string): Promise<Page> {
  const row = await chosenRow(dossier)
  const name = capital(measureOf(dossier.outcome))
  const { mean, meanText } = row
  const isThere = noFigureWords(dossier.outcome, row) === null
  const { value, error } = mean
  return {
    id: 'decision',
    name: pageNames.decision,
    headline,
    measure: `${dossier.outcome.label}: a difference needs two strategies that have one.`,
    numbers: isThere
      ? [{ label: `${name} on average`, text: meanText, value, error, figure: 'mean' }]
      : [],
    chart: null,
    table: null,
    lines: [],
    ...nextSteps(dossier),
    caption: captionOf(dossier, await dossier.results()),
    note: 'Add a strategy on Answer, or choose another one to compare with.',
  }
}

/** Which of two is ahead, and no more than the error and what is negligible allow. */
function headlineOf(
  [chosen, rival]: readonly string[],
  { mean, standardError: error }: PairedDifference,
  outcome: NumberOutcome,
  limits: Limits,
  scenario: string,
): string {
  const { better, unit } = outcome
  const of = outcome.id === HEADLINE ? '' : ` in ${measureOf(outcome)}`
  const lead = { value: mean, error }
  const by = differenceWithError(mean, error, unit)
  const size = sizeWithError(mean, error, unit)
  if (!isBeyond(lead, limits)) {
    return `${chosen} and ${rival} cannot be told apart${of} on average with these futures: ${by}`
  }
  const standing = standingOf(lead, limits)
  if (standing === 'negligible') {
    return `${chosen} and ${rival} are about the same${of}: ${by} on average`
  }
  if (better === 'neutral') return `${chosen} less ${rival}${of}: ${by} on average`
  const little = standing === 'open' ? ', perhaps by no more than is negligible' : ''
  return mean > 0 === (better === 'higher')
    ? `Decision asked: ${chosen}, ahead of ${rival}${of} by ${size} on average in “${scenario}”${little}`
    : `${chosen} is behind ${rival}${of} by ${size} on average${little || ': the case for it is not its average'}`
}

/** What is to be decided, where the headline asks nothing because the average does not answer it. */
function askedWords(
  [chosen, rival]: readonly string[],
  { mean, standardError: error, ties }: PairedDifference,
  { better }: NumberOutcome,
  limits: Limits,
): string[] {
  const lead = { value: mean, error }
  const between = `Decision asked: ${chosen} or ${rival}`
  if (ties === 1) return [`${between}. This figure does not tell them apart: others must decide.`]
  if (better === 'neutral')
    return [`${between}. Of this figure no side is better: others must decide.`]
  const rest = 'the choice rests on terms and risk'
  if (!isBeyond(lead, limits)) {
    return [`${between}. On average these futures do not tell them apart: ${rest}.`]
  }
  if (standingOf(lead, limits) === 'negligible') {
    return [`${between}. On average they differ by less than is negligible: ${rest}.`]
  }
  if (mean > 0 === (better === 'higher')) return []
  return [
    `Decision asked: whether to go on with ${chosen}. On average it is behind ${rival}: the case for it rests on its terms and its risk.`,
  ]
}

/** What is to be looked at next: open questions, and beliefs of which somebody is not sure. */
function nextSteps({ study }: Dossier): Pick<Page, 'steps'> {
  const open = (study.openQuestions ?? []).map(
    ({ assumption }) => `Say whether “${labelOf(assumption)}” still holds.`,
  )
  const unsure = Object.entries(study.assumptionNotes ?? {})
    .filter(([, { confidence }]) => confidence === 'low')
    .map(
      ([id, { owner }]) =>
        `Look at “${labelOf(id)}” again: low confidence${owner ? `, ${owner}` : ''}.`,
    )
  const steps = [...open, ...unsure].slice(0, MOST_STEPS)
  return steps.length > 0 ? { steps } : {}
}

/**
 * Where the differences lie, those that are none left out; what lies in the outermost hundredth on
 * either side counts in the outermost bin. No bin has both sides of 0.
 */
function histogram(
  { ties }: PairedDifference,
  sorted: Float64Array,
  outcome: NumberOutcome,
): HistogramChart | null {
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]
  const [low, high] = [at(0.01), at(0.99)]
  if (ties === 1 || !(high > low)) return null
  const width = (high - low) / BINS
  const [first, last] = [Math.floor(low / width), Math.max(Math.ceil(high / width), 1)]
  const shares = Array.from({ length: last - first }, () => 0)
  for (const one of sorted) {
    const bin = Math.min(shares.length - 1, Math.max(0, Math.floor(one / width) - first))
    if (one !== 0) shares[bin] += 1 / sorted.length
  }
  return {
    kind: 'histogram',
    axis: `Difference in ${measureOf(outcome)}`,
    unit: outcome.unit,
    edges: Array.from({ length: shares.length + 1 }, (_, edge) => (first + edge) * width),
    shares,
    zero: 0,
    ...(outcome.better === 'lower' ? { better: 'below' as const } : {}),
  }
}
