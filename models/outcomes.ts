import type {
  CategoryOutcome,
  Condition,
  NumberOutcome,
  Outcome,
  Series,
} from '../src/engine/model.ts'

type Better = NumberOutcome['better']

function amount<Id extends string>(
  id: Id,
  label: string,
  unit: string,
  better: Better,
  description: string,
): NumberOutcome & { readonly id: Id } {
  return { id, kind: 'number', label, unit, better, description }
}

/** How the talks may end. */
export const dealStates = ['none', 'collapsed', 'blocked', 'pending', 'remedied', 'closed'] as const

const dealOutcome: CategoryOutcome & { readonly id: 'dealOutcome' } = {
  id: 'dealOutcome',
  kind: 'category',
  label: 'How the talks ended',
  description:
    'No offer, never signed, blocked by a regulator, still pending at the horizon, closed with remedies, or closed.',
  states: dealStates,
}

const money = 'USD bn'

/** What is measured of a trial, at the horizon. */
export const outcomes = [
  amount(
    'npv',
    'Net present value',
    money,
    'higher',
    'Value to Amazon against not investing, in today’s dollars.',
  ),
  amount(
    'npvOperations',
    'Value to the horizon',
    money,
    'higher',
    'Cash the cloud business gains or loses up to the horizon, in today’s dollars.',
  ),
  amount(
    'npvTerminal',
    'Value past the horizon',
    money,
    'higher',
    'What the changed cloud business is worth after the horizon, with the rest of the contract, in today’s dollars.',
  ),
  amount(
    'npvStake',
    'Value of the stake',
    money,
    'higher',
    'What the shares in OpenAI are worth at the horizon, in today’s dollars.',
  ),
  amount(
    'npvOutlay',
    'Paid for the stake',
    money,
    'lower',
    'What Amazon pays for the shares, in today’s dollars.',
  ),
  amount(
    'npvAbort',
    'Cost of a block',
    money,
    'lower',
    'What is lost when a regulator blocks the deal, in today’s dollars.',
  ),
  amount(
    'awsShare',
    'AWS share',
    'fraction',
    'higher',
    'AWS’s share of cloud spend at the horizon, the contract counted.',
  ),
  amount(
    'azureShare',
    'Microsoft share',
    'fraction',
    'neutral',
    'Microsoft’s share of cloud spend at the horizon, the contract counted.',
  ),
  amount(
    'googleShare',
    'Google share',
    'fraction',
    'neutral',
    'Google’s share of cloud spend at the horizon, the contract counted.',
  ),
  amount(
    'awsAiShare',
    'AWS share of AI',
    'fraction',
    'higher',
    'AWS’s share of AI spend at the horizon, the contract counted.',
  ),
  amount(
    'shareGain',
    'AWS share gained',
    'fraction',
    'higher',
    'AWS’s share at the horizon less what it would be without investing.',
  ),
  amount(
    'awsRevenue',
    'AWS revenue',
    'USD bn per year',
    'higher',
    'AWS’s yearly revenue at the horizon, the contract counted.',
  ),
  amount(
    'revenueGain',
    'AWS revenue gained',
    'USD bn per year',
    'higher',
    'AWS’s yearly revenue at the horizon less what it would be without investing.',
  ),
  amount(
    'hhi',
    'Concentration',
    'points',
    'lower',
    'Herfindahl-Hirschman index of cloud spend at the horizon: 10,000 is a monopoly.',
  ),
  amount(
    'hhiAi',
    'Concentration of AI',
    'points',
    'lower',
    'Herfindahl-Hirschman index of AI spend at the horizon: 10,000 is a monopoly.',
  ),
  amount(
    'awsChipAdvantage',
    'AWS chip cost advantage',
    'fraction',
    'higher',
    'How much less capital a unit of AWS’s AI compute takes than a fleet of merchant chips at the same date.',
  ),
  amount(
    'aiPriceIndex',
    'AI price index',
    'index, 1 at start',
    'lower',
    'Price of a constant unit of AI compute at the horizon; 1 at the start.',
  ),
  amount(
    'customChipShare',
    'AWS custom-chip share',
    'fraction',
    'higher',
    'Part of AWS’s AI compute that runs on its own chips at the horizon.',
  ),
  amount(
    'peakCashAtRisk',
    'Peak cash at risk',
    money,
    'lower',
    'The deepest the partnership’s discounted cash ever stands below zero.',
  ),
  amount(
    'closeQuarter',
    'Quarter of closing',
    'quarters',
    'neutral',
    'Quarters from the start until the deal closes; 0 where nothing closes by the horizon.',
  ),
  dealOutcome,
] as const satisfies readonly Outcome[]

