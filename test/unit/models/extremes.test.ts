import { describe, expect, it } from 'vitest'
import { type LeverId, levers, type Terms } from '../../../models/levers.ts'
import { HORIZON, type AssumptionId } from '../../../models/index.ts'
import { at } from '../../../models/assumptions/index.ts'
import { dealStates } from '../../../models/notation.ts'
import { outcomeAt } from '../../../models/outcomes.ts'
import { quantile } from '../../../src/engine/distributions/index.ts'
import { replay } from '../../../src/engine/replay.ts'
import { broken, drawn, market, marketPlan, runFast } from './bundled.ts'
import { type Draws, settings, vantageIds } from './market-plan.ts'

/** Long enough for every deal of these futures to close. */
const QUARTERS = 12

/** What decides how the talks end, set so that they end in each way. */
const endings: readonly Partial<Record<AssumptionId, number>>[] = [
  { signingDraw: 0, regulatorDraw: 0.9999, rightsReleased: 1, openaiDistress: 0 },
  { signingDraw: 0, regulatorDraw: 0, remedyDraw: 0.9999, openaiDistress: 1 },
  { signingDraw: 0, regulatorDraw: 0, remedyDraw: 0 },
]

function changed({ inputs, shocks }: Draws, values: Partial<Record<AssumptionId, number>>): Draws {
  const own = inputs.slice()
  for (const [id, value] of Object.entries(values)) own[at[id as AssumptionId]] = value
  return { inputs: own, shocks }
}

/** Futures that together close, are remedied and are blocked. */
function varied(vantage: (typeof vantageIds)[number], quarters: number): Draws[] {
  const futures = drawn(marketPlan({ vantage, quarters }), endings.length)
  return futures.map((future, i) => changed(future, endings[i]))
}

describe.each(vantageIds)('from %s, in all strategies, every check holds', (vantage) => {
  const quarters = QUARTERS
  const simulator = market.simulator(vantage, quarters)
  const futures = varied(vantage, quarters)

  const failing = (id: string, value: number, some: readonly Draws[]) =>
    some.flatMap((future) =>
      broken(simulator, changed(future, { [id]: value }), ...Object.values(settings)).map(
        (fault) => `with ${id} = ${value}: ${fault}`,
      ),
    )

  it('with every assumption at its 0.1% and 99.9% points, one at a time', () => {
    const faults = market.assumptions.flatMap(({ id, domain, vantages }) => {
      const exact = quantile(vantages[vantage])
      const points = [0.001, 0.999].map((p) => Math.min(Math.max(exact(p), domain[0]), domain[1]))
      return points.flatMap((value) => failing(id, value, futures.slice(0, 2)))
    })
    expect(faults).toEqual([])
  })

  it('with every assumption at the ends of its domain, one at a time', () => {
    const faults = market.assumptions.flatMap(({ id, domain }) =>
      domain.flatMap((value) => failing(id, value, futures.slice(0, 1))),
    )
    expect(faults).toEqual([])
  })

  it('with many assumptions at an end of their domain at once', () => {
    let state = 1
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
    const faults = Array.from({ length: 300 }, (_, i) => {
      const part = random()
      const ends = market.assumptions.flatMap(({ id, domain }) =>
        random() < part ? [[id, domain[random() < 0.5 ? 0 : 1]] as const] : [],
      )
      const future = changed(futures[i % futures.length], Object.fromEntries(ends))
      return broken(simulator, future, settings.deepTechnical)
    })
    expect(faults.flat()).toEqual([])
  })

  it('with every lever at its ends, one at a time and all at once', () => {
    const amounts = levers.filter((lever) => lever.kind === 'amount')
    const all = (end: 'min' | 'max') =>
      Object.fromEntries(amounts.map((lever) => [lever.id, lever[end]]))
    const changes: Partial<Record<LeverId, number>>[] = amounts.flatMap(({ id, min, max }) => [
      { [id]: min },
      { [id]: max },
    ])
    const offers = [...changes, all('min'), all('max')].flatMap((change) =>
      Object.values(settings).map((setting) => ({ ...setting, ...change, invest: true }) as Terms),
    )
    const faults = futures.flatMap((future) => broken(simulator, future, ...offers))
    expect(faults).toEqual([])
  })
})

it('the futures of these tests end in every way that a signed offer can', () => {
  const simulator = market.simulator('2025-12', QUARTERS)
  const ends = varied('2025-12', QUARTERS).map(({ inputs, shocks }) => {
    simulator.load(inputs, 0, shocks, 0)
    simulator.runReference()
    simulator.run(settings.exclusive)
    return dealStates[simulator.outcomes[outcomeAt.dealOutcome]]
  })
  expect(ends).toEqual(['closed', 'remedied', 'blocked'])
})

it.each([0, 7, 8.5, 41, 200, NaN])('a horizon of %d quarters is refused', (quarters) => {
  expect(() => market.simulator('2025-12', quarters)).toThrow(`from 8 to 40, got ${quarters}`)
})

describe.each(HORIZON.map((quarters) => ({ quarters })))('with $quarters quarters', (horizon) => {
  it.each(vantageIds)('the market runs from %s and every check holds', async (vantage) => {
    const plan = marketPlan({ vantage, ...horizon, trials: 48, check: true })
    const { checks } = await runFast(plan)
    expect(checks.filter(({ failures }) => failures > 0)).toEqual([])
    const { scenarios } = replay(market, plan, 47)
    for (const { series } of scenarios[0].cases) {
      expect(series.awsShare).toHaveLength(horizon.quarters + 1)
    }
  })
})
