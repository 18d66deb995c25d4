import { untrack } from 'svelte'
import { distributionKey } from '../../engine/distributions/index.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Where } from '../../findings/where.ts'
import type { Runner } from '../../workers/runner.ts'
import { atHand } from './at-hand.ts'
import { NewestAnswer } from './newest-answer.ts'
import { beliefsAmong } from '../../findings/drivers.ts'
import type { Look } from '../../findings/strategies.ts'
import { type Line, linesOf, ranked, type Splits } from '../../findings/strategy-rows.ts'
import { market } from '../../study/model.ts'
import { pairedEstimate, splitOf } from './estimates-now.ts'
import { wordsOf } from '../../words/index.ts'
import { OfStudy } from './of-study.svelte.ts'
import {
  type Axis,
  axisFor,
  type DriversByStrategy,
  driversOf,
  type PairPicture,
  pairPictureOf,
  type Picture,
  pictureOf,
} from './pictures.ts'
import type { RunStore } from './run-store.svelte.ts'
import { comparable, movedBy } from '../../findings/moved-since.ts'
import { beliefOf, usualOf } from '../../study/edits/study.ts'
import type { StudyStore } from './study-store.svelte.ts'
import { chanceOf, firstTarget, type FoundTarget, sideOf, targetAt } from '../../findings/target.ts'
import { verdictFor } from '../../findings/verdict-facts.ts'

/** The outcomes that can be put in view. */
export const numberOutcomes: readonly NumberOutcome[] = market.outcomes.filter(
  (one) => one.kind === 'number',
)

/** What the Decide screen shows, and what it asks the workers for. */
export class DecideStore {
  outcomeId = $state('npv')
  /** Futures that shapes and chances are taken over. */
  shapesWhere = $state<Where>('condition')
  /** Futures that means and pairs are taken over. */
  meansWhere = $state<Where>('all')
  look = $state<Look>('dots')
  picture = $state.raw<Picture | null>(null)
  pair = $state.raw<PairPicture | null>(null)
  problem = $state<string | null>(null)
  /** Ids of the beliefs that stand as sliders. */
  atHand = $state.raw<readonly string[]>([])
  /** Where a typed chance fell on a flat step. */
  step = $state.raw<(FoundTarget & { readonly strategy: string; readonly asked: number }) | null>(
    null,
  )

  readonly #chosen: OfStudy<string>
  readonly #rival: OfStudy<string>
  #axis = $state.raw<Axis | null>(null)
  #pairAxis = $state.raw<Axis | null>(null)
  #targets = $state.raw<Readonly<Record<string, number>>>({})
  #drivers = $state.raw<DriversByStrategy>({})

