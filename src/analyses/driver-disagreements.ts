import { type Classes, classesOf } from '../engine/sensitivity/classes.ts'
import { correlationOfRanks, midRanks } from '../engine/statistics/rank-correlation.ts'
import { rankingOf } from '../engine/statistics/ranking.ts'
import { analysis } from './analysis.ts'
import { lessClasses, movesAlong } from './along-classes.ts'
import { type DriverBar, isLonger } from './driver-bars.ts'
import { type Lost, lostBy, lostIn, surelyLostBy } from './driver-lost.ts'
import { type Subject, subjectNeeds } from './subject.ts'
import { beyondOf, byLength, type GivenMethod, targetOf, varies } from './tornado-bars.ts'
import { barsOf, type Column, type Known, knownOf } from './tornado-methods.ts'
import { LEAST } from './tornado.ts'

/**
 * Why methods rank a belief differently: its effect bends back, depends on another belief, is that of
 * another belief it goes with as well, comes of an event that is rare or has few values, is too small
 * for the noise of a method, is on how widely the outcome spreads, or
 * lies in the far futures, which averages count most and ranks do not; or it is so near to others that
 * places change by chance.
 */
export type DisagreementReason =
  | { readonly kind: 'bends' | 'few' | 'spread' | 'tails' | 'near' }
  | { readonly kind: 'interaction' | 'correlated'; readonly with: string }
  | Lost

/** Place by each method, from 1; null where it is not told from chance. */
export type Places = Readonly<Record<GivenMethod, number | null>>

/** A belief that methods rank differently. */
export interface DriverDisagreement {
  readonly id: string
  readonly places: Places
  /** None where no reason is known. */
  readonly reasons: readonly DisagreementReason[]
}

const METHODS = ['swing', 'spearman', 'regression', 'firstOrder', 'delta'] as const
/** Places that are worth a word. */
const FIRST = 6
/** How many places apart is a disagreement. */
const APART = 2
/** Standard errors beyond which a bend, or an effect that depends on another, is told. */
const BEYOND = 5
/** The same for products of two, of which there are hundreds and some go together in a design of few points. */
const BEYOND_PRODUCT = 8

/** Beliefs that the methods that read the futures at hand rank differently, and why. */
export const driverDisagreements = analysis({
  needs: ({ subject }: { readonly subject: Subject }, model) => subjectNeeds(subject, model),
  *steps({ subject }, given): Generator<number | void, readonly DriverDisagreement[]> {
    const all = new Set(given.model.assumptions.map(({ id }) => id))
    return yield* disagreementsOf(knownOf(subject, given, all))
  },
})

/** The same from columns. */
export function* disagreementsOf({
  counted,
  outcome,
  beliefs,
}: Known): Generator<number | void, readonly DriverDisagreement[]> {
  if (outcome.length < LEAST || !varies(outcome)) return []
  const target = targetOf(counted, outcome)
  const mean = outcome.reduce((sum, value) => sum + value / outcome.length, 0)
  const found: Bars = {}
  for (const method of METHODS) {
    const { bars } = yield* barsOf(target, beliefs, method)
    found[method] = byLength(bars, mean)
  }
  const told: DriverDisagreement[] = []
  const ranked: Ranked[] = []
  for (const one of beliefs) {
    ranked.push(rankedOf(one))
    yield
  }
  const beyond = beyondOf(counted)
  const known = { outcome, mean, target: midRanks(outcome), beliefs: ranked, found, beyond }
  for (const one of ranked) {
    const places = placesOf(one.id, found)
    if (!areApart(Object.values(places))) continue
    told.push({ id: one.id, places, reasons: reasonsOf(one, known, places) })
    yield
  }
  const first = ({ places }: DriverDisagreement) =>
    Math.min(...Object.values(places).map((place) => place ?? Infinity))
  return told.sort((a, b) => first(a) - first(b) || (a.id < b.id ? -1 : 1))
}

/** By method, those that are told first and by length. */
type Bars = Partial<Record<GivenMethod, readonly DriverBar[]>>

function placesOf(id: string, found: Bars) {
  const place = (method: GivenMethod) => {
    const at = found[method]?.findIndex((bar) => bar.id === id && bar.isTold) ?? -1
    return at < 0 ? null : at + 1
  }
  return {
    swing: place('swing'),
    spearman: place('spearman'),
    regression: place('regression'),
    firstOrder: place('firstOrder'),
    delta: place('delta'),
  }
}

/** Whether a belief is among the first by one method and well behind, or not told, by another. */
function areApart(places: readonly (number | null)[]): boolean {
  const known = places.filter((place) => place !== null)
  if (known.length === 0 || Math.min(...known) > FIRST) return false
  return known.length < places.length || Math.max(...known) - Math.min(...known) >= APART
}

/** A belief, ranked once for all that it is set beside. */
interface Ranked extends Column {
  readonly classes: Classes
  readonly ranks: Float64Array
  readonly scaled: Float64Array
  readonly squared: Float64Array
}

interface Ranks extends Pick<Known, 'outcome'> {
  readonly mean: number
  /** Of the outcome. */
  readonly target: Float64Array
  readonly beliefs: readonly Ranked[]
  readonly found: Bars
  /** Standard errors from which on a bar is told. */
  readonly beyond: number
}

function rankedOf(one: Column): Ranked {
  const ranks = midRanks(one.values)
  const own = scaled(ranks)
  const classes = classesOf(one.values, rankingOf(one.values), 10)
  return { ...one, classes, ranks, scaled: own, squared: squared(own) }
}

