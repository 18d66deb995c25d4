import {
  type BarEnd,
  type DriverBar,
  type DriverMethod,
  lengthOf,
} from '../analyses/driver-bars.ts'
import { assumptions } from '../study/model.ts'
import {
  capital,
  chance,
  correlation,
  difference,
  differenceIn,
  value,
  valueIn,
  withError,
} from '../words/index.ts'
import { luckSides } from './draw-words.ts'
import { aboutWords } from './driver-meanings.ts'
import { amount, type Cell } from './finding.ts'
import type { TornadoEnd, TornadoMark } from './tornado-marks.ts'

/** Standard errors to each side that a whisker reaches. */
export const REACH = 2

/** What is explained, as its levels are written. */
export interface LevelWords {
  readonly unit: string
  /** One strategy less another: shares are then in points. */
  readonly isDifference: boolean
}

/** What a bar’s words are made from. */
export interface BarWords extends LevelWords {
  readonly method: DriverMethod
}

/**
 * A level of what is explained: money with its sign.
 *
 * @param width of what it is told apart in, in its unit; 0 where it stands alone
 */
function levelWords(
  x: number,
  { unit, isDifference }: LevelWords,
  error: number | null,
  width = 0,
): string {
  const isSigned = isDifference || unit.startsWith('USD bn')
  return isSigned ? differenceIn(x, unit, width, error) : valueIn(x, unit, width, error)
}

/** What bars are drawn around, with the digits that tell it from the ends of the longest of them. */
export function baseLevel(
  { mean, error }: { readonly mean: number; readonly error: number | null },
  bars: readonly DriverBar[],
  words: LevelWords,
): string {
  const width = Math.max(0, ...bars.map((bar) => lengthOf(bar, mean)))
  return levelWords(mean, words, error, width)
}

/** Levels at the two ends of a bar are told apart by five steps of their last digit, unless their errors are larger. */
const STEPS = 5

/** The levels at the two ends of a bar, with the digits that tell them apart; null where it has none. */
export function endLevels(
  { low, high }: Pick<DriverBar, 'low' | 'high'>,
  words: LevelWords,
): readonly [low: string, high: string] | null {
  if (!low || !high) return null
  const width = (20 / STEPS) * Math.abs(high.value - low.value)
  return [
    levelWords(low.value, words, low.error, width),
    levelWords(high.value, words, high.error, width),
  ]
}

/** What the halves of the bar of an event stand for. */
export const EVENT_HALVES = ['does not happen', 'happens'] as const
/** What the ends of the bar of several beliefs stand for: of the best guess from all of them. */
const GROUP_ENDS = ['lowest tenth', 'highest tenth'] as const

/** What a belief is at an end: a value, whether an event happens, which way luck goes. */
export function endWords(id: string, at: number | null, isHigh: boolean): string {
  if (at === null) return ''
  const { role, unit = '' } = assumptions.find((one) => one.id === id) ?? {}
  if (role === 'event') return EVENT_HALVES[at === 0 ? 0 : 1]
  const sides = role === 'luck' ? luckSides(id) : null
  return sides ? sides[isHigh ? 1 : 0] : value(at, unit)
}

/** Where a belief is low and what comes of it, and where it is high: four cells of a table. */
export function endCells(bar: DriverBar, words: LevelWords): Cell[] {
  const levels = endLevels(bar, words)
  return [bar.low, bar.high].flatMap((end, at) =>
    end && levels
      ? [endWords(bar.id, end.at, at === 1), amount(levels[at], end.value, end.error)]
      : ['', ''],
  )
}

/** The same after a value, in a sentence. */
export function whereEnd(id: string, isHigh: boolean): string {
  const { role } = assumptions.find((one) => one.id === id) ?? {}
  if (role === 'event') return isHigh ? 'if it happens' : 'if it does not happen'
  return isHigh ? 'in its highest' : 'in its lowest tenth'
}

/** A size as its method has it. */
export function sizeWords({ size, error }: DriverBar, { method, unit }: BarWords): string {
  if (method === 'swing' || method === 'oneAtATime') return difference(size, unit, error)
  if (method === 'firstOrder' || method === 'total') return chance(size, error)
  return error ? withError(size, error, 2) : correlation(size, 2)
}

/** A bar as it is drawn. */
export function markOf(
  bar: DriverBar,
  label: string,
  kind: TornadoMark['kind'],
  words: BarWords,
  parts: readonly TornadoMark[] = [],
): TornadoMark {
  const texts = endLevels(bar, words)
  const end = (one: BarEnd, isHigh: boolean): TornadoEnd => ({
    value: one.value,
    reach: one.error === null ? null : REACH * one.error,
    at: one.at === null ? GROUP_ENDS[isHigh ? 1 : 0] : endWords(bar.id, one.at, isHigh),
    text: texts?.[isHigh ? 1 : 0] ?? '',
  })
  const ends = bar.low && bar.high ? ([end(bar.low, false), end(bar.high, true)] as const) : null
  const text = sizeWords(bar, words)
  const told = bar.isTold ? '' : ', which chance alone may bring'
  const levels = ends?.map((one) => (one.at ? `${one.text} where ${one.at}` : one.text)) ?? [text]
  return {
    id: bar.id,
    label,
    kind,
    isEvent: assumptions.find((one) => one.id === bar.id)?.role === 'event',
    ends,
    size: bar.size,
    reach: bar.error === null ? null : REACH * bar.error,
    text,
    isTold: bar.isTold,
    said: `${capital(label)}: ${levels.join(', ')}${told}`,
    about: aboutWords([bar.id]),
    parts,
  }
}
