import { catalogue as market } from '../../models/index.ts'
import type { CaseSeries, NumberSummary, SeriesSummary } from '../engine/statistics/index.ts'
import type { CaseResults, Moved, RunResults } from '../workers/results.ts'
import { FORMAT_VERSIONS } from './migrate.ts'
import type { ResolvedStudy } from './resolve.ts'
import { STAKES_VERSION } from './version.ts'

type Shares = Readonly<Record<string, number>>

/** One case of a results file. */
export interface CaseFile {
  readonly strategy: string
  readonly scenario: string
  readonly digest: string
  /** Numbers by outcome id; categories as the share of trials in each state. */
  readonly outcomes: Readonly<Record<string, NumberSummary | Shares>>
  /** The same over the futures in which the deal closes; no outcomes where there are none. */
  readonly closed: {
    readonly fraction: number
    readonly outcomes: Readonly<Record<string, NumberSummary>>
  }
  readonly series: Readonly<Record<string, SeriesSummary>>
}

/** A results file, which is also the page's snapshot: enough to run it again and see the same. */
export interface ResultsFile {
  readonly format: 'stakes-results'
  readonly version: 2
  readonly stakes: string
  readonly model: { readonly id: string; readonly version: string }
  readonly study: ResolvedStudy
  readonly trials: number
  /** Ids of the outcomes in every case; the digests cover these, in this order. */
  readonly outcomes: readonly string[]
  /** Ids of the series in every case. */
  readonly series: readonly string[]
  readonly digest: string
  /** How many draws of an assumption lay outside what is possible and count as the bound. */
  readonly moved: readonly Moved[]
  readonly cases: readonly CaseFile[]
}

/**
 * The results file of a finished run.
 *
 * @param series of every case, in the order of `results.cases`
 * @throws if the run has not finished
 */
export function resultsFile(
  study: ResolvedStudy,
  results: RunResults,
  series: readonly CaseSeries[],
): ResultsFile {
  if (results.digest === null) throw new Error('results are written when the run has finished')
  const outcomes = results.plan.digestOf ?? market.outcomes.map(({ id }) => id)
  return {
    format: 'stakes-results',
    version: FORMAT_VERSIONS['stakes-results'],
    stakes: STAKES_VERSION,
    model: results.plan.model,
    study,
    trials: results.trials,
    outcomes,
    series: market.series.map(({ id }) => id),
    digest: results.digest,
    moved: results.moved,
    cases: results.cases.map((one, index) => caseFile(one, series[index], outcomes)),
  }
}

function caseFile(
  { strategy, scenario, digest, summary }: CaseResults,
  { series }: CaseSeries,
  ids: readonly string[],
): CaseFile {
  const { outcomes, categories, condition } = summary
  const closed = Object.entries(condition.outcomes).filter(([id]) => ids.includes(id))
  return {
    strategy,
    scenario,
    digest: digest ?? '',
    outcomes: Object.fromEntries(ids.map((id) => [id, outcomes[id] ?? categories[id]])),
    closed: { fraction: condition.fraction, outcomes: Object.fromEntries(closed) },
    series,
  }
}

/** The text of a results file. */
export function writeResults(file: ResultsFile): string {
  return `${JSON.stringify(file, null, 1)}\n`
}
