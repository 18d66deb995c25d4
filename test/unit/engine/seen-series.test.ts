import { describe, expect, it } from 'vitest'
import { drawnColumns } from '../../../src/engine/reference-series.ts'
import { seenColumns, type Seeing } from '../../../src/engine/seen-series.ts'
import { atQuarter } from '../../../src/engine/selection.ts'
import { explainedShare } from '../../../src/engine/sensitivity/explained-share.ts'
import { roundTo } from '../../../src/engine/sensitivity/thresholds.ts'
import { NOWHERE, valueParts } from '../../../src/engine/sensitivity/value-parts.ts'
import type { RunPlan } from '../../../src/engine/plan.ts'
import { createInlineRunner } from '../../../src/workers/inline-pool.ts'
import { market, marketPlan } from '../models/bundled.ts'
import { normals } from './numbers.ts'
import { toyModel, toyPlan } from './toy-model.ts'

function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const seen = (plan: RunPlan, seeing: Partial<Seeing> & Pick<Seeing, 'series' | 'until'>) =>
  ended(seenColumns(market, plan, 0, { follow: null, ...seeing }))

describe('what can be seen of the market by a quarter', () => {
  const plan = marketPlan({ trials: 300, vantage: '2026-10' })
  const series = market.series.map(({ id }) => id)

  it('is what the reference comes to, however far it is run', () => {
    const short = seen(plan, { series, until: 3 })
    const names = series.map((id) => atQuarter(id, 3))
    const whole = ended(drawnColumns(market, plan, 0, names))
    for (const name of names) expect(short.get(name)).toEqual(whole.get(name))
  })

  it('is that of the deal which goes on, where one does', async () => {
    const signed = plan.cases.find(({ strategy }) => strategy === 'asSigned')
    const found = seen(plan, { series, until: 8, follow: signed?.levers ?? null })
    const { scenarios } = await createInlineRunner(market).replay(plan, 299)
    const one = scenarios[0].cases.find(({ strategy }) => strategy === 'asSigned')
    for (const id of series) {
      expect(found.get(atQuarter(id, 8))?.[299]).toBe(one?.series[id][8])
    }
  })

  it('is refused beyond the horizon and of what is not there', () => {
    expect(() => seen(plan, { series, until: 25 })).toThrow(/from 0 to 24, got 25/)
    expect(() => seen(plan, { series: ['rain'], until: 2 })).toThrow('no series rain')
    const none = ended(
      seenColumns(toyModel, toyPlan({ trials: 10 }), 0, { series: [], until: 0, follow: null }),
    )
    expect(none.size).toBe(0)
  })
})

describe('parts of trials by a value', () => {
  it('are of about equal size, equal values in one, and those that do not count in none', () => {
    const x = normals('parts', 10_000)
    const { count, of, edges } = valueParts(x, 10)
    expect(count.reduce((a, b) => a + b, 0)).toBe(10_000)
    for (const one of count) expect(Math.abs(one - 1000)).toBeLessThan(250)
    for (let i = 0; i < 100; i++) {
      expect(x[i] <= (edges[of[i]] ?? Infinity) && x[i] > (edges[of[i] - 1] ?? -Infinity)).toBe(
        true,
      )
    }
    const rough = valueParts(
      x.map((one) => (one > 1 ? 1 : 0)),
      10,
    )
    expect([...rough.edges, ...rough.count.subarray(0, 1)]).toEqual([
      0,
      x.filter((one) => one <= 1).length,
    ])
    const mask = Uint8Array.from(x, (_, i) => i % 2)
    expect(valueParts(x, 4, mask).of.filter((one) => one === NOWHERE)).toHaveLength(5000)
    expect(valueParts(new Float64Array(5), 4)).toMatchObject({ edges: new Float64Array(0) })
  })

  it('say of a bend what a line does not, and of what stands still nothing', () => {
    const x = normals('bend', 20_000)
    const noise = normals('bend noise', 20_000)
    const y = x.map((one, i) => one * one + noise[i])
    // Var(x²) is 2, that of the noise 1.
    const found = explainedShare(x, y, valueParts(x, 10), 1)
    expect(Math.abs((found?.value ?? 0) - 2 / 3)).toBeLessThan(0.03)
    expect(explainedShare(x, new Float64Array(20_000), valueParts(x, 10), 1)).toBeNull()
    expect(
      explainedShare(x.subarray(0, 50), y.subarray(0, 50), valueParts(x.subarray(0, 50), 10), 1),
    ).toBeNull()
  })
})

it.each([
  [0.15234, 0.0031, 0.152],
  [158.7, 3, 158],
  [158.7, 12, 160],
  [1427, 5, 1425],
  [-0.0761, 0.02, -0.08],
  [3.3, 0, 3.3],
  [0, 1, 0],
])('%d is told as of %d as %d', (value, coarse, told) => {
  expect(roundTo(value, coarse)).toBe(told)
})
