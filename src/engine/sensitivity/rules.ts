import type { Replicate } from '../sampling/design.ts'
import { ranking } from '../statistics/ranking.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import { atLeastSoMany } from './binomial.ts'
import { type Box, breachesOf, type PrimColumn } from './prim-box.ts'
import { chanceOfLimits, type CurveTask, curveOf, goodAmong, pickOf } from './prim-curve.ts'
import { halvesOf } from './prim-halves.ts'

/** A share with its Monte Carlo error. */
export interface Share {
  readonly value: number
  readonly error: number | null
}

/** A rule, measured in trials it was not found in. */
export interface Rule {
  readonly box: Box
  /** The chance that it holds, by the beliefs themselves. */
  readonly support: Share
  /** Of trials in which it holds, those that are good. */
  readonly density: Share
  /** Of good trials, those in which it holds. */
  readonly coverage: Share
  /** Of each limit, the chance that what it adds is none (quasi-p). */
  readonly chances: readonly number[]
}

/** Why there is a rule, or none: nothing or all is good, too little is known, or chance would do as well. */
export type RulesState = 'found' | 'none' | 'all' | 'few' | 'chance'

export interface Rules {
  readonly state: RulesState
  /** Trials that count, those that are good among them, and their share. */
  readonly count: number
  readonly good: number
  readonly base: Share
  /** Rules to choose from: more coverage first, then more density. */
  readonly curve: readonly Rule[]
  /** Place of the one told first; -1 where there is none. */
  readonly picked: number
  /** Further rules for what the one told first leaves, with the share of good trials each adds. */
  readonly others: readonly { readonly rule: Rule; readonly adds: number }[]
}

export interface RulesTask {
  readonly columns: readonly PrimColumn[]
  /** By trial: 1 where it is good. */
  readonly good: Uint8Array
  /** By trial: 1 where it counts; all do without it. */
  readonly mask?: Uint8Array | undefined
  readonly replicate: Replicate
  /** How many rules at most; the curve is that of the first. */
  readonly most?: number
}

/** Fewer good or bad trials than these in one half tell nothing. */
const FEW = 20
/** No rule is about fewer trials than this part of all. */
const LEAST = 0.05
/** How unlikely it must be that a rule is no better than chance. */
const UNLIKELY = 0.01
const MOST_RULES = 3

/**
 * Rules under which trials are good, by patient rule induction. They are found in one half of the
 * trials and measured in the other: what looks good by having been searched for does not there. Yields
 * between pieces of some milliseconds.
 */
export function* rulesOf(task: RulesTask): Generator<void, Rules> {
  const { good, mask, replicate } = task
  const halves = halvesOf(good.length, replicate)
  const counts = (trial: number) => !mask || mask[trial] === 1
  const held: HeldHalf = { ...halves, rows: halves.held.filter(counts), mask }
  const known = yield* knownOf(task)
  const all = { good: 0, count: 0 }
  for (let trial = 0; trial < good.length; trial++) {
    if (!counts(trial)) continue
    all.count++
    all.good += good[trial]
  }
  const base = shareOf(good, (trial) => (counts(trial) ? 1 : 0), all.count, replicate)
  const empty = { ...all, base, curve: [], picked: -1, others: [] }
  if (all.good === 0) return { ...empty, state: 'none' }
  if (all.good === all.count) return { ...empty, state: 'all' }
  const first = yield* oneOf(task, known, halves.found.filter(counts), held)
  if (first === 'few' || first === 'chance') return { ...empty, state: first }
  const others = yield* furtherOf(task, known, halves.found.filter(counts), held, first)
  return { ...empty, ...first, state: 'found', others }
}

interface HeldHalf {
  /** All trials of the half, and those that count. */
  readonly held: Uint32Array
  readonly rows: Uint32Array
  readonly replicate: Replicate
  readonly mask: Uint8Array | undefined
}

export type Known = Pick<CurveTask, 'columns' | 'orders' | 'byId' | 'spans' | 'categories'>

/** What is worked out of the columns once. */
export function* knownOf({ columns }: RulesTask): Generator<void, Known> {
  const orders: Int32Array[] = []
  const spans = new Map<string, number>()
  const categories = new Map<string, readonly number[]>()
  for (const { id, kind, values } of columns) {
    const order = ranking(values)
    orders.push(order)
    const at = (share: number) => values[order[Math.floor(share * (order.length - 1))]]
    if (order.length > 0) spans.set(id, at(0.95) - at(0.05))
    if (kind === 'category')
      categories.set(
        id,
        [...new Set(values)].sort((a, b) => a - b),
      )
    yield
  }
  return { columns, orders, spans, categories, byId: new Map(columns.map((one) => [one.id, one])) }
}

interface FoundRule {
  readonly curve: readonly Rule[]
  readonly picked: number
}

