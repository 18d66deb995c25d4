import type { market as narrow } from '../../../models/index.ts'
import type { Levers, Model, Simulator } from '../../../src/engine/model.ts'

const levers = { invest: true, upfront: 7 }

/**
 * The market with one more of each thing that a model may have one more of. What is computed is
 * told by name: `twice` is the first outcome twice over, `half` the first series halved.
 */
export function widerMarket(market: typeof narrow): Model {
  const [strategy] = market.strategies.filter(({ id }) => id !== market.reference)
  return {
    ...market,
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
      { id: 'oneMore', label: 'One more', story: '', levers: { ...strategy.levers, ...levers } },
    ],
    scenarios: [
      ...market.scenarios,
      {
        id: 'oneMore',
        label: 'One more',
        story: '',
        overrides: { aiGrowth0: { kind: 'constant', value: 0.1 } },
      },
    ],
    simulator: (vantage, quarters) => new Wider(market.simulator(vantage, quarters), quarters + 1),
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