export type OutcomeId = (typeof outcomes)[number]['id']

/** The place of every outcome in the results of a trial. */
export const outcomeAt = Object.fromEntries(
  outcomes.map(({ id }, index) => [id, index]),
) as Readonly<Record<OutcomeId, number>>

/** What is followed quarter by quarter. */
export const series = [
  {
    id: 'awsShare',
    label: 'AWS share',
    unit: 'fraction',
    description: 'AWS’s share of cloud spend, the contract counted.',
  },
  {
    id: 'azureShare',
    label: 'Microsoft share',
    unit: 'fraction',
    description: 'Microsoft’s share of cloud spend, the contract counted.',
  },
  {
    id: 'googleShare',
    label: 'Google share',
    unit: 'fraction',
    description: 'Google’s share of cloud spend, the contract counted.',
  },
  {
    id: 'specialistsShare',
    label: 'Specialists’ share',
    unit: 'fraction',
    description: 'Share of cloud spend of specialised AI clouds, the contract counted.',
  },
  {
    id: 'othersShare',
    label: 'Other clouds’ share',
    unit: 'fraction',
    description: 'Share of cloud spend of all other clouds, the contract counted.',
  },
  {
    id: 'awsAiShare',
    label: 'AWS share of AI',
    unit: 'fraction',
    description: 'AWS’s share of AI spend, the contract counted.',
  },
  {
    id: 'awsRevenue',
    label: 'AWS revenue',
    unit: 'USD bn per year',
    description: 'AWS’s revenue at a yearly rate, the contract counted.',
  },
  {
    id: 'spend',
    label: 'Cloud spend',
    unit: 'USD bn per quarter',
    description: 'Worldwide spend on cloud infrastructure, without the contract.',
  },
  {
    id: 'hhi',
    label: 'Concentration',
    unit: 'points',
    description: 'Herfindahl-Hirschman index of cloud spend.',
  },
  {
    id: 'hhiAi',
    label: 'Concentration of AI',
    unit: 'points',
    description: 'Herfindahl-Hirschman index of AI spend.',
  },
  {
    id: 'aiPriceIndex',
    label: 'AI price index',
    unit: 'index, 1 at start',
    description: 'Price of a constant unit of AI compute.',
  },
  {
    id: 'awsChipAdvantage',
    label: 'AWS chip cost advantage',
    unit: 'fraction',
    description:
      'How much less capital a unit of AWS’s AI compute takes than a fleet of merchant chips.',
  },
  {
    id: 'cumulativeCash',
    label: 'Cash of the deal so far',
    unit: money,
    description:
      'Discounted cash of the partnership up to a quarter, without the value of the stake and of what follows.',
  },
] as const satisfies readonly Series[]

export type SeriesId = (typeof series)[number]['id']

/** The place of every series in the results of a trial. */
export const seriesAt = Object.fromEntries(series.map(({ id }, index) => [id, index])) as Readonly<
  Record<SeriesId, number>
>

/** The futures in which the partnership comes about. */
export const dealCloses = {
  id: 'closed',
  label: 'If the deal closes',
  outcome: 'dealOutcome',
  states: ['remedied', 'closed'],
} as const satisfies Condition
