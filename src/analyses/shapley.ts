import { textDigest } from '../engine/digest.ts'

// Shapley values: what each of several changes contributes to what all of them do, averaged over every
// order in which they can be made. A game is the value of every set of changes that may have been made.

/** Which players have moved: a letter each, 1 where one has and 0 where it has not. */
export type Coalition = string

/** How often the value of each coalition counts in a Shapley value. */
export type Weights = ReadonlyMap<Coalition, number>

/** Players in the order in which they move. */
export type Order = readonly number[]

/**
 * Orders drawn together: one, the one with its halves swapped, and the reverse of both. Whoever is
 * early in one is late in another, and whoever is in the middle of one is at an end of another: what one
 * says too much of an interaction, another says too little.
 */
export type OrderSet = readonly Order[]

export function nobody(players: number): Coalition {
  return '0'.repeat(players)
}

export function everybody(players: number): Coalition {
  return '1'.repeat(players)
}

/** The coalition when a player has moved too. */
export function joinedBy(coalition: Coalition, player: number): Coalition {
  return `${coalition.slice(0, player)}1${coalition.slice(player + 1)}`
}

/** All coalitions, nobody first and everybody last. */
export function allCoalitions(players: number): Coalition[] {
  return Array.from({ length: 2 ** players }, (_, at) =>
    players === 0 ? '' : at.toString(2).padStart(players, '0'),
  )
}

/**
 * Exact weights of every player: of the coalitions without it, and of those that it joins. A
 * coalition of s others out of n players is met in s!(n − 1 − s)!/n! of all orders.
 */
export function exactWeights(players: number): Weights[] {
  const share = Array.from({ length: players }, () => 1 / players)
  // s!(n − 1 − s)!/n! from the one before, which never overflows.
  for (let s = 1; s < players; s++) share[s] = (share[s - 1] * s) / (players - s)
  const coalitions = allCoalitions(players)
  return Array.from({ length: players }, (_, player) => {
    const weights = new Map<Coalition, number>()
    for (const before of coalitions) {
      if (before[player] === '1') continue
      const weight = share[before.split('1').length - 1]
      weights.set(before, -weight)
      weights.set(joinedBy(before, player), weight)
    }
    return weights
  })
}

/** The coalitions that an order passes through, nobody first and everybody last. */
export function passedThrough(order: Order): Coalition[] {
  const passed = [nobody(order.length)]
  for (const player of order) passed.push(joinedBy(passed[passed.length - 1], player))
  return passed
}

/**
 * A set of orders drawn at random: the same seed and place give the same, whatever else is drawn.
 *
 * @param place counted from 0
 */
export function orderSet(players: number, seed: string, place: number): OrderSet {
  const order = Array.from({ length: players }, (_, player) => player)
  for (let last = players - 1; last > 0; last--) {
    const other = Math.floor(uniform(seed, place, last) * (last + 1))
    const moved = order[last]
    order[last] = order[other]
    order[other] = moved
  }
  const half = players >> 1
  const swapped = [...order.slice(half), ...order.slice(0, half)]
  return [order, order.toReversed(), swapped, swapped.toReversed()]
}

/** A number from 0 to below 1 that follows from all of these: eight of each digest. */
function uniform(seed: string, place: number, at: number): number {
  const digest = textDigest(JSON.stringify(['bridge', seed, place, at >> 3]))
  const from = (at & 7) * 8
  return Number.parseInt(digest.slice(from, from + 8), 16) / 2 ** 32
}

/** Weights of every player over some orders: each counts what it adds when its turn comes. */
export function sampledWeights(players: number, sets: readonly OrderSet[]): Weights[] {
  const all = Array.from({ length: players }, () => new Map<Coalition, number>())
  const orders = sets.flat()
  const share = 1 / orders.length
  for (const order of orders) {
    const passed = passedThrough(order)
    order.forEach((player, turn) => {
      add(all[player], passed[turn], -share)
      add(all[player], passed[turn + 1], share)
    })
  }
  return all
}

/** The value that weights give in a game. */
export function weighedBy(weights: Weights, valueOf: (coalition: Coalition) => number): number {
  let sum = 0
  for (const [coalition, weight] of weights) sum += weight * valueOf(coalition)
  return sum
}

/** From fewer sets nothing is said of the error of orders. */
export const FEWEST_SETS = 4

/**
 * How far off what some players do together may be because not every order was looked at: the standard
 * error across sets of orders, widened as far as so few of them leave it open (by the standard
 * deviation of Student's distribution).
 *
 * @param some players whose contributions are added up
 * @returns null where there are fewer than four sets
 */
export function orderError(
  sets: readonly OrderSet[],
  some: readonly number[],
  valueOf: (coalition: Coalition) => number,
): number | null {
  if (sets.length < FEWEST_SETS) return null
  const sums = sets.map((orders) => {
    let sum = 0
    for (const order of orders) {
      const passed = passedThrough(order)
      order.forEach((player, turn) => {
        if (some.includes(player)) sum += valueOf(passed[turn + 1]) - valueOf(passed[turn])
      })
    }
    return sum / orders.length
  })
  const mean = sums.reduce((all, one) => all + one, 0) / sums.length
  const squares = sums.reduce((all, one) => all + (one - mean) ** 2, 0)
  return Math.sqrt(squares / (sums.length - 3) / sums.length)
}

function add(weights: Map<Coalition, number>, coalition: Coalition, weight: number): void {
  weights.set(coalition, (weights.get(coalition) ?? 0) + weight)
}
