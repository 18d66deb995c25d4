import { filled } from '../analyses/lattice.ts'
import type { Estimate } from '../analyses/estimates.ts'
import type { Levers } from '../engine/model.ts'
import type { AmountLever } from '../study/lever-grid.ts'
import {
  count,
  counted,
  fixed,
  fixedPercent,
  isShare,
  percent,
  sentences,
  valueWithError,
  withError,
} from '../words/index.ts'
import type { MapPoints } from '../workers/map-run.ts'
import { bestPlace, levelsIn, type MapMeasure, measured } from './map-levels.ts'
import { mapTitle } from './lever-map-title.ts'
import type { Limits } from './best.ts'
import { amount, type Finding, type Table } from './finding.ts'
import { leverWords, shortLabel } from './lever-words.ts'
import {
  figureWords,
  isChance,
  measureName,
  missName,
  type PointsAsked,
  pointWords,
} from './point-words.ts'
import { whereWords } from './where.ts'

/** A strategy that the map is held against, or that stands on it. */
export interface MapStrategy {
  readonly id: string
  readonly label: string
  /** Every lever. */
  readonly levers: Levers
}

/** The best point of a whole map on futures that it was not chosen by. */
export interface BestHeld {
  /** On those futures. */
  readonly mean: Estimate | null
  /** Less the strategy the map is of, future by future; null where it is of none. */
  readonly lead: Estimate | null
  readonly trials: number
  readonly limits: Limits
}

/** What a map is found from. */
export interface MapFacts {
  readonly asked: PointsAsked
  readonly x: AmountLever
  readonly y: AmountLever
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly points: MapPoints
  /** The strategy whose other terms hold on the whole map; null where none makes an offer. */
  readonly of: MapStrategy | null
  /** Every lever, as on the whole map. */
  readonly base: Levers
  /** Strategies that make an offer. */
  readonly strategies: readonly MapStrategy[]
  readonly measure: MapMeasure
  /** A chance to miss the target above it is hatched. */
  readonly limit: number
  /** Null until the map is whole and its best point was run again. */
  readonly held: BestHeld | null
}

/** A strategy at its place on the map. */
export interface MapMark {
  readonly id: string
  readonly label: string
  readonly x: number
  readonly y: number
  /** Whether its other terms are not those of the map, so that the map's figures are not its own. */
  readonly isElse: boolean
  readonly isOfMap: boolean
}

/** What a chart draws of a map; by place, `y * across + x`. */
export interface MapMarks {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Null where there is no figure. */
  readonly values: readonly (number | null)[]
  /** Whether a value was worked out, not interpolated. */
  readonly known: readonly boolean[]
  readonly hatched: readonly boolean[]
  readonly levels: readonly number[]
  /** A contour's value in few characters, in the order of levels. */
  readonly levelNames: readonly string[]
  /** Whether above and below nothing have colours of their own. */
  readonly isAroundZero: boolean
  /** Place of the best average; below 0 where none is better. */
  readonly best: number
  readonly strategies: readonly MapMark[]
}

/** What two levers make of an outcome, all other terms held. */
export function mapFinding(facts: MapFacts): Finding<MapMarks> {
  const { asked, x, y, measure } = facts
  const { outcome, where, means } = asked
  const unit = isChance(measure) || isShare(outcome.unit) ? 'percent' : outcome.unit
  const isTail = measure === 'misses' || measure === 'worstTenth'
  const over = measure === 'closes' ? 'all' : isTail ? where : means
  return {
    id: `map-${outcome.id}-${x.id}-${y.id}-${measure}`,
    title: mapTitle(facts),
    measure: `${outcome.label}: ${measureName(asked, measure).toLowerCase()} by ${shortLabel(x)} and ${shortLabel(y)} (${unit}, ${whereWords(over).counted}).`,
    caption: captionOf(facts),
    table: () => mapTable(facts),
    marks: marksOf(facts),
  }
}

function marksOf(facts: MapFacts): MapMarks {
  const { points, measure, limit, xs, ys, asked, held } = facts
  const known = points.map((one) => one !== null)
  const values = points.map((one) => one && measured(one, measure))
  const size = { across: xs.length, down: ys.length }
  const all = filled(size, values, known)
  const found = values.filter((one) => one !== null)
  const levels = levelsIn(found)
  const isShares = isChance(measure) || isShare(asked.outcome.unit)
  return {
    xs,
    ys,
    values: all,
    known,
    hatched: points.map((one) => (one?.misses ? one.misses.value > limit : false)),
    levels,
    levelNames: levels.map((level) => levelName(level, levels, isShares)),
    isAroundZero: !isChance(measure) && found.some((one) => one < 0),
    best: held ? bestPlace(points, asked.outcome.better) : -1,
    strategies: strategyMarks(facts),
  }
}

