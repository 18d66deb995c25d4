import { expect, it } from 'vitest'
import type { Terms, VantageId } from '../../../models/index.ts'
import { outcomeAt } from '../../../models/outcomes.ts'
import { drawn, market, marketPlan } from './bundled.ts'
import { settings } from './market-plan.ts'

const SETTINGS = 1000
const FUTURES = 24
const QUARTERS = 24

/** Numbers from 0 to 1 that are the same in every run. */
function randomly(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Offers an adversary might try, in which each part of the money is left out as often as not. */
function offers(): Terms[] {
  const random = randomly()
  const within = (most: number, least = 0) => least + random() * (most - least)
  return Array.from({ length: SETTINGS }, () => ({
    invest: true,
    upfront: random() < 0.5 ? 0 : within(50),
    conditional: random() < 0.5 ? 0 : within(50),
    exclusivity: within(1),
    codesign: within(1),
    access: within(1),
    commitment: within(200),
    commitmentYears: within(10, 3),
  }))
}

/** Mean net present value of every offer over the same futures. */
function means(vantage: VantageId, all: readonly Terms[]): Float64Array {
  const simulator = market.simulator(vantage, QUARTERS)
  const sums = new Float64Array(all.length)
  for (const { inputs, shocks } of drawn(marketPlan({ vantage, trials: 256 }), FUTURES)) {
    simulator.load(inputs, 0, shocks, 0)
    simulator.runReference()
    const path = simulator.path.slice()
    all.forEach((levers, index) => {
      simulator.run(levers, path)
      sums[index] += simulator.outcomes[outcomeAt.npv]
    })
  }
  return sums.map((sum) => sum / FUTURES)
}

it.each(['2025-12', '2024-03'] as const)(
  'from %s no offer without money is among the best tenth',
  (vantage) => {
    const all = offers()
    const isForNothing = ({ upfront, conditional }: Terms) => upfront + conditional === 0
    const found = means(vantage, all)
    const threshold = found.toSorted()[Math.floor(0.9 * SETTINGS)]
    expect(all.filter(isForNothing).length).toBeGreaterThan(150)
    const best = all.filter((one, index) => found[index] > threshold && isForNothing(one))
    expect(best).toEqual([])
  },
)

it('from 2026-10, where the money is paid under every offer, asking for more without more is next to nothing', () => {
  const { asSigned } = settings
  const all = [asSigned as Terms, ...offers().map((one) => ({ ...one, upfront: 50 }))]
  const asks = ({ commitment, access, exclusivity }: Terms) =>
    commitment > Number(asSigned.commitment) ||
    access > Number(asSigned.access) ||
    exclusivity > Number(asSigned.exclusivity)
  const gains = means('2026-10', all).map((mean, _index, found) => mean - found[0])
  const forNothing = gains.filter((_, index) => asks(all[index]) && all[index].conditional === 0)
  expect(forNothing.length).toBeGreaterThan(150)
  expect(Math.max(...forNothing)).toBeLessThan(Math.max(...gains) / 5)
})
