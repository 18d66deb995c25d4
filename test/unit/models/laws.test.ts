import { describe, expect, it } from 'vitest'
import type { AssumptionId } from '../../../models/index.ts'
import { AWS, MODEL_SERVICES } from '../../../models/notation.ts'
import { outcomeAt, type OutcomeId } from '../../../models/outcomes.ts'
import { seriesAt } from '../../../models/series.ts'
import { outcomeColumn } from '../../../src/engine/columns.ts'
import { type Distribution, quantile } from '../../../src/engine/distributions/index.ts'
import type { Levers, Overrides } from '../../../src/engine/model.ts'
import type { CaseSeries } from '../../../src/engine/statistics/index.ts'
import type { CaseResults } from '../../../src/workers/results.ts'
import { drawn, market, marketPlan, marketRunner } from './bundled.ts'
import { type Draws, settings, vantageIds } from './market-plan.ts'

const constant = (value: number): Distribution => ({ kind: 'constant', value })

const volatilities = [
  'demandVolatilityGeneral',
  'demandVolatilityAi',
  'executionVolatility',
  'leadershipVolatility',
] as const satisfies readonly AssumptionId[]

/** Every assumption at its median, and volatilities at 0 but those named. */
function still(vantage: (typeof vantageIds)[number], ...moving: string[]): Overrides {
  const medians = market.assumptions.map(({ id, vantages }) => {
    const stopped = volatilities.some((one) => one === id) && !moving.includes(id)
    return [id, constant(stopped ? 0 : quantile(vantages[vantage])(0.5))] as const
  })
  // At the median draw of luck no deal would be signed.
  return { ...Object.fromEntries(medians), signingDraw: constant(0.1) }
}

/** Outcomes and series whose values are not all the same. */
function varying({ columns }: CaseResults, { series }: CaseSeries): string[] {
  const outcomes = market.outcomes.filter((_, index) => {
    const values = outcomeColumn(columns, index)
    return values.some((value) => value !== values[0])
  })
  const uneven = Object.entries(series).filter(([, { p5, p95 }]) => p5.some((v, t) => v !== p95[t]))
  return [...outcomes.map(({ id }) => id), ...uneven.map(([id]) => `series ${id}`)]
}

describe.each(vantageIds)('from %s, with every assumption constant', (vantage) => {
  const run = async (trials: number, ...moving: string[]) => {
    const runner = marketRunner()
    const plan = marketPlan({ vantage, beliefs: still(vantage, ...moving), trials })
    const results = await runner.run(plan)
    const series = await runner.series(results, results.cases)
    return { cases: results.cases, found: results.cases.map((one, i) => varying(one, series[i])) }
  }

  it('and all volatilities 0, all trials are equal in every strategy', async () => {
    const { cases, found } = await run(260)
    expect(found).toEqual(market.strategies.map(() => []))
    const closed = cases.filter(({ summary }) => summary.condition.fraction === 1)
    expect(closed.map(({ strategy }) => strategy)).toContain('deepTechnical')
  })

  it.each(volatilities)('but not where %s is above 0', async (id) => {
    const { found } = await run(4, id)
    expect(found.flat()).not.toEqual([])
  })
})

it.each(vantageIds)(
  'from %s, with invest off all outcomes equal the reference',
  async (vantage) => {
    const off = Object.fromEntries(
      Object.entries(settings).map(([id, setting]) => [`${id}-off`, { ...setting, invest: false }]),
    )
    const plan = marketPlan({ vantage, strategies: { none: settings.none, ...off } })
    const { cases } = await marketRunner().run(plan)
    expect(cases).toHaveLength(market.strategies.length + 1)
    for (const { digest } of cases) expect(digest).toBe(cases[0].digest)
  },
)

/** Every offer is signed and no regulator steps in, so that a lever moves one thing. */
const certain = {
  signingRate: constant(1),
  rightsReleased: constant(1),
  regulatorDraw: constant(0.99999),
} satisfies Overrides

