import type { PointFigures, PointsAsk } from '../analyses/points.ts'
import type { Lever, Levers, NumberOutcome } from '../engine/model.ts'
import { HEADLINE } from '../study/model.ts'
import type { AmountLever } from '../study/lever-grid.ts'
import { chanceWithError, commas, counted, remarks, valueWithError } from '../words/index.ts'
import { leverWords, shortLabel } from './lever-words.ts'
import type { MapMeasure } from './map-levels.ts'
import { targetWords } from './target.ts'
import { type Where, whereWords } from './where.ts'

/** What was asked of points, for words. */
export interface PointsAsked extends Pick<PointsAsk, 'target' | 'side'> {
  readonly outcome: NumberOutcome
  /** Futures that chances and the worst tenth count. */
  readonly where: Where
  /** Futures that means are taken over. */
  readonly means: Where
}

/** What the chance to miss a target is called: a loss where nothing gained or lost is aimed at. */
export function missName({ outcome, target, side }: PointsAsked): string {
  if (outcome.id === HEADLINE && target === 0 && side === 'atLeast') return 'Chance of loss'
  const words = targetWords(target, outcome.unit)
  return side === 'atLeast' ? `Chance below ${words}` : `Chance above ${words}`
}

/** What the value that one future in ten does worse than is called. */
export function tenthName({ better }: Pick<NumberOutcome, 'better'>): string {
  return better === 'neutral' ? '10% of futures are below' : 'Worst 1 in 10'
}

export function measureName(asked: PointsAsked, measure: MapMeasure): string {
  const names: Readonly<Record<MapMeasure, string>> = {
    mean: 'Average',
    misses: missName(asked),
    worstTenth: tenthName(asked.outcome),
    closes: 'Closes',
  }
  return names[measure]
}

/** Whether a measure is a share of futures, whatever the outcome. */
export function isChance(measure: MapMeasure): boolean {
  return measure === 'misses' || measure === 'closes'
}

/** A figure of a point with its error; a dash where it has none. */
export function figureWords(
  { outcome }: Pick<PointsAsked, 'outcome'>,
  measure: MapMeasure,
  point: PointFigures,
): string {
  const found = point[measure]
  if (!found) return '–'
  return isChance(measure)
    ? chanceWithError(found.value, found.error)
    : valueWithError(found.value, found.error, outcome.unit)
}

/** All figures of a point in one line: how many futures they count, and of which. */
export function pointWords(asked: PointsAsked, point: PointFigures, trials: number): string {
  const { where, means, outcome } = asked
  const figure = (measure: MapMeasure) => figureWords(asked, measure, point)
  const isApart = where !== means
  const over = isApart && where !== 'all' ? `${whereWords(where).over} ` : ''
  const closes = `closes ${figure('closes')}`
  const futures = counted(trials, 'future')
  if (!point.mean && !point.misses)
    return remarks([`no figure of ${outcome.label}`, closes, futures])
  return remarks([
    `average ${figure('mean')}`,
    point.misses
      ? commas([
          `${over}${lower(missName(asked))} ${figure('misses')}`,
          `${lower(tenthName(outcome))} ${figure('worstTenth')}`,
        ])
      : 'no future counts for the chance of loss',
    closes,
    futures,
  ])
}

/** One lever's value, as in “Exclusivity 20%”. */
export function termWords(lever: Lever, levers: Levers): string {
  return `${shortLabel(lever)} ${leverWords(lever, levers[lever.id] ?? lever.default)}`
}

/** Some levers' values in a sentence. */
export function termsWords(levers: readonly AmountLever[], setting: Levers): string {
  return commas(levers.map((one) => termWords(one, setting)))
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
