import { type Box, breachesOf, heldOf, type PrimColumn } from './prim-box.ts'
import { balance, balanceOf, type CurveTask, measured } from './prim-found.ts'
import { boxOf, type Peel, peels } from './prim.ts'

/** A rule says no more than this many things. */
const MOST_LIMITS = 5
/** One more column must bring this much more balance, as a part of what there is. */
const MORE = 0.01
/** So many columns are tried that set apart by themselves, and that do so with others. */
const ALONE = 4
const TOGETHER = 6

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
  const together = mostMissed(task, bestBox(task, done))
    .slice(0, TOGETHER)
    .map((id) => task.columns.findIndex((one) => one.id === id))
  return [...new Set([...alone, ...together])]
}

/** The columns of a box, from the one that is missed most to the one that is taken from it first. */
function mostMissed({ rows, good, byId, all }: CurveTask, box: Box): string[] {
  const breaks = box.map((limit) => breachesOf([limit], byId, rows).count)
  // Of each trial how many limits keep it out, and their places added up: the place, where it is one.
  const [count, places] = [new Uint16Array(rows.length), new Uint16Array(rows.length)]
  const add = (at: number, times: 1 | -1) => {
    for (let i = 0; i < rows.length; i++) {
      count[i] += times * breaks[at][i]
      places[i] += times * breaks[at][i] * at
    }
  }
  box.forEach((_, at) => add(at, 1))
  const left = box.map((_, at) => at)
  const order: string[] = []
  while (left.length > 0) {
    const { without } = heldOf({ count, last: places }, box.length, rows, good)
    const scores = left.map((at) => balance(measured({ all }, [], without[at])))
    const [least] = left.splice(scores.indexOf(Math.max(...scores)), 1)
    order.unshift(box[least].id)
    add(least, -1)
  }
  return order
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
