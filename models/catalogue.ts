import type { Catalogue } from '../src/engine/model.ts'
import { assumptions } from './assumptions/index.ts'
import { checks } from './checks.ts'
import { correlations } from './correlations.ts'
import { levers } from './levers.ts'
import { shocks } from './notation.ts'
import { dealCloses, outcomes } from './outcomes.ts'
import { retired } from './retired.ts'
import { scenarios } from './scenarios.ts'
import { series } from './series.ts'
import { strategies } from './strategies.ts'
import { vantages } from './vantages.ts'

/** What is known of the market without running it: pages read it without the mechanisms. */
export const catalogue = {
  id: 'cloud-market',
  version: '1.1.0',
  vantages,
  assumptions,
  shocks,
  correlations,
  levers,
  outcomes,
  series,
  checks,
  condition: dealCloses,
  strategies,
  scenarios,
  reference: 'none',
  retired,
} as const satisfies Catalogue
