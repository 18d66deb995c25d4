import { describe, expect, it } from 'vitest'
import { dominates, nonDominated, ranked, type Score } from '../../../src/analyses/dominance.ts'
import {
  frontierSearch,
  type Looked,
  type Place,
  type SearchAsk,
} from '../../../src/analyses/frontier-search.ts'

const unit = { min: 0, max: 1, step: 0.05 }

interface Told {
  readonly front: readonly Looked[]
  readonly looked: readonly Place[]
}

/** Drives a search with a function in place of a model. */
function search(scoreOf: (place: Place) => Score, changes: Partial<SearchAsk> = {}): Told {
  const ask = {
    axes: [unit, unit],
    starts: [],
    seed: 'a',
    evaluations: 400,
    generation: 40,
    ...changes,
  }
  const steps = frontierSearch(ask)
  const looked: Place[] = []
  let step = steps.next()
  while (!step.done) {
    looked.push(...step.value)
    step = steps.next(step.value.map(scoreOf))
  }
  return { front: step.value, looked }
}

const within = (objectives: readonly [number, number]): Score => ({ objectives, excess: 0 })

describe('the search over terms', () => {
  it('finds the optimum where both respects agree', () => {
    const { front } = search(([x, y]) => {
      const off = (x - 0.35) ** 2 + (y - 0.8) ** 2
      return within([-off, -off])
    })
    expect(front).toHaveLength(1)
    expect(front[0].place).toEqual([0.35, 0.8])
  })

  it('finds the front of two convex aims: the line between their optima', () => {
    const { front } = search(
      ([x, y]) => within([-((x - 0.2) ** 2) - (y - 0.5) ** 2, -((x - 0.7) ** 2) - (y - 0.5) ** 2]),
      { evaluations: 441 },
    )
    const expected = Array.from({ length: 11 }, (_, i) => Math.round((0.2 + i * 0.05) * 100) / 100)
    expect(front.map(({ place: [x] }) => x)).toEqual(expected)
    for (const { place } of front) expect(place[1]).toBe(0.5)
  })

  it('finds the optimum on a limit that binds', () => {
    const { front } = search(([x, y]) => {
      const worth = 3 * x + 2 * y
      return { objectives: [worth, worth], excess: Math.max(0, x + y - 1) }
    })
    expect(front[0].place).toEqual([1, 0])
  })

  it('climbs a ridge that lies askew in seven dimensions', () => {
    const axes = Array.from({ length: 7 }, () => unit)
    const worth = (place: Place) => {
      const mean = place.reduce((sum, x) => sum + x, 0) / place.length
      const off = place.reduce((sum, x) => sum + (x - mean) ** 2, 0)
      return mean - 5 * off
    }
    const { front } = search((place) => within([worth(place), worth(place)]), {
      axes,
      evaluations: 1500,
    })
    expect(front[0].score.objectives[0]).toBeGreaterThan(0.93)
  })

  const two = ([x, y]: Place) => within([x - y * y, y - x * x])

  it('is the same with the same seed, and another with another', () => {
    expect(search(two)).toEqual(search(two))
    expect(search(two, { seed: 'b' }).looked).not.toEqual(search(two).looked)
  })

  it('looks at no place twice, none off its steps or beyond its ends, and no more than it may', () => {
    const floor = { min: 50, max: 53, step: 1 }
    const axes = [floor, unit, { min: 3, max: 10, step: 1 }]
    const { looked } = search(([a, b, c]) => within([a - b, c + b]), {
      axes,
      starts: [[10, 0.333, 99]],
      evaluations: 150,
    })
    expect(looked.length).toBeLessThanOrEqual(150)
    expect(looked.length).toBeGreaterThan(140)
    expect(new Set(looked.map(String)).size).toBe(looked.length)
    expect(looked[0]).toEqual([50, 0.35, 10])
    for (const place of looked) {
      place.forEach((value, i) => {
        const { min, max, step } = axes[i]
        expect(value).toBeGreaterThanOrEqual(min)
        expect(value).toBeLessThanOrEqual(max)
        const steps = (value - min) / step
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6)
      })
    }
  })

  it('ends where there is nothing left to look at', () => {
    const few = { min: 0, max: 2, step: 1 }
    const { looked } = search(([x, y]) => within([x, y]), { axes: [few, few] })
    expect(looked).toHaveLength(9)
  })

  it('has nothing to say where no place keeps within the limits', () => {
    expect(search(() => ({ objectives: [1, 1], excess: 2 })).front).toEqual([])
  })

  it('answers with no place that another one it looked at dominates', () => {
    const scores = new Map<string, Score>()
    const { front } = search((place) => {
      const score = two(place)
      scores.set(place.join(), score)
      return score
    })
    for (const { score } of front) {
      for (const other of scores.values()) expect(dominates(other, score)).toBe(false)
    }
  })
})

describe('what dominates', () => {
  const one = (a: number, b: number, excess = 0) => ({
    score: { objectives: [a, b] as const, excess },
  })

  it('is what is as good in both and better in one', () => {
    const all = [one(1, 3), one(2, 2), one(3, 1), one(2, 1), one(1, 1), one(2, 2)]
    expect(nonDominated(all)).toEqual(all.slice(0, 3))
  })

  it('ranks front after front, and what passes a limit last, least excess first', () => {
    const all = [one(9, 9, 2), one(1, 1), one(9, 9, 1), one(2, 2)]
    expect(ranked(all)).toEqual([all[3], all[1], all[2], all[0]])
  })
})
