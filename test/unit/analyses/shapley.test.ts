import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allCoalitions,
  type Coalition,
  everybody,
  exactWeights,
  nobody,
  orderError,
  orderSet,
  passedThrough,
  sampledWeights,
  weighedBy,
} from '../../../src/analyses/shapley.ts'

type Game = (coalition: Coalition) => number

const exact = (players: number, game: Game) =>
  exactWeights(players).map((weights) => weighedBy(weights, game))
const setsOf = (players: number, count: number, seed = 'stakes') =>
  Array.from({ length: count }, (_, place) => orderSet(players, seed, place))
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** A game by the values of its coalitions, nobody first, in the order of `allCoalitions`. */
const listed = (...values: number[]): Game => {
  const players = Math.log2(values.length)
  const coalitions = allCoalitions(players)
  return (one) => values[coalitions.indexOf(one)]
}

/** Any game of so many players. */
const games = (players: number) =>
  fc
    .array(fc.double({ min: -100, max: 100, noNaN: true }), {
      minLength: 2 ** players,
      maxLength: 2 ** players,
    })
    .map((values) => listed(...values))

describe('worked by hand', () => {
  test('one player does all of it; none does nothing', () => {
    expect(exact(1, listed(2, 7))).toEqual([5])
    expect(exact(0, () => 3)).toEqual([])
    expect(allCoalitions(0)).toEqual([nobody(0)])
  })

  test('of two players each has what it does alone and half of what only both do', () => {
    // v(∅) = 1, v(b) = 4, v(a) = 3, v(ab) = 10: alone 2 and 3, both at once 4 more.
    expect(exact(2, listed(1, 4, 3, 10))).toEqual([4, 5])
  })

  test('of three players: gloves, where two have a left one and one has the right one', () => {
    // A pair is worth 1: the right glove has 2/3 and each left one 1/6 (Shapley 1953).
    const gloves: Game = (c) => (c[2] === '1' && (c[0] === '1' || c[1] === '1') ? 1 : 0)
    const [left, other, right] = exact(3, gloves)
    expect(left).toBeCloseTo(1 / 6, 14)
    expect(other).toBeCloseTo(1 / 6, 14)
    expect(right).toBeCloseTo(2 / 3, 14)
  })

  test('of three players: the airport, where each pays its part of the runway', () => {
    // Costs 12, 28 and 30: 12/3, 4 + 16/2, 12 + 2.
    const costs = [12, 28, 30]
    const runway: Game = (c) => Math.max(0, ...costs.filter((_, at) => c[at] === '1'))
    const shares = exact(3, runway)
    for (const [at, share] of [4, 12, 14].entries()) expect(shares[at]).toBeCloseTo(share, 12)
  })
})

describe('laws of every game', () => {
  const players = 4

  test('efficiency: the parts add up to the whole, exact or sampled, whatever the orders', () => {
    fc.assert(
      fc.property(games(players), fc.integer({ min: 1, max: 5 }), (game, count) => {
        const whole = game(everybody(players)) - game(nobody(players))
        const sampled = sampledWeights(players, setsOf(players, count))
        expect(sum(exact(players, game))).toBeCloseTo(whole, 9)
        expect(sum(sampled.map((one) => weighedBy(one, game)))).toBeCloseTo(whole, 9)
      }),
    )
  })

  test('dummy: whoever adds the same to every coalition has just that, exact or sampled', () => {
    fc.assert(
      fc.property(games(players - 1), fc.double({ min: -9, max: 9, noNaN: true }), (rest, adds) => {
        const game: Game = (c) => rest(c.slice(1)) + (c[0] === '1' ? adds : 0)
        const [sampled] = sampledWeights(players, setsOf(players, 3))
        expect(exact(players, game)[0]).toBeCloseTo(adds, 9)
        expect(weighedBy(sampled, game)).toBeCloseTo(adds, 9)
      }),
    )
  })

  test('symmetry: two that can stand in for each other have the same', () => {
    fc.assert(
      fc.property(games(players), (game) => {
        const swapped = (c: Coalition) => c[1] + c[0] + c.slice(2)
        const fair: Game = (c) => game(c) + game(swapped(c))
        const [first, second] = exact(players, fair)
        expect(first).toBeCloseTo(second, 9)
      }),
    )
  })

  test('linearity: parts of games added up are those of the sum', () => {
    fc.assert(
      fc.property(games(players), games(players), (one, other) => {
        const parts = exact(players, (c) => 2 * one(c) - other(c))
        const [a, b] = [exact(players, one), exact(players, other)]
        for (const at of parts.keys()) expect(parts[at]).toBeCloseTo(2 * a[at] - b[at], 9)
      }),
    )
  })

  test('the mean over all orders is the exact value', () => {
    fc.assert(
      fc.property(games(3), (game) => {
        const orders = [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ]
        const all = orders.map((order) => [order, order] as const)
        const parts = sampledWeights(3, all).map((one) => weighedBy(one, game))
        const values = exact(3, game)
        for (const at of parts.keys()) expect(parts[at]).toBeCloseTo(values[at], 9)
      }),
    )
  })
})