/** Rules among some trials; why there is none where there is none. */
function* oneOf(
  { good }: Pick<RulesTask, 'good'>,
  known: Known,
  rows: Uint32Array,
  half: HeldHalf,
): Generator<void, FoundRule | 'few' | 'chance'> {
  const isFew = [rows, half.rows].some((some) => {
    const many = goodAmong(good, some)
    return Math.min(many, some.length - many) < FEW
  })
  if (isFew) return 'few'
  const task = curveTask(known, good, rows)
  const curve = yield* curveOf(task)
  const at = pickOf(task, curve)
  if (at < 0) return 'chance'
  const base = goodAmong(good, half.rows) / half.rows.length
  const rules = curve.map(({ box }) => ruleOf(box, known, good, half))
  if (!isTold(rules[at], base, half.rows.length)) return 'chance'
  const told = rules.filter((one) => isTold(one, base, half.rows.length))
  return { curve: told, picked: told.indexOf(rules[at]) }
}

export function curveTask(known: Known, good: Uint8Array, rows: Uint32Array): CurveTask {
  const share = goodAmong(good, rows) / rows.length
  const least = Math.max(FEW, Math.floor(Math.min(LEAST, share / 2) * rows.length))
  return { ...known, good, rows, least }
}

function isTold({ support, density }: Rule, base: number, count: number): boolean {
  const inside = Math.round(support.value * count)
  const good = Math.round(density.value * inside)
  const isBeyond = density.value - base > 2 * (density.error ?? Infinity)
  return inside > 0 && isBeyond && atLeastSoMany(good, inside, base) < UNLIKELY
}

/** What a box is worth in trials it was not found in. */
function ruleOf(box: Box, { byId }: Known, good: Uint8Array, half: HeldHalf): Rule {
  const { held, mask, replicate, rows } = half
  const { count } = breachesOf(box, byId, held)
  const counts = (i: number) => !mask || mask[held[i]] === 1
  const flags = (is: (i: number) => boolean) => Uint8Array.from(held, (_, i) => (is(i) ? 1 : 0))
  const inside = flags((i) => count[i] === 0)
  const isGood = flags((i) => good[held[i]] === 1)
  const among = (weight: (i: number) => boolean, of: Uint8Array) => {
    let many = 0
    for (let i = 0; i < held.length; i++) many += weight(i) ? 1 : 0
    return shareOf(of, (i) => (weight(i) ? 1 : 0), many, replicate)
  }
  return {
    box,
    support: among(counts, inside),
    density: among((i) => counts(i) && inside[i] === 1, isGood),
    coverage: among((i) => counts(i) && isGood[i] === 1, inside),
    chances: chanceOfLimits(box, byId, rows, good),
  }
}

/**
 * The share of trials for which something holds, among those that weigh 1, with its error. Where it
 * holds in none or all of them the error is that of half a trial more or less.
 */
function shareOf(
  holds: ArrayLike<number>,
  weight: (trial: number) => number,
  count: number,
  replicate: Replicate,
): Share {
  if (count === 0) return { value: 0, error: null }
  let sum = 0
  for (let i = 0; i < holds.length; i++) sum += weight(i) * holds[i]
  const value = sum / count
  if (value === 0 || value === 1) {
    const near = 0.5 / (count + 1)
    return { value, error: Math.sqrt((near * (1 - near)) / count) }
  }
  const residuals = Float64Array.from(holds, (one, i) => weight(i) * (one - value))
  return { value, error: standardErrorOf(residuals, replicate, count) }
}

/** Rules for what the first leaves: each is found where none before it holds, and measured everywhere. */
function* furtherOf(
  task: RulesTask,
  known: Known,
  rows: Uint32Array,
  half: HeldHalf,
  first: FoundRule,
): Generator<void, Rules['others']> {
  const found: { rule: Rule; adds: number }[] = []
  const goodOnes = goodAmong(task.good, half.rows)
  let box = first.curve[first.picked].box
  let [left, heldLeft] = [rows, half.rows]
  while (found.length + 1 < (task.most ?? MOST_RULES)) {
    left = outside(box, known, left)
    heldLeft = outside(box, known, heldLeft)
    const next = yield* oneOf(task, known, left, {
      ...half,
      rows: heldLeft,
      mask: maskOf(heldLeft, task.good.length),
    })
    if (typeof next === 'string') return found
    box = next.curve[next.picked].box
    const inIt = heldLeft.filter((row) => !outside(box, known, Uint32Array.of(row)).length)
    const rule = ruleOf(box, known, task.good, half)
    if (!isTold(rule, goodOnes / half.rows.length, half.rows.length)) return found
    found.push({ rule, adds: goodAmong(task.good, inIt) / goodOnes })
  }
  return found
}

function outside(box: Box, { byId }: Known, rows: Uint32Array): Uint32Array {
  const { count } = breachesOf(box, byId, rows)
  return rows.filter((_, i) => count[i] > 0)
}

function maskOf(rows: Uint32Array, trials: number): Uint8Array {
  const mask = new Uint8Array(trials)
  for (const row of rows) mask[row] = 1
  return mask
}