/** As many decimals as tell the contours apart. */
function levelName(level: number, levels: readonly number[], isShares: boolean): string {
  const step = levels.length > 1 ? levels[1] - levels[0] : Math.abs(level)
  const size = isShares ? step * 100 : step
  const decimals = size > 0 ? Math.max(0, Math.ceil(-Math.log10(size) - 1e-9)) : 0
  return isShares ? fixedPercent(level, decimals) : fixed(level, decimals)
}

function strategyMarks({ strategies, of, base, x, y }: MapFacts): MapMark[] {
  return strategies.map(({ id, label, levers }) => ({
    id,
    label,
    x: Math.min(x.max, Math.max(x.min, Number(levers[x.id]))),
    y: Math.min(y.max, Math.max(y.min, Number(levers[y.id]))),
    isElse: Object.keys(base).some(
      (lever) => lever !== x.id && lever !== y.id && levers[lever] !== base[lever],
    ),
    isOfMap: id === of?.id,
  }))
}

function captionOf(facts: MapFacts): string {
  const { points, held } = facts
  const missing = points.filter((one) => one === null).length
  const others = strategyMarks(facts).filter(({ isElse }) => isElse).length
  return sentences([
    mapNote(facts),
    'A square is a pair of terms; contours are interpolated between squares.',
    missing > 0
      ? `${count(missing)} of ${count(points.length)} squares are not worked out yet: they are drawn paler.`
      : null,
    hatchedWords(facts),
    others > 0
      ? 'Hollow points are strategies with other terms elsewhere, so that the colour below is not theirs.'
      : null,
    held ? '★ is the best average.' : null,
  ])
}

/** What is hatched; where nothing is, that nothing passes the limit. */
function hatchedWords({ asked, points, limit }: MapFacts): string | null {
  const misses = points.flatMap((one) => (one?.misses ? [one.misses.value] : []))
  if (misses.length === 0) return null
  const over = `of ${whereWords(asked.where).counted}`
  if (misses.some((one) => one > limit)) {
    return `Hatched: ${missName(asked).replace(/^C/, 'c')} above ${percent(limit)}, ${over}.`
  }
  const where = points.some((one) => one === null) ? 'in no square so far' : 'nowhere'
  return `${missName(asked)} is ${where} above ${percent(limit)}, ${over}: nothing is hatched.`
}

/**
 * A square in figures; of the best of a whole map, on the fresh futures first: the map's own figure was
 * chosen because it is the highest.
 */
export function squareWords(facts: MapFacts, place: number): string {
  const { asked, points, held } = facts
  const point = points[place]
  if (!point) return 'not worked out yet: its colour is interpolated'
  const own = pointWords(asked, point, point.trials)
  if (!held?.mean || bestPlace(points, asked.outcome.better) !== place) return own
  return `on ${counted(held.trials, 'fresh future')}: average ${meanWords(held.mean, asked)}; on those of the map: ${own}`
}

function meanWords({ value, error }: Estimate, { outcome }: PointsAsked): string {
  return valueWithError(value, error, outcome.unit)
}

/** What a map stands on: its other terms, its futures, and how its best point was held against more. */
export function mapNote({ asked, points, of, held }: MapFacts): string {
  const trials = [...new Set(points.flatMap((one) => (one ? [one.trials] : [])))]
  const most = counted(Math.max(0, ...trials), 'future')
  return sentences([
    of
      ? `All other terms are those of “${of.label}”.`
      : 'All other terms are at their defaults: no strategy makes an offer.',
    `Each pair of terms on ${trials.length > 1 ? `up to ${most}` : `the same ${most}`}.`,
    held
      ? `The best of ${count(points.length)} looks better than it is, so it was run again on ${counted(held.trials, 'fresh future')}${held.mean ? `: its average there is ${meanWords(held.mean, asked)}` : ''}.`
      : null,
  ])
}

/** The figure in view of every pair of terms: the second lever from its most down, the first from its least. */
export function mapTable({ asked, x, y, xs, ys, points, measure }: MapFacts): Table {
  const rows = ys.map((_, j) => j).reverse()
  const unit = asked.outcome.unit
  const isShares = isChance(measure) || isShare(unit)
  return {
    columns: [`${shortLabel(y)} \\ ${shortLabel(x)}`, ...xs.map((value) => leverWords(x, value))],
    rows: rows.map((j) => [
      leverWords(y, ys[j]),
      ...xs.map((_, i) => {
        const point = points[j * xs.length + i]
        const found = point?.[measure] ?? null
        if (!point || !found) return '–'
        const text = isShares
          ? figureWords(asked, measure, point)
          : withError(found.value, found.error, 2)
        return amount(text, found.value)
      }),
    ]),
  }
}