describe('sampled orders', () => {
  test('the same seed gives the same orders, one set after the other, each with its reverse and its halves swapped', () => {
    expect(setsOf(12, 5)).toEqual(setsOf(12, 8).slice(0, 5))
    expect(setsOf(12, 5)).not.toEqual(setsOf(12, 5, 'another'))
    for (const [order, reverse, swapped, back] of setsOf(12, 20)) {
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i))
      expect(reverse).toEqual(order.toReversed())
      expect(back).toEqual(swapped.toReversed())
      expect(swapped).toEqual([...order.slice(6), ...order.slice(0, 6)])
      const passed = passedThrough(order)
      expect([passed[0], passed[12]]).toEqual([nobody(12), everybody(12)])
    }
  })

  test('every player comes first about as often as any other', () => {
    const firsts = [0, 0, 0, 0, 0]
    for (const [[first]] of setsOf(5, 2000)) firsts[first]++
    for (const often of firsts) expect(Math.abs(often - 400)).toBeLessThan(5 * Math.sqrt(320))
  })

  test('agree with the exact values within their error, which is neither too small nor too large', () => {
    const players = 7
    // Every pair and triple of players does something of its own.
    const game: Game = (c) => {
      const on = c.split('').flatMap((letter, at) => (letter === '1' ? [at + 1] : []))
      return sum(on) ** 2 * 0.1 + on.reduce((all, one) => all * (1 + one / 20), 1)
    }
    const values = exact(players, game)
    let squares = 0
    let looked = 0
    for (let study = 0; study < 60; study++) {
      const sets = setsOf(players, 6, `seed ${study}`)
      sampledWeights(players, sets).forEach((weights, player) => {
        const error = orderError(sets, [player], game)
        expect(error).toBeGreaterThan(0)
        const off = (weighedBy(weights, game) - values[player]) / Number(error)
        expect(Math.abs(off)).toBeLessThan(7)
        squares += off ** 2
        looked++
      })
    }
    // From six sets of a skewed game an error is known to about a third.
    expect(squares / looked).toBeGreaterThan(0.5)
    expect(squares / looked).toBeLessThan(2)
  })

  test('of a game of single players and pairs any order with its reverse tells all', () => {
    const players = 9
    const game: Game = (c) => {
      const on = c.split('').flatMap((letter, at) => (letter === '1' ? [at + 1] : []))
      return sum(on) ** 2
    }
    const sets = setsOf(players, 4)
    const values = exact(players, game)
    sampledWeights(players, sets).forEach((weights, player) => {
      expect(weighedBy(weights, game)).toBeCloseTo(values[player], 9)
      expect(orderError(sets, [player], game)).toBeCloseTo(0, 9)
    })
    expect(orderError(sets.slice(0, 3), [0], game)).toBeNull()
  })

  test('what all players do together is known without an error', () => {
    fc.assert(
      fc.property(games(5), (game) => {
        expect(orderError(setsOf(5, 4), [0, 1, 2, 3, 4], game)).toBeCloseTo(0, 9)
      }),
    )
  })
})
