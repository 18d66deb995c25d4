import type { SignpostsRequest } from '../analyses/signpost-facts.ts'
import type { Assumption, Levers, Model, Simulator } from '../engine/model.ts'
import { normalCumulative, normalDensity } from '../engine/normal-curve.ts'
import { type RunPlan, strategiesByScenarios } from '../engine/plan.ts'

// A linear-normal model whose signposts are known exactly. The state x is normal(0, 1); at quarter t
// the sign shows x and noise of variance SPREAD / t, and `static` shows noise alone. Staying is worth
// `luck`; going is worth luck + LEAD + SLOPE·x + rest, all normal(0, 1). Follow the other lever and the
// sign is 10 higher.

export const LEAD = -0.6
export const SLOPE = 2
/** Variance of what the sign shows beside the state, at the first quarter. */
const SPREAD = 4

/** Standard deviation of what the sign shows at a quarter, counted from 1. */
export function spreadOfSign(t: number): number {
  return Math.sqrt(1 + SPREAD / t)
}

/** The mean lead of going where the sign at a quarter is above so many of its standard deviations. */
export function aheadAbove(t: number, at: number): number {
  return LEAD + ((SLOPE / spreadOfSign(t)) * normalDensity(at)) / normalCumulative(-at)
}

/** What is known of the sign at a quarter. */
export function knownOfSign(t: number) {
  const spread = spreadOfSign(t)
  const at = (-LEAD * spread * spread) / SLOPE
  const k = at / spread
  const told = SLOPE / spread
  const above = normalCumulative(-k)
  return {
    /** Above it going is better. */
    at,
    /** Of the variance of what going is worth. */
    share: (told * told) / (SLOPE * SLOPE + 2),
    /** Of choosing when it is seen. */
    gain: LEAD * above + told * normalDensity(k),
  }
}

const assumption = (id: string, dimension: number): Assumption => ({
  id,
  dimension,
  module: 'signs',
  label: id,
  question: `How large is ${id}?`,
  unit: '1',
  role: 'belief',
  domain: [-100, 100],
  vantages: { now: { kind: 'normal', mean: 0, standardDeviation: 1 } },
  sources: [],
  rationale: 'known exactly',
})

const STAY: Levers = { go: false }

/** @param slope what the state is worth to those who go: 0 where no sign tells of anything */
export function signModel(slope = SLOPE, lead = LEAD): Model {
  return {
    id: 'signs',
    version: '1',
    vantages: [{ id: 'now', label: 'Now', startQuarter: '2025Q1', horizonQuarters: 8 }],
    assumptions: [assumption('x', 0), assumption('luck', 1), assumption('rest', 2)],
    shocks: ['seen', 'static'],
    correlations: [],
    levers: [
      { id: 'go', label: 'Go', kind: 'switch', unit: '', description: 'Go.', default: false },
    ],
    outcomes: [
      { id: 'worth', kind: 'number', label: 'Worth', description: '', unit: '1', better: 'higher' },
      {
        id: 'state',
        kind: 'category',
        label: 'State',
        description: '',
        states: ['stayed', 'gone'],
      },
    ],
    series: [
      { id: 'sign', label: 'Sign', unit: '1', description: 'The state, and noise.' },
      { id: 'static', label: 'Static', unit: '1', description: 'Noise.' },
    ],
    checks: [],
    condition: { id: 'gone', label: 'Gone', outcome: 'state', states: ['gone'] },
    strategies: [
      { id: 'stay', label: 'Stay', story: '', levers: STAY },
      { id: 'go', label: 'Go', story: '', levers: { go: true } },
    ],
    scenarios: [{ id: 'base', label: 'Base', story: '', overrides: {} }],
    reference: 'stay',
    simulator: (_vantage, quarters) => new Signs(quarters, slope, lead),
  }
}

class Signs implements Simulator {
  readonly outcomes = new Float64Array(2)
  readonly series: Float64Array
  readonly reference = new Float64Array(1)
  readonly path = new Float64Array(1)
  readonly residuals = new Float64Array(0)
  private readonly drawn = new Float64Array(3)

  constructor(
    private readonly quarters: number,
    private readonly slope: number,
    private readonly lead: number,
  ) {
    this.series = new Float64Array(2 * (quarters + 1))
  }

  load(inputs: Float64Array, inputsAt: number, shocks: Float64Array, shocksAt: number): void {
    this.drawn.set(inputs.subarray(inputsAt, inputsAt + 3))
    const static_ = this.quarters + 1
    for (let t = 1; t <= this.quarters; t++) {
      const at = shocksAt + 2 * (t - 1)
      this.series[t] = this.drawn[0] + Math.sqrt(SPREAD / t) * shocks[at]
      this.series[static_ + t] = shocks[at + 1]
    }
  }

  runReference(): void {
    this.run(STAY)
  }

  run(levers: Levers): void {
    const [x, luck, rest] = this.drawn
    const goes = levers['go'] === true
    this.outcomes[0] = luck + (goes ? this.lead + this.slope * x + rest : 0)
    this.outcomes[1] = goes ? 1 : 0
    if (goes) for (let t = 1; t <= this.quarters; t++) this.series[t] += 10
  }

  check(): void {}
}

/** All futures of both strategies. */
export function signPlan(model: Model, changes: Partial<RunPlan> = {}): RunPlan {
  return {
    model: { id: model.id, version: model.version },
    vantage: 'now',
    seed: 'signs',
    trials: 4000,
    quarters: 8,
    sampling: 'random',
    correlations: [],
    ...strategiesByScenarios(
      [
        {
          id: 'base',
          label: 'Base',
          distributions: Object.fromEntries(
            model.assumptions.map((one) => [one.id, one.vantages.now]),
          ),
        },
      ],
      model.strategies,
    ),
    check: false,
    ...changes,
  }
}

/** What is asked of what going is worth. */
export function signsWanted(changes: Partial<SignpostsRequest> = {}): SignpostsRequest {
  const ref = (strategy: string) => ({ strategy, scenario: 'base' })
  return {
    subject: { a: ref('go'), b: null, outcome: 'worth', selection: { kind: 'all' } },
    choices: [ref('stay'), ref('go')],
    sign: 1,
    negligible: 0,
    follow: null,
    series: ['sign', 'static'],
    quarters: 4,
    ...changes,
  }
}
