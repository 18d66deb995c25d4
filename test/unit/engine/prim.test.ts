import { describe, expect, test } from 'vitest'
import { atLeastSoMany } from '../../../src/engine/sensitivity/binomial.ts'
import type { Limit, PrimColumn } from '../../../src/engine/sensitivity/prim-box.ts'
import type { Rule } from '../../../src/engine/sensitivity/prim-measured.ts'
import { halvesOf } from '../../../src/engine/sensitivity/prim-halves.ts'
import { stabilityOf } from '../../../src/engine/sensitivity/rule-stability.ts'
import {
  furtherRules,
  type Rules,
  rulesOf,
  type RulesTask,
} from '../../../src/engine/sensitivity/rules.ts'
import { shuffled, uniforms } from './numbers.ts'

const trials = 4000

function end<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** Ten columns: numbers from 0 to 1 but for those said to be events (four in ten) or four categories. */
function columnsOf(name: string, count = trials, kinds: readonly PrimColumn['kind'][] = []) {
  return Array.from({ length: 10 }, (_, at): PrimColumn => {
    const kind = kinds[at] ?? 'number'
    const drawn = {
      number: (u: number) => u,
      event: (u: number) => (u < 0.4 ? 1 : 0),
      category: (u: number) => Math.floor(4 * u),
    }[kind]
    return { id: `x${at}`, kind, values: uniforms(`${name} ${at}`, count).map(drawn) }
  })
}

type IsIn = (x: (at: number) => number) => boolean

/** Good with one chance inside and another outside. */
function taskOf(
  name: string,
  columns: readonly PrimColumn[],
  isIn: IsIn,
  [inside, outside]: readonly [number, number] = [0.9, 0.05],
): RulesTask {
  const draws = uniforms(`${name} good`, columns[0].values.length)
  const good = Uint8Array.from(draws, (u, trial) =>
    u < (isIn((at) => columns[at].values[trial]) ? inside : outside) ? 1 : 0,
  )
  return { columns, good, replicate: 1 }
}

function toldBy({ curve, picked, state }: Rules): Rule {
  expect(state).toBe('found')
  return curve[picked]
}

const limitOf = (box: readonly Limit[], id: string) => box.find((one) => one.id === id)
const idsOf = ({ box }: Rule) => box.map(({ id }) => id).sort()

describe('a planted box in ten dimensions', () => {
  const columns = columnsOf('planted')
  const task = taskOf('planted', columns, (x) => x(2) > 0.6 && x(7) < 0.5)
  const found = end(rulesOf(task))
  const told = toldBy(found)

  test('is found with its ends, its density and its coverage', () => {
    expect(idsOf(told)).toEqual(['x2', 'x7'])
    const [x2, x7] = ['x2', 'x7'].map((id) => limitOf(told.box, id))
    expect([x2?.high, x7?.low]).toEqual([null, null])
    expect(Math.abs((x2?.low ?? 0) - 0.6)).toBeLessThan(0.05)
    expect(Math.abs((x7?.high ?? 0) - 0.5)).toBeLessThan(0.05)
    expect(Math.abs(told.support.value - 0.2)).toBeLessThan(4 * (told.support.error ?? 0))
    expect(Math.abs(told.density.value - 0.9)).toBeLessThan(4 * (told.density.error ?? 0))
    expect(Math.abs(told.coverage.value - 0.18 / 0.22)).toBeLessThan(0.06)
    for (const chance of told.chances) expect(chance).toBeLessThan(1e-6)
  })

  test('has ends that can be said', () => {
    for (const { low, high } of told.box)
      for (const one of [low, high]) if (one !== null) expect(String(one).length).toBeLessThan(6)
  })

  test('is found again in every sample of half the trials', () => {
    expect(end(stabilityOf(task, told.box, 5))).toEqual([1, 1])
  })

  test('on the curve less coverage comes with more density, for as many beliefs, within errors', () => {
    expect(found.curve.length).toBeGreaterThan(5)
    found.curve.forEach((one, at) => {
      for (const other of found.curve.slice(at + 1)) {
        // What a rule covers is known to some trials; so is how good it is.
        const noise = 3 * ((one.density.error ?? 0) + (other.density.error ?? 0))
        if (one.box.length === other.box.length)
          expect(other.density.value).toBeGreaterThan(one.density.value - noise)
      }
    })
  })

  test('in any order of columns it is the same', () => {
    const mixed = end(rulesOf({ ...task, columns: shuffled(columns, 'columns') }))
    const sorted = (rule: Rule) => rule.box.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(toldBy(mixed))).toEqual(sorted(told))
    expect(toldBy(mixed).density).toEqual(told.density)
  })

  test('in any order of the trials within each half it is the same', () => {
    const parts = [0, 1].map((odd) =>
      shuffled(
        Array.from({ length: trials / 2 }, (_, i) => 2 * i + odd),
        `half ${odd}`,
      ),
    )
    const order = Array.from({ length: trials }, (_, i) => parts[i % 2][i >> 1])
    const mixed = end(
      rulesOf({
        ...task,
        columns: columns.map((one) => ({
          ...one,
          values: Float64Array.from(order, (i) => one.values[i]),
        })),
        good: Uint8Array.from(order, (i) => task.good[i]),
      }),
    )
    expect(toldBy(mixed).box).toEqual(told.box)
    expect(toldBy(mixed).coverage.value).toBe(told.coverage.value)
  })

  test('of some trials it is found among them alone', () => {
    const mask = Uint8Array.from(task.good, (_, trial) => (trial % 3 === 0 ? 0 : 1))
    const some = end(rulesOf({ ...task, mask }))
    expect(some.count).toBe(mask.reduce((sum, one) => sum + one, 0))
    expect(idsOf(toldBy(some))).toEqual(['x2', 'x7'])
  })
})

