import { assumptions, type ModuleId, modules } from './assumptions/index.ts'
import type { LeverId } from './levers.ts'
import type { OutcomeId } from './outcomes.ts'
import { isJudgement } from './judgement.ts'

// The influence diagram as data. A test holds the lines that end in a mechanism against what that
// mechanism imports of `world.ts` and which levers it reads.

/** A box that stands for several levers or outcomes. */
export interface InfluenceGroup<Member extends string> {
  readonly id: string
  readonly label: string
  readonly members: readonly Member[]
}

/** The levers, gathered by what they are about. */
export const leverGroups = [
  { id: 'money', label: 'Money offered', members: ['invest', 'upfront', 'conditional'] },
  { id: 'exclusivity', label: 'Exclusivity', members: ['exclusivity'] },
  { id: 'commitment', label: 'Compute bought', members: ['commitment', 'commitmentYears'] },
  { id: 'access', label: 'Models on AWS', members: ['access'] },
  { id: 'codesign', label: 'Chip co-design', members: ['codesign'] },
] as const satisfies readonly InfluenceGroup<LeverId>[]

/** The outcomes, gathered by what they measure. */
export const outcomeGroups = [
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
] as const satisfies readonly InfluenceGroup<OutcomeId>[]

type LeverGroupId = (typeof leverGroups)[number]['id']
type OutcomeGroupId = (typeof outcomeGroups)[number]['id']

/** What passes from one box to another. */
export interface InfluenceLine {
  readonly from: LeverGroupId | ModuleId
  readonly to: ModuleId | OutcomeGroupId
  readonly what: string
}

/** How the model's parts hang together, as `market.ts` wires them. */
export const influences: readonly InfluenceLine[] = [
  { from: 'money', to: 'partnership', what: 'size of the offer' },
  { from: 'money', to: 'regulation', what: 'size under review' },
  { from: 'money', to: 'finance', what: 'outlay and stake' },
  { from: 'exclusivity', to: 'partnership', what: 'what partners must give up' },
  { from: 'exclusivity', to: 'regulation', what: 'what a regulator minds' },
  { from: 'exclusivity', to: 'models', what: 'access rivals lose' },
  { from: 'commitment', to: 'partnership', what: 'contract, and what is asked' },
  { from: 'access', to: 'partnership', what: 'what is asked' },
  { from: 'access', to: 'models', what: 'access AWS gains' },
  { from: 'codesign', to: 'chips', what: 'better chips, more of them' },
  { from: 'codesign', to: 'finance', what: 'cost of co-design' },
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

/** A box of the diagram. */
export interface InfluenceBox {
  readonly id: LeverGroupId | ModuleId | OutcomeGroupId
  readonly label: string
  readonly kind: 'lever' | 'mechanism' | 'outcome'
  /** One a belief that belongs to it, published ones first: whether a published source stands behind it. */
  readonly beliefs?: readonly boolean[]
}

/** The boxes row by row: decisions, mechanisms with their beliefs, measures. */
export const influenceRows: readonly (readonly InfluenceBox[])[] = [
  leverGroups.map(({ id, label }) => ({ id, label, kind: 'lever' })),
  [mechanism('partnership'), mechanism('regulation')],
  [mechanism('models'), mechanism('chips'), mechanism('demand')],
  [mechanism('shares'), mechanism('finance')],
  outcomeGroups.map(({ id, label }) => ({ id, label, kind: 'outcome' })),
]

function mechanism(id: ModuleId): InfluenceBox {
  const beliefs = assumptions
    .filter(({ module, role }) => module === id && role !== 'luck')
    .map((one) => !isJudgement(one))
    .toSorted((a, b) => Number(b) - Number(a))
  const label = modules.find((one) => one.id === id)?.label ?? id
  return { id, label, kind: 'mechanism', beliefs }
}
