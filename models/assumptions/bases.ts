import { atVantage, type ByVantage, type VantageId, vantages } from '../vantages.ts'
import type { Basis } from './entry.ts'
import type { AssumptionId } from './index.ts'

// Beside the catalogue rather than in it: read only where it is shown.

/** What beliefs rest on at vantages that moved them. */
const bases = {
  marketSize0: {
    '2026-10': {
      sources: ['synergy-2026q2'],
      grade: 'A',
      rationale: 'Printed figure for 2026Q2; about 2% for restatements between publishers',
    },
  },
  aiShareOfSpend0: {
    '2026-10': {
      sources: ['synergy-2026q2', 'amazon-q2-2026', 'coreweave-2026q2'],
      grade: 'D',
      rationale:
        'No publisher prints the level: AWS puts AI at 15% of its own run-rate, half of the growth since 2022 would be 30%, and adding up providers gives about a quarter',
    },
  },
  trainingShareOfAi0: {
    '2026-10': {
      sources: ['gartner-ai-iaas-2026'],
      grade: 'B',
      rationale:
        'Gartner has inference at 55% of AI infrastructure in 2026; less the part that is model services',
    },
  },
  modelServicesShareOfAi0: {
    '2026-10': {
      sources: ['lab-revenue-2026', 'synergy-2026q2'],
      grade: 'D',
      rationale:
        'Anthropic ran at 47bn a year in May and 65bn in July, about 70% of it API; Synergy now counts OpenAI and Anthropic among the fastest growing providers',
    },
  },
  generalGrowth0: {
    '2026-10': {
      sources: ['synergy-2026q2', 'amazon-q2-2026'],
      grade: 'D',
      rationale:
        'AWS without its AI run-rate grew about a quarter in a year: AI pulls ordinary compute along',
    },
  },
  aiGrowth0: {
    '2026-10': {
      sources: ['synergy-2026q2', 'gartner-ai-iaas-2026'],
      grade: 'D',
      rationale:
        'GenAI-specific services grew 165% in a year and the AI part about 0.8 in log points; capacity for 2027 is largely sold, so less than that from here',
    },
  },
  aiCorrection: {
    '2026-10': {
      sources: ['judgement'],
      grade: 'judgement',
      rationale:
        'As before, and more strained: free cash flow negative at Amazon and Alphabet in the quarter, AI shares fell on 8 October 2026',
    },
  },
  awsShare0: {
    '2026-10': {
      sources: ['synergy-2026q2'],
      grade: 'A',
      rationale: 'Printed to whole points, 28 for three quarters running',
    },
  },
  azureShare0: {
    '2026-10': {
      sources: ['synergy-2026q2'],
      grade: 'A',
      rationale: 'Printed to whole points, back from 21',
    },
  },
  googleShare0: {
    '2026-10': {
      sources: ['synergy-2026q2'],
      grade: 'A',
      rationale: 'Printed to whole points, a record',
    },
  },
  specialistShare0: {
    '2026-10': {
      sources: ['coreweave-2026q2', 'nebius-2026q2'],
      grade: 'A/D',
      rationale:
        'CoreWeave 2.58bn and Nebius 0.57bn in the quarter, plus Lambda, Crusoe, Nscale and peers',
    },
  },
  awsAiShare0: {
    '2026-10': {
      sources: ['amazon-q2-2026'],
      grade: 'A/D',
      rationale: 'AI run-rate above 25bn a year, Bedrock included',
    },
  },
  azureAiShare0: {
    '2026-10': {
      sources: ['microsoft-2026'],
      grade: 'B/D',
      rationale:
        'AI run-rate of 37bn in 2026Q1, of which part is Copilot, against an Azure above 100bn a year',
    },
  },
  googleAiShare0: {
    '2026-10': {
      sources: ['alphabet-2026q2'],
      grade: 'B/D',
      rationale: 'Google Cloud grew 82% in a year, above all on AI; Wiz and Workspace are in it',
    },
  },
  awsModelShare0: {
    '2026-10': {
      sources: ['amazon-q2-2026'],
      grade: 'A/judgement',
      rationale: 'Bedrock customers spent more in the quarter than in all before together',
    },
  },
  azureModelShare0: {
    '2026-10': {
      sources: ['lab-revenue-2026'],
      grade: 'judgement',
      rationale:
        'Azure OpenAI Service, less than before as buyers went to Claude and to the labs directly',
    },
  },
  googleModelShare0: {
    '2026-10': {
      sources: ['alphabet-2026q2'],
      grade: 'judgement',
      rationale: 'Gemini and Vertex AI, and Claude on it',
    },
  },
  awsMomentum: {
    '2026-10': {
      sources: ['synergy-2026q2', 'amazon-q2-2026'],
      grade: 'D',
      rationale:
        'Held 28% for three quarters while AI, where it is weaker, grew fastest: that mix alone costs 1.5 points a year, so its pull net of mix is slightly positive',
    },
  },
  azureMomentum: {
    '2026-10': {
      sources: ['synergy-2026q2'],
      grade: 'D',
      rationale:
        'Took 20% of the spend added, its own share; net of the mix, which favours it, about nothing',
    },
  },
  googleMomentum: {
    '2026-10': {
      sources: ['synergy-2026q2', 'alphabet-2026q2'],
      grade: 'D',
      rationale:
        'Took 19 to 21% of the spend added, against a share of 15%; a third of that is mix',
    },
  },
  specialistMomentum: {
    '2026-10': {
      sources: ['coreweave-2026q2'],
      grade: 'D',
      rationale: 'CoreWeave doubled in a year with a backlog of 104bn; half of the gain is mix',
    },
  },
  othersMomentum: {
    '2026-10': {
      sources: ['synergy-2026q2'],
      grade: 'D',
      rationale:
        'Oracle and the labs grow, the long tail does not: 30% of the spend added against 33%',
    },
  },
  openaiLabShare0: {
    '2026-10': {
      sources: ['lab-revenue-2026', 'menlo-2025'],
      grade: 'B/D',
      rationale:
        'Over 40bn a year in August and near 50bn in October, most of it consumers; behind Anthropic among businesses since May',
    },
  },
  anthropicLabShare0: {
    '2026-10': {
      sources: ['lab-revenue-2026', 'menlo-2025'],
      grade: 'B/D',
      rationale: '47bn a year in May and 65bn in July 2026, most of it business use',
    },
  },
  openaiDrift: {
    '2026-10': {
      sources: ['lab-revenue-2026'],
      grade: 'judgement',
      rationale:
        'Lost the lead in the first half of 2026 and won part of it back in the third quarter',
    },
  },
  leadershipVolatility: {
    '2026-10': {
      sources: ['lab-revenue-2026'],
      grade: 'judgement',
      rationale: 'The lead changed hands, and half back, within a year',
    },
  },
  awsCustomShare0: {
    '2026-10': {
      sources: ['amazon-q2-2026', 'trainium-adoption'],
      grade: 'D',
      rationale:
        'Own-chip run-rate from 10 to 25bn a year in two quarters, Graviton included; the part of AI compute is not disclosed',
    },
  },
  awsCustomCeiling: {
    '2026-10': {
      sources: ['amazon-q2-2026'],
      grade: 'B/judgement',
      rationale:
        '225bn of Trainium commitments by spring 2026, most of them from Anthropic and OpenAI; what OpenAI adds is the deal',
    },
  },
  gpuCostHalvingYears: {
    '2026-10': {
      sources: ['h100-2026', 'epoch-gpu'],
      grade: 'B',
      rationale:
        'Long trend 2.1 to 2.5 years, but H100 contracts rose from 1.70 to about 2.80 dollars an hour within ten months and memory made Amazon raise its capital budget by a tenth',
    },
  },
  nvidiaResponse: {
    '2026-10': {
      sources: ['nvidia-2026'],
      grade: 'A',
      rationale:
        'Gross margin held at 75% while own chips of others grew past 25bn at Amazon alone',
    },
  },
  accessWithoutDeal: {
    '2026-10': {
      sources: ['microsoft-openai-2026', 'openai-on-oci'],
      grade: 'B/judgement',
      rationale:
        'Microsoft gave up exclusivity in April 2026, in part to settle the quarrel over this deal; Oracle sold OpenAI models six weeks later, Google still does not',
    },
  },
  deliveryMonths: {
    '2026-10': {
      sources: ['amazon-10q-2026q2'],
      grade: 'B/judgement',
      rationale: 'Trainium under the new contract ramps from 2027',
    },
  },
  rightsReleased: {
    '2026-10': {
      sources: ['microsoft-openai-2026'],
      grade: 'A/B',
      rationale: 'Exclusivity ended on 27 April 2026',
    },
  },
  conditionalPaid: {
    '2026-10': {
      sources: ['amazon-10q-2026q2'],
      grade: 'judgement',
      rationale:
        'Of a further conditional payment: the whole 35bn of the first was paid within five months of signing',
    },
  },
  conditionalMonths: {
    '2026-10': {
      sources: ['amazon-8k-2026-02', 'amazon-10q-2026q2'],
      grade: 'A/judgement',
      rationale:
        'The whole 35bn of the first fell due within five months of signing, because a confidential filing to list was enough',
    },
  },
  commitmentFulfilment: {
    '2026-10': {
      sources: ['amazon-10q-2026q2', 'deal-base-rates'],
      grade: 'A/judgement',
      rationale:
        'Now a contract in a reported backlog of 496bn, with obligations on chip performance; the buyer has cut its plans before',
    },
  },
  commitmentDisplacement: {
    '2026-10': {
      sources: ['amazon-q2-2026'],
      grade: 'A/judgement',
      rationale:
        'Amazon says it cannot meet demand in 2026 or 2027 and most of 2027 is reserved: what OpenAI takes, others do not get',
    },
  },
  anthropicConflict: {
    '2026-10': {
      sources: ['amazon-10q-2026q2'],
      grade: 'A',
      rationale:
        'Anthropic added more than 100bn over ten years at AWS two months after the OpenAI deal, and took 10bn more from Amazon',
    },
  },
  microsoftResponds: {
    '2026-10': {
      sources: ['microsoft-2026'],
      grade: 'judgement',
      rationale:
        'Short of capacity and growing 43%: no price cut was found in the eight months since',
    },
  },
  azureAccessLoss: {
    '2026-10': {
      sources: ['microsoft-openai-2026'],
      grade: 'B',
      rationale: "Microsoft's licence runs to 2032 and products ship first on Azure",
    },
  },
  interventionRate: {
    '2026-10': {
      sources: ['amazon-10q-2026q2', 'cma-ai-reviews'],
      grade: 'judgement',
      rationale: 'Paid in full by July 2026; no review of it was found anywhere',
    },
  },
  gatekeeperDesignated: {
    '2026-10': {
      sources: ['eu-dma-2026-06'],
      grade: 'B/judgement',
      rationale:
        'Preliminary finding of 25 June 2026 that both should be designated; a decision was meant for the end of 2026',
    },
  },
  gatekeeperYear: {
    '2026-10': {
      sources: ['eu-dma-2026-06'],
      grade: 'B/judgement',
      rationale:
        'Decision around the turn of the year and six months to comply, longer if courts suspend it',
    },
  },
  capitalIntensityAi: {
    '2026-10': {
      sources: ['amazon-q2-2026', 'bernstein-asic'],
      grade: 'B/judgement',
      rationale:
        'As before, and a tenth dearer: memory alone took the capital budget of 2026 from 200 to 220bn',
    },
  },
} satisfies Partial<Record<AssumptionId, ByVantage<Basis>>>

const basesOf: Readonly<Partial<Record<string, ByVantage<Basis>>>> = bases

/** An assumption with what it rests on where it was first written down. */
interface Based extends Basis {
  readonly id: string
}

/** What a belief rests on at a vantage; what is not said of one is that of the vantage it inherits from. */
export function basisOf({ id, sources, grade, rationale }: Based, vantage: string): Basis {
  const said = atVantage(basesOf[id] ?? {}, vantage as VantageId)
  return said ?? { sources, rationale, ...(grade && { grade }) }
}

/**
 * Ids of the assumptions that rest on a source.
 *
 * @param vantage where they do; at any vantage without one
 */
export function supportedBy(
  source: string,
  assumptions: readonly Based[],
  vantage?: string,
): string[] {
  const at = vantage === undefined ? vantages.map(({ id }) => id) : [vantage]
  const restsOn = (one: Based) =>
    at.some((id) => basisOf(one, id).sources.some((x) => x === source))
  return assumptions.filter(restsOn).map(({ id }) => id)
}