/** The trials of a case under other levers. */
function each<T>(
  futures: readonly Draws[],
  levers: readonly Levers[],
  see: (simulator: ReturnType<typeof market.simulator>) => T,
): T[][] {
  const simulator = market.simulator('2025-12', 24)
  return futures.map(({ inputs, shocks }) => {
    simulator.load(inputs, 0, shocks, 0)
    simulator.runReference()
    return levers.map((setting) => {
      simulator.run(setting)
      return see(simulator)
    })
  })
}

const rising = (values: readonly number[]) =>
  values.every((value, i) => i === 0 || value >= values[i - 1] - 1e-12)
const last = <T>(values: readonly T[]) => values[values.length - 1]

it('more access never lowers AWS’s share of model services in any quarter, and may raise it', () => {
  const levels = [0, 0.15, 0.3, 0.5, 0.7, 0.85, 1]
  // Who asks for more may not get it signed; signed it is here.
  const futures = drawn(marketPlan({ beliefs: { signingDraw: constant(0) } }), 64)
  for (const setting of Object.values(settings)) {
    const steps = levels.map((access) => ({ ...setting, access }))
    const trials = each(futures, steps, ({ world }) =>
      world.quarters.map(({ share }) => share[MODEL_SERVICES][AWS]),
    )
    const lowered = trials.filter((byLevel) =>
      byLevel[0].some((_, t) => !rising(byLevel.map((shares) => shares[t]))),
    )
    expect(lowered).toEqual([])
    const raised = trials.filter((byLevel) => last(last(byLevel)) > last(byLevel[0]))
    expect(raised.length > 0).toBe(setting.invest)
  }
})

interface Monotone {
  readonly what: string
  readonly lever: string
  readonly levels: readonly number[]
  readonly outcome: OutcomeId
  readonly falls?: true
}
const monotone: readonly Monotone[] = [
  { what: 'paid at closing', lever: 'upfront', levels: [0, 5, 20, 50], outcome: 'npvOutlay' },
  { what: 'paid later', lever: 'conditional', levels: [0, 5, 20, 50], outcome: 'npvOutlay' },
  { what: 'compute bought', lever: 'commitment', levels: [0, 20, 80, 200], outcome: 'awsRevenue' },
  { what: 'compute bought', lever: 'commitment', levels: [0, 20, 80, 200], outcome: 'awsShare' },
  {
    what: 'years to buy it in',
    lever: 'commitmentYears',
    levels: [6, 8, 10],
    outcome: 'awsRevenue',
    falls: true,
  },
  { what: 'co-design', lever: 'codesign', levels: [0, 0.5, 1], outcome: 'customChipShare' },
  { what: 'co-design', lever: 'codesign', levels: [0, 0.5, 1], outcome: 'awsChipAdvantage' },
  { what: 'access', lever: 'access', levels: [0, 0.4, 0.7, 1], outcome: 'awsAiShare' },
  {
    what: 'exclusivity',
    lever: 'exclusivity',
    levels: [0, 0.5, 1],
    outcome: 'azureShare',
    falls: true,
  },
]

it.each(monotone)('more $what ($lever) moves $outcome one way where a deal closes', (law) => {
  const futures = drawn(marketPlan({ beliefs: certain }), 64)
  const steps = law.levels.map((level) => ({ ...settings.deepTechnical, [law.lever]: level }))
  const sign = law.falls ? -1 : 1
  const trials = each(futures, steps, ({ outcomes }) => sign * outcomes[outcomeAt[law.outcome]])
  expect(trials.filter((values) => !rising(values))).toEqual([])
  expect(trials.filter((values) => last(values) > values[0]).length).toBeGreaterThan(20)
})

