import type { Strategy } from '../src/engine/model.ts'
import type { Terms } from './levers.ts'
import { type ByVantage, type VantageId, vantages } from './vantages.ts'

interface MarketStrategy extends Strategy {
  readonly levers: Terms
  readonly vantages?: readonly VantageId[]
  readonly wordsAt?: ByVantage<{ readonly label?: string; readonly story?: string }>
}

/** While a deal was talked about, and not yet signed. */
const TALKS: readonly VantageId[] = ['2024-03', '2025-12']
/** Since it was signed and paid. */
const SIGNED: readonly VantageId[] = ['2026-10']

/** Named settings of the levers; `none` is what the others are compared with. */
export const strategies = [
  {
    id: 'none',
    label: 'No investment',
    story: 'AWS goes on with Trainium, Bedrock and its stake in Anthropic.',
    wordsAt: {
      '2024-03': {
        story:
          'AWS goes on with Trainium, Bedrock and 4bn in Anthropic; OpenAI stays with Microsoft.',
      },
      '2026-10': { story: 'The counterfactual: the deal of February 2026 had not been made.' },
    },
    levers: {
      invest: false,
      upfront: 0,
      conditional: 0,
      exclusivity: 0,
      codesign: 0,
      access: 0,
      commitment: 0,
      commitmentYears: 7,
    },
  },
  {
    id: 'nonExclusive',
    label: 'Investment without exclusivity',
    story: "The article's first outcome: a stake, while OpenAI works with several clouds.",
    vantages: TALKS,
    levers: {
      invest: true,
      upfront: 10,
      conditional: 0,
      exclusivity: 0,
      codesign: 0.2,
      access: 0.7,
      commitment: 20,
      commitmentYears: 7,
    },
  },
  {
    id: 'deepTechnical',
    label: 'Deep technical collaboration',
    story:
      'The second outcome: models optimised for Trainium and Inferentia, a large compute commitment.',
    vantages: TALKS,
    levers: {
      invest: true,
      upfront: 15,
      conditional: 20,
      exclusivity: 0.25,
      codesign: 1,
      access: 0.9,
      commitment: 100,
      commitmentYears: 8,
    },
  },
  {
    id: 'openEcosystem',
    label: 'Broader ecosystem play',
    story: 'The third outcome: AWS as the most open cloud, a small stake, models from every lab.',
    vantages: TALKS,
    levers: {
      invest: true,
      upfront: 5,
      conditional: 0,
      exclusivity: 0,
      codesign: 0.1,
      access: 0.6,
      commitment: 10,
      commitmentYears: 6,
    },
  },
  {
    id: 'exclusive',
    label: 'Exclusive alliance',
    story: "The mirror of Microsoft's 2019 deal; the stress case for regulators.",
    vantages: TALKS,
    levers: {
      invest: true,
      upfront: 25,
      conditional: 25,
      exclusivity: 1,
      codesign: 1,
      access: 1,
      commitment: 150,
      commitmentYears: 8,
    },
  },
  {
    id: 'asSigned',
    label: 'The deal as signed',
    story:
      '50bn paid (15 in March, 13.7 in the second quarter, 21.3 in July 2026), 2 GW of Trainium, 100bn more over eight years, OpenAI models on Bedrock, Frontier sold by third parties on AWS only.',
    vantages: SIGNED,
    levers: {
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
  {
    id: 'deepen',
    label: 'Deepen it',
    story:
      'A follow-on stake at the next round or the listing, full co-design of Trainium4, half as much compute again.',
    vantages: SIGNED,
    levers: {
      invest: true,
      upfront: 50,
      conditional: 15,
      exclusivity: 0.1,
      codesign: 1,
      access: 0.95,
      commitment: 150,
      commitmentYears: 8,
    },
  },
  {
    id: 'hold',
    label: 'Deliver, add nothing',
    story:
      'What is signed is delivered slowly and no more is built for it: scarce capacity goes to other customers.',
    vantages: SIGNED,
    levers: {
      invest: true,
      upfront: 50,
      conditional: 0,
      exclusivity: 0,
      codesign: 0.2,
      access: 0.7,
      commitment: 60,
      commitmentYears: 8,
    },
  },
] as const satisfies readonly MarketStrategy[]

export type StrategyId = (typeof strategies)[number]['id']

/** The strategies offered at a vantage; of one that nobody knows, those of the default. */
export function offeredAt(vantage: string): readonly MarketStrategy[] {
  const all: readonly MarketStrategy[] = strategies
  const known = vantages.find(({ id }) => id === vantage) ?? vantages[0]
  return all.filter((one) => !one.vantages || one.vantages.includes(known.id))
}
