import type { AssumptionId } from './assumptions/index.ts'
import type { LeverId } from './levers.ts'
import type { DealState, LabId, ProviderId } from './notation.ts'
import type { OutcomeId } from './outcomes.ts'
import type { SeriesId } from './series.ts'
import type { Grade } from './sources.ts'
import type { Constants, VantageId } from './vantages.ts'

// What page, command line and exports may say of this market and of no other: with another model
// behind them, this is the file that changes. A misspelt or removed id does not compile.

/** What is said of some ids, for whoever has an id as plain text. */
type Said<T> = Readonly<Partial<Record<string, T>>>

function said<Id extends string, T>(entries: Readonly<Partial<Record<Id, T>>>): Said<T> {
  return entries
}

/** Outcomes added up, each with its sign. */
export type SignedOutcomes = readonly (readonly [outcome: OutcomeId, sign: 1 | -1])[]

/** A part that the headline splits into. */
export interface HeadlinePart {
  readonly id: 'cloud' | 'stake'
  readonly label: string
  readonly of: SignedOutcomes
}

/** The outcome that decides where nothing else is chosen. */
export const HEADLINE = 'npv' satisfies OutcomeId

/** The headline in the middle of a sentence. */
export const headlineName = 'NPV'

/** What the headline splits into; the parts add up to it. */
export const headlineParts: readonly HeadlinePart[] = [
  {
    id: 'cloud',
    label: 'cloud business',
    of: [
      ['npvOperations', 1],
      ['npvTerminal', 1],
    ],
  },
  {
    id: 'stake',
    label: 'stake less price',
    of: [
      ['npvStake', 1],
      ['npvOutlay', -1],
      ['npvAbort', -1],
    ],
  },
]

/** What the mean of the headline and its parts are, for a reader who asks. */
export const headlineHelp =
  'Its two parts: what the partnership does to the cloud business, and the value of the stake less what was paid for it.'

/** A further figure of every strategy's row. */
export interface RowFigure {
  readonly id: 'cash' | 'share'
  readonly outcome: OutcomeId
  readonly label: string
  readonly help: string
}

export const rowFigures: readonly RowFigure[] = [
  {
    id: 'cash',
    outcome: 'peakCashAtRisk',
    label: 'Cash tied up',
    help: 'Peak cash at risk: the deepest the partnership’s discounted cash stands below zero, on average over the futures that the row counts.',
  },
  {
    id: 'share',
    outcome: 'shareGain',
    label: 'AWS share gained',
    help: 'AWS’s share of cloud spend at the horizon less what it would be without investing: on average over the futures that the row counts.',
  },
]

/** Outcomes of a comparison in text, those a committee asks for first. */
export const comparedOutcomes: readonly OutcomeId[] = [
  'npv',
  'npvOperations',
  'npvTerminal',
  'awsShare',
  'awsAiShare',
  'peakCashAtRisk',
]

/** Names that keep their capital in the middle of a sentence. */
export const properNames: readonly string[] = ['AWS', 'AI', 'Google', 'Microsoft']

/** Levers whose label is too long beside a slider, said shorter; the whole stands in the help. */
export const shortLeverLabels = said<LeverId, string>({
  conditional: 'Paid later, if earned',
  exclusivity: 'Exclusivity',
  codesign: 'Chip co-design',
  access: 'Models offered on AWS',
  commitment: 'Compute committed',
  commitmentYears: 'Years of commitment',
})

/** What was decided between the vantages before and one that starts from it, after “Since then …”. */
export const decidedWords = said<VantageId, string>({
  '2026-10': 'the deal was signed and paid',
})

/** How the talks ended, under a bar. */
export const talksLabels: Readonly<Record<DealState, string>> = {
  none: 'no offer made',
  collapsed: 'never signed',
  blocked: 'blocked',
  pending: 'pending',
  remedied: 'remedied',
  closed: 'closed',
}

/** The states of talks that came to a signature: what a signer faces. */
export const signedStates = [
  'blocked',
  'pending',
  'remedied',
  'closed',
] as const satisfies readonly DealState[]

/** Series that are shown side by side. */
export interface SeriesGroup {
  readonly title: string
  readonly series: readonly SeriesId[]
  /** On one scale. */
  readonly together: boolean
}

export const seriesGroups: readonly SeriesGroup[] = [
  {
    title: 'Who serves the cloud',
    series: ['awsShare', 'azureShare', 'googleShare', 'specialistsShare', 'othersShare'],
    together: true,
  },
  {
    title: 'AI and chips',
    series: ['awsAiShare', 'awsChipAdvantage', 'aiPriceIndex'],
    together: false,
  },
  { title: 'Market and money', series: ['spend', 'hhi', 'cumulativeCash'], together: false },
]

/** The series that shows how it could unfold where there is room for one. */
export const presentedSeries = 'cumulativeCash' satisfies SeriesId

/** The provider a series is about, whose colour it is drawn in. */
export const seriesProvider = said<SeriesId, ProviderId>({
  awsShare: 'aws',
  azureShare: 'azure',
  googleShare: 'google',
  specialistsShare: 'specialists',
  othersShare: 'others',
  awsAiShare: 'aws',
  awsChipAdvantage: 'aws',
})

/** A level worth marking. */
export interface Threshold {
  readonly value: number
  readonly label: string
}

export const seriesThresholds = said<SeriesId, Threshold>({
  hhi: { value: 1800, label: '1,800: highly concentrated' },
})

/** Beliefs about a start, and the series whose past they continue. */
export const continuedSeries = said<AssumptionId, SeriesId>({
  awsShare0: 'awsShare',
  azureShare0: 'azureShare',
  googleShare0: 'googleShare',
  marketSize0: 'spend',
})

/** The vantages whose forecasts are held against what came since. */
export const HINDCAST_VANTAGES = ['2024-03', '2025-12'] as const satisfies readonly VantageId[]

/** What has come since a vantage, in a line, and the vantage from which that is seen. */
export const sinceThen = said<VantageId, { readonly words: string; readonly vantage: VantageId }>({
  '2024-03': {
    words: 'Since then the deal was signed and paid: see it from October 2026',
    vantage: '2026-10',
  },
  '2025-12': {
    words: 'Since then the deal was signed and paid: see it from October 2026',
    vantage: '2026-10',
  },
})

/** What grades of sources mean. */
export const gradeTitles: Readonly<Record<Grade, string>> = {
  A: 'primary text',
  B: 'press',
  C: 'blog',
  D: 'derived here from others',
  judgement: 'judgement',
}

export const providerNames: Readonly<Record<ProviderId, string>> = {
  aws: 'AWS',
  azure: 'Microsoft',
  google: 'Google',
  specialists: 'Specialists',
  others: 'Others',
}

export const labNames: Readonly<Record<LabId, string>> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  google: 'Google',
  open: 'Open models',
}

/** Constants of a vantage that are a figure per provider. */
export const constantTitles = {
  custom0: 'Own chips in AI compute at the start',
  customCeiling: 'The most that can become',
  chipQuality: 'Advantage of own chips, AWS = 1',
  firms: 'Firms a provider stands for',
} as const satisfies Partial<Record<keyof Constants, string>>
