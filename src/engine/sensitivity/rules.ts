import type { Replicate } from '../sampling/design.ts'
import { ranking } from '../statistics/ranking.ts'
import { atLeastSoMany } from './binomial.ts'
import { type Box, breachesOf, type PrimColumn } from './prim-box.ts'
import { curveOf, pickOf } from './prim-curve.ts'
import { type CurveTask, goodAmong } from './prim-found.ts'
import {
  byIdOf,
  type HeldHalf,
  partsOf,
  type Rule,
  ruleOf,
  type Share,
  shareOf,
} from './prim-measured.ts'
import { leftOf } from './prim.ts'

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
}

export interface RulesTask {
  readonly columns: readonly PrimColumn[]
  /** By trial: 1 where it is good. */
  readonly good: Uint8Array
  /** By trial: 1 where it counts; all do without it. */
  readonly mask?: Uint8Array | undefined
  readonly replicate: Replicate
  /** By trial: 1 where something comes that no rule can ask for; not asked without it. */
  readonly met?: Uint8Array
}

/** Fewer good or bad trials than these in one half tell nothing. */
const FEW = 20
/** No rule is about fewer trials than this part of all. */
const LEAST = 0.05
/** How unlikely it must be that a rule is no better than chance. */
const UNLIKELY = 0.01
/** A limit that is as likely to be chance as this is not offered. */
const LIKELY = 0.05
/** A further rule that adds fewer good trials than this part of them is not worth its words. */
const ADDS = 0.05

/**
 * Rules under which trials are good, by patient rule induction. They are found in one half of the
 * trials and measured in the other: what looks good by having been searched for does not there. Yields
 * between pieces of some milliseconds.
 */
export function* rulesOf(task: RulesTask): Generator<void, Rules> {
  const { good, mask, replicate } = task
  const all = { good: 0, count: 0 }
  for (let trial = 0; trial < good.length; trial++) {
    if (mask && mask[trial] !== 1) continue
    all.count++
    all.good += good[trial]
  }
  const base = shareOf(good, mask ?? null, replicate)
  const empty = { ...all, base, curve: [], picked: -1 }
  if (all.good === 0) return { ...empty, state: 'none' }
  if (all.good === all.count) return { ...empty, state: 'all' }
  const { found, held } = partsOf(task)
  const known = yield* knownOf(task, found)
  const one = yield* oneOf(known, known.rows, held)
  return typeof one === 'string' ? { ...empty, state: one } : { ...empty, ...one, state: 'found' }
}

/**
 * Up to so many further rules for what one leaves: each is found where none before it holds, and is
 * measured there, as parts of all trials: support and coverage are what it adds. One that adds little,
 * or is less than half as far above the share of good trials in all as the first, is not told.
 */
export function* furtherRules(task: RulesTask, first: Rule, most: number): Generator<void, Rule[]> {
  const { found, held: all } = partsOf(task)
  const known = yield* knownOf(task, found)
  let [{ rows }, held] = [known, all]
  const told: Rule[] = []
  const base = goodAmong(task.good, all.all) / all.all.length
  const worth = (base + first.density.value) / 2
  let { box } = first
  while (told.length < most) {
    rows = outside(box, known, rows)
    held = { ...held, rows: outside(box, held, held.rows) }
    const next = yield* oneOf(known, rows, held)
    if (typeof next === 'string') return told
    const rule = next.curve[next.picked]
    if (rule.coverage.value < ADDS || rule.density.value < worth) return told
    told.push(rule)
    box = rule.box
  }
  return told
}

/** A box measured as rules are: in the half of the trials that rules are not found in. */
export function measuredRule(task: RulesTask, box: Box): Rule {
  return ruleOf(box, partsOf(task).held)
}

/**
 * What is worked out once of the trials among which boxes are looked for: columns hold those alone, and
 * rows and orders are places among them.
 */
export interface Known extends Pick<
  CurveTask,
  'columns' | 'good' | 'rows' | 'orders' | 'byId' | 'spans' | 'categories'
> {}

