import { describe, expect, test } from 'vitest'
import type { Analysis } from '../../../src/analyses/analysis.ts'
import { brushed, type BrushedRequest } from '../../../src/analyses/brushed.ts'
import { scatter, type ScatterRequest } from '../../../src/analyses/scatter.ts'
import {
  ALL,
  marked,
  maskOf,
  type Selectable,
  type Selection,
} from '../../../src/engine/selection.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { normals } from '../engine/numbers.ts'
import { toyModel } from '../engine/toy-model.ts'

const trials = 4000
const a = { strategy: 'a', scenario: 'base' }
const b = { strategy: 'b', scenario: 'base' }

type Columns = Readonly<Record<string, Float64Array>>

const x = normals('scatter x', trials)
const noise = normals('scatter noise', trials)
const inputs: Columns = {
  x,
  noise,
  still: new Float64Array(trials).fill(2),
  event: x.map((one) => Number(one > 1)),
}
/** What case a comes to: x and noise, nothing in the lower half. */
const outcomes: Columns = {
  y: x.map((one, trial) => 3 * one + noise[trial]),
  half: x.map((one) => Math.max(0, one)),
  grade: x.map((one) => Math.min(3, Math.max(-3, Math.round(one)))),
}

const caseOf = (columns: Columns): Selectable => ({
  trials,
  outcome: (id) => columns[id].slice(),
  input: (id) => inputs[id],
})
const one = caseOf(outcomes)
const other = caseOf({ ...outcomes, y: outcomes.y.map((value) => value / 2) })

