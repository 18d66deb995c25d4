import { describe, expect, it } from 'vitest'
import { vantages } from '../../../models/index.ts'
import type { CheckId } from '../../../models/checks.ts'
import type { Market as TheMarket } from '../../../models/market.ts'
import {
  AWS,
  AZURE,
  COLLAPSED,
  GENERAL,
  MODEL_SERVICES,
  TRAINING,
} from '../../../models/notation.ts'
import { outcomeAt } from '../../../models/outcomes.ts'
import { seriesAt } from '../../../models/series.ts'
import type { Levers } from '../../../src/engine/model.ts'
import { broken, drawn, Market, market, marketPlan, runFast } from './bundled.ts'
import { settings, vantageIds } from './market-plan.ts'

const QUARTERS = 12
const TRIALS = 32

it.each(vantageIds)('from %s every check holds in every scenario and strategy', async (vantage) => {
  const scenarios = market.scenarios.map(({ id }) => id)
  const { checks } = await runFast(marketPlan({ vantage, scenarios, trials: TRIALS, check: true }))
  expect(checks.map(({ id }) => id)).toEqual(market.checks.map(({ id }) => id))
  for (const check of checks) {
    const trials = TRIALS * market.strategies.length * scenarios.length
    expect(check).toMatchObject({ trials, failures: 0, firstFailing: null })
  }
})

/** A market that spoils every trial it runs. */
class Spoilt extends Market {
  constructor(
    private readonly spoil: (market: TheMarket, levers: Levers) => void,
    private readonly spoilReference: (market: TheMarket) => void = () => {},
  ) {
    super(vantages[0], QUARTERS)
  }
  override run(levers: Levers): void {
    super.run(levers)
    this.spoil(this, levers)
  }
  override runReference(): void {
    super.runReference()
    this.spoilReference(this)
  }
}

const shift = (values: Float64Array, at: number, by: number) => {
  values[at] += by
}

/** For every check a fault that it is there to find; each must break that check. */
const faults: Readonly<Record<CheckId, Spoilt>> = {
  sharesSum: new Spoilt(({ world }) => shift(world.quarters[0].share[GENERAL], AWS, 1e-6)),
  sharesRange: new Spoilt(({ world }) => {
    shift(world.quarters[0].share[GENERAL], AWS, 2)
    shift(world.quarters[0].share[GENERAL], AZURE, -2)
  }),
  positive: new Spoilt(({ world }) => {
    world.quarters[0].price[TRAINING][AWS] = 0
  }),
  noneIsZero: new Spoilt(
    () => {},
    ({ outcomes }) => shift(outcomes, outcomeAt.npv, 1e-12),
  ),
  investOff: new Spoilt(({ outcomes }, { invest }) => {
    if (!invest) shift(outcomes, outcomeAt.hhi, 1e-9)
  }),
  accessHelps: new Spoilt(({ world }, { access }) =>
    shift(world.quarters[QUARTERS].share[MODEL_SERVICES], AWS, Number(access) * -0.1),
  ),
  cashAddsUp: new Spoilt(({ outcomes }) => shift(outcomes, outcomeAt.npv, 1e-3)),
  paidOnlyIfClosed: new Spoilt(({ outcomes, world }) => {
    world.deal.state = COLLAPSED
    world.deal.done = false
    shift(outcomes, outcomeAt.npvOutlay, 1e-12)
  }),
  finite: new Spoilt(({ series }) => {
    series[seriesAt.hhi * (QUARTERS + 1) + 3] = NaN
  }),
}

describe('a check can fail', () => {
  const [future] = drawn(marketPlan({ quarters: QUARTERS }), 1)

  it('not on the sound model', () => {
    expect(broken(new Market(vantages[0], QUARTERS), future, settings.deepTechnical)).toEqual([])
  })

  it.each(Object.entries(faults))('%s finds its fault', (id, spoilt) => {
    const found = broken(spoilt, future, settings.deepTechnical)
    expect(found.map((text) => text.split(':')[0])).toContain(id)
  })

  it('and there is a fault for each', () => {
    expect(Object.keys(faults)).toEqual(market.checks.map(({ id }) => id))
  })
})

it('the check on access holds where models do not pull and merchant prices alone move', () => {
  const none = { kind: 'constant', value: 0 } as const
  const beliefs = { modelPullServices: none, retentionGain: none }
  const simulator = market.simulator('2025-12', QUARTERS)
  for (const future of drawn(marketPlan({ beliefs, quarters: QUARTERS }), 64)) {
    expect(broken(simulator, future, settings.deepTechnical)).toEqual([])
  }
})
