import type { Vantage, Words } from '../src/engine/model.ts'
import type { Terms } from './levers.ts'
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
  /** Quarter in which the deal closed, and the levers signed; null where none had been signed. */
  readonly closed: number | null
  readonly signed: Terms | null
}

/** A vantage as it is written down: what it does not name is that of the vantage it inherits from. */
interface Entry extends Vantage {
  readonly inherits?: string
  readonly constants: Partial<Constants>
}

const entries = [
  {
    id: '2025-12',
    label: 'December 2025: talks reported',
    startQuarter: '2025Q3',
    horizonQuarters: 24,
    constants: {
      custom0: { azure: 0.04, google: 0.6, specialists: 0, others: 0.05 },
      customCeiling: { azure: 0.25, google: 0.75, specialists: 0.05, others: 0.2 },
      chipQuality: { aws: 1, azure: 0.6, specialists: 0, others: 0.4 },
      firms: { aws: 1, azure: 1, google: 1, specialists: 5, others: 12 },
      quartersToVantage: 1,
      access: {
        aws: { openai: 0.15, anthropic: 1, google: 0, open: 0.9 },
        azure: { openai: 1, anthropic: 0.35, google: 0, open: 0.8 },
        google: { openai: 0, anthropic: 0.9, google: 1, open: 0.8 },
        specialists: { openai: 0, anthropic: 0, google: 0, open: 0.7 },
        others: { openai: 0.3, anthropic: 0.1, google: 0, open: 0.7 },
      },
      closed: null,
      signed: null,
    },
  },
  {
    id: '2024-03',
    inherits: '2025-12',
    label: "March 2024: the article's figures",
    startQuarter: '2024Q1',
    horizonQuarters: 24,
    constants: {
      custom0: { azure: 0.01, google: 0.5, specialists: 0, others: 0.05 },
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
  {
    id: '2026-10',
    inherits: '2025-12',
    label: 'October 2026: signed and paid',
    startQuarter: '2026Q2',
    horizonQuarters: 24,
    statusQuo: 'asSigned',
    constants: {
      // Azure: Maia 200 in service, for itself; specialists: first clouds on TPUs. No figure is published.
      custom0: { azure: 0.06, google: 0.6, specialists: 0.02, others: 0.06 },
      customCeiling: { azure: 0.3, google: 0.75, specialists: 0.1, others: 0.2 },
      // Rights were released on 27 April 2026, in the starting quarter.
      quartersToVantage: 0,
      access: {
        // OpenAI: average over 2026Q2, from a preview in April to some regions in June. The level at
        // its end, nearer 0.6, is left to the ramp: shares had not followed it yet.
        aws: { openai: 0.3, anthropic: 1, google: 0, open: 0.9 },
        azure: { openai: 1, anthropic: 0.6, google: 0, open: 0.8 },
        google: { openai: 0, anthropic: 0.9, google: 1, open: 0.8 },
        specialists: { openai: 0, anthropic: 0, google: 0, open: 0.7 },
        // OpenAI's models in the Oracle Cloud marketplace since June 2026.
        others: { openai: 0.4, anthropic: 0.15, google: 0, open: 0.7 },
      },
      // Signed on 27 February 2026; 15.0bn paid in 2026Q1, 13.7bn in Q2, 21.3bn by July: taken as
      // paid at quarter 0.
      closed: 0,
      signed: {
        invest: true,
        upfront: 50,
        conditional: 0,
        exclusivity: 0.1,
        codesign: 0.6,
        access: 0.85,
        commitment: 100,
        commitmentYears: 8,
      },
    },
  },
] as const satisfies readonly Entry[]

export type VantageId = (typeof entries)[number]['id']

/** What is said by vantage; a vantage that is not named inherits. */
export type ByVantage<T> = Readonly<Partial<Record<VantageId, T>>>

/** A vantage and those it inherits from, nearest first. */
function lineage(id: VantageId): VantageId[] {
  const found: (Entry & { readonly inherits?: VantageId }) | undefined = entries.find(
    (one) => one.id === id,
  )
  return found?.inherits === undefined ? [id] : [id, ...lineage(found.inherits)]
}

/**
 * The rule of inheritance: what is said at a vantage, else at the one it inherits from, and so on;
 * undefined where none of them is named.
 */
export function atVantage<T>(said: ByVantage<T>, vantage: VantageId): T | undefined {
  const named = lineage(vantage).find((id) => Object.hasOwn(said, id))
  return named && said[named]
}

/** The same for sets of named things: each thing on its own is that of the nearest vantage that has it. */
export function allAtVantage<T extends object>(
  said: ByVantage<Partial<T>>,
  vantage: VantageId,
): Partial<T> {
  return Object.assign(
    {},
    ...lineage(vantage)
      .map((id) => said[id] ?? {})
      .toReversed(),
  ) as Partial<T>
}

/**
 * What a strategy or scenario is called at a vantage, and its story there: each word is that of the
 * nearest vantage that has one of its own.
 */
export function wordsAt(
  { label, story, wordsAt: said = {} }: Words,
  vantage: string,
): { readonly label: string; readonly story: string } {
  return { label, story, ...allAtVantage<Words>(said, vantage as VantageId) }
}

/** A vantage with all its constants. */
export interface MarketVantage extends Vantage {
  readonly id: VantageId
  readonly inherits?: VantageId
  readonly constants: Constants
}

const named = Object.fromEntries(entries.map(({ id, constants }) => [id, constants]))

/** The dates from which the future is seen; the first is the default. */
export const vantages: readonly MarketVantage[] = entries.map((entry) => ({
  ...entry,
  constants: allAtVantage<Constants>(named, entry.id) as Constants,
}))