describe('chances', () => {
  const states = (beliefs: Overrides, levers: Levers) =>
    each(
      drawn(marketPlan({ beliefs }), 256),
      [levers],
      ({ outcomes }) => outcomes[outcomeAt.dealOutcome],
    ).flat()
  const dealOutcome = market.outcomes[outcomeAt.dealOutcome]
  const names: readonly string[] = dealOutcome.kind === 'category' ? dealOutcome.states : []
  const count = (found: readonly number[], ...wanted: string[]) =>
    found.filter((state) => wanted.includes(names[state])).length

  it('a signing rate of 0 ends all talks, one of 1 none', () => {
    const never = states({ signingRate: constant(0) }, settings.exclusive)
    expect(count(never, 'collapsed')).toBe(256)
    const always = states({ signingRate: constant(1) }, settings.exclusive)
    expect(count(always, 'collapsed')).toBe(0)
  })

  it('asking for more exclusivity never brings signatures and never spares a review', () => {
    const ask = (exclusivity: number) => states({}, { ...settings.deepTechnical, exclusivity })
    const [little, much] = [ask(0), ask(1)]
    expect(count(much, 'collapsed')).toBeGreaterThan(count(little, 'collapsed'))
    const signed = { signingRate: constant(1) }
    const review = (exclusivity: number) =>
      count(states(signed, { ...settings.deepTechnical, exclusivity }), 'blocked', 'remedied')
    expect(review(1)).toBeGreaterThan(review(0))
  })

  it('a deal that takes longer than the horizon is pending and changes nothing', () => {
    const beliefs = { signingRate: constant(1), monthsToClose: constant(60) }
    const plan = marketPlan({ beliefs, quarters: 8 })
    const simulator = market.simulator('2025-12', 8)
    for (const { inputs, shocks } of drawn(plan, 32)) {
      simulator.load(inputs, 0, shocks, 0)
      simulator.runReference()
      const { outcomes } = simulator
      const reference = outcomes.slice()
      simulator.run(settings.nonExclusive)
      const state = names[outcomes[outcomeAt.dealOutcome]]
      if (state === 'blocked') continue
      expect(state).toBe('pending')
      const moved = market.outcomes.filter(
        ({ id }, o) => id !== 'dealOutcome' && outcomes[o] !== reference[o],
      )
      expect(moved).toEqual([])
    }
  })
})

it('a fairly priced stake adds nothing: at the hurdle it is worth what was paid', () => {
  const beliefs = {
    ...certain,
    openaiDistress: constant(0),
    ventureHurdle: constant(0.12),
    openaiReturn: constant(0.113328685307003),
  }
  const found = each(
    drawn(marketPlan({ beliefs }), 64),
    [settings.deepTechnical],
    ({ outcomes }) => [outcomes[outcomeAt.npvStake], outcomes[outcomeAt.npvOutlay]],
  ).flat()
  expect(found.filter(([, outlay]) => outlay > 0).length).toBeGreaterThan(20)
  for (const [stake, outlay] of found) expect(stake).toBeCloseTo(outlay, 9)
})

it('the peak cash at risk is how deep the cumulative cash ever stands', () => {
  const depths = each(drawn(marketPlan(), 128), [settings.exclusive], ({ outcomes, series }) => {
    const cash = series.subarray(seriesAt.cumulativeCash * 25, seriesAt.cumulativeCash * 25 + 25)
    return [outcomes[outcomeAt.peakCashAtRisk], Math.max(0, -Math.min(...cash))]
  }).flat()
  expect(depths.some(([peak]) => peak > 0)).toBe(true)
  for (const [peak, depth] of depths) expect(peak).toBe(depth)
})

const sameBits = (a: Float64Array, b: Float64Array) =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]))

describe.each(vantageIds)(
  'from %s, a strategy that starts from the reference’s path',
  (vantage) => {
    const plan = marketPlan({ vantage })
    const simulator = market.simulator(vantage, 24)
    const futures = drawn(plan, 64)

    it('has the same bits as one that is run from quarter 0, whatever was run before', () => {
      let closed = 0
      for (const { inputs, shocks } of futures) {
        simulator.load(inputs, 0, shocks, 0)
        simulator.runReference()
        const path = simulator.path.slice()
        for (const setting of Object.values(settings)) {
          simulator.run(setting)
          const { outcomes, series } = simulator
          const [wanted, followed] = [outcomes.slice(), series.slice()]
          simulator.run(settings.exclusive)
          simulator.run(setting, path)
          // Asked first in plain code: a hundred thousand numbers are compared here.
          if (!sameBits(outcomes, wanted)) expect(outcomes).toEqual(wanted)
          if (!sameBits(series, followed)) expect(series).toEqual(followed)
          if (simulator.world.deal.done) closed++
        }
      }
      expect(closed).toBeGreaterThan(100)
    })
  },
)
