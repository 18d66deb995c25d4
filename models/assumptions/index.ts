import type { Distribution } from '../../src/engine/distributions/index.ts'
import type { Assumption } from '../../src/engine/model.ts'
import type { Graded, SourceId } from '../sources.ts'
import { atVantage, type VantageId, vantages } from '../vantages.ts'
import { chips } from './chips.ts'
import { demand } from './demand.ts'
import type { Entry } from './entry.ts'
import { finance } from './finance.ts'
import { labs } from './labs.ts'
import { partnership } from './partnership.ts'
import { regulation } from './regulation.ts'
import { shares } from './shares.ts'

/** The mechanisms in the order they are listed, with the assumptions that belong to them. */
const parts = [
  { id: 'demand', label: 'Demand', entries: demand },
  { id: 'shares', label: 'Market shares', entries: shares },
  { id: 'models', label: 'Labs and models', entries: labs },
  { id: 'chips', label: 'Chips', entries: chips },
  { id: 'partnership', label: 'Partnership', entries: partnership },
  { id: 'regulation', label: 'Regulation', entries: regulation },
  { id: 'finance', label: "Amazon's cash", entries: finance },
] as const

export type ModuleId = (typeof parts)[number]['id']
export type AssumptionId = (typeof parts)[number]['entries'][number]['id']

/** Mechanism ids with the names they are shown by, in order. */
export const modules: readonly { readonly id: ModuleId; readonly label: string }[] = parts.map(
  ({ id, label }) => ({ id, label }),
)

/** An assumption of this model: its ids are checked by the compiler. */
export interface MarketAssumption extends Assumption {
  readonly id: AssumptionId
  readonly module: ModuleId
  readonly vantages: Readonly<Record<VantageId, Distribution>>
  readonly sources: readonly SourceId[]
  readonly grade?: Graded
}

function atEveryVantage({ vantages: said }: Entry): Readonly<Record<VantageId, Distribution>> {
  const first = said['2025-12']
  return Object.fromEntries(vantages.map(({ id }) => [id, atVantage(said, id) ?? first])) as Record<
    VantageId,
    Distribution
  >
}

/** The catalogue: every assumption in order, with a distribution at every vantage. */
export const assumptions: readonly MarketAssumption[] = parts.flatMap(({ id: module, entries }) =>
  entries.map((entry: Entry & { readonly id: AssumptionId }) => ({
    ...entry,
    module,
    vantages: atEveryVantage(entry),
  })),
)

/** The place of every assumption in the inputs of a trial: `x[at.wacc]` is the draw of wacc. */
export const at = Object.fromEntries(assumptions.map(({ id }, index) => [id, index])) as Readonly<
  Record<AssumptionId, number>
>