  readonly outcome = $derived(
    numberOutcomes.find(({ id }) => id === this.outcomeId) ?? numberOutcomes[0],
  )
  /** What rows show: of the picture in view, so that figures and drawings agree. */
  readonly lines = $derived.by(() => {
    const { picture } = this
    const results = picture?.results ?? this.run.results
    if (!results) return []
    const outcome = picture?.outcome ?? this.outcome
    return linesOf(results, outcome, this.meansWhere, splitsOf(results, outcome, this.meansWhere))
  })
  /** Over all futures of the newest results, the best on average first. */
  readonly ranking = $derived.by((): Line[] => {
    const { results } = this.run
    return results ? ranked(linesOf(results, this.outcome, 'all'), this.outcome.better) : []
  })
  readonly chosen = $derived.by(() => {
    if (this.#has(this.#chosen.value)) return this.#chosen.value
    const best = this.ranking.find(({ isReference }) => !isReference) ?? this.ranking[0]
    return best?.id ?? market.reference
  })
  readonly rival = $derived.by(() => {
    if (this.#has(this.#rival.value) && this.#rival.value !== this.chosen) return this.#rival.value
    return this.ranking.find(({ id }) => id !== this.chosen)?.id ?? this.chosen
  })
  readonly verdict = $derived.by(() => {
    const { results } = this.run
    if (!results) return ''
    const { outcome, ranking } = this
    const [best, next] = ranking.map(({ id }) => results.cases.find((one) => one.strategy === id))
    return verdictFor(outcome, ranking, {
      lead: best && next ? pairedEstimate(results.plan, best, next, outcome.id) : null,
      split: best && outcome.id === 'npv' ? splitOf(results.plan, best, 'all') : null,
      drivers: this.#drivers[best?.strategy ?? ''] ?? null,
    })
  })
  /** What each mean has moved by since a control was taken hold of, in words, where that is clear. */
  readonly moved = $derived.by((): Readonly<Record<string, string>> => {
    const { picture, meansWhere } = this
    const before = this.#before
    if (!picture || before?.study !== this.studies.id) return {}
    const { results, outcome } = picture
    const strategies = comparable(before.results, results, meansWhere)
    const paired = strategies.flatMap(({ now, before: old, isPaired }) =>
      isPaired ? [[now.strategy, pairedEstimate(results.plan, now, old, outcome.id)] as const] : [],
    )
    return movedBy(strategies, outcome, meansWhere, Object.fromEntries(paired))
  })
  readonly axis = $derived(this.#axis?.domain ?? ([0, 1] as const))
  readonly pairAxis = $derived(this.#pairAxis?.domain ?? ([-1, 1] as const))
  readonly side = $derived(sideOf(this.outcome.better))
  readonly target = $derived(this.#targets[this.outcome.id] ?? firstTarget(this.axis))

  /** What was in view when a control was taken hold of last. */
  #before = $state.raw<{ readonly results: RunResults; readonly study: string } | null>(null)
  #driversOf = ''
  #handOf = ''

  readonly #askShapes = new NewestAnswer()
  readonly #askPair = new NewestAnswer()
  readonly #askDrivers = new NewestAnswer()

  constructor(
    private readonly runner: Runner,
    private readonly run: RunStore,
    private readonly studies: StudyStore,
  ) {
    this.#chosen = new OfStudy(studies, '')
    this.#rival = new OfStudy(studies, '')
  }

  /** Share of squared rank correlation with the outcome in view, for the strategy chosen. */
  weightOf(assumption: string): number | null {
    const found = this.#drivers[this.chosen]
    return found?.find(({ id }) => id === assumption)?.share ?? null
  }

  /** Whether it is known which beliefs the outcome goes with, for the strategy chosen. */
  get driversKnown(): boolean {
    return this.#drivers[this.chosen] !== undefined
  }

  choose(strategy: string): void {
    if (strategy === this.rival) this.#rival.value = this.chosen
    this.#chosen.value = strategy
    this.#before = null
  }

  compareWith(strategy: string): void {
    if (strategy === this.chosen) this.#chosen.value = this.rival
    this.#rival.value = strategy
  }

  /** A control is held: what is in view stays in view, and axes stay as they are. */
  hold(): void {
    this.#chosen.value = this.chosen
    this.#rival.value = this.rival
    const results = this.picture?.results
    if (!this.studies.held) this.#before = results ? { results, study: this.studies.id } : null
    this.studies.held = true
  }

  release(): void {
    this.studies.held = false
  }

  moveTarget(to: number): void {
    this.#targets = { ...this.#targets, [this.outcome.id]: to }
    this.step = null
  }

  /** Moves the target to where one strategy reaches it with this chance. */
  askChance(strategy: string, chance: number): void {
    const shape = this.shapeOf(strategy)
    if (!shape || shape.count === 0) return
    const found = targetAt(shape.sorted, chance, this.side)
    this.moveTarget(found.target)
    this.step = found.onStep ? { ...found, strategy, asked: chance } : null
  }

  chanceOf(strategy: string): number | null {
    const shape = this.shapeOf(strategy)
    return shape && shape.count > 0 ? chanceOf(shape.sorted, this.target, this.side) : null
  }

  shapeOf(strategy: string): Shape | null {
    const index = this.picture?.results.cases.findIndex((one) => one.strategy === strategy) ?? -1
    return this.picture?.shapes[index] ?? null
  }

  /** Asks for what is in view; depends on results, on what is in view and on held controls. */
  follow(): void {
    const { results } = this.run
    if (!results) return
    const { outcome, shapesWhere, meansWhere, chosen, rival } = this
    const { held } = this.studies
    const best = this.ranking[0]?.id
    untrack(() => {
      this.#settle()
      const { runner } = this
      void this.#ask(
        this.#askShapes,
        [results, outcome, shapesWhere],
        () => pictureOf(runner, results, outcome, shapesWhere),
        (picture) => (this.picture = picture),
      )
      void this.#ask(
        this.#askPair,
        [results, outcome, meansWhere, chosen, rival],
        () => pairPictureOf(runner, results, outcome, meansWhere, [chosen, rival]),
        (pair) => {
          // One that the run lacks still is on its way: the old pair stays if it is still there.
          const stays = this.pair !== null && this.#has(this.pair.a) && this.#has(this.pair.b)
          if (pair || !stays) this.pair = pair
        },
      )
      // They take longest, and nothing may change its place under a hand.
      if (results.digest === null || held) return
      const strategies = best && best !== chosen ? [chosen, best] : [chosen]
      void this.#ask(
        this.#askDrivers,
        [results, outcome, shapesWhere, ...strategies],
        () => driversOf(runner, results, outcome, shapesWhere, strategies),
        (found) => this.#takeDrivers(results, `${outcome.id} ${shapesWhere}`, found),
      )
    })
  }

  #has(strategy: string): boolean {
    return this.studies.strategies.some(({ id }) => id === strategy)
  }

  /** The axes that fit now, unless something is held or unfinished. */
  #settle(): void {
    const isSettled = (results: RunResults) => results.digest !== null && !this.studies.held
    const { picture, pair } = this
    if (picture) {
      const { results, outcome, where, shapes } = picture
      const subject = `${outcome.id} ${where}`
      this.#axis = axisFor(this.#axis, shapes, subject, isSettled(results))
    }
    if (pair) {
      const { results, outcome, where, a, b, shape } = pair
      const subject = [outcome.id, where, a, b].join(' ')
      this.#pairAxis = axisFor(this.#pairAxis, [shape], subject, isSettled(results))
    }
  }

