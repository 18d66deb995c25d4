import { catalogue as market, offeredAt } from '../../models/index.ts'
import type { Correlation, Levers, Overrides } from '../engine/model.ts'
import type { Tolerance } from '../../models/observed.ts'
import type { SamplingId } from '../engine/sampling/index.ts'
import type { Presentation } from './presentation.ts'
import type { KeptRule } from './rules.ts'
import type { KeptSignpost } from './signposts.ts'

/** A strategy as a study names it: a setting of levers under an id. */
export interface StudyStrategy {
  readonly id: string
  readonly label?: string
  /** What it is about, in a sentence or two. */
  readonly story?: string
  /** Of a strategy the model has: the levers that differ. Of a new one: all of them. */
  readonly levers?: Levers
}

/** A scenario as a study names it: changed assumptions under an id. */
export interface StudyScenario {
  readonly id: string
  readonly label?: string
  /** What it tells, in a sentence or two. */
  readonly story?: string
  /** On top of those the model gives the scenario, if it has one of that id. */
  readonly overrides?: Overrides
}

/** How sure somebody is of a belief. */
export const confidences = ['low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]

/** What is remarked on an assumption: it moves no figure. */
export interface AssumptionNote {
  readonly note?: string
  /** Who answers for it. */
  readonly owner?: string
  /** The day it was looked at last, as in 2026-05-31. */
  readonly date?: string
  readonly confidence?: Confidence
}

/** A changed assumption whose default became another one when the vantage was changed. */
export interface OpenQuestion {
  readonly assumption: string
  /** The scenario that changes it; absent where the study does for all. */
  readonly scenario?: string
  /** The vantage at which it was changed. */
  readonly from: string
}

/** What a strategy is to reach in a scenario to do there. */
export interface ScenarioTargets {
  /** The least average, in USD bn. */
  readonly mean: number
  /** The highest chance of a loss, 0 to 1. */
  readonly below0: number
}

/** What is in sight of a study, by ids; what is left out is as whoever opens it has it. */
export interface StudySight {
  readonly scenario?: string
  readonly outcome?: string
  /** The strategy in focus, and the one it is compared with. */
  readonly chosen?: string
  readonly rival?: string
}

/** What a person entered: everything that decides the numbers, with a name and notes. Other fields are kept. */
export interface Study {
  readonly format: 'stakes-study'
  readonly version: 1
  readonly name: string
  readonly notes: string
  readonly vantage: string
  readonly seed: string
  readonly trials: number
  readonly horizonQuarters: number
  readonly sampling: SamplingId
  /** Changed assumptions that hold in every scenario which does not change them itself. */
  readonly overrides: Overrides
  /** Beliefs that move together, in every scenario; the model's own pairs where nothing is said. */
  readonly correlations?: readonly Correlation[]
  /** A difference in USD bn too small to matter; `NEGLIGIBLE` where nothing is said. */
  readonly negligible?: number
  /** How near a future must be to what has come in since the vantage to count; absent: all count. */
  readonly observed?: Tolerance
  readonly strategies: readonly (string | StudyStrategy)[]
  readonly scenarios: readonly (string | StudyScenario)[]
  /** Ids of the scenarios offered, in their order; absent: all the model has, then the study's own. */
  readonly scenarioOrder?: readonly string[]
  /**
   * How much scenarios weigh, by id, in any unit: beliefs about them, which move no figure. One
   * without a weight where others have one counts 0; all are equal where none has.
   */
  readonly scenarioWeights?: Readonly<Record<string, number>>
  /** Why they weigh as they do. */
  readonly scenarioWeightsNote?: string
  /** What is asked of a strategy in each scenario; `TARGETS` where nothing is said. */
  readonly scenarioTargets?: ScenarioTargets
  /** Notes by the id of the assumption. */
  readonly assumptionNotes?: Readonly<Record<string, AssumptionNote>>
  /** Changed assumptions of which nobody has said yet whether they hold at this vantage too. */
  readonly openQuestions?: readonly OpenQuestion[]
  /** What was made of its pages before a talk; absent: as they are found. Moves no figure. */
  readonly presentation?: Presentation
  /** Series to watch, and what would be news by when. Moves no figure. */
  readonly signposts?: readonly KeptSignpost[]
  /** What would have to be true: rules that are lines of the report. Move no figure. */
  readonly rules?: readonly KeptRule[]
  /** What is aimed at, by the id of the outcome, in its own unit. Moves no figure. */
  readonly targets?: Readonly<Record<string, number>>
  /** What was in sight when a file was written: of files alone, whoever opens one takes it out. Moves no figure. */
  readonly sight?: StudySight
}

/** The longest texts a study may hold, in characters. */
export const LONGEST = { label: 200, story: 2000, note: 4000, owner: 80, headline: 300 } as const

/** As many rows can still be read beside each other. */
export const MOST_STRATEGIES = 12

/** In USD bn: differences below it matter to nobody who has not said otherwise. */
export const NEGLIGIBLE = 0.5

/**
 * The study that runs where nothing is said.
 *
 * @param id of the vantage; the default one where nobody knows it
 */
export function defaultStudy(id?: string): Study {
  const vantage = market.vantages.find((one) => one.id === id) ?? market.vantages[0]
  return {
    format: 'stakes-study',
    version: 1,
    name: 'Amazon and OpenAI',
    notes: '',
    vantage: vantage.id,
    seed: 'stakes',
    trials: 10_000,
    horizonQuarters: vantage.horizonQuarters,
    sampling: 'sobol',
    overrides: {},
    strategies: offeredAt(vantage.id).map(({ id }) => id),
    scenarios: [market.scenarios[0].id],
  }
}

/** The id of a strategy or scenario, however it is named. */
export function idOf(entry: string | { readonly id: string }): string {
  return typeof entry === 'string' ? entry : entry.id
}

/** The text of a study file. */
export function writeStudy(study: Study): string {
  return `${JSON.stringify(study, null, 2)}\n`
}
