import type { Signpost } from '../analyses/signpost-facts.ts'
import { keptAsked, keptMarks, keptTable } from '../findings/kept-signposts.ts'
import { signpostsAsked, signsAsked } from '../findings/signposts-asked.ts'
import { signpostsFinding } from '../findings/signposts.ts'
import { countedFor, whereWords } from '../findings/where.ts'
import { quarterLabels, sentences } from '../words/index.ts'
import { signpostsOf } from '../study/edits/signposts.ts'
import { isChoice, type ResolvedStudy } from '../study/index.ts'
import { HEADLINE, market, vantages } from '../study/model.ts'
import type { RunResults } from '../workers/results.ts'
import type { Runner } from '../workers/runner.ts'
import type { Extra, ExtraReport } from './extras.ts'
import { outcomeNamed, subjectTyped } from './subject.ts'
import { printed } from './table.ts'

/** What to watch: which figures of the market tell of the outcome and of the choice, and by when. */
export const signpostsExtra: Extra = {
  option: 'signposts',
  usage: [
    'what to watch: which figures of the market, seen in the next',
    'quarters, tell of the outcome and change the choice',
  ],
  prepare(study, _typed, { of } = {}) {
    const inSight = market.outcomes.find(({ id }) => id === study.sight?.outcome)
    const outcome = outcomeNamed('--signposts', inSight?.kind === 'number' ? inSight.id : HEADLINE)
    const subjectOf = subjectTyped(study, of, outcome)
    return (runner, results) => report(study, runner, results, subjectOf(results), outcome)
  },
}

async function report(
  study: ResolvedStudy,
  runner: Runner,
  results: RunResults,
  subject: ReturnType<ReturnType<typeof subjectTyped>>,
  outcome: ReturnType<typeof outcomeNamed>,
): Promise<ExtraReport> {
  const { plan } = results
  const choices = study.strategies.filter((one) => isChoice(plan.vantage, one)).map(({ id }) => id)
  const of = { plan, subject, outcome, choices, negligible: study.negligible }
  const asked = signpostsAsked(of)
  const found = await runner.ask('signposts', results, asked)
  const labelOf = (strategy: string) =>
    study.strategies.find(({ id }) => id === strategy)?.label ?? strategy
  const [a, b] = [labelOf(subject.a.strategy), subject.b && labelOf(subject.b.strategy)]
  const words = {
    unit: outcome.unit,
    explained: `${outcome.label} of ${b ? `${a} less ${b}` : a}`,
    brief: b ? 'the difference' : outcome.label,
    isDifference: b !== null,
    labelOf,
  }
  const start = startOf(plan.vantage)
  const finding = signpostsFinding({
    isDrawn: false,
    ...words,
    found,
    start,
    quarters: asked.quarters,
    counted: whereWords(countedFor(outcome, 'all')).counted,
    trials: results.trials,
  })
  const { title, measure, caption, marks, shortTable, soon, later, ahead, few, goesWith, waiting } =
    finding
  const kept = signpostsOf(study)
  const from = { start, quarters: plan.quarters }
  const at = keptAsked(kept, from)
  const sides = await runner.ask('signpostSides', results, { ...signsAsked(of), at })
  const keptFound = keptMarks(kept, from, sides, words)
  const lines = [
    `${title}.`,
    ...[soon, few?.words, later, ahead?.words, waiting].filter(Boolean),
    measure,
    '',
    ...marks.map(({ heading, says, came }) => sentences([`${heading}; ${says}.`, came])),
    ...(goesWith === '' ? [] : ['', goesWith]),
    ...(marks.length > 0 ? ['', ...printed(shortTable()), ''] : []),
    caption,
    ...(kept.length > 0 ? ['', 'Kept with the study:', '', ...printed(keptTable(keptFound))] : []),
  ]
  return {
    text: `${lines.join('\n')}\n`,
    json: { signposts: found.signposts.map((one) => fileOf(one, start)) },
  }
}

function startOf(vantage: string): string {
  return vantages.find(({ id }) => id === vantage)?.startQuarter ?? ''
}

/** The chance is that of `side`; `below` and `above` name the strategy to choose there, null where nothing is chosen by the outcome. */
function fileOf(one: Signpost, start: string) {
  const { series, t, threshold, error, side, sides, share, flips } = one
  return {
    series,
    quarter: quarterLabels(start, t)[t],
    threshold,
    thresholdError: error,
    side,
    chance: sides[side].chance.value,
    standardError: sides[side].chance.error,
    below: sides.below.choice,
    above: sides.above.choice,
    flips,
    share: share.value,
    shareError: share.error,
  }
}
