import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyses } from '../../../src/analyses/index.ts'
import type { CellFigures, CellMeasure, CellsRequest } from '../../../src/analyses/cells.ts'
import type { Covariances } from '../../../src/analyses/covariances.ts'
import type { CaseRef } from '../../../src/engine/plan.ts'
import type { Replicate } from '../../../src/engine/sampling/index.ts'
import { ALL, type Selectable } from '../../../src/engine/selection.ts'
import { quantileOf } from '../../../src/engine/statistics/quantile.ts'
import { ascending, normals } from '../engine/numbers.ts'
import { toyModel } from '../engine/toy-model.ts'

/** Futures of strategies in scenarios, by scenario and strategy. */
type Futures = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

const sequence: Replicate = 1

function given(futures: Futures, replicate = sequence) {
  const cases: CaseRef[] = []
  const columns: Selectable[] = []
  for (const [scenario, strategies] of Object.entries(futures)) {
    for (const [strategy, values] of Object.entries(strategies)) {
      cases.push({ strategy, scenario })
      columns.push({
        trials: values.length,
        outcome: () => Float64Array.from(values),
        input: () => new Float64Array(),
      })
    }
  }
  return {
    cases,
    given: { model: toyModel, replicate, cases: columns, inputs: new Map(), rerun: null },
  }
}

function requestOf(cases: readonly CaseRef[], changes: Partial<CellsRequest> = {}): CellsRequest {
  return {
    cases,
    outcome: 'wealth',
    better: 'higher',
    choices: [...new Set(cases.map(({ strategy }) => strategy))],
    counted: ALL,
    means: ALL,
    common: ALL,
    ...changes,
  }
}

function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

function cellsOf(futures: Futures, changes: Partial<CellsRequest> = {}): CellFigures[] {
  const { cases, given: known } = given(futures)
  return ended(analyses.cells.steps(requestOf(cases, changes), known))
}

function covariancesOf(futures: Futures, measure: CellMeasure, replicate = sequence): Covariances {
  const { cases, given: known } = given(futures, replicate)
  return ended(analyses.covariances.steps({ ...requestOf(cases), measure }, known))
}

const two: Futures = { base: { a: [4, -2, 6, 0], b: [1, 1, -3, 5] } }