/** @param trials of the run, in their order */
export function* knownOf(
  { columns: whole, good }: Pick<RulesTask, 'columns' | 'good'>,
  trials: Uint32Array,
): Generator<void, Known> {
  const columns: PrimColumn[] = []
  const orders: Int32Array[] = []
  const spans = new Map<string, number>()
  const categories = new Map<string, readonly number[]>()
  for (const { id, kind, values: all } of whole) {
    const values = new Float64Array(trials.length)
    for (let i = 0; i < trials.length; i++) values[i] = all[trials[i]]
    const order = ranking(values)
    const at = (share: number) => values[order[Math.floor(share * (order.length - 1))]]
    if (order.length > 0) spans.set(id, at(0.95) - at(0.05))
    if (kind === 'category')
      categories.set(id, [...new Set(Array.from(order, (row) => values[row]))])
    columns.push({ id, kind, values })
    orders.push(order)
    yield
  }
  return {
    columns,
    good: Uint8Array.from(trials, (trial) => good[trial]),
    rows: Uint32Array.from(trials, (_, place) => place),
    orders,
    spans,
    categories,
    byId: byIdOf(columns),
  }
}

interface FoundRule {
  readonly curve: readonly Rule[]
  readonly picked: number
}

/** Rules among some trials; why there is none where there is none. */
function* oneOf(
  known: Known,
  rows: Uint32Array,
  half: HeldHalf,
): Generator<void, FoundRule | 'few' | 'chance'> {
  if (isFew(known.good, rows) || isFew(half.good, half.rows)) return 'few'
  const task = curveTask(known, rows)
  const curve = yield* curveOf(task)
  const rules = curve.map(({ box }) => ruleOf(box, half))
  const steady = curve.filter((_, place) => isSteady(rules[place]))
  const best = pickOf(task, steady)
  if (best < 0) return 'chance'
  const at = curve.indexOf(steady[best])
  if (!isTold(rules[at], half)) return 'chance'
  const told = rules.filter((one, place) => {
    const isSure = one.chances.every((chance) => chance < LIKELY)
    return place === at || (isSure && isSteady(one) && isTold(one, half))
  })
  return { curve: told, picked: told.indexOf(rules[at]) }
}

function isFew(good: Uint8Array, rows: Uint32Array): boolean {
  const many = goodAmong(good, rows)
  return Math.min(many, rows.length - many) < FEW
}

/**
 * Whether each limit with two ends is unlikely to be chance where it was not found: of two ends, put
 * anywhere in any column, some always seem to tell something.
 */
function isSteady({ box, chances }: Rule): boolean {
  return box.every(({ low, high }, at) => low === null || high === null || chances[at] < UNLIKELY)
}

/** Whether a rule is surely better than chance among the trials it is measured in. */
function isTold({ support, density }: Rule, { good, all, rows }: HeldHalf): boolean {
  const base = goodAmong(good, rows) / rows.length
  const inside = Math.round(support.value * all.length)
  const hits = Math.round(density.value * inside)
  const isBeyond = density.value - base > 2 * (density.error ?? Infinity)
  return inside > 0 && isBeyond && atLeastSoMany(hits, inside, base) < UNLIKELY
}

function outside(box: Box, { byId }: Pick<Known, 'byId'>, rows: Uint32Array): Uint32Array {
  const { count } = breachesOf(box, byId, rows)
  return rows.filter((_, i) => count[i] > 0)
}

/** The task of finding boxes among some of the trials. */
export function curveTask(known: Known, rows: Uint32Array): CurveTask {
  const { good } = known
  const all = { count: rows.length, good: goodAmong(good, rows) }
  const least = Math.max(FEW, Math.floor(Math.min(LEAST * all.count, all.good / 2)))
  if (rows.length === known.rows.length) return { ...known, least, all }
  const isIn = new Uint8Array(good.length)
  for (const row of rows) isIn[row] = 1
  const orders = known.orders.map((order) => leftOf(order, isIn, rows.length))
  return { ...known, orders, rows, least, all }
}
