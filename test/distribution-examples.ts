import type { Distribution, FamilyId, Percentile } from '../src/engine/distributions/index.ts'

type Of<K extends FamilyId> = Extract<Distribution, { readonly kind: K }>

/** Some of every family to show and to test with, extremes among them. */
export const examplesOf: { readonly [K in FamilyId]: readonly Of<K>[] } = {
  constant: [
    { kind: 'constant', value: 20 },
    { kind: 'constant', value: 0 },
    { kind: 'constant', value: -1e12 },
  ],
  uniform: [
    { kind: 'uniform', min: 0, max: 1 },
    { kind: 'uniform', min: 10, max: 50 },
    { kind: 'uniform', min: -1e6, max: 1e9 },
    { kind: 'uniform', min: 1000, max: 1000.001 },
  ],
  triangular: [
    { kind: 'triangular', min: 10, mode: 20, max: 50 },
    { kind: 'triangular', min: 0, mode: 0, max: 1 },
    { kind: 'triangular', min: -1, mode: 4, max: 4 },
    { kind: 'triangular', min: -5, mode: 1e6, max: 1.2e6 },
    { kind: 'triangular', min: 1, mode: 1.0001, max: 30 },
  ],
  pert: [
    { kind: 'pert', min: 10, mode: 20, max: 50 },
    { kind: 'pert', min: 0, mode: 0, max: 1 },
    { kind: 'pert', min: -2, mode: 7, max: 7 },
    { kind: 'pert', min: 0, mode: 0.001, max: 1000 },
    { kind: 'pert', min: 1e6, mode: 1e6 + 1, max: 1e6 + 2 },
    { kind: 'pert', min: 10, mode: 20, max: 50, weight: 12 },
    { kind: 'pert', min: 0, mode: 5, max: 6, weight: 0 },
    { kind: 'pert', min: -1, mode: 0, max: 1, weight: 1000 },
  ],
  normal: [
    { kind: 'normal', mean: 0, standardDeviation: 1 },
    { kind: 'normal', mean: -3.5, standardDeviation: 1e-6 },
    { kind: 'normal', mean: 1e9, standardDeviation: 4e8 },
  ],
  truncatedNormal: [
    { kind: 'truncatedNormal', mean: 20, standardDeviation: 10, min: 0, max: 60 },
    { kind: 'truncatedNormal', mean: 0, standardDeviation: 1, min: 0, max: 1e6 },
    { kind: 'truncatedNormal', mean: 0, standardDeviation: 1, min: -7, max: -4 },
    { kind: 'truncatedNormal', mean: 0.5, standardDeviation: 1e4, min: 0, max: 1 },
    { kind: 'truncatedNormal', mean: -3, standardDeviation: 1, min: 1, max: 90 },
  ],
  lognormal: [
    { kind: 'lognormal', median: 105.8300524425836, logStandardDeviation: 0.2183352597667858 },
    { kind: 'lognormal', median: 1, logStandardDeviation: 0.001 },
    { kind: 'lognormal', median: 1e-6, logStandardDeviation: 2.5 },
    { kind: 'lognormal', median: 4e6, logStandardDeviation: 0.7 },
  ],
  beta: [
    { kind: 'beta', alpha: 2, beta: 5 },
    { kind: 'beta', alpha: 1, beta: 1 },
    { kind: 'beta', alpha: 0.5, beta: 0.5 },
    { kind: 'beta', alpha: 0.05, beta: 0.2 },
    { kind: 'beta', alpha: 30, beta: 1.5 },
    { kind: 'beta', alpha: 4e5, beta: 1e6 },
  ],
  metalog: [
    { kind: 'metalog', percentiles: points([0.1, 10], [0.5, 20], [0.9, 45]) },
    { kind: 'metalog', lower: 0, percentiles: points([0.1, 10], [0.5, 20], [0.9, 45]) },
    { kind: 'metalog', upper: 1, percentiles: points([0.1, 0.2], [0.5, 0.7], [0.9, 0.93]) },
    {
      kind: 'metalog',
      lower: 0,
      upper: 1,
      percentiles: points([0.1, 0.02], [0.5, 0.05], [0.9, 0.6]),
    },
    {
      kind: 'metalog',
      percentiles: points([0.05, -3], [0.2, -1], [0.35, 0], [0.6, 2], [0.8, 4], [0.97, 11]),
      terms: 5,
    },
    { kind: 'metalog', coefficients: [1e6, 5] },
    { kind: 'metalog', coefficients: [0, 0.1, 0, 12, 0, 0.4] },
  ],
  empirical: [
    { kind: 'empirical', values: [12, 9.5, 14, 11, 10.2, 17, 12.5] },
    { kind: 'empirical', values: [0, 1] },
    { kind: 'empirical', values: [0, 0, 0, 0, 3, 3, 8] },
    { kind: 'empirical', values: [-1e9, 4, 4.000001, 1e-9, 2e9] },
  ],
  mixture: [
    {
      kind: 'mixture',
      branches: [
        {
          label: 'They build it',
          weight: 3,
          distribution: { kind: 'normal', mean: 40, standardDeviation: 6 },
        },
        {
          label: 'They buy it',
          weight: 1,
          distribution: { kind: 'normal', mean: 15, standardDeviation: 3 },
        },
      ],
    },
    {
      kind: 'mixture',
      branches: [
        { label: 'Nothing', weight: 0.6, distribution: { kind: 'constant', value: 0 } },
        {
          label: 'Something',
          weight: 0.4,
          distribution: { kind: 'pert', min: 0, mode: 10, max: 40 },
        },
      ],
    },
    {
      kind: 'mixture',
      branches: [
        { label: 'Low', weight: 1, distribution: { kind: 'uniform', min: 0, max: 1 } },
        { label: 'High', weight: 1, distribution: { kind: 'uniform', min: 5, max: 6 } },
      ],
    },
    {
      kind: 'mixture',
      branches: [
        {
          label: 'Usual',
          weight: 0.98,
          distribution: { kind: 'triangular', min: 1, mode: 2, max: 5 },
        },
        {
          label: 'Rare',
          weight: 0.02,
          distribution: { kind: 'lognormal', median: 30, logStandardDeviation: 0.8 },
        },
        {
          label: 'Fixed price',
          weight: 0.1,
          distribution: { kind: 'discrete', values: [3, 4], probabilities: [0.5, 0.5] },
        },
      ],
    },
    {
      kind: 'mixture',
      branches: [
        {
          label: 'Only one',
          weight: 1e-3,
          distribution: { kind: 'beta', alpha: 2, beta: 5 },
        },
      ],
    },
  ],
  bernoulli: [
    { kind: 'bernoulli', probability: 0.35 },
    { kind: 'bernoulli', probability: 0 },
    { kind: 'bernoulli', probability: 1 },
    { kind: 'bernoulli', probability: 1e-4 },
  ],
  discrete: [
    { kind: 'discrete', values: [10, 20, 45], probabilities: [0.2, 0.5, 0.3] },
    { kind: 'discrete', values: [3], probabilities: [1] },
    { kind: 'discrete', values: [5, -1e6, 0], probabilities: [1e-4, 0, 0.9999] },
    { kind: 'discrete', values: [1, 2, 3], probabilities: [1 / 3, 1 / 3, 1 / 3] },
  ],
}

function points(...pairs: readonly (readonly [number, number])[]): Percentile[] {
  return pairs.map(([p, value]) => ({ p, value }))
}

/** All of them. */
export const examples: readonly Distribution[] = Object.values(examplesOf).flat()
