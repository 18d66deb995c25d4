import type { CategoryOutcome, Condition, NumberOutcome, Outcome } from '../src/engine/model.ts'
import { AWS, type DealState, dealStates } from './notation.ts'
import { withoutReaders } from './readers.ts'
import type { World } from './world.ts'

/** Takes a figure from a world whose series have been read. */
type Reader = (world: World) => number

type Better = NumberOutcome['better']

function amount<Id extends string>(
  id: Id,
  label: string,
  unit: string,
  better: Better,
  description: string,
  read: Reader,
): NumberOutcome & { readonly id: Id; readonly read: Reader } {
  return { id, kind: 'number', label, unit, better, description, read }
}

const dealOutcome: CategoryOutcome & { readonly id: 'dealOutcome'; readonly read: Reader } = {
  id: 'dealOutcome',
  kind: 'category',
  label: 'How the talks ended',
  description:
    'No offer, never signed, blocked by a regulator, still pending at the horizon, closed with remedies, or closed.',
  states: dealStates,
  read: ({ deal }) => deal.state,
}

const money = 'USD bn'

const listed = [
  amount(
    'npv',
    'Net present value',
    money,
    'higher',
    'Value to Amazon against not investing, in today’s dollars.',
    ({ value: v }) => v.operations + v.terminal + v.stake - v.outlay - v.abort,
  ),
  amount(
    'npvOperations',
    'Value to the horizon',
    money,
    'higher',
    'Cash the cloud business gains or loses up to the horizon, in today’s dollars.',
    ({ value }) => value.operations,
  ),
  amount(
    'npvTerminal',
    'Value past the horizon',
    money,
    'higher',
    'What the changed cloud business is worth after the horizon, with the rest of the contract, in today’s dollars.',
    ({ value }) => value.terminal,
  ),
  amount(
    'npvStake',
    'Value of the stake',
    money,
    'higher',
    'What the shares in OpenAI are worth at the horizon, in today’s dollars.',
    ({ value }) => value.stake,
  ),
  amount(
    'npvOutlay',
    'Paid for the stake',
    money,
    'lower',
    'What Amazon pays for the shares, in today’s dollars.',
    ({ value }) => value.outlay,
  ),
  {
    ...amount(
      'npvAbort',
      'Cost of a block',
      money,
      'lower',
      'What is lost when a regulator blocks the deal, in today’s dollars.',
      ({ value }) => value.abort,
    ),
    onlyIf: 'unmet',
  },
  amount(
    'awsShare',
    'AWS share',
    'fraction',
    'higher',
    'AWS’s share of cloud spend at the horizon, the contract counted.',
    ({ series, horizon }) => series.awsShare[horizon],
  ),
  amount(
    'azureShare',
    'Microsoft share',
    'fraction',
    'neutral',
    'Microsoft’s share of cloud spend at the horizon, the contract counted.',
    ({ series, horizon }) => series.azureShare[horizon],
  ),
  amount(
    'googleShare',
    'Google share',
    'fraction',
    'neutral',
    'Google’s share of cloud spend at the horizon, the contract counted.',
    ({ series, horizon }) => series.googleShare[horizon],
  ),
  amount(
    'awsAiShare',
    'AWS share of AI',
    'fraction',
    'higher',
    'AWS’s share of AI spend at the horizon, the contract counted.',
    ({ series, horizon }) => series.awsAiShare[horizon],
  ),
  amount(
    'shareGain',
    'AWS share gained',
    'fraction',
    'higher',
    'AWS’s share at the horizon less what it would be without investing.',
    ({ series, horizon, reference }) => series.awsShare[horizon] - reference.awsShare,
  ),
  amount(
    'awsRevenue',
    'AWS revenue',
    'USD bn per year',
    'higher',
    'AWS’s yearly revenue at the horizon, the contract counted.',
    ({ series, horizon }) => series.awsRevenue[horizon],
  ),
  amount(
    'revenueGain',
    'AWS revenue gained',
    'USD bn per year',
    'higher',
    'AWS’s yearly revenue at the horizon less what it would be without investing.',
    ({ series, horizon, reference }) => series.awsRevenue[horizon] - reference.awsRevenue,
  ),
  amount(
    'hhi',
    'Concentration',
    'points',
    'lower',
    'Herfindahl-Hirschman index of cloud spend at the horizon: 10,000 is a monopoly.',
    ({ series, horizon }) => series.hhi[horizon],
  ),
  amount(
    'hhiAi',
    'Concentration of AI',
    'points',
    'lower',
    'Herfindahl-Hirschman index of AI spend at the horizon: 10,000 is a monopoly.',
    ({ series, horizon }) => series.hhiAi[horizon],
  ),
  amount(
    'awsChipAdvantage',
    'AWS chip cost advantage',
    'fraction',
    'higher',
    'How much less capital a unit of AWS’s AI compute takes than a fleet of merchant chips at the same date.',
    ({ series, horizon }) => series.awsChipAdvantage[horizon],
  ),
  amount(
    'aiPriceIndex',
    'AI price index',
    'index, 1 at start',
    'lower',
    'Price of a constant unit of AI compute at the horizon; 1 at the start.',
    ({ series, horizon }) => series.aiPriceIndex[horizon],
  ),
  amount(
    'customChipShare',
    'AWS custom-chip share',
    'fraction',
    'higher',
    'Part of AWS’s AI compute that runs on its own chips at the horizon.',
    ({ quarters, horizon }) => quarters[horizon].custom[AWS],
  ),
  amount(
    'peakCashAtRisk',
    'Peak cash at risk',
    money,
    'lower',
    'The deepest the partnership’s discounted cash ever stands below zero.',
    ({ value }) => 0 - value.lowest,
  ),
  {
    ...amount(
      'closeQuarter',
      'Quarter of closing',
      'quarters',
      'neutral',
      'Quarters from the start until the deal closes; 0 where nothing closes by the horizon, or where it had closed.',
      ({ deal }) => (deal.done ? deal.close : 0),
    ),
    onlyIf: 'met',
  },
  dealOutcome,
] as const satisfies readonly (Outcome & { readonly read: Reader })[]

export type OutcomeId = (typeof listed)[number]['id']

/** What is measured of a trial, at the horizon. */
export const outcomes = withoutReaders(listed)

/** How each outcome is taken from a world, in the order of the outcomes. */
export const outcomeReaders: readonly Reader[] = listed.map(({ read }) => read)

/** The place of every outcome in the results of a trial. */
export const outcomeAt = Object.fromEntries(
  outcomes.map(({ id }, index) => [id, index]),
) as Readonly<Record<OutcomeId, number>>

/** The futures in which the partnership comes about. */
export const dealCloses = {
  id: 'closed',
  label: 'If the deal closes',
  outcome: 'dealOutcome',
  states: ['remedied', 'closed'],
} as const satisfies Condition & {
  readonly outcome: OutcomeId
  readonly states: readonly DealState[]
}
