import type * as models from '../../../models/index.ts'
import type { Assumption, Lever, Levers, Model, Simulator } from '../../../src/engine/model.ts'

type Models = typeof models

const lever: Lever = {
  id: 'boardSeats',
  kind: 'amount',
  label: 'Seats on the board',
  unit: 'seats',
  description: 'Nobody had thought of it before.',
  default: 0,
  min: 0,
  max: 2,
  step: 1,
}

/**
 * The door to the models with one more of each thing that a model may have one more of. The market as
 * it was is there as `narrow`.
 */
export function widerModels(own: Models): object {
  const market = widerMarket(own.market)
  const { assumptions, vantages } = market
  return {
    ...own,
    market,
    catalogue: market,
    assumptions,
    vantages,
    narrow: own.market,
    offeredAt: (vantage: string) =>
      market.strategies.filter(
        ({ vantages: offered }) => !offered || offered.includes(known(market, vantage)),
      ),
    checkLevers({ [lever.id]: seats, ...others }: Levers) {
      const problems = own.checkLevers(others)
      return seats === undefined ? [...problems, `lever ${lever.id} has no value`] : problems
    },
    checkBeliefs(
      { oneMore, ...others }: Parameters<Models['checkBeliefs']>[0],
      median: Parameters<Models['checkBeliefs']>[1],
    ) {
      const problems = own.checkBeliefs(others, median)
      return oneMore ? problems : [...problems, 'assumption oneMore has no distribution']
    },
  }
}

/** The first vantage in the place of one that is more or that nobody knows. */
function known(market: Model, vantage: string): string {
  const [first] = market.vantages
  return vantage === 'oneMore' || !market.vantages.some(({ id }) => id === vantage)
    ? first.id
    : vantage
}

/** What is computed is told by name: `twice` is the first outcome twice over, `half` the first series halved. */
function widerMarket(market: Models['market']): Model {
  const [first] = market.vantages
  const [strategy] = market.strategies.filter(({ id }) => id !== market.reference)
  return {
    ...market,
    version: 'one more',
    vantages: [...market.vantages, { ...first, id: 'oneMore', label: 'One more' }],
    assumptions: [...market.assumptions, oneMoreOf(market.assumptions)].map((one) => ({
      ...one,
      vantages: { ...one.vantages, oneMore: one.vantages[first.id] },
    })),
    levers: [...market.levers, lever],
    outcomes: [
      ...market.outcomes,
      {
        id: 'twice',
        kind: 'number',
        label: 'Twice',
        description: 'The first outcome twice over.',
        unit: 'USD bn',
        better: 'higher',
      },
    ],
    series: [
      ...market.series,
      { id: 'half', label: 'Half', unit: '1', description: 'The first series halved.' },
    ],
    checks: [...market.checks, { id: 'one-more', label: 'holds', tolerance: 0 }],
    strategies: [
      ...market.strategies,
      { ...strategy, id: 'oneMore', label: 'One more', levers: { ...strategy.levers, upfront: 7 } },
    ].map((one) => ({
      ...one,
      levers: { ...one.levers, boardSeats: one.id === 'oneMore' ? 1 : 0 },
    })),
    scenarios: [
      ...market.scenarios,
      {
        id: 'oneMore',
        label: 'One more',
        story: '',
        overrides: {
          aiGrowth0: { kind: 'constant', value: 0.1 },
          oneMore: { kind: 'constant', value: 0.2 },
        },
      },
    ],
    simulator: (vantage, quarters) =>
      new Wider(
        market.simulator(vantage === 'oneMore' ? first.id : vantage, quarters),
        quarters + 1,
      ),
  }
}

/** An assumption at the end of the catalogue, in the next dimension, at every vantage. */
function oneMoreOf(assumptions: readonly Assumption[]): Assumption {
  const [first] = assumptions
  const uniform = { kind: 'uniform', min: 0, max: 1 } as const
  return {
    ...first,
    id: 'oneMore',
    label: 'One more',
    dimension: Math.max(...assumptions.map(({ dimension }) => dimension)) + 1,
    role: 'belief',
    domain: [0, 1],
    vantages: Object.fromEntries(Object.keys(first.vantages).map((id) => [id, uniform])),
  }
}

class Wider implements Simulator {
  readonly outcomes: Float64Array
  readonly series: Float64Array
  readonly residuals: Float64Array
  readonly reference: Float64Array
  readonly path: Float64Array

  constructor(
    private readonly own: Simulator,
    private readonly points: number,
  ) {
    this.outcomes = new Float64Array(own.outcomes.length + 1)
    this.series = new Float64Array(own.series.length + points)
    this.residuals = new Float64Array(own.residuals.length + 1)
    this.reference = own.reference
    this.path = own.path
  }

  load(inputs: Float64Array, inputsAt: number, shocks: Float64Array, shocksAt: number): void {
    this.own.load(inputs, inputsAt, shocks, shocksAt)
  }

  runReference(): void {
    this.own.runReference()
    this.copy()
  }

  run(setting: Levers, referencePath?: Float64Array): void {
    this.own.run(setting, referencePath)
    this.copy()
  }

  check(setting: Levers): void {
    this.own.check(setting)
    this.residuals.set(this.own.residuals)
    this.copy()
  }

  private copy(): void {
    const { outcomes, series } = this.own
    this.outcomes.set(outcomes)
    this.outcomes[outcomes.length] = 2 * outcomes[0]
    this.series.set(series)
    for (let t = 0; t < this.points; t++) this.series[series.length + t] = series[t] / 2
  }
}
