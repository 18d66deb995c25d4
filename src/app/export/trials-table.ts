import { strategiesOf } from '../../engine/plan.ts'
import { SERIES_TRIALS } from '../../engine/blocks.ts'
import { Dossier } from '../../dossier/dossier.ts'
import { STAKES_VERSION } from '../../study/index.ts'
import { market } from '../../study/model.ts'

/** One figure of every future. */
export interface TrialColumn {
  /** `input.ID` or `outcome.STRATEGY.ID`. */
  readonly name: string
  readonly label: string
  readonly unit: string
  /** An event happens (1) or not (0); a category is the place of its state. */
  readonly kind: 'number' | 'event' | 'category'
  /** Of a category. */
  readonly states: readonly string[]
  /** By future, as it was drawn or came out. */
  readonly values: Float64Array
}

/** Whose futures a file holds. */
export type FuturesKnown = Pick<TrialTable, 'dossier' | 'trials' | 'digest'>

/** All futures of the scenario in sight, or as many of the first as a file holds. */
export interface TrialTable {
  readonly trials: number
  /** Of these futures: a run of as many has it. */
  readonly digest: string
  readonly columns: readonly TrialColumn[]
  /** Asked about these futures alone. */
  readonly dossier: Dossier
}

/**
 * Inputs and outcomes of each strategy, future by future.
 *
 * @param all the study may have more futures than a file holds: the first ones are written then
 */
export async function trialTable(all: Dossier): Promise<TrialTable> {
  const dossier = firstOf(all)
  const results = await dossier.results()
  const { inputs, cases } = await dossier.trials()
  const drawn = market.assumptions.map(({ id, label, unit, role }): TrialColumn => {
    const kind = role === 'event' ? 'event' : 'number'
    return { name: `input.${id}`, label, unit, kind, states: [], values: inputs[id] }
  })
  const labels = new Map(strategiesOf(dossier.plan).map(({ id, label }) => [id, label]))
  const came = cases.flatMap(({ strategy, outcomes }) =>
    market.outcomes.map((one): TrialColumn => {
      const isNumber = one.kind === 'number'
      return {
        name: `outcome.${strategy}.${one.id}`,
        label: `${one.label}: ${labels.get(strategy) ?? strategy}`,
        unit: isNumber ? one.unit : '',
        kind: one.kind,
        states: isNumber ? [] : one.states,
        values: outcomes[one.id],
      }
    }),
  )
  return {
    trials: results.trials,
    digest: results.digest ?? '',
    columns: [...drawn, ...came],
    dossier,
  }
}

/** What it takes to run the futures of a file again, for its metadata. */
export function aboutOf({ dossier: { plan, sight }, trials, digest }: FuturesKnown) {
  const { model, vantage, seed, sampling, quarters } = plan
  const start = market.vantages.find(({ id }) => id === vantage)?.startQuarter ?? ''
  return {
    stakes: STAKES_VERSION,
    model,
    scenario: sight.scenario,
    vantage,
    startQuarter: start,
    quarters,
    seed,
    sampling,
    trials,
    digest,
  }
}

/** What a file of futures is called: all that it takes to find the run again. */
export function tableName({ dossier, trials, digest }: FuturesKnown): string[] {
  const { study, sight, plan } = dossier
  const telling = digest.slice(0, 12)
  return [
    study.name,
    sight.scenario,
    String(trials),
    'futures',
    telling,
    `v${plan.model.version}`,
    'seed',
    plan.seed,
  ]
}

/** The same of the first futures, where there are more than a file holds. */
export function firstOf(all: Dossier): Dossier {
  if (all.plan.trials <= SERIES_TRIALS) return all
  const study = { ...all.study, trials: SERIES_TRIALS }
  return new Dossier(all.runner, study, all.sight, all.options)
}
