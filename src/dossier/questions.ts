import { labelOf } from '../study/model.ts'
import { matrixTitle } from '../findings/matrix-title.ts'
import { measureOf } from '../findings/verdict-facts.ts'
import { countedWords } from '../findings/pair.ts'
import { whereWords } from '../findings/where.ts'
import { hasFigure, type StrategyRow } from '../findings/strategy-rows.ts'
import {
  capital,
  chance,
  chanceWithError,
  count,
  counted,
  differenceWithError,
  sentences,
  value,
  valueWithError,
} from '../words/index.ts'
import type { Dossier } from './dossier.ts'
import type { PageId } from './page.ts'
import { basesWords, beliefs, changedBeliefs } from './pages/changed.ts'
import { chosenRow, goesWords, noFigureWords, strongestBeliefs, summaryOf } from './pages/parts.ts'
import { whyLines } from './why/index.ts'
import { worldsOf } from './worlds.ts'

/** Where more is to be seen: a page of the talk, or a screen by the end of its address. */
export type Place =
  | { readonly kind: 'page'; readonly page: PageId }
  | { readonly kind: 'screen'; readonly address: string; readonly label: string }

/** A question that is likely to be asked, and what was found to say. */
export interface LikelyQuestion {
  readonly id: string
  readonly question: string
  /** One line, no more than the figures allow. */
  readonly answer: string
  readonly place: Place
}

const on = (page: PageId): Place => ({ kind: 'page', page })
const at = (address: string, label: string): Place => ({ kind: 'screen', address, label })

/** The questions that a committee is likely to ask of a study, each with a line that answers it. */
export async function likelyQuestions(dossier: Dossier): Promise<readonly LikelyQuestion[]> {
  const chosen = await chosenRow(dossier)
  const found = [
    worst(dossier, chosen),
    await sure(dossier, chosen),
    closing(chosen),
    await rival(dossier, chosen),
    ...(await worlds(dossier, chosen)),
    await everywhere(dossier),
    await matters(dossier, chosen),
    ...(await whys(dossier)),
    changed(dossier),
    origin(dossier),
    next(dossier),
    past(),
    await again(dossier),
  ]
  return found.filter((one) => one !== null)
}

function worst({ outcome, counted }: Dossier, row: StrategyRow): LikelyQuestion {
  const { p10, p90 } = summaryOf(row, outcome)
  const [edge, words] = {
    higher: [p10, 'or worse'] as const,
    lower: [p90, 'or worse'] as const,
    neutral: [p10, 'or lower'] as const,
  }[outcome.better]
  const none = noFigureWords(outcome, row)
  return {
    id: 'worst',
    question: outcome.better === 'neutral' ? 'How low can it be?' : 'What is the worst case?',
    answer: none
      ? `${none}.`
      : `In one in ten of ${whereWords(counted).counted} ${measureOf(outcome)} with ${row.label} is ${value(edge, outcome.unit)} ${words}.`,
    place: on('question'),
  }
}

async function sure(dossier: Dossier, row: StrategyRow): Promise<LikelyQuestion> {
  const { outcome } = dossier
  const { trials } = await dossier.results()
  const { p10, p90 } = summaryOf(row, outcome)
  const [low, high] = [value(p10, outcome.unit), value(p90, outcome.unit)]
  const { value: mean, error } = row.mean
  const average = valueWithError(mean, error, outcome.unit)
  const simulation =
    error === null
      ? ''
      : ` ${average} is the average of ${counted(trials, 'future')}, and ± what more of them might still move it by.`
  const of = whereWords(dossier.counted).counted
  const noFigure = noFigureWords(outcome, row)
  const spread =
    low === high
      ? `Eight in ten of ${of} are at ${low}.`
      : `One future can be far off: eight in ten of ${of} lie from ${low} to ${high}.`
  return {
    id: 'sure',
    question: 'How sure are you of this figure?',
    answer: noFigure ? `${noFigure}.` : spread + simulation,
    place: on('question'),
  }
}

function closing({ closes, label, isReference }: StrategyRow): LikelyQuestion | null {
  // What has closed is no question.
  if (isReference || closes === 1) return null
  return {
    id: 'closing',
    question: 'How likely is it that the deal closes?',
    answer: `It closes in ${chance(closes)} of all futures with ${label}.`,
    place: on('question'),
  }
}

async function rival(dossier: Dossier, { label }: StrategyRow): Promise<LikelyQuestion | null> {
  const { sight, outcome } = dossier
  const both = (await dossier.rows()).filter(({ id }) => id === sight.chosen || id === sight.rival)
  if (sight.chosen === sight.rival || both.some((row) => !hasFigure(outcome, row))) return null
  const { difference, errors } = await dossier.pair()
  const { mean, standardError, ties } = difference
  const by = differenceWithError(mean, standardError, outcome.unit)
  const isLower = outcome.better === 'lower'
  const [wins, error] = isLower
    ? [difference.losses, errors.losses]
    : [difference.wins, errors.wins]
  const word = outcome.better === 'neutral' ? 'higher' : 'ahead'
  return {
    id: 'rival',
    question: `Why not ${dossier.labelOf(sight.rival)}?`,
    answer:
      ties === 1
        ? `The two do not differ in any future.`
        : `Future by future, ${label} less ${dossier.labelOf(sight.rival)} is ${by} on average; ${label} is ${word} in ${chanceWithError(wins, error)} of ${countedWords({ outcome, where: dossier.counted })}.`,
    place: on('decision'),
  }
}