describe('cells', () => {
  test('of four futures are known', () => {
    const [a, b] = cellsOf(two)
    expect([a.mean.value, b.mean.value]).toEqual([2, 1])
    expect([a.loss.value, b.loss.value]).toEqual([0.25, 0.25])
    // In each future the better is 4, 1, 6, 5.
    expect([a.regret?.value, b.regret?.value]).toEqual([2, 3])
    expect([a.best?.value, b.best?.value]).toEqual([0.5, 0.5])
    expect([a.shortfall.value, b.shortfall.value]).toEqual([-2, -3])
    expect(a.worstTenth.value).toBeCloseTo(-2 + 0.3 * 2, 12)
    expect(a.mean.error).toBeCloseTo(Math.sqrt(40 / 3 / 4), 12)
  })

  test('take the other side where lower is better, and none where neither is', () => {
    const [a, b] = cellsOf(two, { better: 'lower' })
    expect([a.loss.value, b.loss.value]).toEqual([0.5, 0.75])
    expect([a.shortfall.value, b.shortfall.value]).toEqual([6, 5])
    // In each future the better is 1, -2, -3, 0.
    expect([a.regret?.value, b.regret?.value]).toEqual([3, 2])
    const [neutral] = cellsOf(two, { better: 'neutral' })
    expect([neutral.regret, neutral.best]).toEqual([null, null])
  })

  test('count the worst twentieth by parts of futures', () => {
    const values = Array.from({ length: 30 }, (_, i) => i)
    const [one] = cellsOf({ base: { a: values } })
    expect(one.shortfall.value).toBeCloseTo((0 + 0.5 * 1) / 1.5, 12)
  })

  test('regret what can be chosen alone', () => {
    const [a, b] = cellsOf(two, { choices: ['b'] })
    expect([a.regret, a.best]).toEqual([null, null])
    expect([b.regret?.value, b.best?.value]).toEqual([0, 1])
  })

  const value = fc.integer({ min: -50, max: 50 })
  const strategies = fc.integer({ min: 2, max: 30 }).chain((trials) =>
    fc.array(fc.array(value, { minLength: trials, maxLength: trials }), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  const named = (all: readonly (readonly number[])[]): Futures => ({
    base: Object.fromEntries(all.map((values, i) => [`s${i}`, values])),
  })

  test('the least regret is that of the best average, and the value of perfect information', () => {
    fc.assert(
      fc.property(strategies, (all) => {
        const found = cellsOf(named(all))
        const means = found.map(({ mean }) => mean.value)
        const regrets = found.map(({ regret }) => regret?.value ?? NaN)
        const known = all[0].map((_, i) => Math.max(...all.map((values) => values[i])))
        const perfect = known.reduce((sum, one) => sum + one, 0) / known.length
        const least = Math.min(...regrets)
        expect(least).toBeCloseTo(perfect - Math.max(...means), 9)
        expect(regrets[means.indexOf(Math.max(...means))]).toBeCloseTo(least, 9)
      }),
    )
  })

  test('the worst twentieth averages no more than its edge, nor than the average', () => {
    fc.assert(
      fc.property(strategies, (all) => {
        for (const [at, { shortfall, worstTenth, mean }] of cellsOf(named(all)).entries()) {
          const p5 = quantileOf(ascending(Float64Array.from(all[at])), 0.05)
          expect(shortfall.value).toBeLessThanOrEqual(p5 + 1e-9)
          expect(p5).toBeLessThanOrEqual(worstTenth.value + 1e-9)
          expect(shortfall.value).toBeLessThanOrEqual(mean.value + 1e-9)
        }
      }),
    )
  })

  test('another order of strategies changes nothing', () => {
    fc.assert(
      fc.property(strategies, (all) => {
        const found = cellsOf(named(all))
        const turned = cellsOf({
          base: Object.fromEntries(Object.entries(named(all)['base']).reverse()),
        })
        expect(turned.toReversed()).toEqual(found)
      }),
    )
  })
})

describe('covariances', () => {
  const x = normals('x', 640)
  const y = normals('y', 640)
  const rho = 0.8
  const mixed = x.map((one, i) => rho * one + Math.sqrt(1 - rho ** 2) * y[i])
  const futures: Futures = {
    base: { a: [...x], b: [...mixed] },
    other: { a: [...y], b: x.map((one) => one + 1) as unknown as number[] },
  }
  const measures: readonly CellMeasure[] = ['mean', 'loss', 'worstTenth', 'shortfall', 'regret']

  test.each([1, 64, { interleaved: 8 }, 50] as const)(
    'have the errors of cells on the diagonal, and those of differences, by replicates %j',
    (replicate) => {
      const { cases, given: known } = given(futures, replicate)
      const found = ended(analyses.cells.steps(requestOf(cases), known))
      for (const measure of measures) {
        const { values, matrix } = covariancesOf(futures, measure, replicate)
        found.forEach((cell, at) => {
          expect(values[at]).toBe(cell[measure]?.value)
          // The slope of a quantile is told by its own error.
          expect(Math.sqrt(matrix?.[5 * at] ?? NaN)).toBeCloseTo(cell[measure]?.error ?? NaN, 10)
        })
      }
      const { matrix } = covariancesOf(futures, 'mean', replicate)
      const weights = [0.3, -1, 0.5, 0.2]
      const sums = [cases.map((one, at) => ({ case: one, outcome: 'wealth', weight: weights[at] }))]
      const [contrast] = ended(analyses.contrasts.steps({ sums }, known))
      const variance = weights.reduce(
        (sum, a, i) =>
          sum + weights.reduce((own, b, j) => own + a * b * (matrix?.[4 * i + j] ?? NaN), 0),
        0,
      )
      expect(Math.sqrt(variance)).toBeCloseTo(contrast.error ?? NaN, 10)
    },
  )

  test('the variance of a difference falls by what both share', () => {
    const { matrix } = covariancesOf(futures, 'mean')
    const [aa, ab, bb] = [matrix?.[0] ?? NaN, matrix?.[1] ?? NaN, matrix?.[5] ?? NaN]
    const found = ab / Math.sqrt(aa * bb)
    const apart = aa + bb
    expect(aa + bb - 2 * ab).toBeCloseTo(
      apart * (1 - (found * (2 * Math.sqrt(aa * bb))) / apart),
      12,
    )
    expect((aa + bb - 2 * ab) / apart).toBeGreaterThan(1 - rho - 0.07)
    expect((aa + bb - 2 * ab) / apart).toBeLessThan(1 - rho + 0.07)
  })

  test.each([1, 64, { interleaved: 8 }, 50] as const)(
    'leave nothing between two that are the same, by replicates %j',
    (replicate) => {
      const { matrix } = covariancesOf({ base: { a: [...x], b: [...x] } }, 'mean', replicate)
      expect((matrix?.[0] ?? NaN) + (matrix?.[3] ?? NaN) - 2 * (matrix?.[1] ?? NaN)).toBe(0)
    },
  )
})
