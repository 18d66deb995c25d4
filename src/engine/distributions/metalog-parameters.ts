import type { Parameter } from './family.ts'

export const metalogParameters: readonly Parameter[] = [
  {
    id: 'percentiles',
    label: 'Percentiles',
    description: 'What share of futures you expect below which value.',
    type: 'percentiles',
    least: 2,
    most: 200,
    optional: true,
  },
  {
    id: 'coefficients',
    label: 'Coefficients',
    description: 'The terms of the curve, in place of percentiles.',
    type: 'numbers',
    least: 2,
    most: 10,
    optional: true,
  },
  {
    id: 'terms',
    label: 'Terms',
    description: 'How freely the curve may bend: as many as there are percentiles, up to five.',
    min: 2,
    max: 10,
    optional: true,
  },
  { id: 'lower', label: 'Lowest', description: 'No value is lower.', optional: true },
  { id: 'upper', label: 'Highest', description: 'No value is higher.', optional: true },
]
