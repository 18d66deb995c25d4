import { isBetterThan, nonDominated, ranked, type Score } from './dominance.ts'
import { Uniforms } from './uniforms.ts'

/** One number that is searched over. */
export interface SearchAxis {
  readonly min: number
  readonly max: number
  /** Values lie so far apart, counted from the least. */
  readonly step: number
}

/** A place in the space that is searched: a number an axis. */
export type Place = readonly number[]

export interface SearchAsk {
  readonly axes: readonly SearchAxis[]
  /** Places looked at first. */
  readonly starts: readonly Place[]
  readonly seed: string
  /** Places looked at in all, at most. */
  readonly evaluations: number
  /** Places looked at together. */
  readonly generation: number
}

/** A place that was looked at. */
export interface Looked {
  readonly place: Place
  readonly score: Score
}

/** Parents that the next generation comes from. */
const PARENTS = 40
/** Of a lever's range: how far a child strays from its parent, from far at first to near at last. */
const WIDE = 0.25
const NARROW = 0.03
/** Tries to find a place that was not looked at before, for each that is wanted. */
const TRIES = 40

/**
 * Searches for what is best in two respects at once under limits: an evolutionary search that keeps
 * the non-dominated, after Deb's NSGA-II, with children by differential mutation. Yields places to be
 * looked at, each once, and is told their scores; the same seed gives the same places. Its answer is
 * every place looked at that meets the limits and that none of those dominates, the best in the first
 * respect first.
 */
export function* frontierSearch(
  ask: SearchAsk,
): Generator<readonly Place[], Looked[], readonly Score[]> {
  const { starts, seed, evaluations, generation } = ask
  const random = new Uniforms(seed, 'frontier search')
  const axes = ask.axes
  const looked: Looked[] = []
  const seen = new Set<string>()
  let parents: readonly Looked[] = []
  let next = unseen(
    seen,
    starts.map((one) => onSteps(axes, one)),
  ).slice(0, evaluations)
  while (looked.length + next.length < Math.min(evaluations, generation)) {
    const more = unseen(seen, [anywhere(axes, random)])
    if (more.length === 0 && isExhausted(axes, seen.size)) break
    next.push(...more)
  }
  while (next.length > 0) {
    const scores = yield next
    next.forEach((place, at) => looked.push({ place, score: scores[at] }))
    parents = ranked([...parents, ...looked.slice(-next.length)]).slice(0, PARENTS)
    const left = Math.min(generation, evaluations - looked.length)
    const reach = NARROW + (WIDE - NARROW) * (1 - looked.length / evaluations)
    next = children(axes, parents, random, { seen, left, reach })
  }
  return nonDominated(looked.filter(({ score }) => score.excess === 0)).sort(
    (a, b) => b.score.objectives[0] - a.score.objectives[0],
  )
}

function children(
  axes: readonly SearchAxis[],
  parents: readonly Looked[],
  random: Uniforms,
  {
    seen,
    left,
    reach,
  }: { readonly seen: Set<string>; readonly left: number; readonly reach: number },
): Place[] {
  const found: Place[] = []
  for (let tries = 0; found.length < left && tries < left * TRIES; tries++) {
    found.push(...unseen(seen, [child(axes, parents, random, reach)]))
  }
  return found
}

/** One of two parents drawn, the better, moved along the difference of two others and strayed a little. */
function child(
  axes: readonly SearchAxis[],
  parents: readonly Looked[],
  random: Uniforms,
  reach: number,
): Place {
  const [one, other, a, b] = [0, 1, 2, 3].map(() => parents[random.below(parents.length)])
  const from = isBetterThan(other.score, one.score) ? other : one
  const isDifferential = random.next() < 0.5
  const factor = 0.3 + 0.6 * random.next()
  const moved = axes.map(({ min, max }, axis) => {
    const along = isDifferential ? factor * (a.place[axis] - b.place[axis]) : 0
    const isStraying = random.next() < 2 / axes.length
    const stray = random.bell() * reach * (max - min)
    return from.place[axis] + along + (isStraying ? stray : 0)
  })
  return onSteps(axes, moved)
}

function anywhere(axes: readonly SearchAxis[], random: Uniforms): Place {
  return onSteps(
    axes,
    axes.map(({ min, max }) => min + random.next() * (max - min)),
  )
}

/** The nearest place on the steps of every axis and within its ends. */
function onSteps(axes: readonly SearchAxis[], place: Place): Place {
  return axes.map(({ min, max, step }, axis) => {
    const stepped = min + Math.round((place[axis] - min) / step) * step
    // Sums of steps such as 0.05 are not to differ in their last digit.
    const tidy = Math.round(stepped * 1e9) / 1e9
    return Math.min(max, Math.max(min, tidy))
  })
}

/** Places not seen before, which are seen from now on. */
function unseen(seen: Set<string>, places: readonly Place[]): Place[] {
  return places.filter((place) => {
    const name = place.join()
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

function isExhausted(axes: readonly SearchAxis[], seen: number): boolean {
  const all = axes.reduce(
    (many, { min, max, step }) => many * (Math.floor((max - min) / step) + 1),
    1,
  )
  return seen >= all
}