function reasonsOf(
  one: Ranked,
  { outcome, mean, target, beliefs, found, beyond }: Ranks,
  places: Places,
): DisagreementReason[] {
  const barOf = (method: GivenMethod) => found[method]?.find(({ id }) => id === one.id)
  const [spearman, regression] = [barOf('spearman'), barOf('regression')]
  const partner = correlatedWith(one, beliefs, target)
  const other = interactsWith(one, beliefs, outcome)
  const isWeaker =
    regression && spearman && Math.abs(regression.size) < 0.6 * Math.abs(spearman.size)
  const isRare = new Set(one.values).size <= 5
  const reasons: DisagreementReason[] = []
  if (bendsBack(one.classes, outcome)) reasons.push({ kind: 'bends' })
  if (partner !== null && isWeaker) reasons.push({ kind: 'correlated', with: partner })
  if (other !== null) reasons.push({ kind: 'interaction', with: other })
  if (isRare && isApart(places.swing, places.spearman, places.firstOrder)) {
    reasons.push({ kind: 'few' })
  }
  const lost = (by: readonly Lost['by'][]) =>
    by.flatMap((method) => lostIn(method, barOf(method), beyond))
  reasons.push(...lost(lostBy(places)))
  if (movesSpread(one.classes, outcome, places)) reasons.push({ kind: 'spread' })
  // What another belief shares is no longer there to be found.
  const rest = lost(surelyLostBy(places)).filter(
    (one) => one.by !== 'regression' || !reasons.some(({ kind }) => kind === 'correlated'),
  )
  if (reasons.length > 0) return [...reasons, ...rest]
  if (isApart(places.spearman, places.swing, places.regression)) return [{ kind: 'tails' }, ...rest]
  if (rest.length > 0) return rest
  return isNear(found, places, mean) ? [{ kind: 'near' }] : []
}

/** Whether one method puts a belief elsewhere than both of two others do. */
function isApart(one: number | null, ...others: readonly (number | null)[]): boolean {
  return others.every((other) => {
    if (one === null || other === null) return one !== other
    return Math.abs(one - other) >= APART
  })
}

/** Whether a belief that nothing else tells surely moves how far the outcome lies from its average. */
function movesSpread(classes: Classes, outcome: Float64Array, places: Places): boolean {
  const { delta, ...others } = places
  if (delta === null || Object.values(others).some((place) => place !== null)) return false
  const apart = movesAlong(classes, lessClasses(classes, outcome).map(Math.abs))
  return apart.rises || apart.falls
}

/**
 * Whether a belief could change its best place for its worst by chance: by each method that has it at
 * either, what stands at the other is not surely longer or shorter.
 */
function isNear(found: Bars, places: Places, mean: number): boolean {
  const known = METHODS.flatMap((method) => {
    const place = places[method]
    return place === null ? [] : [{ bars: found[method] ?? [], place }]
  })
  if (known.length < METHODS.length) return false
  const best = Math.min(...known.map(({ place }) => place))
  const worst = Math.max(...known.map(({ place }) => place))
  const ends = known.filter(({ place }) => place === best || place === worst)
  return ends.every(({ bars }) => {
    const [first, last] = [bars[best - 1], bars[worst - 1]]
    return last?.isTold === true && !isLonger(first, last, mean)
  })
}

/** Whether the mean of the outcome rises surely along one part of a belief and falls along another. */
function bendsBack(classes: Classes, outcome: Float64Array): boolean {
  const { rises, falls } = movesAlong(classes, outcome)
  return rises && falls
}

/** Ranks with mean 0 and variance 1. */
function scaled(ranks: Float64Array): Float64Array {
  const middle = (ranks.length - 1) / 2
  let square = 0
  for (const rank of ranks) square += (rank - middle) ** 2
  const spread = Math.sqrt(square / ranks.length) || 1
  return ranks.map((rank) => (rank - middle) / spread)
}

/** The belief it goes with that goes more with the outcome; null for none. */
function correlatedWith(
  one: Ranked,
  beliefs: readonly Ranked[],
  target: Float64Array,
): string | null {
  const own = Math.abs(correlationOfRanks(one.ranks, target))
  let best: { readonly id: string; readonly by: number } | null = null
  for (const other of beliefs) {
    if (other.id === one.id) continue
    const shared = meanProduct(one.scaled, other.scaled)
    if (Math.abs(shared) < Math.max(0.15, BEYOND / Math.sqrt(target.length))) continue
    const by = Math.abs(shared * correlationOfRanks(other.ranks, target))
    if (by > 0.3 * own && (!best || by > best.by)) best = { id: other.id, by }
  }
  return best?.id ?? null
}

/** The belief that its effect depends on most, as the product of the two goes with the outcome; null for none. */
function interactsWith(
  one: Ranked,
  beliefs: readonly Ranked[],
  outcome: Float64Array,
): string | null {
  const rest = lessClasses(one.classes, outcome)
  let best: { readonly id: string; readonly by: number } | null = null
  for (const other of beliefs) {
    if (other.id === one.id) continue
    const left = lessClasses(other.classes, rest)
    const by = Math.max(
      ...[one.scaled, one.squared].flatMap((own) =>
        [other.scaled, other.squared].map((its) => productApart(left, own, its)),
      ),
    )
    if (by > BEYOND_PRODUCT && (!best || by > best.by)) best = { id: other.id, by }
  }
  return best?.id ?? null
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum / a.length
}

/** Squares less their mean: what bends. */
function squared(ranks: Float64Array): Float64Array {
  return ranks.map((rank) => rank * rank - 1)
}

/** How many standard errors the product of two columns goes with a third by. */
function productApart(left: Float64Array, a: Float64Array, b: Float64Array): number {
  let [sum, square] = [0, 0]
  for (let i = 0; i < left.length; i++) {
    const part = left[i] * a[i] * b[i]
    sum += part
    square += part * part
  }
  return square > 0 ? Math.abs(sum) / Math.sqrt(square) : 0
}