/** The worlds in which the chosen strategy is worst and best off. */
async function worlds(dossier: Dossier, row: StrategyRow): Promise<LikelyQuestion[]> {
  const { outcome, sight } = dossier
  if (!hasFigure(outcome, row)) return []
  const { label } = row
  const found = worldsOf(await dossier.matrix(), sight.chosen)
  const here = found.find(({ id }) => id === sight.scenario)
  const others = found.filter(
    ({ id, mean }) => id !== sight.scenario && mean.value !== here?.mean.value,
  )
  const ends = [others[0], others.at(-1)].filter((one) => one !== undefined)
  return [...new Set(ends)].map((one) => ({
    id: `world-${one.id}`,
    question: `What if it is “${one.label}”?`,
    answer: `${capital(measureOf(outcome))} with ${label} is then ${valueWithError(one.mean.value, one.mean.error, outcome.unit)} on average${here ? `; it is ${valueWithError(here.mean.value, here.mean.error, outcome.unit)} in “${here.label}”` : ''}.`,
    place: on('scenarios'),
  }))
}

async function everywhere(dossier: Dossier): Promise<LikelyQuestion | null> {
  const facts = await dossier.matrix()
  const choices = facts.found.strategies.filter(({ isChoice }) => isChoice)
  if (facts.scenarios.length < 2 || choices.length < 2) return null
  if (facts.outcome.better === 'neutral') return null
  return {
    id: 'everywhere',
    question: 'Is it the right choice in every scenario?',
    answer: `${matrixTitle(facts)}.`,
    place: on('scenarios'),
  }
}

async function matters(dossier: Dossier, { label }: StrategyRow): Promise<LikelyQuestion> {
  const [first] = await strongestBeliefs(dossier)
  return {
    id: 'matters',
    question: 'What matters most?',
    answer: first
      ? `“${labelOf(first.id)}”. ${goesWords(first, `${measureOf(dossier.outcome)} with ${label}`)}`
      : 'No single belief stands out from chance.',
    place: on('why'),
  }
}

/** What each section of Why answers; the others are no questions of a committee. */
const asked: Readonly<Record<string, string>> = {
  flips: 'What would make another choice the better one?',
  information: 'What is worth finding out before we choose?',
  rules: 'What would have to be true?',
  signposts: 'What should we watch?',
}

async function whys(dossier: Dossier): Promise<LikelyQuestion[]> {
  return (await whyLines(dossier)).flatMap(({ id, lines }) =>
    asked[id] ? [{ id, question: asked[id], answer: sentences(lines), place: on('why') }] : [],
  )
}

function changed(dossier: Dossier): LikelyQuestion {
  const all = changedBeliefs(dossier)
  return {
    id: 'changed',
    question: 'What did you change?',
    answer:
      all.length === 0
        ? 'Nothing: every belief is the model’s own.'
        : `${counted(all.length, 'belief')} of ${count(beliefs.length)}, first of all “${all[0].label}”; each is shown beside its default.`,
    place: on('beliefs'),
  }
}

function origin(dossier: Dossier): LikelyQuestion {
  return {
    id: 'origin',
    question: 'Where do these numbers come from?',
    answer: `Of ${counted(beliefs.length, 'belief')} ${basesWords(dossier)}; each says which.`,
    place: at('#/trust/sources', 'Trust: sources'),
  }
}

function next({ study }: Dossier): LikelyQuestion {
  const open = study.openQuestions?.length ?? 0
  const unsure = Object.values(study.assumptionNotes ?? {}).filter(
    ({ confidence }) => confidence === 'low',
  ).length
  const words = [
    ...(open > 0 ? [`${counted(open, 'question')} about changed beliefs to be settled`] : []),
    ...(unsure > 0 ? [`${counted(unsure, 'belief')} of low confidence to be looked at again`] : []),
  ]
  return {
    id: 'next',
    question: 'What is still open?',
    answer: words.length > 0 ? `${capital(words.join(', and '))}.` : 'Nothing was marked as open.',
    place: on('decision'),
  }
}

function past(): LikelyQuestion {
  return {
    id: 'past',
    question: 'Has the model been right before?',
    answer:
      'It is run from past dates, and what it said there is set against what came, misses first.',
    place: at('#/trust/hindcast', 'Trust: hindcast'),
  }
}

async function again(dossier: Dossier): Promise<LikelyQuestion> {
  const { plan, digest, trials } = await dossier.results()
  const check = digest === null ? '' : `, digest ${digest.slice(0, 12)}`
  return {
    id: 'again',
    question: 'Can somebody check this?',
    answer: `Whoever opens the study gets the same figures in any browser: ${counted(trials, 'future')}, seed ${plan.seed}${check}.`,
    place: at('#/trust/run', 'Trust: this run'),
  }
}
