import correlations from './correlations.json' with { type: 'json' }
import functions from './functions.json' with { type: 'json' }
import metalog from './metalog.json' with { type: 'json' }
import nist from './nist.json' with { type: 'json' }
import quantiles from './quantiles.json' with { type: 'json' }
import sobol from './sobol.json' with { type: 'json' }

/** Certified and published values, plain data that can be sent to a worker. */
export const references = { correlations, functions, metalog, nist, quantiles, sobol } as const

export type References = typeof references
