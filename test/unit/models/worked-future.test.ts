import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { completeLevers, market } from '../../../models/index.ts'
import { quantile } from '../../../src/engine/distributions/index.ts'
import type { Assumption, Levers, Outcome } from '../../../src/engine/model.ts'

interface WorkedCase {
  readonly levers: Levers
  readonly outcomes: Readonly<Record<string, number | string>>
  readonly series: Readonly<Record<string, readonly number[]>>
  readonly spendBySegment: readonly (readonly number[])[]
  readonly freeCashFlow: readonly number[]
}
interface WorkedShock {
  readonly market: number
  readonly general: number
  readonly ai: number
  readonly provider: readonly number[]
  readonly lab: readonly number[]
}
interface WorkedFuture {
  readonly vantage: string
  readonly assumptions: Readonly<Record<string, number>>
  readonly shocks: readonly WorkedShock[]
  readonly cases: readonly WorkedCase[]
}

const file = new URL('../../fixtures/worked-future.json', import.meta.url)
const { futures } = JSON.parse(readFileSync(file, 'utf8')) as { futures: WorkedFuture[] }

/** The fixture decides what is compared: what the model has beside it was not worked out. */
function placeOf(catalogue: readonly { readonly id: string }[], id: string): number {
  const place = catalogue.findIndex((one) => one.id === id)
  expect(place, `the model has ${id}`).toBeGreaterThanOrEqual(0)
  return place
}

function gap(ours: number, theirs: number): number {
  return Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs))
}

describe('the model agrees with futures worked out apart, to 1e-9', () => {
  futures.forEach((future, index) => {
    const quarters = future.shocks.length
    const simulator = market.simulator(future.vantage, quarters)
    const inputs = Float64Array.from(market.assumptions, (one: Assumption) => {
      const usual = () => quantile(one.vantages[future.vantage])(0.5)
      return future.assumptions[one.id] ?? usual()
    })
    const shocks = Float64Array.from(
      future.shocks.flatMap((z) => [z.market, z.general, z.ai, ...z.provider, ...z.lab]),
    )

    future.cases.forEach((worked, number) => {
      it(`future ${index} from ${future.vantage}, case ${number}`, () => {
        simulator.load(inputs, 0, shocks, 0)
        simulator.runReference()
        simulator.run(completeLevers(worked.levers))
        const { outcomes, series, world } = simulator
        const gaps: [string, number][] = []
        for (const [id, theirs] of Object.entries(worked.outcomes)) {
          const o = placeOf(market.outcomes, id)
          const outcome: Outcome = market.outcomes[o]
          if (outcome.kind === 'category') expect(outcome.states[outcomes[o]]).toBe(theirs)
          else gaps.push([id, gap(outcomes[o], Number(theirs))])
        }
        for (const [id, path] of Object.entries(worked.series)) {
          const s = placeOf(market.series, id)
          path.forEach((theirs, t) => {
            gaps.push([`${id} ${t}`, gap(series[s * (quarters + 1) + t], theirs)])
          })
        }
        worked.spendBySegment.forEach((row, t) => {
          row.forEach((theirs, s) => {
            gaps.push([`spend ${s} ${t}`, gap(world.quarters[t].spend[s], theirs)])
          })
        })
        worked.freeCashFlow.forEach((theirs, t) => {
          gaps.push([`cash flow ${t}`, gap(world.quarters[t].freeCashFlow, theirs)])
        })
        expect(worked.outcomes).not.toEqual({})
        expect(worked.series).not.toEqual({})
        expect(gaps.filter(([, size]) => !(size <= 1e-9))).toEqual([])
      })
    })
  })
})
