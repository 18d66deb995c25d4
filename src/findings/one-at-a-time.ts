import type { OneAtATime } from '../analyses/one-at-a-time.ts'
import type { DriverBar } from '../analyses/driver-bars.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { capital, count, counted, difference, listed, sentences } from '../words/index.ts'
import { methodWords } from './driver-methods.ts'
import { amount, type Finding } from './finding.ts'
import type { TornadoMarks } from './tornado-marks.ts'
import {
  baseLevel,
  endCells,
  endLevels,
  EVENT_HALVES,
  type LevelWords,
  markOf,
} from './tornado-words.ts'
import { measureOf } from './verdict-facts.ts'

export interface OneAtATimeFacts {
  readonly outcome: NumberOutcome
  /** A strategy, or one less another. */
  readonly explained: string
  /** Whether it is one less another. */
  readonly isDifference: boolean
  readonly found: OneAtATime
}

/** Bars that are drawn. */
export const MOST_AT_A_TIME = 12

const roleOf = (id: string) => assumptions.find((one) => one.id === id)?.role

/** What each belief alone does to the middle future. */
export function oneAtATimeFinding({
  outcome,
  explained,
  isDifference,
  found,
}: OneAtATimeFacts): Finding<TornadoMarks> {
  const { unit } = outcome
  const told = found.bars.filter(({ isTold }) => isTold)
  const beliefs = found.bars.filter(({ id }) => roleOf(id) !== 'luck')
  const words = { method: 'oneAtATime' as const, unit, isDifference }
  const base = baseLevel({ mean: found.base, error: null }, told, words)
  return {
    id: `moves-oneAtATime`,
    title: titleOf(told, words),
    measure: `${capital(measureOf(outcome))} of ${explained}: ${methodWords('oneAtATime').measure}; an event where it does not happen and where it does.`,
    caption: sentences([
      methodWords('oneAtATime').about,
      countWords(beliefs, told.length - beliefs.filter(({ isTold }) => isTold).length),
      `In the middle future every draw is at its median, events are as is likelier, and nothing shocks the market: it comes to ${base}. It is one future, so that there is no simulation error; and it is not the average.`,
      'A belief is moved alone, also where it moves together with others in the study.',
    ]),
    table: () => ({
      columns: ['Belief', 'Low', 'Outcome there', 'High', 'Outcome there ', 'Swing'],
      rows: found.bars
        .filter(({ size }) => size !== 0)
        .map((bar) => [
          labelOf(bar.id),
          ...endCells(bar, words),
          amount(difference(bar.size, unit), bar.size),
        ]),
    }),
    marks: {
      base: { value: found.base, text: `middle future ${base}` },
      bars: told
        .slice(0, MOST_AT_A_TIME)
        .map((bar) =>
          markOf(bar, labelOf(bar.id), roleOf(bar.id) === 'luck' ? 'luck' : 'belief', words),
        ),
      halves: { event: EVENT_HALVES, other: ['at its P10', 'at its P90'] },
    },
  }
}

/** How many beliefs move it, how many of them have a bar, and how many move nothing. */
function countWords(beliefs: readonly DriverBar[], luck: number): string {
  const all = assumptions.filter(({ role }) => role !== 'luck').length
  const none = beliefs.filter(({ isTold }) => !isTold).length
  const moving = beliefs.length - none
  const draws = luck > 0 ? ` and ${counted(luck, 'draw')} of luck` : ''
  const parts = [
    `${countDo(moving, 'moves', 'move')} the middle future`,
    none > 0 ? `${countDo(none, 'moves', 'move')} it by nothing` : '',
    all > beliefs.length ? countDo(all - beliefs.length, 'does not vary', 'do not vary') : '',
  ]
  return sentences([
    moving + luck > MOST_AT_A_TIME
      ? `Shown are the first ${count(MOST_AT_A_TIME)} of ${counted(moving, 'belief')}${draws}.`
      : '',
    `Of the model’s ${counted(all, 'belief')}, ${listed(parts.filter(Boolean))}.`,
  ])
}

function countDo(n: number, one: string, many: string): string {
  return `${count(n)} ${n === 1 ? one : many}`
}

function titleOf([first]: readonly DriverBar[], words: LevelWords): string {
  const levels = first ? endLevels(first, words) : null
  return levels
    ? `Turns most on ${labelOf(first.id)} in the middle future: ${levels.map((one, at) => `${one} ${whereAt(first.id, at === 1)}`).join(', ')}`
    : 'In the middle future no belief alone changes anything, so that this method has nothing to explain'
}

function whereAt(id: string, isHigh: boolean): string {
  if (roleOf(id) === 'event') return isHigh ? 'if it happens' : 'if it does not happen'
  return isHigh ? 'at its P90' : 'at its P10'
}
