import { atLeastSoMany } from './binomial.ts'
import { type Box, heldBy, type HeldWithout, withRoundEnds } from './prim-box.ts'
import { runsByCount } from './prim-columns.ts'
import { balance, type CurveTask, type FoundBox, measured } from './prim-found.ts'
import { pasted } from './prim-paste.ts'
import { boxOf } from './prim.ts'

/** As many boxes are enough to choose from. */
const MOST_POINTS = 24
/** One more limit must bring so much density. */
const WORTH = 0.02
/** Boxes nearer to each other than this, in coverage, are as good as one. */
const APART = 0.03
/** A simpler rule is taken where it is at least so good, as a part of the best. */
const NEARLY = 0.9
/** A limit of a rule must be unlikely to be chance. */
const UNLIKELY = 0.01

/**
 * Boxes to choose from, from all that is good to the purest: none has another beside it that asks for
 * no more and has more of both coverage and density. Yields between peels.
 *
 * @returns none where nothing sets good trials apart
 */
export function* curveOf(task: CurveTask): Generator<void, FoundBox[]> {
  const runs = yield* runsByCount(task)
  const found = runs.flatMap(({ columns, done }) =>
    done.map((held, at) =>
      measured(task, boxOf(columns, done.slice(0, at + 1), task.categories), held),
    ),
  )
  const wide: FoundBox[] = []
  for (const { box } of thinned(bestOf(found))) {
    wide.push(rounded(task, opened(task, pasted(box, task))))
    yield
  }
  return bestOf(wide.filter(({ box }) => box.length > 0))
}

/** A box without the ends that keep hardly anything bad out: a rule with one end is simpler to say. */
function opened(task: CurveTask, box: Box): Box {
  const held = (some: Box) =>
    measured(task, some, heldBy(some, task.byId, task.rows, task.good).inside)
  const least = held(box).density - WORTH
  box.forEach((limit, at) => {
    if (limit.low === null || limit.high === null) return
    const wider = (['low', 'high'] as const)
      .map((side) => held(box.with(at, { ...limit, [side]: null })))
      .sort((a, b) => b.density - a.density)[0]
    if (wider.density >= least) box = wider.box
  })
  return box
}

function rounded(task: CurveTask, box: Box): FoundBox {
  const round = withRoundEnds(box, task.byId, task.spans)
  return measured(task, round, heldBy(round, task.byId, task.rows, task.good).inside)
}

/** Those that no other leaves behind; the widest first. */
function bestOf(all: readonly FoundBox[]): FoundBox[] {
  const kept = all.filter(
    (one, at) =>
      one.density > one.base && !all.some((other, place) => beats(other, one, place < at)),
  )
  return kept.sort((a, b) => b.coverage - a.coverage || a.density - b.density)
}

/** Whether one asks for no more, and has as much of both; of alike ones the first. */
function beats(one: FoundBox, other: FoundBox, isFirst: boolean): boolean {
  const [less, more] = [one.box.length, other.box.length]
  if (less > more || one.coverage < other.coverage) return false
  if (less < more) return one.density >= other.density - WORTH
  const isAlike = one.density === other.density && one.coverage === other.coverage
  return one.density >= other.density && (!isAlike || isFirst)
}

/** Fewer of them: of neighbours that are nearly the same the better balance, and no more than can be looked at. */
function thinned(all: readonly FoundBox[]): FoundBox[] {
  let kept: FoundBox[] = []
  for (let apart = APART; ; apart *= 1.5) {
    kept = []
    for (const one of all.toSorted((a, b) => balance(b) - balance(a))) {
      const isNear = (other: FoundBox) =>
        other.box.length === one.box.length && Math.abs(other.coverage - one.coverage) < apart
      if (!kept.some(isNear)) kept.push(one)
    }
    if (kept.length <= MOST_POINTS) return kept
  }
}

/**
 * The density that a rule should have: twice the share of good trials in all, or 0.8 where that is
 * less, or halfway from that share to certainty where this is more than 0.8.
 */
export function goalFor(base: number): number {
  return base < 0.4 ? 2 * base : Math.max(0.8, (1 + base) / 2)
}

/**
 * The box that is told first: the simplest that reaches the goal and is nearly as good a balance as
 * the best that does, each of its limits unlikely to be chance. Where none reaches the goal, the same of
 * those whose limits are unlikely to be chance even among all columns.
 *
 * @returns its place; -1 where there is none
 */
export function pickOf(task: CurveTask, all: readonly FoundBox[]): number {
  const likeliest = new Map(
    all.map((one) => {
      const held = heldBy(one.box, task.byId, task.rows, task.good)
      return [one, Math.max(0, ...chanceOfLimits(held))]
    }),
  )
  const below = (most: number) => all.filter((one) => (likeliest.get(one) ?? 1) < most)
  const sure = below(UNLIKELY)
  const reaching = sure.filter(({ density, base }) => density >= goalFor(base))
  // Of many columns some seem to tell something: where no goal is reached that is all there may be.
  const surest = below(UNLIKELY / task.columns.length)
  const among = [reaching, surest, sure].find((some) => some.length > 0) ?? []
  const enough = NEARLY * Math.max(...among.map(balance))
  const [picked] = among
    .filter((one) => balance(one) >= enough)
    .sort((a, b) => a.box.length - b.box.length || balance(b) - balance(a))
  return picked ? all.indexOf(picked) : -1
}

/**
 * Of each limit of a box, the chance that as large a share of good trials would be in it if the limit
 * told nothing: a binomial test against the box without it (quasi-p, Bryant and Lempert 2010).
 */
export function chanceOfLimits({ inside, without }: HeldWithout): number[] {
  return without.map((rest) =>
    rest.count === 0 ? 1 : atLeastSoMany(inside.good, inside.count, rest.good / rest.count),
  )
}
