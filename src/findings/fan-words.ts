import { difference, figure, figureIn, plain, value } from '../words/index.ts'
import { stepsAfter } from './steps-after.ts'
import type { Fan } from './fans.ts'

/** Below this part of the fans' width two values are said to be the same, where nothing else is. */
const NO_DIFFERENCE = 0.02

/** What differs on the way alone is worth a title from so many times that. */
const WORTH = 3

/** What a title compares: the middle, and how far the bad and the good end reach. */
const edges = ['p5', 'p50', 'p95'] as const
type Edge = (typeof edges)[number]

/** The errors of those percentiles against that of a mean, were futures normal and independent. */
const errorsOf: Readonly<Record<Edge, number>> = { p5: 2.11, p50: 1.2533, p95: 2.11 }
/** A normal fan from P5 to P95, in standard deviations. */
const FAN = 3.29

/** What a title needs beside the fans. */
export interface FanTitleFacts {
  readonly label: string
  readonly unit: string
  /** The first quarter in a sentence, e.g. `in 2025Q3`. */
  readonly start: string
  /** Names of the quarters, one for every value of a fan. */
  readonly quarters: readonly string[]
  /** Futures the fans stand on. */
  readonly trials: number
  /** The difference that does not matter to the reader, of amounts in USD bn. */
  readonly negligible: number
}

/**
 * What a fan chart shows, in one line: where the series is and where 90% of futures take it, or how
 * two strategies differ. Two are the same only if the middle and both ends are.
 */
export function fanTitle(facts: FanTitleFacts, fans: readonly Fan[]): string {
  const [first, second] = fans
  if (!first) return facts.label
  return second ? titleOfTwo(facts, first, second) : titleOfOne(facts, first)
}

function titleOfOne({ label, unit, start, quarters }: FanTitleFacts, { summary }: Fan): string {
  const { p5, p50, p95 } = summary
  const [from] = p50
  if ([p5, p50, p95].every((line) => line.every((x) => x === from))) {
    return `${label}: ${value(from, unit)} in every quarter`
  }
  const reach = range(p5.at(-1) ?? 0, p95.at(-1) ?? 0, unit)
  return `${label}: ${value(from, unit)} ${start}, ${reach} in ${yearOf(quarters)}`
}

function titleOfTwo(facts: FanTitleFacts, first: Fan, second: Fan): string {
  const { label, quarters } = facts
  const end = quarters.length - 1
  const year = yearOf(quarters)
  const tell = (at: number) => edgesApart(facts, [first, second], at)
  const words = (at: number) => edgeWords(facts, [first, second], at, tell(at))
  if (tell(end).length > 0) return `${label} in ${year}: ${words(end)}`
  const before = quarters.map((_, at) => at).filter((at) => tell(at).length > 0)
  if (before.length === 0) return `${label}: much the same with either in every quarter to ${year}`
  const isSmall = before.every((at) => edgesApart(facts, [first, second], at, WORTH).length === 0)
  if (isSmall) return `${label} in ${year}: much the same with either`
  const apart = (at: number) =>
    Math.max(...edges.map((edge) => farApart([first, second], edge, at)))
  const most = before.reduce((best, at) => (apart(at) > apart(best) ? at : best))
  return `${label}: much the same with either in ${year}, but in ${quarters[most]} ${words(most)}`
}

/**
 * The percentiles of a quarter in which two fans differ by more than matters or is known.
 *
 * @param times by so many times that
 */
export function edgesApart(
  { unit, trials, negligible }: Pick<FanTitleFacts, 'unit' | 'trials' | 'negligible'>,
  fans: readonly [Fan, Fan],
  at: number,
  times = 1,
): Edge[] {
  const widest = Math.max(...fans[0].summary.p5.map((_, quarter) => widthOf(fans, quarter)))
  const matters = unit === 'USD bn' ? negligible : NO_DIFFERENCE * widest
  const width = widthOf(fans, at)
  return edges.filter((edge) => {
    const by = farApart(fans, edge, at)
    const isKnown = by > times * Math.max(matters, errorOf(edge, width, trials))
    // What is too small to be written is no difference to a reader.
    return isKnown && /[1-9]/.test(sizeWords(by, unit, errorOf(edge, width, trials)))
  })
}

/** How far two fans reach together. */
function widthOf([{ summary: a }, { summary: b }]: readonly [Fan, Fan], at: number): number {
  return Math.max(a.p95[at], b.p95[at]) - Math.min(a.p5[at], b.p5[at])
}

/** A difference without its sign, to two digits that count and none below the error. */
function sizeWords(by: number, unit: string, error: number): string {
  const text = difference(by, unit, Math.max(error, by / 10)).replace(/^\+/, '')
  return text + stepsAfter(unit, text)
}

/** How the first of two fans lies to the second, by what differs most to a reader: the middle, then the ends. */
function edgeWords(
  { unit, trials }: FanTitleFacts,
  [first, second]: readonly [Fan, Fan],
  at: number,
  apart: readonly Edge[],
): string {
  const by = (edge: Edge) => first.summary[edge][at] - second.summary[edge][at]
  const width = widthOf([first, second], at)
  const size = (edge: Edge) => sizeWords(Math.abs(by(edge)), unit, errorOf(edge, width, trials))
  const way = (edge: Edge) => (by(edge) > 0 ? 'higher' : 'lower')
  const tails = apart
    .filter((edge) => edge !== 'p50')
    .toSorted((a, b) => Math.abs(by(b)) - Math.abs(by(a)))
  const [tail] = tails
  const ends = { p5: 'the low end', p50: '', p95: 'the high end' }
  const tailWords = tail && `${ends[tail]} ${size(tail)} ${way(tail)}`
  if (!apart.includes('p50')) return `much the same median, ${tailWords} with “${first.label}”`
  const middle = `median ${size('p50')} ${way('p50')}`
  // An end that follows the middle needs no words of its own.
  const tells = tail && (way(tail) !== way('p50') || Math.abs(by(tail)) > 2 * Math.abs(by('p50')))
  return `${middle}${tells ? `, ${tailWords}` : ''} with “${first.label}”`
}

/** A value as the chart's readout has it: the chart's unit is said once, above it. */
export function readout(x: number, unit: string, error: number | null): string {
  if (unit === 'fraction' && error !== null) return `${plain(x * 100, error * 100)}%`
  return unit.startsWith('USD') ? value(x, 'USD bn', error) : figure(x, unit, error)
}

/** A value in few characters, for an axis that is so wide. */
export function tickText(x: number, unit: string, width: number): string {
  return figureIn(x, unit.startsWith('USD') ? 'USD bn' : unit, width)
}

/** What the figures of some fans are rounded by: two are told apart to the last digit that counts; one needs no more than its axis. */
export function readoutError(fans: readonly Fan[], trials: number): number | null {
  if (fans.length < 2) return null
  const { p5, p95 } = fans[0].summary
  return errorOf('p50', (p95.at(-1) ?? 0) - (p5.at(-1) ?? 0), trials) || null
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

/** The standard error of a percentile of a fan so wide. */
function errorOf(edge: Edge, width: number, trials: number): number {
  return (errorsOf[edge] * width) / FAN / Math.sqrt(trials)
}

function farApart([{ summary: a }, { summary: b }]: readonly [Fan, Fan], edge: Edge, at: number) {
  return Math.abs(a[edge][at] - b[edge][at])
}

function yearOf(quarters: readonly string[]): string {
  return quarters[quarters.length - 1].slice(0, 4)
}
