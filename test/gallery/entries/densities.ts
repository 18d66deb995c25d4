import DensityEditorPlot from '../../../src/app/charts/DensityEditorPlot.svelte'
import FitPlot from '../../../src/app/charts/FitPlot.svelte'
import Minis from '../Minis.svelte'
import { type Entry, entry } from '../entry.ts'
import { examples } from '../../distribution-examples.ts'

/** Handles as they are before anybody takes one. */
const moves = { grab: () => null, move: () => {}, release: () => {} }
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
    inherited: { kind: 'pert', min: 0.2, mode: 0.45, max: 0.7 },
    unit: 'fraction',
    domain: [0, 1],
    title: 'Trainium advantage',
  }),
  entry('density-event', 'Yes or no', DensityEditorPlot, {
    distribution: { kind: 'bernoulli', probability: 0.35 },
    inherited: { kind: 'bernoulli', probability: 0.2 },
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
    inherited: { kind: 'uniform', min: 3, max: 24 },
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
  entry('density-moves', 'To be dragged, with what was observed', DensityEditorPlot, {
    distribution: { kind: 'normal', mean: 0.29, standardDeviation: 0.006 },
    inherited: { kind: 'uniform', min: 0.28, max: 0.3 },
    unit: 'fraction',
    domain: [0, 1],
    title: 'AWS share now',
    moves,
    observed: [
      { quarter: '2025Q1', value: 0.29, checked: true },
      { quarter: '2025Q2', value: 0.3, checked: false },
      { quarter: '2025Q3', value: 0.34, checked: true },
    ],
  }),
  entry('density-moves-tails', 'To be dragged, with a heavy tail', DensityEditorPlot, {
    distribution: { kind: 'lognormal', median: 2000, logStandardDeviation: 2 },
    unit: 'USD bn per quarter',
    domain: [1, 1e9],
    title: 'Market size',
    moves,
  }),
  entry('density-stories', 'Stories, one of them a single value', DensityEditorPlot, {
    distribution: {
      kind: 'mixture',
      branches: [
        { label: 'Nothing', weight: 3, distribution: { kind: 'constant', value: 0 } },
        {
          label: 'Something',
          weight: 1,
          distribution: { kind: 'normal', mean: 12, standardDeviation: 3 },
        },
      ],
    },
    unit: 'USD bn',
    domain: wide,
    title: 'Cost of breaking off',
  }),
  entry('density-values', 'A few values', DensityEditorPlot, {
    distribution: { kind: 'discrete', values: [-4, 0, 30], probabilities: [0.2, 0.75, 0.05] },
    unit: 'years',
    domain: wide,
    title: 'Delay',
  }),
  entry('density-observed', 'Observed values, some alike', DensityEditorPlot, {
    distribution: { kind: 'empirical', values: [1, 2, 2, 2, 3, 5, 8, 13, 21, 34] },
    unit: 'months',
    domain: [0, 60],
    title: 'Months of review',
  }),
  entry('density-minis', 'Every family in a row, with its extremes', Minis, {
    distributions: examples,
  }),
]

export const fits: readonly Entry[] = [
  entry('fit-plain', 'A curve against data', FitPlot, {
    values: [31, 42, 38, 45, 51, 36, 40, 39, 44, 47, 35],
    distribution: { kind: 'normal', mean: 40.7, standardDeviation: 5.6 },
    label: 'Normal',
    unit: 'months',
    title: 'Months of review',
  }),
  entry('fit-far', 'Two numbers and a far one, and a curve that misses them', FitPlot, {
    values: [-1, 0, 1e6],
    distribution: { kind: 'uniform', min: 2e6, max: 3e6 },
    label: 'Uniform',
    unit: 'USD bn',
    title: 'Cost',
  }),
  entry('fit-many', 'Five thousand numbers', FitPlot, {
    values: Array.from({ length: 5000 }, (_, i) => Math.sin(i) ** 3 + (i % 7) / 10),
    distribution: { kind: 'empirical', values: [-0.9, 0, 0.3, 0.6, 1.5] },
    label: 'Observed values',
    unit: 'fraction',
    title: 'Share',
  }),
]