test('two boxes are found one after the other', () => {
  const columns = columnsOf('two')
  const task = taskOf('two', columns, (x) => x(1) > 0.8 || (x(4) < 0.25 && x(5) > 0.4))
  const first = toldBy(end(rulesOf(task)))
  const others = end(furtherRules(task, first, 2))
  expect(new Set([first, ...others].map((one) => idsOf(one).join()))).toEqual(
    new Set(['x1', 'x4,x5']),
  )
  expect(first.coverage.value + others[0].coverage.value).toBeGreaterThan(0.75)
})

test('what a rule is worth where luck comes too is counted where it comes alone', () => {
  const columns = columnsOf('luck')
  const task = taskOf('luck', columns, (x) => x(3) > 0.7, [1, 0])
  const luck = Uint8Array.from(uniforms('luck comes', trials), (u) => (u < 0.8 ? 1 : 0))
  const good = task.good.map((one, trial) => one & luck[trial])
  const rule = toldBy(end(rulesOf({ ...task, good, met: luck })))
  const { met, ...rest } = rule
  expect(rest).toEqual(toldBy(end(rulesOf({ ...task, good }))))
  expect(met?.share.value).toBeCloseTo(0.8, 1)
  expect((met?.share.value ?? 0) * (met?.density.value ?? 0)).toBeCloseTo(rule.density.value, 12)
  for (const always of [0, 1]) {
    const none = end(rulesOf({ ...task, met: new Uint8Array(trials).fill(always) }))
    expect(none.curve.map((one) => one.met)).toEqual(none.curve.map(() => null))
  }
})

test('events and categories are limited as a whole', () => {
  const columns = columnsOf('kinds', trials, ['event', 'category'])
  const task = taskOf('kinds', columns, (x) => x(0) === 1 && x(1) >= 2)
  const { box, density } = toldBy(end(rulesOf(task)))
  expect(limitOf(box, 'x0')).toEqual({ id: 'x0', low: 1, high: null })
  expect(limitOf(box, 'x1')?.kept).toEqual([2, 3])
  expect(density.value).toBeGreaterThan(0.85)
  const not = toldBy(end(rulesOf(taskOf('not', columns, (x) => x(0) === 0))))
  expect(not.box).toEqual([{ id: 'x0', low: null, high: 0 }])
})

