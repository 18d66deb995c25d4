import type { DriverBar, DriverMethod } from '../analyses/driver-bars.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { BeliefGroup } from '../study/driver-groups.ts'
import { assumptions, labelOf } from '../study/model.ts'
import {
  count,
  counted as countedWords,
  listed,
  percent,
  plain,
  sentences,
} from '../words/index.ts'
import { aboutWords } from './driver-meanings.ts'
import { methodWords } from './driver-methods.ts'
import { amount, type Cell, type Finding } from './finding.ts'
import type { TornadoMark, TornadoMarks } from './tornado-marks.ts'
import { type NamedBar, rankedBars, shownBars } from './tornado-shown.ts'
import { tornadoTitle } from './tornado-title.ts'
import { baseLevel, endCells, EVENT_HALVES, markOf, REACH, sizeWords } from './tornado-words.ts'

/** What a tornado is made from. */
export interface TornadoFacts {
  readonly method: DriverMethod
  readonly outcome: Pick<NumberOutcome, 'label' | 'unit'>
  /** What is explained: a strategy, or one less another. */
  readonly explained: string
  /** Whether it is one less another. */
  readonly isDifference: boolean
  /** Of beliefs: those told first, longest first. */
  readonly bars: readonly DriverBar[]
  readonly luck: readonly DriverBar[]
  readonly luckTogether: DriverBar | null
  /** What ends are set against; null where there are none. */
  readonly base: { readonly mean: number; readonly error: number | null } | null
  /** Groups that bars are put in, and a bar for each that is known. */
  readonly groups: readonly BeliefGroup[]
  readonly groupBars: readonly DriverBar[]
  readonly rSquared?: number
  readonly trials: number
  /** Whether what is explained is the same in all futures that count. */
  readonly isStill: boolean
  /** Standard errors a bar must have to be told. */
  readonly beyond: number
  /** Futures that count, in words. */
  readonly counted: string
  /** Whether the table says what each belief is. */
  readonly isDescribed?: boolean
  /** Bars that the table has room for; without it, it has all and fewer are drawn. */
  readonly rows?: number
}

const LUCK = 'luck (nobody’s belief)'
/** Beliefs that do not vary and are named. */
const MOST_STILL = 3

/** What moves an outcome, bar by bar. */
export function tornadoFinding(facts: TornadoFacts): Finding<TornadoMarks> {
  const { method, outcome, base, explained } = facts
  const words = methodWords(method)
  const bars = marksOf(facts)
  return {
    id: `moves-${method}`,
    title: tornadoTitle(facts),
    measure: `${outcome.label} of ${explained}: ${facts.groupBars.length > 0 ? ofGroups(words.measure) : words.measure}.`,
    caption: captionOf(facts),
    table: () => tableOf(facts),
    marks: {
      base:
        hasEnds(facts) && base
          ? {
              value: base.mean,
              text: `average ${baseLevel(base, facts.bars, { unit: outcome.unit, isDifference: facts.isDifference })}`,
            }
          : null,
      bars,
      halves: { event: EVENT_HALVES, other: ['lowest tenth', 'highest tenth'] },
    },
  }
}

/** What is measured of beliefs, where some of them stand together. */
function ofGroups(measure: string): string {
  return measure.replace(/\b(a|each) belief\b/, '$1 group or belief')
}

function hasEnds({ bars, luck }: TornadoFacts): boolean {
  return [...bars, ...luck].some(({ low }) => low !== null)
}

/** Groups with their parts and beliefs that are in none, told first and longest first; luck below them. */
function marksOf(facts: TornadoFacts): TornadoMark[] {
  const { luck, luckTogether, method, outcome, isDifference } = facts
  const words = { method, unit: outcome.unit, isDifference }
  const own = (bar: DriverBar, kind: 'belief' | 'luck') => markOf(bar, labelOf(bar.id), kind, words)
  const lucky = luck.map((bar) => own(bar, 'luck'))
  return [
    ...shownBars(facts).map(({ bar, label, kind, members, parts }) => ({
      ...markOf(
        bar,
        label,
        kind,
        words,
        parts.map((one) => own(one, 'belief')),
      ),
      about: aboutWords(members),
    })),
    ...(luckTogether
      ? [
          {
            ...markOf(luckTogether, LUCK, 'luck', words, lucky),
            about: aboutWords(luck.map(({ id }) => id)),
          },
        ]
      : lucky),
  ]
}

