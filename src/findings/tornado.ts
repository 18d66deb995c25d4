import type { DriverBar, DriverMethod } from '../analyses/driver-bars.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { byLength } from '../analyses/tornado-bars.ts'
import type { BeliefGroup } from '../study/driver-groups.ts'
import { labelOf } from '../study/model.ts'
import { count, counted as countedWords, percent, plain, sentences } from '../words/index.ts'
import { methodWords } from './driver-methods.ts'
import { amount, type Cell, type Finding } from './finding.ts'
import type { TornadoMark, TornadoMarks } from './tornado-marks.ts'
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
}

/** Bars that are drawn. */
const MOST = 10

/** What moves an outcome, bar by bar. */
export function tornadoFinding(facts: TornadoFacts): Finding<TornadoMarks> {
  const { method, outcome, base, explained } = facts
  const words = methodWords(method)
  const bars = marksOf(facts)
  return {
    id: `moves-${method}`,
    title: tornadoTitle(facts),
    measure: `${outcome.label} of ${explained}: ${words.measure}.`,
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

function hasEnds({ bars, luck }: TornadoFacts): boolean {
  return [...bars, ...luck].some(({ low }) => low !== null)
}

/** Groups with their parts and beliefs that are in none, told first and longest first; luck below them. */
function marksOf(facts: TornadoFacts): TornadoMark[] {
  const { bars, luck, luckTogether, groups, groupBars, method, outcome, isDifference } = facts
  const words = { method, unit: outcome.unit, isDifference }
  const own = (bar: DriverBar, kind: 'belief' | 'luck') => markOf(bar, labelOf(bar.id), kind, words)
  const grouped = groupBars.flatMap((bar) => {
    const group = groups.find(({ id }) => id === bar.id)
    if (!group) return []
    const inside = bars.filter(({ id }) => group.members.includes(id)).slice(0, MOST)
    return markOf(
      bar,
      group.label,
      'group',
      words,
      inside.map((one) => own(one, 'belief')),
    )
  })
  const members = new Set(grouped.length > 0 ? groups.flatMap((group) => group.members) : [])
  const alone = bars
    .filter(({ id }) => !members.has(id))
    .slice(0, Math.max(3, MOST - grouped.length))
  const lucky = luck.map((bar) => own(bar, 'luck'))
  const shown = new Map([
    ...grouped.map((mark) => [mark.id, mark] as const),
    ...alone.map((bar) => [bar.id, own(bar, 'belief')] as const),
  ])
  const drawn = [...groupBars, ...alone].filter(({ id }) => shown.has(id))
  return [
    ...byLength(drawn, facts.base?.mean ?? 0).flatMap(({ id }) => shown.get(id) ?? []),
    ...(luckTogether
      ? [markOf(luckTogether, 'luck (nobody’s belief)', 'luck', words, lucky)]
      : lucky),
  ]
}

function captionOf(facts: TornadoFacts): string {
  const { bars, method, beyond, counted, rSquared, groupBars, luckTogether, trials } = facts
  const told = bars.filter(({ isTold }) => isTold).length
  const errors = beyond > 0 ? `below ${plain(beyond)} standard errors` : 'within its error'
  return sentences([
    methodWords(method).about,
    rSquared === undefined
      ? ''
      : `All beliefs together account for ${percent(rSquared)} of the variance (R²).`,
    `Counted: ${counted} (${count(trials)}).`,
    `Grey is what chance alone may bring among so many beliefs, ${errors}; ${told === 0 ? 'none is' : `${countedWords(told, 'belief')} ${told === 1 ? 'is' : 'are'}`} beyond it.`,
    `Lines reach ${count(REACH)} standard errors to each side.`,
    groupBars.length > 0 || luckTogether
      ? 'The bar of a group, or of luck, is that of the best guess from its parts together, made for each future from others.'
      : '',
  ])
}

function tableOf(facts: TornadoFacts) {
  const { bars, luck, luckTogether, groupBars, groups, method, outcome, isDifference } = facts
  const words = { method, unit: outcome.unit, isDifference }
  const ends = [...bars, ...luck].some(({ low }) => low !== null)
  const name = (id: string) =>
    id === 'luck'
      ? 'luck (nobody’s belief)'
      : (groups.find((one) => one.id === id)?.label ?? labelOf(id))
  const row = (bar: DriverBar): Cell[] => [
    name(bar.id),
    ...(ends ? endCells(bar, words) : []),
    amount(sizeWords(bar, words), bar.size),
    amount(percent(bar.share), bar.share),
    bar.isTold ? 'yes' : 'no',
  ]
  return {
    columns: [
      'Belief',
      ...(ends ? ['Low', 'Outcome there', 'High', 'Outcome there '] : []),
      methodWords(method).size,
      'Part of variance',
      'Beyond chance',
    ],
    rows: [...groupBars, ...bars, ...(luckTogether ? [luckTogether] : []), ...luck].map(row),
  }
}
