import type { Assumption, Correlation, Model } from '../model.ts'
import { type RunPlan, strategiesByScenarios } from '../plan.ts'
import type { SamplingId } from '../sampling/index.ts'

/** Inputs there are. */
export const INPUTS = 40
export const inputIds: readonly string[] = Array.from({ length: INPUTS }, (_, i) => `input${i}`)

const standardNormal = { kind: 'normal', mean: 0, standardDeviation: 1 } as const

/** A model of standard normal inputs and nothing else, to see how they are drawn. */
export const wideModel: Model = {
  id: 'certificate',
  version: '1',
  vantages: [],
  assumptions: inputIds.map((id, dimension): Assumption => ({
    id,
    dimension,
    module: '',
    label: id,
    question: '',
    unit: '',
    role: 'belief',
    domain: [-Infinity, Infinity],
    vantages: {},
    sources: [],
    rationale: '',
  })),
  shocks: [],
  correlations: [],
  levers: [],
  outcomes: [],
  series: [],
  checks: [],
  condition: { id: '', label: '', outcome: '', states: [] },
  strategies: [],
  scenarios: [],
  reference: '',
  simulator() {
    throw new Error('the certificate draws inputs and runs no model')
  },
}

/** So many trials of it under a design. */
export function widePlan(
  sampling: SamplingId,
  trials: number,
  correlations: readonly Correlation[] = [],
): RunPlan {
  const distributions = Object.fromEntries(inputIds.map((id) => [id, standardNormal]))
  return {
    model: { id: wideModel.id, version: wideModel.version },
    vantage: '',
    seed: 'certificate',
    trials,
    quarters: 0,
    sampling,
    correlations,
    ...strategiesByScenarios([{ id: 'base', label: 'Base', distributions }], []),
    check: false,
  }
}
