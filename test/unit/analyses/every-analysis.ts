import type { Question, Registry } from '../../../src/analyses/analysis.ts'
import type * as all from '../../../src/analyses/index.ts'
import type { Selection } from '../../../src/engine/selection.ts'

const scenario = 'base'
const [small, large] = ['small', 'large'].map((strategy) => ({ strategy, scenario }))
const selection: Selection = {
  kind: 'and',
  parts: [
    { kind: 'condition' },
    { kind: 'not', part: { kind: 'inputBetween', input: 'cost', from: 5, to: null } },
  ],
}
const about = { outcome: 'extra', selection }

type Requests<R extends Registry> = { readonly [Id in keyof R]: Omit<Question<R[Id]>, 'of'> }

/** A request of the toy model for every question about runs. */
export const requests: Omit<Requests<typeof all>, 'certificate'> = {
  convergence: { ...about, a: small, b: large },
  drivers: { ...about, case: small },
  estimates: {
    sums: [
      { selection, terms: [{ case: small, outcome: 'extra', sign: 1 }] },
      {
        selection,
        terms: [
          { case: small, outcome: 'wealth', sign: 1 },
          { case: large, outcome: 'wealth', sign: -1 },
        ],
      },
    ],
  },
  fifths: { scenario, pair: ['income', 'gain'] },
  leads: { ...about, first: small, others: [large, { strategy: 'none', scenario }] },
  pair: { ...about, a: small, b: large },
  readings: {
    ...about,
    case: small,
    quantiles: [0.1, 0.5],
    targets: [
      { at: 3, side: 'atLeast' },
      { at: 3, side: 'atMost' },
    ],
  },
  shape: { ...about, case: small },
  summary: { case: small, outcomes: ['wealth', 'extra', 'state'], selection },
  together: { scenario, pairs: [['income', 'cost']], shown: 5 },
}
