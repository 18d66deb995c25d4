import type { Distribution } from '../engine/distributions/index.ts'
import type { Correlation, LeverValue } from '../engine/model.ts'
import type { AssumptionNote, Study, StudyScenario, StudyStrategy } from './study.ts'

/** Beliefs, decisions, and how both are looked at. */
export type DiffSide = 'belief' | 'decision' | 'setting'

interface Base<Side extends DiffSide, Kind extends string> {
  /** No other entry of the same two studies has it. */
  readonly id: string
  readonly side: Side
  readonly kind: Kind
  /** What differs, as it is called. */
  readonly label: string
}

/** What is said by each of both; null where nothing is. */
interface Both<T> {
  readonly mine: T
  readonly theirs: T
}

/** A belief, in all scenarios that do not change it themselves or in one of them. */
export interface BeliefEntry extends Base<'belief', 'belief'>, Both<Distribution> {
  readonly assumption: string
  /** Null where it is said for all. */
  readonly scenario: { readonly id: string; readonly label: string } | null
  /** What the other study says there; null where it leaves it as it is without. */
  readonly to: Distribution | null
}

export type DiffEntry =
  | BeliefEntry
  | (Base<'belief', 'correlations'> & Both<readonly Correlation[]>)
  /** Scenarios that one of both has alone. */
  | (Base<'belief', 'scenario'> &
      Both<string | StudyScenario | null> & { readonly scenario: string })
  | (Base<'belief', 'weights'> & Both<Study['scenarioWeights'] | null>)
  | (Base<'decision', 'lever'> &
      Both<LeverValue> & {
        readonly strategy: string
        readonly strategyLabel: string
        readonly lever: string
      })
  /** Strategies that one of both has alone. */
  | (Base<'decision', 'strategy'> &
      Both<string | StudyStrategy | null> & { readonly strategy: string })
  | (Base<'setting', 'words'> &
      Both<Words> & { readonly of: 'strategies' | 'scenarios'; readonly entry: string })
  | (Base<'setting', 'order'> &
      Both<readonly string[]> & { readonly of: 'strategies' | 'scenarios' })
  | (Base<'setting', 'note'> & Both<AssumptionNote | null> & { readonly assumption: string })
  | (Base<'setting', 'field'> & Both<unknown> & { readonly field: string })

/** What a strategy or scenario is called and what it is about, where the study says so. */
export interface Words {
  readonly label?: string | undefined
  readonly story?: string | undefined
}
