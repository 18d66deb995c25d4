import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import type { Levers } from '../../../src/engine/model.ts'

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

function gap(ours: number, theirs: number): number {
  return Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs))
}

describe('the model agrees with futures worked out apart, to 1e-9', () => {
  futures.forEach((future, index) => {
    const quarters = future.shocks.length
    const simulator = market.simulator(future.vantage, quarters)
    const inputs = Float64Array.from(market.assumptions.map(({ id }) => future.assumptions[id]))
    const shocks = Float64Array.from(
      future.shocks.flatMap((z) => [z.market, z.general, z.ai, ...z.provider, ...z.lab]),
    )

    future.cases.forEach((worked, number) => {
      it(`future ${index} from ${future.vantage}, case ${number}`, () => {
        simulator.load(inputs, 0, shocks, 0)
        simulator.runReference()
        simulator.run(worked.levers)
        const { outcomes, series, world } = simulator
        const gaps: [string, number][] = []
        market.outcomes.forEach((outcome, o) => {
          const theirs = worked.outcomes[outcome.id]
          if (outcome.kind === 'category') {
            expect(outcome.states[outcomes[o]]).toBe(theirs)
          } else {
            gaps.push([outcome.id, gap(outcomes[o], Number(theirs))])
          }
        })
        market.series.forEach(({ id }, s) => {
          worked.series[id].forEach((theirs, t) => {
            gaps.push([`${id} ${t}`, gap(series[s * (quarters + 1) + t], theirs)])
          })
        })
        worked.spendBySegment.forEach((row, t) => {
          row.forEach((theirs, s) => {
            gaps.push([`spend ${s} ${t}`, gap(world.quarters[t].spend[s], theirs)])
          })
        })
        worked.freeCashFlow.forEach((theirs, t) => {
          gaps.push([`cash flow ${t}`, gap(world.quarters[t].freeCashFlow, theirs)])
        })
        expect(Object.keys(worked.outcomes)).toHaveLength(market.outcomes.length)
        expect(Object.keys(worked.series)).toHaveLength(market.series.length)
        expect(gaps.filter(([, size]) => !(size <= 1e-9))).toEqual([])
      })
    })
  })
})
