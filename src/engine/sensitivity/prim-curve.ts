import { atLeastSoMany } from './binomial.ts'
import {
  type Box,
  type Held,
  heldBy,
  type HeldWithout,
  type PrimColumn,
  withRoundEnds,
} from './prim-box.ts'
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
/** One more column must bring this much more balance, as a part of what there is. */
const MORE = 0.01
/** So many columns are tried that set apart by themselves, and that do so with others. */
const ALONE = 4
const TOGETHER = 6
/** A limit of a rule must be unlikely to be chance. */
const UNLIKELY = 0.01

/** All that finding boxes needs to know of the trials. */
export interface CurveTask extends PrimTask {
  readonly byId: ReadonlyMap<string, PrimColumn>
  /** From the twentieth to the last twentieth of each column. */
  readonly spans: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<string, readonly number[]>
  /** What there is without any box. */
  readonly all: Held
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
  const runs = yield* runsByCount(task)
  const found = runs.flatMap(({ columns, done }) =>
    done.map((held, at) =>
      measured(task, boxOf(columns, done.slice(0, at + 1), task.categories), held),
    ),
  )
  const wide: FoundBox[] = []
  for (const { box } of thinned(bestOf(found))) {
    wide.push(rounded(task, opened(task, pasted(box, task.byId, task))))
    yield
  }
  return bestOf(wide.filter(({ box }) => box.length > 0))
}

/** The peels of some columns alone. */
export interface ColumnsRun {
  readonly columns: readonly PrimColumn[]
  readonly done: readonly Peel[]
}

/**
 * The columns that good trials are set apart by, one more each time as long as that brings something:
 * to those there are comes the one with which the best box of their peels is the best balance.
 */
export function* runsByCount(task: CurveTask): Generator<void, ColumnsRun[]> {
  const candidates = yield* candidatesOf(task)
  const runs: ColumnsRun[] = []
  let chosen: number[] = []
  let before = 0
  while (runs.length < MOST_LIMITS && chosen.length < candidates.length) {
    let best = { score: 0, places: chosen, done: [] as readonly Peel[] }
    for (const one of candidates.filter((at) => !chosen.includes(at))) {
      const places = [...chosen, one]
      const done = yield* peels(within(task, places))
      const score = Math.max(0, ...done.map((held) => balance(measured(task, [], held))))
      if (score > best.score) best = { score, places, done }
    }
    if (best.score <= before * (1 + MORE)) return runs
    before = best.score
    chosen = best.places
    runs.push({ columns: chosen.map((at) => task.columns[at]), done: best.done })
  }
  return runs
}

/**
 * The columns worth a try: those that set most apart by themselves, and those missed most in the best
 * box among all columns, from which limits are taken one by one, each time the one missed least.
 */
function* candidatesOf(task: CurveTask): Generator<void, number[]> {
  const alone = task.columns
    .map((one, at) => ({ at, score: aloneOf(task, one, task.orders[at]) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, ALONE)
    .map(({ at }) => at)
  const done = yield* peels(task)
  let box = bestBox(task, done)
  const order: string[] = []
  while (box.length > 0) {
    const { without } = heldBy(box, task.byId, task.rows, task.good)
    const scores = without.map((held) => balance(measured(task, [], held)))
    const least = scores.indexOf(Math.max(...scores))
    order.unshift(box[least].id)
    box = box.toSpliced(least, 1)
    yield
  }
  const together = order
    .slice(0, TOGETHER)
    .map((id) => task.columns.findIndex((one) => one.id === id))
  return [...new Set([...alone, ...together])]
}

/** The best balance that one end of a column alone reaches. */
function aloneOf(
  { good, least, all: { count, good: all } }: CurveTask,
  { values }: PrimColumn,
  order: Int32Array,
): number {
  const base = all / count
  let best = 0
  let below = 0
  for (let i = 1; i < count; i++) {
    below += good[order[i - 1]]
    if (values[order[i]] === values[order[i - 1]]) continue
    if (i >= least) best = Math.max(best, balanceOf(below / all, below / i, base))
    if (count - i < least) continue
    const above = all - below
    best = Math.max(best, balanceOf(above / all, above / (count - i), base))
  }
  return best
}

/** The box of the peels that is the best balance; nothing is asked where there are none. */
function bestBox(task: CurveTask, done: readonly Peel[]): Box {
  const scores = done.map((held) => balance(measured(task, [], held)))
  const at = scores.indexOf(Math.max(...scores))
  return boxOf(task.columns, done.slice(0, at + 1), task.categories)
}

function within(task: CurveTask, places: readonly number[]): CurveTask {
  const columns = places.map((at) => task.columns[at])
  return { ...task, columns, orders: places.map((at) => task.orders[at]) }
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

function measured({ all }: Pick<CurveTask, 'all'>, box: Box, inside: Held): FoundBox {
  return {
    box,
    inside,
    coverage: all.good === 0 ? 0 : inside.good / all.good,
    density: inside.count === 0 ? 0 : inside.good / inside.count,
    base: all.good / all.count,
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
export function balance({
  coverage,
  density,
  base,
}: Pick<FoundBox, 'coverage' | 'density' | 'base'>): number {
  return balanceOf(coverage, density, base)
}

function balanceOf(coverage: number, density: number, base: number): number {
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
    chanceOfLimits(heldBy(box, task.byId, task.rows, task.good)).every((p) => p < UNLIKELY),
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
export function chanceOfLimits({ inside, without }: HeldWithout): number[] {
  return without.map((rest) =>
    rest.count === 0 ? 1 : atLeastSoMany(inside.good, inside.count, rest.good / rest.count),
  )
}
