import { market } from '../../models/index.ts'
import type { Levers, Overrides } from '../engine/model.ts'
import type { SamplingId } from '../engine/sampling/index.ts'

/** A strategy as a study names it: a setting of levers under an id. */
export interface StudyStrategy {
  readonly id: string
  readonly label?: string
  /** Of a strategy the model has: the levers that differ. Of a new one: all of them. */
  readonly levers?: Levers
}

/** A scenario as a study names it: changed assumptions under an id. */
export interface StudyScenario {
  readonly id: string
  readonly label?: string
  /** On top of those the model gives the scenario, if it has one of that id. */
  readonly overrides?: Overrides
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
  readonly strategies: readonly (string | StudyStrategy)[]
  readonly scenarios: readonly (string | StudyScenario)[]
}

/** The study that runs where nothing is said. */
export function defaultStudy(): Study {
  const [vantage] = market.vantages
  return {
    format: 'stakes-study',
    version: 1,
    name: 'Amazon and OpenAI',
    notes: '',
    vantage: vantage.id,
    seed: 'stakes',
    trials: 10_000,
    horizonQuarters: vantage.horizonQuarters,
    sampling: 'latinHypercube',
    overrides: {},
    strategies: market.strategies.map(({ id }) => id),
    scenarios: [market.scenarios[0].id],
  }
}

/** The id of a strategy or scenario, however it is named. */
export function idOf(entry: string | { readonly id: string }): string {
  return typeof entry === 'string' ? entry : entry.id
}
