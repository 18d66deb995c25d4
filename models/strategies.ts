import type { Strategy } from '../src/engine/model.ts'
import type { Terms } from './levers.ts'

interface MarketStrategy extends Strategy {
  readonly levers: Terms
}

/** Named settings of the levers; `none` is what the others are compared with. */
export const strategies = [
  {
    id: 'none',
    label: 'No investment',
    story: 'AWS goes on with Trainium, Bedrock and its stake in Anthropic.',
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
] as const satisfies readonly MarketStrategy[]

export type StrategyId = (typeof strategies)[number]['id']
