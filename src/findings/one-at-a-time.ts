import type { OneAtATime } from '../analyses/one-at-a-time.ts'
import type { DriverBar } from '../analyses/driver-bars.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { capital, difference, sentences } from '../words/index.ts'
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
const MOST = 12

/** What each belief alone does to the middle future. */
export function oneAtATimeFinding({
  outcome,
  explained,
  isDifference,
  found,
}: OneAtATimeFacts): Finding<TornadoMarks> {
  const { unit } = outcome
  const told = found.bars.filter(({ isTold }) => isTold)
  const roleOf = (id: string) => assumptions.find((one) => one.id === id)?.role
  const words = { method: 'oneAtATime' as const, unit, isDifference }
  const base = baseLevel({ mean: found.base, error: null }, told, words)
  return {
    id: `moves-oneAtATime`,
    title: titleOf(told, words),
    measure: `${capital(measureOf(outcome))} of ${explained}: ${methodWords('oneAtATime').measure}; an event where it does not happen and where it does.`,
    caption: sentences([
      methodWords('oneAtATime').about,
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
        .slice(0, MOST)
        .map((bar) =>
          markOf(bar, labelOf(bar.id), roleOf(bar.id) === 'luck' ? 'luck' : 'belief', words),
        ),
      halves: { event: EVENT_HALVES, other: ['at its P10', 'at its P90'] },
    },
  }
}

function titleOf([first]: readonly DriverBar[], words: LevelWords): string {
  const levels = first ? endLevels(first, words) : null
  return levels
    ? `In the middle future “${labelOf(first.id)}” does most: from ${levels[0]} to ${levels[1]}`
    : 'In the middle future no belief alone changes anything, so that this method has nothing to explain'
}
