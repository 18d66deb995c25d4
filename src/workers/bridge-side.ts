import type { Estimate } from '../analyses/estimates.ts'
import {
  allCoalitions,
  type Coalition,
  exactWeights,
  FEWEST_SETS,
  orderError,
  type OrderSet,
  orderSet,
  passedThrough,
  sampledWeights,
  type Weights,
} from '../analyses/shapley.ts'
import { BLOCK } from '../engine/plan.ts'
import { type BridgeGroup, entriesOf } from '../study/bridge.ts'
import type { BridgeCase, BridgeCases, BridgeSum } from './bridge-cases.ts'
import type { AskOptions } from './runner.ts'

/** Futures of single entries, at least where there are as many, and at most where orders are sampled. */
const FEW_TRIALS = 4 * BLOCK
/** Futures of all coalitions together, where every one is run and that leaves each enough. */
const EXACT_FUTURES = 256 * BLOCK
/** More different coalitions than these are not all run, and those of more entries not even counted. */
const MOST_DIFFERENT = 130
const MOST_EXACT = 8
/** Sets of orders looked at, at most. */
const MOST_SETS = 20
/** Of what is negligible: an error of orders below it is as good as none. */
const SMALL = 0.1

/** What one entry does, or some together: a mean difference with its error, over futures and orders. */
export interface BridgeBar extends Estimate {
  readonly id: string
  /** The part of the error that comes of orders not looked at; null where it is not known yet. */
  readonly ofOrders: number | null
}

/** How entries of one side were told apart. */
export interface BridgeSide {
  readonly entries: readonly BridgeBar[]
  readonly groups: readonly BridgeBar[]
  /** Futures they stand on. */
  readonly trials: number
  /** Orders looked at; 0 where all of them count. */
  readonly orders: number
  /** Whether no more is to come. */
  readonly isDone: boolean
}

/** One side of a bridge: its entries are players, what they do together is the whole. */
export interface Game {
  readonly groups: readonly BridgeGroup[]
  /** The case in which these entries are as at the second end. */
  readonly caseOf: (coalition: Coalition) => BridgeCase
  readonly whole: Estimate
  /** Futures that the whole stands on. */
  readonly trials: number
  readonly seed: string
  /** Errors below it do not matter; null where nothing was said. */
  readonly negligible: number | null
  /** Cases on so many futures. */
  readonly on: (trials: number) => BridgeCases
}

/**
 * Shapley values of the entries of one side: of all coalitions where those are few, else over sets of
 * orders until what is left open by orders is no more than what is left open by futures.
 *
 * @param update told of what is known so far
 * @throws as the runner does
 */
export async function playedSide(
  game: Game,
  { signal, onProgress = () => {} }: AskOptions,
  update: (side: BridgeSide) => void,
): Promise<void> {
  const { groups, caseOf, trials, seed, on } = game
  const players = entriesOf(groups).length
  if (players === 0) {
    update({ entries: [], groups: [], trials, orders: 0, isDone: true })
    return
  }
  const coalitions = players > MOST_EXACT ? [] : allCoalitions(players)
  const different = on(trials).differentOf(coalitions.map(caseOf))
  if (coalitions.length > 0 && different <= MOST_DIFFERENT) {
    const each = Math.floor(EXACT_FUTURES / different / BLOCK) * BLOCK
    const cases = on(Math.min(trials, Math.max(FEW_TRIALS, each)))
    update(await sideOf(game, cases, exactWeights(players), [], { signal, onProgress }))
    return
  }
  const cases = on(Math.min(trials, FEW_TRIALS))
  const sets: OrderSet[] = []
  let expected = FEWEST_SETS
  for (;;) {
    const before = sets.length
    sets.push(orderSet(players, seed, before))
    const side = await sideOf(game, cases, sampledWeights(players, sets), sets, {
      signal,
      onProgress: (part) => onProgress(Math.min(1, (before + part) / expected)),
    })
    const open = openBy(side, game)
    const isEnough = sets.length >= FEWEST_SETS && open <= 1
    const isDone = isEnough || sets.length >= MOST_SETS
    update({ ...side, isDone })
    if (isDone) return
    // An error falls with the root of what it is known from.
    const needed = Math.ceil(sets.length * open ** 2)
    expected = Math.min(MOST_SETS, Math.max(FEWEST_SETS, needed))
  }
}

/** How many times what is left open by orders is more than it needs to be; at most 1 will do. */
function openBy({ entries }: BridgeSide, { negligible }: Game): number {
  const times = entries.map(({ error, ofOrders }) => {
    if (error === null || ofOrders === null) return Infinity
    const ofFutures = Math.sqrt(Math.max(0, error ** 2 - ofOrders ** 2))
    const least = Math.max(ofFutures, SMALL * (negligible ?? 0))
    return ofOrders === 0 ? 0 : ofOrders / least
  })
  return Math.max(...times)
}

async function sideOf(
  { groups, caseOf, whole, trials }: Game,
  cases: BridgeCases,
  weights: readonly Weights[],
  sets: readonly OrderSet[],
  options: AskOptions,
): Promise<BridgeSide> {
  const ids = entriesOf(groups)
  const places = groups.map(({ entries }) => entries.map((id) => ids.indexOf(id)))
  const sums = weights.map((one): BridgeSum =>
    [...one].map(([coalition, weight]) => [caseOf(coalition), weight] as const),
  )
  const isCarried = cases.trials < trials
  const { parts, groups: joint } = await cases.parts(
    sums,
    places,
    isCarried ? whole : null,
    options,
  )
  const passed = [...new Set(sets.flat().flatMap(passedThrough))]
  const means = await cases.contrasts(
    passed.map((coalition): BridgeSum => [[caseOf(coalition), 1]]),
    { signal: options.signal },
  )
  const values = new Map(passed.map((coalition, at) => [coalition, means[at].value]))
  const bar = (id: string, { value, error }: Estimate, some: readonly number[]): BridgeBar => {
    const ofOrders = sets.length === 0 ? 0 : orderError(sets, some, (one) => values.get(one) ?? 0)
    const both = error === null || ofOrders === null ? null : Math.hypot(error, ofOrders)
    return { id, value, error: both, ofOrders }
  }
  return {
    entries: parts.map((one, at) => bar(ids[at], one, [at])),
    groups: joint.map((one, at) => bar(groups[at].id, one, places[at])),
    trials: cases.trials,
    orders: sets.flat().length,
    isDone: true,
  }
}