/** Whatever is asked of these columns. */
function run<Request, Answer>(
  analysis: Analysis<Request, Answer>,
  request: Request,
  cases: readonly Selectable[] = [one],
): Answer {
  const given = { model: toyModel, replicate: 1, cases, inputs: new Map(), rerun: null }
  const steps = analysis.steps(request, given)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const subject = { a, b: null, outcome: 'y', selection: ALL }
const asked = (request: Partial<ScatterRequest> = {}, cases?: readonly Selectable[]) =>
  run(
    scatter,
    { subject, x: { input: 'x' }, among: [], marked: null, shown: 500, ...request },
    cases,
  )

const between = (of: 'x' | 'y', low: number, high: number): Selection => ({
  kind: 'between',
  of: of === 'x' ? { input: 'x' } : { outcome: 'y' },
  low,
  high,
})

describe('scatter', () => {
  test('each part has the median and the band of the futures between its ends', () => {
    const { bins, count } = asked()
    expect(bins).toHaveLength(15)
    expect(count).toBe(trials)
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(trials)
    for (const { from, to, count: size, p10, p50, p90, mean } of bins) {
      const values = outcomes.y.filter((_, trial) => x[trial] >= from && x[trial] <= to).sort()
      expect(values).toHaveLength(size)
      expect([p10, p50, p90].map(({ value }) => value)).toEqual(
        [0.1, 0.5, 0.9].map((p) => quantileOf(values, p)),
      )
      expect(mean.value).toBeCloseTo(values.reduce((sum, value) => sum + value) / size, 10)
    }
  })

  test('their errors cover what each is as often as they should', () => {
    let [covered, all] = [0, 0]
    for (let seed = 0; seed < 20; seed++) {
      const across = normals(`cover x ${seed}`, 1600)
      const off = normals(`cover noise ${seed}`, 1600)
      const given = caseOf({ y: off })
      const { bins } = asked({}, [{ ...given, trials: 1600, input: () => across }])
      for (const { p10, p50, p90 } of bins) {
        const truths = [-1.2816, 0, 1.2816]
        ;[p10, p50, p90].forEach(({ value, error }, at) => {
          all++
          covered += Number(Math.abs(value - truths[at]) <= 1.96 * (error ?? 0))
        })
      }
    }
    expect(all).toBe(600)
    expect(covered / all).toBeGreaterThan(0.9)
    expect(covered / all).toBeLessThan(0.99)
  })

  test('dots are the first futures that count, as many as are asked for', () => {
    const selection = between('x', 0, 9)
    const { dots } = asked({ subject: { ...subject, selection }, shown: 300 })
    const first = Array.from(x.keys()).filter((trial) => x[trial] >= 0)
    expect(Array.from(dots.trials)).toEqual(first.slice(0, 300))
    expect(dots.x[7]).toBe(x[first[7]])
    expect(dots.y[7]).toBe(outcomes.y[first[7]])
  })

  test('what is marked stands out, and changes nothing else', () => {
    const mask = x.map((value) => Number(value > 1))
    const plain = asked()
    const found = asked({ marked: marked(mask) })
    expect(Array.from(found.dots.marked)).toEqual(Array.from(mask).slice(0, 500))
    expect(found.bins).toEqual(plain.bins)
  })

  test('without an x the input that goes with it most is taken, of those that vary', () => {
    expect(asked({ x: null, among: ['still', 'noise', 'x'] }).x).toEqual({ input: 'x' })
    expect(asked({ x: null, among: ['still', 'noise'] }).x).toEqual({ input: 'noise' })
    const nothing = asked({ x: null, among: ['still'] })
    expect(nothing.x).toBeNull()
    expect(nothing.bins).toHaveLength(1)
  })

  test('an event has two parts and a step, what does not vary has one', () => {
    const { bins, sides } = asked({ x: { input: 'event' } })
    expect(bins.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(sides.x.step).toBe(1)
    const still = asked({ x: { input: 'still' } })
    expect(still.bins).toHaveLength(1)
    expect(still.sides.x).toEqual({ span: [2, 2], step: 0, atom: null })
    expect(still.correlation).toEqual({ value: 0, error: null })
  })

  test('a value that many futures have exactly is told, where values are many', () => {
    const { sides } = asked({ subject: { ...subject, outcome: 'half' } })
    expect(sides.y.atom?.value).toBe(0)
    expect(sides.y.atom?.share).toBe(x.filter((value) => value <= 0).length / trials)
    expect(asked({ subject: { ...subject, outcome: 'grade' } }).sides.y).toMatchObject({
      step: 1,
      atom: null,
    })
  })

  test('of a difference both axes are the difference', () => {
    const found = asked({ subject: { ...subject, b }, x: { outcome: 'y' } }, [one, other])
    expect(found.dots.y[3]).toBeCloseTo(outcomes.y[3] / 2, 12)
    expect(found.dots.x).toEqual(found.dots.y)
  })

  test('where no future counts there is nothing', () => {
    const selection = between('x', 90, 99)
    const none = { ...subject, b, selection, inBoth: true }
    const { bins, count, dots } = asked({ subject: none }, [one, other])
    expect([bins.length, count, dots.trials.length]).toEqual([0, 0, 0])
  })
})

describe('brushed', () => {
  const ask = (request: Partial<BrushedRequest>, cases: readonly Selectable[] = [one, one]) =>
    run(brushed, { selection: ALL, of: { a, b: null }, within: subject, ...request }, cases)
  const maskFound = (selection: Selection) => Array.from(maskOf(toyModel, selection, one))

  test('counts the futures that a mask made by hand does', () => {
    const selection: Selection = {
      kind: 'and',
      parts: [between('x', 0.5, Number.MAX_VALUE), between('y', -1, 4)],
    }
    const found = ask({ selection })
    const mask = Array.from(x, (value, trial) =>
      Number(value >= 0.5 && outcomes.y[trial] >= -1 && outcomes.y[trial] <= 4),
    )
    expect(maskFound(found.selection)).toEqual(mask)
    expect(found.count).toBe(mask.reduce((sum, counts) => sum + counts, 0))
    expect(found.of).toBe(trials)
  })

  test('brushing all futures is no brush', () => {
    const found = ask({ selection: between('x', -99, 99) })
    expect(maskFound(found.selection)).toEqual(maskFound(ALL))
    const over = (selection: Selection) => asked({ subject: { ...subject, selection } })
    expect(over({ kind: 'and', parts: [ALL, found.selection] })).toEqual(over(ALL))
  })

  test('of two cases an outcome is their difference, whichever is looked at then', () => {
    const found = ask({ selection: between('y', 1, 9), of: { a, b } }, [one, other, other])
    const mask = Array.from(outcomes.y, (value) => Number(value / 2 >= 1 && value / 2 <= 9))
    expect(maskFound(found.selection)).toEqual(mask)
  })

  test('counts among those that count alone, and may find none', () => {
    const within = { ...subject, selection: between('x', 0, 99) }
    const found = ask({ selection: between('x', -99, 1), within })
    const inside = x.filter((value) => value >= 0)
    expect(found.of).toBe(inside.length)
    expect(found.count).toBe(inside.filter((value) => value <= 1).length)
    expect(ask({ selection: between('x', 90, 99) }).count).toBe(0)
  })
})

describe('a selection by number', () => {
  test('holds every future of any count, for the first ones of a run too', () => {
    for (const size of [1, 3, 4, 5, 17]) {
      const mask = Array.from({ length: size }, (_, trial) => Number(x[trial] > 0))
      expect(Array.from(maskOf(toyModel, marked(mask), { ...one, trials: size }))).toEqual(mask)
      const fewer = { ...one, trials: Math.ceil(size / 2) }
      const first = mask.slice(0, fewer.trials)
      expect(Array.from(maskOf(toyModel, marked(mask), fewer))).toEqual(first)
    }
  })

  test('refuses a longer run', () => {
    expect(() => maskOf(toyModel, marked([1, 0, 1]), one)).toThrow('a run of 3, not of 4000')
  })
})
