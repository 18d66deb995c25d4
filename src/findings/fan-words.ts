import { difference, figure, plain, value } from '../words/index.ts'
import type { Fan } from './fans.ts'

/** Below this part of the fan's width two medians are said to be the same. */
const NO_DIFFERENCE = 0.02

/**
 * What a fan chart shows, in one line: where the series is and where 90% of futures take it, or how
 * much higher one strategy ends than another.
 *
 * @param start what the first quarter is called, e.g. `today`
 * @param year the last quarter's year
 * @param trials futures the fans stand on
 */
export function fanTitle(
  { label, unit }: { readonly label: string; readonly unit: string },
  fans: readonly Fan[],
  { start, year }: { readonly start: string; readonly year: string },
  trials: number,
): string {
  const [first, second] = fans.map((fan) => ({ label: fan.label, ...endsOf(fan) }))
  if (!first) return label
  if (!second) {
    return `${label}: ${value(first.start, unit)} ${start}, ${range(first.low, first.high, unit)} in ${year}`
  }
  const by = first.middle - second.middle
  const width = Math.max(first.high, second.high) - Math.min(first.low, second.low)
  if (Math.abs(by) <= NO_DIFFERENCE * width) return `${label} in ${year}: much the same with either`
  const size = difference(Math.abs(by), unit, medianError(first, trials)).replace(/^\+/, '')
  return `${label} in ${year}: ${size} ${by > 0 ? 'higher' : 'lower'} with “${first.label}”`
}

/** A value as the chart's readout has it: the chart's unit is said once, above it. */
export function readout(x: number, unit: string, error: number | null): string {
  if (unit === 'fraction' && error !== null) return `${plain(x * 100, error * 100)}%`
  return unit.startsWith('USD') ? value(x, 'USD bn', error) : figure(x, unit, error)
}

/** A value in few characters, for an axis. */
export function tickText(x: number, unit: string): string {
  return figure(x, unit.startsWith('USD') ? 'USD bn' : unit)
}

/** The standard error of a median of so many independent futures, were they normal. */
function medianError({ low, high }: { low: number; high: number }, trials: number): number {
  return (1.2533 * (high - low)) / 3.29 / Math.sqrt(trials)
}

/** What the figures of some fans are rounded by: two are told apart to the last digit that counts; one needs no more than its axis. */
export function readoutError(fans: readonly Fan[], trials: number): number | null {
  return fans.length > 1 ? medianError(endsOf(fans[0]), trials) || null : null
}

/** Two values of one unit, the unit written once: 20–31%, $180–254 bn a quarter, −$3 bn to $12 bn. */
export function range(low: number, high: number, unit: string): string {
  const [from, to] = [value(low, unit), value(high, unit)]
  if (from === to) return from
  if (low < 0) return `${from} to ${to}`
  if (from.endsWith('%')) return `${figure(low, unit).replace('%', '')}–${to}`
  if (from.startsWith('$')) return `${from.replace(/ bn.*$/, '')}–${to.replace('$', '')}`
  return `${from}–${to}`
}

/** Where a fan starts and ends. */
function endsOf({ summary: { p5, p50, p95 } }: Fan) {
  const at = (values: readonly number[], index: number) => values.at(index) ?? 0
  return { start: at(p50, 0), low: at(p5, -1), middle: at(p50, -1), high: at(p95, -1) }
}
