import type { BarEnd, DriverBar, DriverMethod } from '../analyses/driver-bars.ts'
import { assumptions } from '../study/model.ts'
import { capital, chance, correlation, difference, value, withError } from '../words/index.ts'
import { luckSides } from './draw-words.ts'
import type { TornadoEnd, TornadoMark } from './tornado-marks.ts'

/** Standard errors to each side that a whisker reaches. */
export const REACH = 2

/** What a bar’s words are made from. */
export interface BarWords {
  readonly method: DriverMethod
  readonly unit: string
}

/** An outcome’s level at an end of a bar: money with its sign. */
export function levelWords(x: number, unit: string, error: number | null): string {
  return unit.startsWith('USD bn') ? difference(x, unit, error) : value(x, unit, error)
}

/** What a belief is at an end: a value, whether an event happens, which way luck goes. */
export function endWords(id: string, at: number | null, isHigh: boolean): string {
  if (at === null) return ''
  const { role, unit = '' } = assumptions.find((one) => one.id === id) ?? {}
  if (role === 'event') return at === 0 ? 'does not happen' : 'happens'
  const sides = role === 'luck' ? luckSides(id) : null
  return sides ? sides[isHigh ? 1 : 0] : value(at, unit)
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
  const end = (one: BarEnd, isHigh: boolean): TornadoEnd => ({
    value: one.value,
    reach: one.error === null ? null : REACH * one.error,
    at: endWords(bar.id, one.at, isHigh),
    text: levelWords(one.value, words.unit, one.error),
  })
  const ends = bar.low && bar.high ? ([end(bar.low, false), end(bar.high, true)] as const) : null
  const text = sizeWords(bar, words)
  const told = bar.isTold ? '' : ', which chance alone may bring'
  const levels = ends?.map((one) => (one.at ? `${one.text} where ${one.at}` : one.text)) ?? [text]
  return {
    id: bar.id,
    label,
    kind,
    ends,
    size: bar.size,
    reach: bar.error === null ? null : REACH * bar.error,
    text,
    isTold: bar.isTold,
    said: `${capital(label)}: ${levels.join(', ')}${told}`,
    parts,
  }
}
