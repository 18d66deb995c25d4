import { madeOnce } from './made-once.svelte.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import { market, vantages } from '../../study/model.ts'
import { fanOf, type Fan } from '../../findings/fans.ts'
import { quarterLabels } from '../../words/index.ts'
import type { Run } from './run.svelte.ts'
import { singlesOf } from './singles.ts'
import type { StudyState } from './study.svelte.ts'

/** Single futures drawn over a fan. */
const SINGLES = 10

/** One fan chart of the screen. */
export interface FanPanel {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly description: string
  readonly fans: readonly Fan[]
  readonly singles: readonly (readonly number[])[]
}

/** What the Futures screen shows: which strategies, and whether single futures are drawn. */
export class Futures {
  /** Id of the strategy shown; empty for the one chosen on Decide. */
  first = $state('')
  /** Id of the strategy laid over it; empty for none. */
  second = $state('none')
  singles = $state(false)

  readonly quarters = $derived.by(() => {
    const plan = this.run.results?.plan
    const start = vantages.find(({ id }) => id === plan?.vantage)?.startQuarter ?? '2025Q3'
    return quarterLabels(start, plan?.quarters ?? 24)
  })
  /** The start of the newest vantage: what is today. */
  readonly latestStart = vantages[0].startQuarter
  readonly shown = $derived.by(() => {
    const { results } = this.run
    if (!results) return []
    return [this.firstId, this.second].flatMap((id) => caseOf(results, id))
  })
  readonly firstId = $derived.by(() => {
    if (this.first) return this.first
    const { chosen } = this.view
    return chosen === market.reference ? (this.studies.strategies[1]?.id ?? chosen) : chosen
  })

  /** Ids of the strategies drawn. */
  readonly ids = $derived.by(() => this.shown.map(({ strategy }) => strategy))

  constructor(
    private readonly run: Run,
    private readonly studies: StudyState,
    private readonly view: { readonly chosen: string },
  ) {}

  panel(id: string): FanPanel | null {
    const index = market.series.findIndex((one) => one.id === id)
    const series = market.series[index]
    const cases = this.second === this.firstId ? this.shown.slice(0, 1) : this.shown
    if (!series || cases.length === 0) return null
    return {
      id,
      label: series.label,
      unit: series.unit,
      description: series.description,
      fans: cases.map((one) => fanOf(one, this.#labelOf(one.strategy), id)),
      singles: this.singles ? singlesOf(cases[0], index, SINGLES) : [],
    }
  }

  #labelOf(strategy: string): string {
    return this.studies.strategies.find(({ id }) => id === strategy)?.label ?? strategy
  }
}

function caseOf(results: RunResults, strategy: string): CaseResults[] {
  return results.cases.filter((one) => one.strategy === strategy)
}

export const futuresOf = madeOnce((app) => new Futures(app.run, app.studies, app.view))
