import type { Vantage } from '../src/engine/model.ts'
import type { LabId, ProviderId } from './notation.ts'

/** The shortest and the longest horizon, in quarters, from any vantage. */
export const HORIZON = [8, 40] as const

/** Figures that differ by vantage and are known well enough to be no assumption. */
export interface Constants {
  /** Part of AI compute on own chips at the start; AWS's is the assumption awsCustomShare0. */
  readonly custom0: Readonly<Record<Exclude<ProviderId, 'aws'>, number>>
  /** The most that part can become; AWS's is the assumption awsCustomCeiling. */
  readonly customCeiling: Readonly<Record<Exclude<ProviderId, 'aws'>, number>>
  /** Advantage of own chips, as a multiple of AWS's; Google's is the assumption tpuAdvantage. */
  readonly chipQuality: Readonly<Record<Exclude<ProviderId, 'google'>, number>>
  /** How many firms of equal size a provider stands for when concentration is measured. */
  readonly firms: Readonly<Record<ProviderId, number>>
  /** Quarters from the starting quarter to the vantage date. */
  readonly quartersToVantage: number
  /** How fully a provider offers a lab's models, from 0 to 1, before any deal. */
  readonly access: Readonly<Record<ProviderId, Readonly<Record<LabId, number>>>>
}

export interface MarketVantage extends Vantage {
  readonly id: VantageId
  readonly constants: Constants
}

export type VantageId = '2025-12' | '2024-03'

const customCeiling = { azure: 0.25, google: 0.75, specialists: 0.05, others: 0.2 }
const chipQuality = { aws: 1, azure: 0.6, specialists: 0, others: 0.4 }
const firms = { aws: 1, azure: 1, google: 1, specialists: 5, others: 12 }

/** The dates from which the future is seen; the first is the default. */
export const vantages: readonly MarketVantage[] = [
  {
    id: '2025-12',
    label: 'December 2025: talks reported',
    startQuarter: '2025Q3',
    horizonQuarters: 24,
    constants: {
      custom0: { azure: 0.04, google: 0.6, specialists: 0, others: 0.05 },
      customCeiling,
      chipQuality,
      firms,
      quartersToVantage: 1,
      access: {
        aws: { openai: 0.15, anthropic: 1, google: 0, open: 0.9 },
        azure: { openai: 1, anthropic: 0.35, google: 0, open: 0.8 },
        google: { openai: 0, anthropic: 0.9, google: 1, open: 0.8 },
        specialists: { openai: 0, anthropic: 0, google: 0, open: 0.7 },
        others: { openai: 0.3, anthropic: 0.1, google: 0, open: 0.7 },
      },
    },
  },
  {
    id: '2024-03',
    label: "March 2024: the article's figures",
    startQuarter: '2024Q1',
    horizonQuarters: 24,
    constants: {
      custom0: { azure: 0.01, google: 0.5, specialists: 0, others: 0.05 },
      customCeiling,
      chipQuality,
      firms,
      quartersToVantage: 0,
      access: {
        aws: { openai: 0, anthropic: 1, google: 0, open: 0.8 },
        azure: { openai: 1, anthropic: 0, google: 0, open: 0.7 },
        google: { openai: 0, anthropic: 0.9, google: 1, open: 0.7 },
        specialists: { openai: 0, anthropic: 0, google: 0, open: 0.6 },
        others: { openai: 0.1, anthropic: 0, google: 0, open: 0.6 },
      },
    },
  },
]
