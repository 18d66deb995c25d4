import { atLeastSoMany } from './binomial.ts'
import { type Box, type Held, heldBy, type PrimColumn, withRoundEnds } from './prim-box.ts'
import { boxOf, pasted, type Peel, peels, type PrimTask } from './prim.ts'

/** A rule says no more than this many things. */
export const MOST_LIMITS = 5
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

/** All that finding boxes needs to know of the trials. */
export interface CurveTask extends PrimTask {
  readonly byId: ReadonlyMap<string, PrimColumn>
  /** From the twentieth to the last twentieth of each column. */
  readonly spans: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<string, readonly number[]>
}

/** A box, and what it holds of the trials it was found in. */
export interface FoundBox {
  readonly box: Box
  readonly inside: Held
  /** Share of the good trials that are in it. */
  readonly coverage: number
  /** Share of the trials in it that are good. */
  readonly density: number
  /** Share of all trials that are good. */
  readonly base: number
}

/**
 * Boxes to choose from, from all that is good to the purest: none has another beside it that asks for
 * no more and has more of both coverage and density. Yields between peels.
 *
 * @returns none where nothing sets good trials apart
 */
export function* curveOf(task: CurveTask): Generator<void, FoundBox[]> {
  const columns = yield* columnsByWeight(task)
  const found: FoundBox[] = []
  for (let many = 1; many <= Math.min(MOST_LIMITS, columns.length); many++) {
    const some = within(task, columns.slice(0, many))
    const done = yield* peels(some)
    for (let at = 1; at <= done.length; at++) {
      const box = boxOf(some.columns, done.slice(0, at), task.categories)
      found.push(measured(task, box, done[at - 1]))
    }
    yield
  }
  const wide: FoundBox[] = []
  for (const { box } of thinned(bestOf(found))) {
    wide.push(rounded(task, pasted(box, task.byId, task)))
    yield
  }
  return bestOf(wide.filter(({ box }) => box.length > 0))
}

/**
 * The columns that good trials are set apart by, the one that is missed most first: those of the best
 * box among all columns, from which limits are taken one by one, each time the one missed least.
 */
export function* columnsByWeight(task: CurveTask): Generator<void, number[]> {
  const done = yield* peels(task)
  let box = bestBox(task, done)
  const order: string[] = []
  while (box.length > 0) {
    const { without } = heldBy(box, task.byId, task.rows, task.good)
    const scores = without.map((held) => balance(measured(task, [], held)))
    const least = scores.indexOf(Math.max(...scores))
    order.unshift(box[least].id)
    box = box.toSpliced(least, 1)
  }
  return order.map((id) => task.columns.findIndex((one) => one.id === id))
}

/** The box of the peels that is the best balance. */
function bestBox(task: CurveTask, done: readonly Peel[]): Box {
  const scores = done.map((held) => balance(measured(task, [], held)))
  const at = scores.indexOf(Math.max(...scores))
  return boxOf(task.columns, done.slice(0, at + 1), task.categories)
}

function within(task: CurveTask, places: readonly number[]): CurveTask {
  const columns = places.map((at) => task.columns[at])
  return { ...task, columns, orders: places.map((at) => task.orders[at]) }
}

function rounded(task: CurveTask, box: Box): FoundBox {
  const round = withRoundEnds(box, task.byId, task.spans)
  return measured(task, round, heldBy(round, task.byId, task.rows, task.good).inside)
}

function measured({ rows, good }: PrimTask, box: Box, inside: Held): FoundBox {
  const all = goodAmong(good, rows)
  return {
    box,
    inside,
    coverage: all === 0 ? 0 : inside.good / all,
    density: inside.count === 0 ? 0 : inside.good / inside.count,
    base: all / rows.length,
  }
}

/** How many of some trials are good. */
export function goodAmong(good: Uint8Array, rows: Uint32Array): number {
  let all = 0
  for (const row of rows) all += good[row]
  return all
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
 * How good a box is: the harmonic mean of its coverage and of how far its density goes from the share
 * of good trials in all to certainty. 0 for one that is no better than all trials.
 */
export function balance({ coverage, density, base }: FoundBox): number {
  const rise = base < 1 ? (density - base) / (1 - base) : 0
  return rise <= 0 || coverage <= 0 ? 0 : (2 * rise * coverage) / (rise + coverage)
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
 * the best that does, each of its limits unlikely to be chance. Where none reaches the goal, the best
 * balance.
 *
 * @returns its place; -1 where there is none
 */
export function pickOf(task: CurveTask, all: readonly FoundBox[]): number {
  const sure = all.filter(({ box }) =>
    chanceOfLimits(box, task.byId, task.rows, task.good).every((p) => p < UNLIKELY),
  )
  const reaching = sure.filter(({ density, base }) => density >= goalFor(base))
  const among = reaching.length > 0 ? reaching : sure
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
export function chanceOfLimits(
  box: Box,
  columns: ReadonlyMap<string, PrimColumn>,
  rows: Uint32Array,
  good: Uint8Array,
): number[] {
  const { inside, without } = heldBy(box, columns, rows, good)
  return without.map((rest) =>
    rest.count === 0 ? 1 : atLeastSoMany(inside.good, inside.count, rest.good / rest.count),
  )
}
