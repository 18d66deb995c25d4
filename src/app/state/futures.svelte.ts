import { untrack } from 'svelte'
import type { Tolerance } from '../../../models/observed.ts'
import { hasCome } from '../../../models/observed-until.ts'
import { ALL, type Selection } from '../../engine/selection.ts'
import type { CaseSeries } from '../../engine/statistics/index.ts'
import type { CaseDifference } from '../../engine/statistics/series-difference.ts'
import { strategiesOf } from '../../engine/plan.ts'
import { fanOf, type Fan } from '../../findings/fans.ts'
import { market, vantages } from '../../study/model.ts'
import { quarterLabels } from '../../words/index.ts'
import type { CaseResults, RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { agreeingIn, refOf } from './agreeing.ts'
import { Asked } from './asked.svelte.ts'
import { type Brush, type Brushing, brushingOf, type MetBrush } from './brush.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'
import type { Run } from './run.svelte.ts'
import type { StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** One fan chart of the screen. */
export interface FanPanel {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly description: string
  readonly fans: readonly Fan[]
  readonly singles: readonly (readonly number[])[]
  /** Their trials, counted from 0. */
  readonly singleTrials: readonly number[]
  /** Single futures as far as they reach, drawn or not: drawing them moves no axis. */
  readonly reach: readonly (readonly number[])[]
  /** Trials the fans stand on, and the results they are of. */
  readonly trials: number
  /** Whether they are the futures that agree with what came alone. */
  readonly ofAgreeing: boolean
  /** Those made out by hand, after “futures where”; null where all count. */
  readonly brushed: string | null
  readonly results: RunResults
}

/** Cases and their series, which belong together: those before until those asked for are there. */
interface Drawn {
  readonly results: RunResults
  readonly cases: readonly CaseResults[]
  readonly series: readonly CaseSeries[]
  readonly ofAgreeing: boolean
  readonly brushed: MetBrush | null
}

/** The difference of two cases, and what it is of. */
interface DrawnDifference {
  readonly results: RunResults
  readonly a: string
  readonly b: string
  readonly found: CaseDifference
  readonly ofAgreeing: boolean
  readonly brushed: MetBrush | null
}

/** What the Futures screen shows: which strategies, and whether single futures are drawn. */
export class Futures {
  /** Whether the strategy compared is laid over the one chosen. */
  readonly #laidOver: OfStudy<boolean>
  /** Whether two are shown as their difference, future by future. */
  readonly #asDifference: OfStudy<boolean>
  singles = $state(false)
  /** The quarter that all charts read out, counted from the start; null for the last. */
  pointed = $state<number | null>(null)
  /** The single future that all charts bring out, by its place; null for none. */
  single = $state<number | null>(null)
  readonly #drawn = new Asked<Drawn>()
  readonly #difference = new Asked<DrawnDifference>()

  readonly quarters = $derived.by(() => {
    const plan = (this.#drawn.value ?? this.run).results?.plan
    const start = vantages.find(({ id }) => id === plan?.vantage)?.startQuarter ?? '2025Q3'
    return quarterLabels(start, plan?.quarters ?? 24)
  })
  /** Id of the strategy drawn: the one chosen on every screen. */
  readonly firstId = $derived.by(() => this.view.chosen)

  /** Id of the strategy laid over it, the one it is compared with on every screen; empty for none. */
  readonly secondId = $derived.by(() => {
    const { rival } = this.view
    return this.#laidOver.value && rival !== this.firstId ? rival : ''
  })

  /** Ids of the strategies drawn. */
  readonly ids = $derived.by(() => (this.#drawn.value?.cases ?? []).map(({ strategy }) => strategy))

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    studies: StudyState,
    private readonly view: Pick<View, 'chosen' | 'rival' | 'compareWith' | 'tolerance' | 'outcome'>,
    readonly brushing: Brushing,
  ) {
    this.#laidOver = new OfStudy(studies, true)
    this.#asDifference = new OfStudy(studies, false)
  }

  /** Whether the difference of two is shown in place of both. */
  get asDifference(): boolean {
    return this.#asDifference.value && this.secondId !== ''
  }
  set asDifference(is: boolean) {
    this.#asDifference.value = is
  }

  /** The difference that is shown; null where none is, or none has come yet. */
  readonly difference = $derived.by(() => (this.asDifference ? this.#difference.value : null))

  /** @param strategy its id; empty for none */
  layOver(strategy: string): void {
    this.#laidOver.value = strategy !== ''
    if (strategy !== '') this.view.compareWith(strategy)
  }

  /** Trials of the single futures there are, drawn or not. */
  readonly singleTrials = $derived.by(() => this.#drawn.value?.series[0]?.singleTrials ?? [])

  /** The results that are drawn; null before any are. */
  readonly results = $derived.by(() => this.#drawn.value?.results ?? null)

  /** Whether futures that agree with what came are drawn alone. */
  readonly ofAgreeing = $derived.by(() => this.#drawn.value?.ofAgreeing ?? false)

  /** The futures made out by hand that are drawn alone; null where they are not. */
  readonly brushed = $derived.by(() => met(this.#shown))

  /** What they were counted as, also where there is none; null where none are made out. */
  readonly counted = $derived.by(() => {
    const { brushed } = this.#shown ?? {}
    return brushed?.brush === this.brushing.value ? (brushed ?? null) : null
  })

  /** Whether some futures of the run are drawn alone. */
  readonly isPart = $derived.by(() => this.ofAgreeing || this.brushed !== null)

  /** Whether the first fans are still to come. */
  get waiting(): boolean {
    const asked = this.asDifference ? this.#difference : this.#drawn
    return asked.status === 'asking' && asked.value === null
  }

  get problem(): string | null {
    return this.asDifference ? this.#difference.problem : this.#drawn.problem
  }

  /** Whether futures that agree with what came are to be drawn and there is none. */
  readonly noneAgrees = $derived.by(
    () => this.#drawn.value?.ofAgreeing === true && this.#drawn.value.series[0]?.trials === 0,
  )

  get #shown() {
    return this.asDifference ? this.#difference.value : this.#drawn.value
  }

  /** Asks for the series of what is shown; depends on results and on which strategies. */
  request(): void {
    const { results } = this.run
    const wanted = new Set([this.firstId, this.secondId])
    if (!results) return
    const cases = [...wanted].flatMap((id) => casesOf(results, id))
    if (cases.length === 0) return
    const tolerance = hasCome(results.plan.vantage) ? this.view.tolerance : null
    const brush = this.brushing.lostIn(results) ? null : this.brushing.value
    const over = { tolerance, brush, outcome: this.view.outcome.id }
    const about = [results, tolerance, brush, ...cases.map(({ strategy }) => strategy)]
    untrack(() =>
      this.#drawn.ask(about, async ({ signal }) => {
        const { selection, brushed } = await this.#over(results, cases[0], over, signal)
        const series = await this.runner.series(results, cases, { signal, selection })
        return { results, cases, series, ofAgreeing: tolerance !== null, brushed }
      }),
    )
    if (this.asDifference && cases.length === 2) {
      untrack(() => this.#requestDifference(results, cases, over))
    }
  }

  #requestDifference(
    results: RunResults,
    [one, other]: readonly CaseResults[],
    over: DrawnOver,
  ): void {
    const { tolerance, brush } = over
    const about = [results, tolerance, brush, one.strategy, other.strategy]
    this.#difference.ask(about, async ({ signal }) => {
      const { selection, brushed } = await this.#over(results, one, over, signal)
      const refs = [refOf(one), refOf(other)] as const
      const found = await this.runner.differenceSeries(results, refs, { signal, selection })
      const [a, b] = [one, other].map(({ strategy }) => labelIn(results, strategy))
      return { results, a, b, found, ofAgreeing: tolerance !== null, brushed }
    })
  }

  /** Futures that are drawn: those that agree with what came, and of them those made out by hand if there are any. */
  async #over(
    results: RunResults,
    first: CaseResults,
    { tolerance, brush, outcome }: DrawnOver,
    signal: AbortSignal,
  ): Promise<{ readonly selection: Selection; readonly brushed: MetBrush | null }> {
    const agreeing = tolerance ? await agreeingIn(results.plan, tolerance) : ALL
    if (!brush) return { selection: agreeing, brushed: null }
    const within = { a: refOf(first), b: null, outcome, selection: agreeing }
    const brushed = await this.brushing.count(brush, results, within, { signal })
    const both: Selection = { kind: 'and', parts: [agreeing, brushed.selection] }
    return { selection: brushed.count > 0 ? both : agreeing, brushed }
  }

  /** The screen is left: nothing waits for its fans. */
  leave(): void {
    this.#drawn.drop()
    this.#difference.drop()
  }

  panel(id: string): FanPanel | null {
    const drawn = this.#drawn.value
    const found = market.series.find((one) => one.id === id)
    if (!found || !drawn || this.noneAgrees) return null
    const { results, cases, series, ofAgreeing } = drawn
    const brushed = met(drawn)
    return {
      id,
      label: found.label,
      unit: found.unit,
      description: found.description,
      fans: cases.map(({ strategy }, index) =>
        fanOf(strategy, labelIn(results, strategy), series[index], id),
      ),
      singles: this.singles ? series[0].singles[id] : [],
      singleTrials: this.singles ? series[0].singleTrials : [],
      reach: series[0].singles[id],
      trials: series[0].trials,
      ofAgreeing,
      brushed: brushed?.brush.words ?? null,
      results,
    }
  }
}

/** Which futures are to be drawn. */
interface DrawnOver {
  readonly tolerance: Tolerance | null
  readonly brush: Brush | null
  /** Id of the outcome in sight. */
  readonly outcome: string
}

/** The futures made out by hand, where what is drawn is of them. */
function met(drawn: { readonly brushed: MetBrush | null } | null): MetBrush | null {
  return drawn?.brushed && drawn.brushed.count > 0 ? drawn.brushed : null
}

/** What a strategy was called in the study that was run. */
function labelIn({ plan }: RunResults, strategy: string): string {
  return strategiesOf(plan).find(({ id }) => id === strategy)?.label ?? strategy
}

function casesOf(results: RunResults, strategy: string): CaseResults[] {
  return results.cases.filter((one) => one.strategy === strategy)
}

export const futuresOf = madeOnce(
  (app) => new Futures(app.runner, app.run, app.studies, app.view, brushingOf(app)),
)
