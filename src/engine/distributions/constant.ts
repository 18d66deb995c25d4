import type { Family } from './family.ts'

export interface Constant {
  readonly kind: 'constant'
  readonly value: number
}

export const constant: Family<Constant> = {
  kind: 'constant',
  label: 'Constant',
  description: 'Known for sure, or held fixed to see what the rest does.',
  parameters: [{ id: 'value', label: 'Value', description: 'The one value it takes.' }],
  discrete: true,
  check() {},
  quantile: (d) => () => d.value,
  density: (d, x) => (x === d.value ? 1 : 0),
  cumulative: (d, x) => (x >= d.value ? 1 : 0),
  mean: (d) => d.value,
  standardDeviation: () => 0,
  support: (d) => [d.value, d.value],
  scoring: (d) => ({ kind: 'formula', value: () => d.value }),
}