test('a limit with two ends is told where it is so, and not where chance would do as well', () => {
  const columns = columnsOf('middle')
  const { box } = toldBy(end(rulesOf(taskOf('middle', columns, (x) => x(3) > 0.35 && x(3) < 0.65))))
  expect(box).toEqual([{ id: 'x3', low: expect.any(Number), high: expect.any(Number) }])
  for (let seed = 0; seed < 6; seed++) {
    const name = `one side ${seed}`
    const task = taskOf(name, columnsOf(name), (x) => x(3) > 0.5, [0.75, 0.6])
    for (const one of end(rulesOf(task)).curve) {
      const both = one.chances.filter(
        (_, at) => one.box[at].low !== null && one.box[at].high !== null,
      )
      expect(Math.max(0, ...both)).toBeLessThan(0.01)
    }
  }
})

test('in noise no rule is told in 19 of 20 cases', () => {
  const told = Array.from({ length: 20 }, (_, seed) => {
    const name = `noise ${seed}`
    return end(rulesOf(taskOf(name, columnsOf(name, 800), () => false, [0, 0.3]))).state
  }).filter((state) => state !== 'chance')
  expect(told.length).toBeLessThanOrEqual(1)
})

test('what is measured covers the truth at its rate', () => {
  const errors = Array.from({ length: 20 }, (_, seed) => {
    const name = `covers ${seed}`
    const task = taskOf(name, columnsOf(name, 1200), (x) => x(3) > 0.7)
    const { box, support, density } = toldBy(end(rulesOf(task)))
    const low = limitOf(box, 'x3')?.low ?? 0
    // Of a rule that ends at another place than the box, what is true follows from where it does.
    const inBox = Math.min(1, (1 - Math.max(low, 0.7)) / (1 - low))
    const truth = box.length === 1 ? 0.9 * inBox + 0.05 * (1 - inBox) : NaN
    return [
      Math.abs(support.value - (1 - low)) / (support.error ?? 1),
      Math.abs(density.value - truth) / (density.error ?? 1),
    ]
  })
  for (const at of [0, 1]) {
    const known = errors.filter((one) => Number.isFinite(one[at]))
    expect(known.length).toBeGreaterThanOrEqual(18)
    // Of 20, five or more beyond two standard errors come once in 400 times.
    expect(known.filter((one) => one[at] > 2).length).toBeLessThan(5)
  }
})

test('where nothing, everything or too little is good, that is said', () => {
  const columns = columnsOf('few', 400)
  const stateOf = (good: (trial: number) => boolean) =>
    end(
      rulesOf({
        columns,
        good: Uint8Array.from(columns[0].values, (_, trial) => (good(trial) ? 1 : 0)),
        replicate: 1,
      }),
    ).state
  expect(stateOf(() => false)).toBe('none')
  expect(stateOf(() => true)).toBe('all')
  expect(stateOf((trial) => trial < 30)).toBe('few')
  expect(stateOf((trial) => trial >= 30)).toBe('few')
})

test('halves are whole repetitions of a design where there are enough', () => {
  const sobol = halvesOf(64, { interleaved: 8 })
  expect(Array.from(sobol.held)).toEqual(Array.from({ length: 32 }, (_, i) => 2 * i + 1))
  const groups = halvesOf(80, 10)
  expect(groups.replicate).toBe(10)
  expect(new Set(groups.held.map((trial) => Math.floor(trial / 10) % 2))).toEqual(new Set([1]))
  for (const [count, design] of [
    [79, 10],
    [20, 10],
    [65, { interleaved: 8 }],
    [7, 1],
  ] as const) {
    const { found, held } = halvesOf(count, design)
    expect([...found, ...held].sort((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, i) => i),
    )
  }
})

test('the chance of at least so many is the sum of binomial terms', () => {
  // 1 − 0.7³ − 3·0.3·0.7²
  expect(atLeastSoMany(2, 3, 0.3)).toBeCloseTo(0.216, 12)
  expect(atLeastSoMany(3, 3, 0.3)).toBeCloseTo(0.027, 12)
  expect([atLeastSoMany(0, 3, 0.3), atLeastSoMany(4, 3, 0.3)]).toEqual([1, 0])
  expect([atLeastSoMany(1, 3, 0), atLeastSoMany(1, 3, 1)]).toEqual([0, 1])
})
