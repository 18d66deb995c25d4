import type { InfluenceEdge, InfluenceNode } from '../../charts/influence-layout.ts'
import { assumptions, modules } from '../../../study/model.ts'

interface Group {
  readonly id: string
  readonly label: string
  /** Ids of the levers or outcomes it stands for. */
  readonly members: readonly string[]
}

/** The levers, gathered by what they are about. */
export const leverGroups: readonly Group[] = [
  { id: 'money', label: 'Money offered', members: ['invest', 'upfront', 'conditional'] },
  { id: 'exclusivity', label: 'Exclusivity', members: ['exclusivity'] },
  { id: 'commitment', label: 'Compute bought', members: ['commitment', 'commitmentYears'] },
  { id: 'access', label: 'Models on AWS', members: ['access'] },
  { id: 'codesign', label: 'Chip co-design', members: ['codesign'] },
]

/** The outcomes, gathered by what they measure. */
export const outcomeGroups: readonly Group[] = [
  { id: 'talks', label: 'How the talks end', members: ['dealOutcome', 'closeQuarter'] },
  {
    id: 'chipCosts',
    label: 'Chip costs and AI prices',
    members: ['awsChipAdvantage', 'aiPriceIndex', 'customChipShare'],
  },
  {
    id: 'power',
    label: 'Shares, revenue, concentration',
    members: [
      'awsShare',
      'azureShare',
      'googleShare',
      'awsAiShare',
      'shareGain',
      'awsRevenue',
      'revenueGain',
      'hhi',
      'hhiAi',
    ],
  },
  {
    id: 'worth',
    label: 'Value and cash at risk',
    members: [
      'npv',
      'npvOperations',
      'npvTerminal',
      'npvStake',
      'npvOutlay',
      'npvAbort',
      'peakCashAtRisk',
    ],
  },
]

/** How the model's parts hang together, as `models/market.ts` and `models/quarter.ts` wire them. */
export const influences: readonly InfluenceEdge[] = [
  { from: 'money', to: 'partnership', what: 'size of the offer' },
  { from: 'money', to: 'regulation', what: 'size under review' },
  { from: 'money', to: 'finance', what: 'outlay and stake' },
  { from: 'exclusivity', to: 'partnership', what: 'what partners must give up' },
  { from: 'exclusivity', to: 'regulation', what: 'what a regulator minds' },
  { from: 'exclusivity', to: 'models', what: 'access rivals lose' },
  { from: 'commitment', to: 'partnership', what: 'contract' },
  { from: 'access', to: 'models', what: 'access AWS gains' },
  { from: 'codesign', to: 'chips', what: 'better chips, more of them' },
  { from: 'codesign', to: 'finance', what: 'cost of co-design' },
  { from: 'partnership', to: 'regulation', what: 'signed deal' },
  { from: 'regulation', to: 'partnership', what: 'delay, remedy or block' },
  { from: 'regulation', to: 'shares', what: 'easier switching under gatekeeper rules' },
  { from: 'partnership', to: 'models', what: 'date of closing' },
  { from: 'partnership', to: 'chips', what: 'date of closing' },
  { from: 'partnership', to: 'finance', what: 'contract paid' },
  { from: 'partnership', to: 'talks', what: 'outcome and date' },
  { from: 'models', to: 'shares', what: 'pull of the models offered' },
  { from: 'chips', to: 'shares', what: 'relative prices' },
  { from: 'chips', to: 'finance', what: 'capital saved' },
  { from: 'chips', to: 'chipCosts', what: 'costs and prices' },
  { from: 'shares', to: 'chips', what: 'weight of own chips in the market' },
  { from: 'shares', to: 'regulation', what: 'concentration of AI at the start' },
  { from: 'demand', to: 'shares', what: 'new spend to be won' },
  { from: 'demand', to: 'finance', what: 'spend' },
  { from: 'shares', to: 'finance', what: 'revenue' },
  { from: 'shares', to: 'power', what: 'shares of spend' },
  { from: 'finance', to: 'worth', what: 'cash flows' },
]

/** The boxes row by row: decisions, mechanisms with their beliefs, measures. */
export const influenceRows: readonly (readonly InfluenceNode[])[] = [
  leverGroups.map(({ id, label }) => ({ id, label, kind: 'lever' })),
  [mechanism('partnership'), mechanism('regulation')],
  [mechanism('models'), mechanism('chips'), mechanism('demand')],
  [mechanism('shares'), mechanism('finance')],
  outcomeGroups.map(({ id, label }) => ({ id, label, kind: 'outcome' })),
]

function mechanism(id: string): InfluenceNode {
  const beliefs = assumptions
    .filter(({ module, role }) => module === id && role !== 'luck')
    .map(({ sources }) => !sources.every((source) => source === 'judgement'))
    .toSorted((a, b) => Number(b) - Number(a))
  const label = modules.find((one) => one.id === id)?.label ?? id
  return { id, label, kind: 'mechanism', beliefs }
}