  #takeDrivers({ plan }: RunResults, subject: string, found: DriversByStrategy): void {
    // Those of other strategies stay while they speak of the same thing.
    this.#drivers = { ...(this.#driversOf === subject ? this.#drivers : {}), ...found }
    this.#driversOf = subject
    const { study, scenario } = this.studies
    const strongest = beliefsAmong(this.#drivers[this.chosen] ?? []).map(({ id }) => id)
    const now = [subject, this.chosen, plan.vantage, scenario].join(' ')
    const moved = (id: string) =>
      distributionKey(beliefOf(study, scenario, id)) !==
      distributionKey(usualOf(study, scenario, id))
    this.atHand = atHand(now === this.#handOf ? this.atHand : [], strongest, moved)
    this.#handOf = now
  }

  async #ask<T>(
    latest: NewestAnswer,
    about: readonly unknown[],
    ask: () => Promise<T>,
    take: (answer: T) => void,
  ): Promise<void> {
    try {
      await latest.ask(about, ask, (answer) => {
        take(answer)
        this.problem = null
        this.#settle()
      })
    } catch (error) {
      this.problem = wordsOf(error)
    }
  }
}

function splitsOf({ plan, cases }: RunResults, { id }: NumberOutcome, where: Where): Splits {
  if (id !== 'npv') return {}
  return Object.fromEntries(cases.map((one) => [one.strategy, splitOf(plan, one, where)]))
}