function captionOf(facts: TornadoFacts): string {
  const { method, beyond, counted, rSquared, groupBars, luckTogether, trials } = facts
  const ranked = rankedBars(facts)
  const told = ranked.filter(({ bar }) => bar.isTold).length
  const isDrawn = facts.rows === undefined
  const chance =
    beyond > 0
      ? `what chance alone may bring among so many: less than ${plain(beyond)} times its standard error, or the one it would have if futures were drawn one by one, whichever is larger`
      : 'what chance alone may bring among so many, within its error'
  return sentences([
    methodWords(method).about,
    rSquared === undefined
      ? ''
      : `All beliefs together account for ${percent(rSquared)} of the variance (R²).`,
    drawnWords(facts),
    `Counted: ${counted} (${count(trials)}).`,
    `${isDrawn ? 'Grey' : 'Not beyond chance'} is ${chance}. Of ${barsWords(ranked)}, ${told === 0 ? 'none is' : `${count(told)} ${told === 1 ? 'is' : 'are'}`} beyond it.`,
    isDrawn && (luckTogether || facts.luck.length > 0) ? 'Luck is grey in any case.' : '',
    isDrawn ? `Lines reach ${count(REACH)} standard errors to each side.` : '',
    groupBars.length > 0 || luckTogether
      ? 'The bar of a group, or of luck, is that of the best guess from its parts together, made for each future from others.'
      : '',
  ])
}

/** How many bars there are and which are drawn; and which beliefs have none. */
function drawnWords(facts: TornadoFacts): string {
  const ranked = rankedBars(facts)
  const has = new Set(facts.bars.map(({ id }) => id))
  const beliefs = assumptions.filter(({ role }) => role !== 'luck')
  const still = beliefs.filter(({ id }) => !has.has(id)).map(({ label }) => label)
  const named = still.length > 0 && still.length <= MOST_STILL ? ` (${listed(still)})` : ''
  return sentences([
    shownWords(facts, ranked),
    still.length > 0 && has.size > 0
      ? `Of the model’s ${countedWords(beliefs.length, 'belief')}, ${count(still.length)} ${still.length === 1 ? 'does' : 'do'} not vary among these futures and can move nothing${named}.`
      : '',
  ])
}

/** Which bars are drawn, or have a row where there is no room for all; empty where all are. */
function shownWords(facts: TornadoFacts, ranked: readonly NamedBar[]): string {
  const { rows } = facts
  if (rows !== undefined) {
    return rows < ranked.length ? `Shown are the first ${count(rows)} of ${barsWords(ranked)}.` : ''
  }
  const shown = shownBars(facts)
  if (shown.length === ranked.length) return ''
  const groups = ranked.filter(({ kind }) => kind === 'group').length
  if (groups === 0)
    return `Shown are the first ${count(shown.length)} of ${barsWords(ranked)}; the table has all.`
  const [drawn, alone] = [shown.length - groups, ranked.length - groups]
  const all = groups === 1 ? 'the group' : `all ${count(groups)} groups`
  return `Shown are ${all} and the first ${count(drawn)} of ${countedWords(alone, 'other belief')}; the table has all.`
}

/** Groups, and beliefs beside them: 8 groups and 40 other beliefs. */
function barsWords(ranked: readonly NamedBar[]): string {
  const groups = ranked.filter(({ kind }) => kind === 'group').length
  const alone = ranked.length - groups
  if (groups === 0) return countedWords(alone, 'belief')
  const own = countedWords(groups, 'group')
  return alone === 0 ? own : `${own} and ${countedWords(alone, 'other belief')}`
}

/** Bars in the order they are drawn, the parts of a group below it; then luck. */
function tableOf(facts: TornadoFacts) {
  const { bars, luck, luckTogether, method, outcome, isDifference, isDescribed } = facts
  const words = { method, unit: outcome.unit, isDifference }
  const ends = [...bars, ...luck].some(({ low }) => low !== null)
  const ranked = rankedBars(facts)
  const isGrouped = ranked.some(({ kind }) => kind === 'group')
  const row = (bar: DriverBar, label: string, of: string, about: string): Cell[] => [
    label,
    ...(isGrouped ? [of] : []),
    ...(ends ? endCells(bar, words) : []),
    amount(sizeWords(bar, words), bar.size, bar.error),
    amount(percent(bar.share), bar.share),
    bar.isTold ? 'yes' : 'no',
    ...(isDescribed ? [about] : []),
  ]
  const own = (of: string) => (bar: DriverBar) =>
    row(bar, labelOf(bar.id), of, aboutWords([bar.id]))
  return {
    columns: [
      isGrouped ? 'Group or belief' : 'Belief',
      ...(isGrouped ? ['In'] : []),
      ...(ends ? ['Low', 'Outcome there', 'High', 'Outcome there '] : []),
      methodWords(method).size,
      'Part of variance',
      'Beyond chance',
      ...(isDescribed ? ['What it is'] : []),
    ],
    rows: [
      ...ranked
        .slice(0, facts.rows)
        .flatMap(({ bar, label, members, parts }) => [
          row(bar, label, '', aboutWords(members)),
          ...parts.map(own(label)),
        ]),
      ...(luckTogether ? [row(luckTogether, LUCK, '', aboutWords(luck.map(({ id }) => id)))] : []),
      ...luck.map(own(luckTogether ? LUCK : '')),
    ],
  }
}
