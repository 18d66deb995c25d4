import type { NumberOutcome } from '../../engine/model.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Look } from '../../findings/strategies.ts'
import { choicesOf, statusQuoOf } from '../../findings/status-quo.ts'
import { type StrategyRow, strategyRows, ranked } from '../../findings/strategy-rows.ts'
import {
  firstTarget,
  type FoundTarget,
  sideOf,
  type Target,
  targetAt,
} from '../../findings/target.ts'
import { HEADLINE, market } from '../../study/model.ts'
import type { Where } from '../../findings/where.ts'
import { OfStudy } from './of-study.svelte.ts'
import { type Axis, axisFor, type PairPicture, type Picture } from './pictures.ts'
import type { Run } from './run.svelte.ts'
import type { StudyState } from './study.svelte.ts'

/** The outcomes that can be put in view. */
export const numberOutcomes: readonly NumberOutcome[] = market.outcomes.filter(
  (one) => one.kind === 'number',
)

/** A dialog over the page. */
export type OpenDialog =
  | { readonly kind: 'keys' | 'library' | 'scenarios' }
  /** Asks for a strategy's name and description. */
  | { readonly kind: 'strategy'; readonly id: string }

/** What is in sight: outcome, strategies, futures that count, target and axes. It asks for nothing. */
export class View {
  outcomeId = $state<string>(HEADLINE)
  /** Futures that shapes and chances are taken over. */
  shapesWhere = $state<Where>('condition')
  /** Futures that means and pairs are taken over. */
  meansWhere = $state<Where>('all')
  look = $state<Look>('dots')
  /** Where a typed chance fell on a flat step. */
  step = $state.raw<(FoundTarget & { readonly asked: number }) | null>(null)

  /** What lies over the page; null for nothing. */
  dialog = $state.raw<OpenDialog | null>(null)

  readonly #chosen: OfStudy<string>
  readonly #rival: OfStudy<string>
  #axis = $state.raw<Axis | null>(null)
  #pairAxis = $state.raw<Axis | null>(null)
  #targets = $state.raw<Readonly<Record<string, number>>>({})

  readonly outcome = $derived(
    numberOutcomes.find(({ id }) => id === this.outcomeId) ?? numberOutcomes[0],
  )
  /** Those of the newest results that can be chosen, the best on average over all futures first. */
  readonly ranking = $derived.by((): StrategyRow[] => {
    const { results } = this.run
    if (!results) return []
    const rows = choicesOf(strategyRows(results, this.outcome, 'all'), statusQuoOf(results.plan))
    return ranked(rows, this.outcome.better)
  })
  /** The strategy in focus; the best on average until one is chosen. */
  readonly chosen = $derived.by(() => {
    if (this.#has(this.#chosen.value)) return this.#chosen.value
    const best = this.ranking.find(({ isReference }) => !isReference) ?? this.ranking[0]
    return best?.id ?? market.reference
  })
  /** The strategy it is compared with; until one is chosen, the status quo or, for that, the next. */
  readonly rival = $derived.by(() => {
    if (this.#has(this.#rival.value) && this.#rival.value !== this.chosen) return this.#rival.value
    const { results } = this.run
    const quo = results && statusQuoOf(results.plan)
    if (quo !== null && quo !== this.chosen && this.#has(quo)) return quo
    return this.ranking.find(({ id }) => id !== this.chosen)?.id ?? this.chosen
  })
  readonly axis = $derived(this.#axis?.domain ?? ([0, 1] as const))
  readonly pairAxis = $derived(this.#pairAxis?.domain ?? ([-1, 1] as const))
  readonly side = $derived(sideOf(this.outcome.better))

  constructor(
    private readonly run: Run,
    private readonly studies: StudyState,
  ) {
    this.#chosen = new OfStudy(studies, '')
    this.#rival = new OfStudy(studies, '')
  }

  choose(strategy: string): void {
    if (strategy === this.rival) this.#rival.value = this.chosen
    this.#chosen.value = strategy
  }

  compareWith(strategy: string): void {
    if (strategy === this.chosen) this.#chosen.value = this.rival
    this.#rival.value = strategy
  }

  /** Keeps the strategies in sight where they are, even if others become better. */
  keepStrategies(): void {
    this.#chosen.value = this.chosen
    this.#rival.value = this.rival
  }

  moveTarget(to: number): void {
    this.#targets = { ...this.#targets, [this.outcome.id]: to }
    this.step = null
  }

  /** Moves the target to where a strategy of this shape reaches it with this chance. */
  askChance(shape: Shape, chance: number): void {
    if (shape.count === 0) return
    const found = targetAt(shape.sorted, chance, this.side)
    this.moveTarget(found.target)
    this.step = found.onStep ? { ...found, asked: chance } : null
  }

  /** What is aimed at, of the outcome that is drawn. */
  targetOf({ id, better }: NumberOutcome): Target {
    return { at: this.#targets[id] ?? firstTarget(this.axis), side: sideOf(better) }
  }

  /** The axis that fits what is drawn now, or the one there was while figures or a control move. */
  fitAxis({ outcome, where, shapes }: Picture, isSettled: boolean): void {
    this.#axis = axisFor(this.#axis, shapes, `${outcome.id} ${where}`, isSettled)
  }

  fitPairAxis({ outcome, where, a, b, shape }: PairPicture, isSettled: boolean): void {
    const subject = [outcome.id, where, a, b].join(' ')
    this.#pairAxis = axisFor(this.#pairAxis, [shape], subject, isSettled)
  }

  #has(strategy: string): boolean {
    return this.studies.strategies.some(({ id }) => id === strategy)
  }
}
