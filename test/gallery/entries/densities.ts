import DensityEditorPlot from '../../../src/app/charts/DensityEditorPlot.svelte'
import { families } from '../../../src/engine/distributions/index.ts'
import Minis from '../Minis.svelte'
import { type Entry, entry } from '../entry.ts'

const wide = [-1e9, 1e9] as const

export const densities: readonly Entry[] = [
  entry('density-plain', 'A belief as it was found', DensityEditorPlot, {
    distribution: { kind: 'pert', min: 0.2, mode: 0.45, max: 0.7 },
    unit: 'fraction',
    domain: [0, 1],
    title: 'Trainium advantage',
  }),
  entry('density-changed', 'Changed, with what it was behind it', DensityEditorPlot, {
    distribution: { kind: 'normal', mean: 0.6, standardDeviation: 0.2 },
    usual: { kind: 'pert', min: 0.2, mode: 0.45, max: 0.7 },
    unit: 'fraction',
    domain: [0, 1],
    title: 'Trainium advantage',
  }),
  entry('density-event', 'Yes or no', DensityEditorPlot, {
    distribution: { kind: 'bernoulli', probability: 0.35 },
    usual: { kind: 'bernoulli', probability: 0.2 },
    unit: 'event',
    domain: [0, 1],
    title: 'Microsoft answers with lower prices',
  }),
  entry('density-never', 'Never', DensityEditorPlot, {
    distribution: { kind: 'bernoulli', probability: 0 },
    unit: 'event',
    domain: [0, 1],
    title: 'A correction of AI spend',
  }),
  entry('density-constant', 'One value only', DensityEditorPlot, {
    distribution: { kind: 'constant', value: 12 },
    usual: { kind: 'uniform', min: 3, max: 24 },
    unit: 'months',
    domain: [0, 60],
    title: 'Months to closing',
  }),
  entry('density-zero', 'Always zero', DensityEditorPlot, {
    distribution: { kind: 'constant', value: 0 },
    unit: 'USD bn',
    domain: wide,
    title: 'Cost of breaking off',
  }),
  entry('density-tails', 'Heavy tails', DensityEditorPlot, {
    distribution: { kind: 'lognormal', median: 2, logStandardDeviation: 2 },
    unit: 'multiple',
    domain: [0, 1e9],
    title: 'What a very long name of a belief looks like where it has to be broken',
  }),
  entry('density-open', 'No bound at either end', DensityEditorPlot, {
    distribution: { kind: 'beta', alpha: 0.4, beta: 0.3 },
    unit: 'fraction',
    domain: [0, 1],
    title: 'Share of the contract fulfilled',
  }),
  entry('density-negative', 'Below zero and very narrow', DensityEditorPlot, {
    distribution: { kind: 'triangular', min: -0.0402, mode: -0.04, max: -0.0398 },
    unit: 'log points per quarter',
    domain: wide,
    title: 'Drift',
  }),
  entry('density-minis', 'Every family in a row, with its extremes', Minis, {
    distributions: Object.values(families).flatMap(({ examples }) => [...examples]),
  }),
]
