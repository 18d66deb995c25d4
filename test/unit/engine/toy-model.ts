import type { Assumption, Levers, Model, Simulator } from '../../../src/engine/model.ts'
import {
  type PlannedStrategy,
  type RunPlan,
  strategiesByScenarios,
  type World,
} from '../../../src/engine/plan.ts'
import type { Distribution } from '../../../src/engine/distributions/index.ts'

function assumption(
  id: string,
  dimension: number,
  role: Assumption['role'],
  domain: readonly [number, number],
  distribution: Distribution,
): Assumption {
  return {
    id,
    dimension,
    module: 'toy',
    label: id,
    question: `How large is ${id}?`,
    unit: '1',
    role,
    domain,
    vantages: { now: distribution },
    sources: [],
    rationale: 'a toy',
  }
}

const NONE: Levers = { build: false, size: 0 }

/**
 * A shop with known answers. Without `build`, wealth grows by `income` a quarter and by the shock
 * `luck`; with it, each quarter adds `size` × `gain`, and the price `cost` × `size` is paid, unless
 * `fails` happens: then only the price is paid.
 *
 * With income ~ normal(2, 1), gain ~ uniform(0, 4), cost ~ triangular(1, 2, 6), fails ~ 25%:
 * the mean of `extra` for size s over T quarters is s·(0.75·2·T − 3), and `wealth` without `build`
 * has mean 2·T and variance T² + T.
 */
export const toyModel: Model = {
  id: 'toy',
  version: '1',
  vantages: [{ id: 'now', label: 'Now', startQuarter: '2025Q1', horizonQuarters: 8 }],
  assumptions: [
    assumption('income', 0, 'belief', [-100, 100], {
      kind: 'normal',
      mean: 2,
      standardDeviation: 1,
    }),
    assumption('gain', 1, 'belief', [0, 10], { kind: 'uniform', min: 0, max: 4 }),
    assumption('cost', 2, 'belief', [0, 10], { kind: 'triangular', min: 1, mode: 2, max: 6 }),
    assumption('fails', 3, 'event', [0, 1], { kind: 'bernoulli', probability: 0.25 }),
  ],
  shocks: ['luck', 'idle'],
  correlations: [],
  levers: [
    {
      id: 'build',
      label: 'Build',
      kind: 'switch',
      unit: '',
      description: 'Build it.',
      default: false,
    },
    {
      id: 'size',
      label: 'Size',
      kind: 'amount',
      default: 0,
      unit: '1',
      min: 0,
      max: 10,
      step: 1,
      description: 'How large.',
    },
  ],
  outcomes: [
    number('wealth', 'Wealth at the end.'),
    number('extra', 'Wealth less that without building.'),
    {
      id: 'state',
      kind: 'category',
      label: 'State',
      description: 'What became of it.',
      states: ['none', 'failed', 'built'],
    },
  ],
  series: [{ id: 'wealth', label: 'Wealth', unit: '1', description: 'Wealth by quarter.' }],
  checks: [{ id: 'adds-up', label: 'wealth = reference + extra', tolerance: 1e-9 }],
  condition: { id: 'built', label: 'It is built', outcome: 'state', states: ['built'] },
  strategies: [
    { id: 'none', label: 'Nothing', story: '', levers: NONE },
    { id: 'small', label: 'Small', story: '', levers: { build: true, size: 1 } },
    { id: 'large', label: 'Large', story: '', levers: { build: true, size: 3 } },
  ],
  scenarios: [
    { id: 'base', label: 'Base', story: '', overrides: {} },
    {
      id: 'dear',
      label: 'Dear',
      story: '',
      overrides: { cost: { kind: 'pert', min: 4, mode: 5, max: 6 } },
    },
  ],
  reference: 'none',
  simulator: (_vantage, quarters) => new Shop(quarters),
}

function number(id: string, description: string) {
  return { id, kind: 'number', label: id, description, unit: '1', better: 'higher' } as const
}

class Shop implements Simulator {
  readonly outcomes = new Float64Array(3)
  readonly series: Float64Array
  readonly reference = new Float64Array(1)
  readonly path: Float64Array
  readonly residuals = new Float64Array(1)
  private readonly drawn = new Float64Array(4)
  private readonly luck: Float64Array

  constructor(private readonly quarters: number) {
    this.series = new Float64Array(quarters + 1)
    this.path = this.series
    this.luck = new Float64Array(quarters)
  }

  load(inputs: Float64Array, inputsAt: number, shocks: Float64Array, shocksAt: number): void {
    for (let a = 0; a < 4; a++) this.drawn[a] = inputs[inputsAt + a]
    for (let t = 0; t < this.quarters; t++) this.luck[t] = shocks[shocksAt + 2 * t]
  }

  runReference(): void {
    this.reference[0] = this.walk(0)
    this.finish(0, 0)
  }

  run(levers: Levers, referencePath?: Float64Array): void {
    const [, gain, cost, fails] = this.drawn
    const size = levers.build === true ? Number(levers.size) : 0
    // What fails gains nothing: its wealth is the reference's until the price is paid.
    if (referencePath && fails === 1) this.series.set(referencePath)
    else this.walk(fails === 1 ? 0 : size * gain)
    this.finish(size * cost, levers.build === true ? (fails === 1 ? 1 : 2) : 0)
  }

  check(levers: Levers): void {
    this.run(levers)
    this.residuals[0] = Math.abs(this.outcomes[0] - this.reference[0] - this.outcomes[1])
  }

  private walk(gain: number): number {
    let wealth = 0
    this.series[0] = 0
    for (let t = 0; t < this.quarters; t++) {
      wealth += this.drawn[0] + this.luck[t] + gain
      this.series[t + 1] = wealth
    }
    return wealth
  }

  private finish(paid: number, state: number): void {
    const wealth = this.series[this.quarters] - paid
    this.series[this.quarters] = wealth
    this.outcomes[0] = wealth
    this.outcomes[1] = wealth - this.reference[0]
    this.outcomes[2] = state
  }
}

interface ToyChanges extends Partial<RunPlan> {
  readonly scenarios?: readonly World[]
  readonly strategies?: readonly PlannedStrategy[]
  /** In every scenario. */
  readonly reseed?: Readonly<Record<string, string>>
}

/** A plan of the toy model in all its cases, with some fields changed. */
export function toyPlan({ scenarios, strategies, reseed, ...changes }: ToyChanges = {}): RunPlan {
  const base = Object.fromEntries(toyModel.assumptions.map((one) => [one.id, one.vantages.now]))
  const usual = toyModel.scenarios.map(({ id, label, overrides }) => ({
    id,
    label,
    distributions: { ...base, ...overrides },
  }))
  const worlds = (scenarios ?? usual).map((one) => (reseed ? { ...one, reseed } : one))
  return {
    model: { id: toyModel.id, version: toyModel.version },
    vantage: 'now',
    seed: 'stakes',
    trials: 1000,
    quarters: 8,
    sampling: 'latinHypercube',
    correlations: [],
    ...strategiesByScenarios(worlds, strategies ?? toyModel.strategies),
    check: false,
    ...changes,
  }
}
