import type { Estimate } from '../analyses/estimates.ts'
import type { PointFigures } from '../analyses/points.ts'
import { chance, sizeWithError, value, valueWithError } from '../words/index.ts'
import { isBeyond, standingOf } from './best.ts'
import type { MapFacts } from './lever-map.ts'
import { bestPlace, type MapMeasure, measured } from './map-levels.ts'
import { isChance, measureName, termsWords } from './point-words.ts'

/** What a map shows, in a sentence that is true in every case. */
export function mapTitle(facts: MapFacts): string {
  const { points, measure, asked } = facts
  const known = points.flatMap((one) => (one && one[measure] ? [one] : []))
  if (known.length === 0) {
    return points.some((one) => one !== null)
      ? 'None of these terms has such a figure'
      : 'The first terms are being simulated'
  }
  const values = known.flatMap((one) => measured(one, measure) ?? [])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const one = (at: number) => words(facts, measure, at)
  const name = measureName(asked, measure)
  if (low === high) return `${name} is ${one(low)} whatever these two terms are`
  const best = measure === 'mean' ? bestPlace(points, asked.outcome.better) : -1
  const point = points[best]
  return point
    ? bestTitle(facts, best, point)
    : `${name} goes from ${one(low)} to ${one(high)} over these terms`
}

function words({ asked }: MapFacts, measure: MapMeasure, at: number): string {
  return isChance(measure) ? chance(at) : value(at, asked.outcome.unit)
}

function bestTitle(facts: MapFacts, place: number, { mean }: PointFigures): string {
  const { of, held, points, asked } = facts
  const at = placeWords(facts, place)
  const figure = (found: Estimate | null) =>
    found ? valueWithError(found.value, found.error, asked.outcome.unit) : 'no figure'
  if (!held || points.some((one) => one === null)) {
    return `The best average so far is ${figure(mean)}, at ${at}`
  }
  if (!of || !held.lead) {
    return `The best average of these terms is ${figure(held.mean)}, at ${at}`
  }
  const isItself = isAt(facts, place)
  if (isItself) return `“${of.label}” has the best average of these terms: ${figure(held.mean)}`
  return againstTitle(facts, of.label, held.lead, at)
}

/** How the best terms stand against the strategy the map is of: by the one rule for best. */
function againstTitle({ asked, held }: MapFacts, of: string, lead: Estimate, at: string): string {
  const { better, unit } = asked.outcome
  const limits = held?.limits ?? { certain: Infinity, negligible: null }
  const isAhead = better === 'lower' ? lead.value < 0 : lead.value > 0
  const size = sizeWithError(lead.value, lead.error, unit)
  const standing = standingOf(lead, limits)
  if (standing === 'same' || standing === 'negligible') {
    return `The best of these terms, ${at}, are worth about the same as “${of}”`
  }
  if (standing === 'clear') {
    return isAhead
      ? `Other terms are better than those of “${of}”, by ${size} on average: ${at}`
      : `“${of}” is better than the best of these terms, by ${size} on average`
  }
  if (isBeyond(lead, limits)) {
    return isAhead
      ? `The best of these terms, ${at}, are ahead of “${of}” by ${size} on average, which may be no more than what is negligible`
      : `“${of}” is ahead of the best of these terms by ${size} on average, which may be no more than what is negligible`
  }
  return `The best of these terms, ${at}, and “${of}” are not told apart: ${size} between them on average`
}

function placeWords({ x, y, xs, ys }: MapFacts, place: number): string {
  const setting = { [x.id]: xs[place % xs.length], [y.id]: ys[Math.floor(place / xs.length)] }
  return termsWords([x, y], setting)
}

/** Whether the strategy the map is of stands at a place. */
function isAt({ of, x, y, xs, ys }: MapFacts, place: number): boolean {
  return (
    of !== null &&
    of.levers[x.id] === xs[place % xs.length] &&
    of.levers[y.id] === ys[Math.floor(place / xs.length)]
  )
}
