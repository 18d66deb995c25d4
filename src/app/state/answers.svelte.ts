import { untrack } from 'svelte'
import type { Driver } from '../../analyses/drivers.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { own } from '../../engine/own.ts'
import { distributionKey } from '../../engine/distributions/index.ts'
import { beliefsAmong } from '../../findings/drivers.ts'
import type { RowErrors } from '../../findings/strategies.ts'
import { strategyRows } from '../../findings/strategy-rows.ts'
import type { Where } from '../../findings/where.ts'
import { beliefOf, inheritedBelief } from '../../study/edits/beliefs.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { isSameDraws } from '../../findings/same-draws.ts'
import { atHand } from '../../findings/beliefs-at-hand.ts'
import { Asked } from './asked.svelte.ts'
import type { Hand } from './hand.svelte.ts'
import { Headline } from './headline.svelte.ts'
import { Late } from './late.svelte.ts'
import {
  type DriversByStrategy,
  driversOf,
  type Over,
  type PairPicture,
  pairPictureOf,
  type Picture,
  pictureOf,
  rowErrorsOf,
} from './pictures.ts'
import type { Run } from './run.svelte.ts'
import type { StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** What an outcome goes with, of the strategies asked about. */
interface FoundDrivers {
  readonly results: RunResults
  readonly subject: string
  /** Null where too few futures agree with what came to tell. */
  readonly drivers: DriversByStrategy | null
}

/** What has moved since a control was taken hold of. */
interface Moved {
  /** What was in sight then. */
  readonly before: RunResults
  readonly outcome: Picture['outcome']
  readonly means: Picture['means']
  /** By strategy. */
  readonly words: Readonly<Record<string, string>>
}

/** What previews are made by: wanted when something is changed. */
const previewing = new Late('The preview', () => import('./preview.ts'))
const moving = new Late('What has moved', () => import('./changes.ts'))
/** What the workers answered of what is in sight: shapes, the pair compared, and what drives them. */
export class Answers {
  readonly #shapes = new Asked<Picture>(() => this.#fitAxes())
  readonly #pair = new Asked<PairPicture | null>()
  readonly #found = new Asked<FoundDrivers>((found) => this.#takeDrivers(found))
  readonly headline: Headline
  readonly #moved = new Asked<Moved>()
  readonly #errors = new Asked<readonly RowErrors[]>()

  readonly picture = $derived(this.#shapes.value)
  readonly pair = $derived(this.#pair.value)
  readonly problem = $derived.by(
    () =>
      this.#shapes.problem ?? this.headline.problem ?? this.#pair.problem ?? this.#found.problem,
  )
  /** Ids of the beliefs that stand as sliders. */
  atHand = $state.raw<readonly string[]>([])
  #drivers = $state.raw<DriversByStrategy>({})

  /** Every strategy in figures: of the picture in sight, so that figures and drawings agree. */
  readonly rows = $derived.by(() => {
    const { picture } = this
    if (picture?.isEmpty) return []
    if (picture) {
      const { results, cases, outcome, means, splits, against, figures } = picture
      return strategyRows({ ...results, cases }, outcome, means, splits, against, figures)
    }
    const { results } = this.run
    const { outcome, means } = this.view
    return results && means === 'all' ? strategyRows(results, outcome, means) : []
  })
  /** The answer, and the sentences under it. */
  readonly verdict = $derived.by(() => {
    const best = this.headline.judged?.ranking[0]?.id ?? ''
    const isInView = this.headline.judged?.outcome === this.view.outcome
    return this.headline.verdict(isInView ? (own(this.#driversNow, best) ?? null) : null)
  })
  /** What each mean has moved by since a control was taken hold of, in words, where that is clear. */
  readonly moved = $derived.by((): Readonly<Record<string, string>> => {
    const found = this.#moved.value
    const { picture } = this
    const isOfPicture = found?.outcome === picture?.outcome && found?.means === picture?.means
    return found && isOfPicture && found.before === this.hand.before ? found.words : {}
  })
  /** Errors of the table of strategies, once they are known of what it shows. */
  readonly rowErrors = $derived.by(() => (this.#errors.current ? this.#errors.value : null))

  /** Whether too few futures agree with what came to tell which beliefs matter. */
  areFew = $state(false)
  /** What they are of: study, vantage, scenario, outcome, futures that count. */
  #driversOf = $state.raw('')
  #atHandOf = ''
  #finished: RunResults | null = null

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly studies: StudyState,
    private readonly view: View,
    private readonly hand: Hand,
  ) {
    this.headline = new Headline(runner, run, studies, view, hand)
  }

  /** What drivers are asked of now. */
  get #subject(): string {
    const { study, scenario, id } = this.studies
    const { outcome, where, tolerance } = this.view
    const within = where === 'observed' ? JSON.stringify(tolerance) : ''
    return [id, study.vantage, scenario, outcome.id, where, within].join(' ')
  }

  /** Those known of what is in sight; none that are of something else. */
  get #driversNow(): DriversByStrategy {
    return this.#driversOf === this.#subject ? this.#drivers : {}
  }

  /** Share of squared rank correlation with the outcome in sight, for the strategy chosen. */
  weightOf(assumption: string): number | null {
    return this.driverOf(assumption)?.share ?? null
  }

  /** How the outcome in sight goes with a belief, for the strategy chosen. */
  driverOf(assumption: string): Driver | null {
    const found = own(this.#driversNow, this.view.chosen)
    return found?.find(({ id }) => id === assumption) ?? null
  }

  /** Whether it is known which beliefs the outcome goes with, for the strategy chosen. */
  get hasDrivers(): boolean {
    return own(this.#driversNow, this.view.chosen) !== undefined
  }

  /** Asks for what is in sight; depends on results, on the view and on the hand. */
  request(): void {
    const { results } = this.run
    if (!results) return
    const { outcome, chosen, rival, ranking, order } = this.view
    const { holding } = this.hand
    const [best] = order
    const over = this.view.overIn(results.plan)
    const { where, means } = over
    const within = (one: Where) => (one === 'observed' ? over.tolerance : null)
    untrack(() => {
      this.#fitAxes()
      const { runner } = this
      const base = this.#baseOf(results, outcome, over)
      this.#shapes.ask([results, outcome, where, means, over.tolerance], async (handle) => {
        if (!base) return pictureOf(runner, results, outcome, over, handle)
        const { previewOf } = await previewing.load()
        return previewOf(runner, { base, results }, outcome, over, handle)
      })
      const tolerance = within(means)
      this.headline.ask(results, outcome, ranking, tolerance)
      this.#pair.ask([results, outcome, means, tolerance, chosen, rival], async (handle) => {
        const [{ id: scenario }] = results.plan.worlds
        const two = [chosen, rival].map((strategy) => ({ strategy, scenario }))
        const of = { means, tolerance }
        const found = await pairPictureOf(runner, base ?? results, outcome, of, two, handle)
        return found ?? this.#pairThatStays()
      })
      // They take longest, and nothing may change its place under a hand.
      if (results.digest === null || holding) return
      const strategies = best && best !== chosen ? [chosen, best] : [chosen]
      const subject = this.#subject
      const of = { where, tolerance: within(where) }
      this.#found.ask([results, outcome, where, of.tolerance, ...strategies], async (handle) => {
        const later = { ...handle, priority: -1 }
        const drivers = await driversOf(runner, results, outcome, of, strategies, later)
        return { results, subject, drivers }
      })
    })
  }

  /**
   * The finished results that a first stage of others is previewed from: a better picture is never
   * replaced by a worse one.
   */
  #baseOf(results: RunResults, { onlyIf }: NumberOutcome, { tolerance }: Over): RunResults | null {
    if (results.digest !== null) {
      this.#finished = results
      return null
    }
    const base = this.#finished
    const hasMore = base !== null && base.trials > results.trials && isSameDraws(base, results)
    // Which futures have such a figure changes too: the same ones cannot be held against each other.
    return hasMore && tolerance === null && onlyIf === undefined ? base : null
  }

  /** Asks what has moved since a control was taken hold of; depends on what is drawn. */
  requestMoved(): void {
    const { picture } = this
    const { before } = this.hand
    if (!picture || !before) return
    untrack(() =>
      this.#moved.ask([before, picture], async (handle) => ({
        before,
        outcome: picture.outcome,
        means: picture.means,
        words: await (await moving.load()).movedOf(this.runner, before, picture, handle),
      })),
    )
  }

  /** Asks for the errors of a table of strategies; depends on what it shows. */
  requestRowErrors(picture: Picture): void {
    const target = this.view.targetOf(picture.outcome)
    untrack(() =>
      this.#errors.ask([picture, target.at], (handle) =>
        rowErrorsOf(this.runner, picture, target, handle),
      ),
    )
  }

  #fitAxes(): void {
    const isSettled = ({ digest }: RunResults) => digest !== null && !this.hand.holding
    const { picture } = this
    if (picture) this.view.fitAxis(picture, isSettled(picture.results))
  }

  /** One that the run lacks still is on its way: the old pair stays if it is still there. */
  #pairThatStays(): PairPicture | null {
    const { pair } = this
    const has = (strategy: string) => this.studies.strategies.some(({ id }) => id === strategy)
    return pair && has(pair.request.a.strategy) && has(pair.request.b.strategy) ? pair : null
  }

  #takeDrivers({ results: { plan }, subject, drivers }: FoundDrivers): void {
    // Those of other strategies stay while they speak of the same thing.
    this.#drivers = { ...(this.#driversOf === subject && drivers ? this.#drivers : {}), ...drivers }
    this.areFew = drivers === null
    this.#driversOf = subject
    const { study, scenario } = this.studies
    const { chosen } = this.view
    const strongest = beliefsAmong(own(this.#drivers, chosen) ?? []).map(({ id }) => id)
    const isMoved = (id: string) =>
      distributionKey(beliefOf(study, scenario, id)) !==
      distributionKey(inheritedBelief(study, scenario, id))
    const now = [subject, chosen, plan.vantage, scenario].join(' ')
    this.atHand = atHand(now === this.#atHandOf ? this.atHand : [], strongest, isMoved)
    this.#atHandOf = now
  }
}
