import { hasCome } from '../../../models/observed-until.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { RunPlan } from '../../engine/plan.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Look } from '../../findings/strategies.ts'
import { choicesOf, statusQuoOf } from '../../findings/status-quo.ts'
import { hasFigure, ranked, type StrategyRow, strategyRows } from '../../findings/strategy-rows.ts'
import {
  firstTarget,
  type FoundTarget,
  sideOf,
  type Target,
  targetAt,
} from '../../findings/target.ts'
import { withTarget } from '../../study/edits/targets.ts'
import { isStruck } from '../../study/index.ts'
import { HEADLINE, market } from '../../study/model.ts'
import { countedFor, type Where } from '../../findings/where.ts'
import type { OpenedSheet } from '../keep/sheet-opener.ts'
import { OfStudy } from './of-study.svelte.ts'
import { type Axis, axisFor, type Over, type Picture } from './pictures.ts'
import type { Run } from './run.svelte.ts'
import type { StudyState } from './study.svelte.ts'

/** The outcomes that can be put in view. */
export const numberOutcomes: readonly NumberOutcome[] = market.outcomes.filter(
  (one) => one.kind === 'number',
)

/** A dialog over the page. */
export type OpenDialog =
  | { readonly kind: 'keys' | 'library' | 'link' | 'scenarios' | 'disagree' }
  /** The sheet of a future: which one is in the address. */
  | { readonly kind: 'future' }
  /** What a sheet of assumptions would change. */
  | { readonly kind: 'sheet'; readonly sheet: OpenedSheet }
  /** Asks for a strategy's name and description. */
  | { readonly kind: 'strategy'; readonly id: string }

/** A strategy that was put in focus, and the vantage from which it was. */
interface Picked {
  readonly id: string
  readonly vantage: string
}

/** What is in sight: outcome, strategies, futures that count, target and axes. It asks for nothing. */
export class View {
  outcomeId = $state<string>(HEADLINE)
  look = $state<Look>('dots')
  /** What lies over the page; null for nothing. */
  dialog = $state.raw<OpenDialog | null>(null)
  /** Whether terms and beliefs stand beside the screen, to be changed. */
  whatIf = $state(false)

  // The newest choice first: at another vantage there are other strategies, and back here those before hold.
  readonly #chosen: OfStudy<readonly Picked[]>
  readonly #rival: OfStudy<readonly Picked[]>
  #plainly = $state.raw<Where>('condition')
  #observing = $state.raw<Where>('observed')
  #bestOfAgreeing = $state.raw<{
    readonly outcome: string
    readonly ids: readonly string[]
  } | null>(null)
  #axis = $state.raw<Axis | null>(null)
  #step = $state.raw<(FoundTarget & { readonly asked: number; readonly of: string }) | null>(null)

  /** How near to what came a future must be to agree; null where nothing is asked or has come. */
  readonly tolerance = $derived.by(() => {
    const { vantage, observed } = this.studies.study
    return observed && hasCome(vantage) ? observed : null
  })
  readonly outcome = $derived(
    numberOutcomes.find(({ id }) => id === this.outcomeId) ?? numberOutcomes[0],
  )
  /** Those of the newest results that can be chosen, the best on average over all futures first. */
  readonly ranking = $derived.by((): StrategyRow[] => {
    const { results } = this.run
    if (!results) return []
    const { outcome } = this
    const rows = strategyRows(results, outcome, countedFor(outcome, 'all')).filter((row) =>
      hasFigure(outcome, row),
    )
    return ranked(choicesOf(rows, results.plan.vantage), outcome.better)
  })
  /** Ids of the strategies, the best on average first, over the futures that the verdict is on. */
  readonly order = $derived.by((): readonly string[] => {
    const known = this.#bestOfAgreeing
    const isOfAgreeing = this.means === 'observed' && known?.outcome === this.outcome.id
    return isOfAgreeing ? known.ids.filter((id) => this.#has(id)) : this.ranking.map(({ id }) => id)
  })
  /** The strategy in focus: the one chosen last of those there are; until one is, the best on average. */
  readonly chosen = $derived.by(() => {
    const known = this.#chosen.value.find((pick) => this.#holds(pick))
    if (known) return known.id
    const best = this.order.find((id) => !this.#isReference(id)) ?? this.order[0]
    return best ?? market.reference
  })
  /** The strategy it is compared with; until one is chosen, the status quo or, for that, the next. */
  readonly rival = $derived.by(() => {
    const known = this.#rival.value.find((pick) => this.#holds(pick) && pick.id !== this.chosen)
    if (known) return known.id
    const { results } = this.run
    const quo = results && statusQuoOf(results.plan)
    if (quo !== null && quo !== this.chosen && this.#has(quo)) return quo
    return this.order.find((id) => id !== this.chosen) ?? this.chosen
  })
  readonly axis = $derived(this.#axis?.domain ?? ([0, 1] as const))
  readonly side = $derived(sideOf(this.outcome.better))

  constructor(
    private readonly run: Run,
    private readonly studies: StudyState,
  ) {
    const before = remembered()
    const picks = (value?: readonly Picked[]) =>
      new OfStudy<readonly Picked[]>(studies, [], before && value && { study: before.study, value })
    this.#chosen = picks(before?.chosen)
    this.#rival = picks(before?.rival)
  }

  /** Targets that somebody set, by outcome. */
  get targets(): Readonly<Record<string, number>> {
    return this.studies.study.targets ?? {}
  }

  /** Where a typed chance fell on a flat step; null where the target stands elsewhere by now. */
  get step() {
    return this.#step?.of === this.#stepOf ? this.#step : null
  }

  /** The target a step is found for, and where. */
  get #stepOf(): string {
    const { id: study, scenario } = this.studies
    const { id } = this.outcome
    return `${study} ${scenario} ${id} ${this.targets[id]}`
  }

  /** Futures that a row counts: dots, chances, the worst tenth and cash. */
  get where(): Where {
    return this.tolerance ? this.#observing : this.#plainly
  }
  set where(where: Where) {
    if (this.tolerance) this.#observing = where
    else this.#plainly = where
  }

  /** The same of the outcome in view, which may be there in some futures alone. */
  get counted(): Where {
    return countedFor(this.outcome, this.where)
  }

  /** Futures that averages and pairs are taken over: a decision is made before anyone knows how talks end. */
  get means(): Where {
    return countedFor(this.outcome, this.where === 'observed' ? 'observed' : 'all')
  }

  /** Futures that count in a plan's results: all where nothing has come in since its vantage. */
  overIn({ vantage }: RunPlan): Over {
    const { tolerance } = this
    const asked = this.where === 'observed' && !hasCome(vantage) ? 'all' : this.where
    const where = countedFor(this.outcome, asked)
    const isObserved = where === 'observed'
    const means = countedFor(this.outcome, isObserved ? 'observed' : 'all')
    return { where, means, tolerance: isObserved ? tolerance : null }
  }

  /** What agrees is counted, as whoever begins to observe will want. */
  countAgreeing(): void {
    this.#observing = 'observed'
  }

  /** Takes note which strategies are best over the futures that agree. */
  rankAgreeing({ id }: NumberOutcome, strategies: readonly StrategyRow[]): void {
    this.#bestOfAgreeing = { outcome: id, ids: strategies.map((one) => one.id) }
  }

  /** Puts a strategy in focus, by hand: nothing that is computed changes it. */
  choose(strategy: string): void {
    if (strategy === this.rival) this.#pick(this.#rival, this.chosen)
    this.#pick(this.#chosen, strategy)
  }

  /** Compares with a strategy, by hand: nothing that is computed changes it. */
  compareWith(strategy: string): void {
    if (strategy === this.chosen) this.#pick(this.#chosen, this.rival)
    this.#pick(this.#rival, strategy)
  }

  /** Keeps the strategies in sight where they are, even if others become better. */
  keepStrategies(): void {
    const { chosen, rival } = this
    this.#pick(this.#chosen, chosen)
    if (rival !== chosen) this.#pick(this.#rival, rival)
  }

  /**
   * Sets the target of the outcome in view; null leaves it unset.
   *
   * @param further one step with the move before, as in a drag
   */
  moveTarget(to: number | null, further?: true): void {
    const { id, label } = this.outcome
    const name = `${to === null ? 'took out' : 'moved'} the target for ${label}`
    this.studies.look(name, (study) => withTarget(study, id, to), further)
    this.#step = null
  }

  /** Moves the target to where a strategy of this shape reaches it with this chance. */
  askChance(shape: Shape, chance: number): void {
    if (shape.count === 0) return
    const found = targetAt(shape.sorted, chance, this.side)
    this.moveTarget(found.target)
    this.#step = found.onStep ? { ...found, asked: chance, of: this.#stepOf } : null
  }

  /** What is aimed at, of the outcome that is drawn. */
  targetOf({ id, better }: NumberOutcome): Target {
    const without = this.run.results?.cases.find(({ strategy }) => strategy === market.reference)
    const first = () => firstTarget(this.axis, without?.summary.outcomes[id].mean ?? null)
    return { at: this.targets[id] ?? first(), side: sideOf(better) }
  }

  /** The axis that fits what is drawn now, or the one there was while figures or a control move. */
  fitAxis({ outcome, where, shapes, isEmpty }: Picture, isSettled: boolean): void {
    if (isEmpty) return
    this.#axis = axisFor(this.#axis, shapes, `${outcome.id} ${where}`, isSettled)
  }

  #pick(among: OfStudy<readonly Picked[]>, id: string): void {
    const { vantage } = this.studies.study
    const others = among.value.filter((one) => one.id !== id || one.vantage !== vantage)
    among.value = [{ id, vantage }, ...others]
    remember({ study: this.studies.id, chosen: this.#chosen.value, rival: this.#rival.value })
  }

  /** Where a deal has been struck since, not having struck it is no choice that still holds. */
  #holds({ id, vantage }: Picked): boolean {
    const now = this.studies.study.vantage
    const isPast = id === market.reference && vantage !== now && isStruck(now)
    return this.#has(id) && !isPast
  }

  #isReference(strategy: string): boolean {
    return this.ranking.find(({ id }) => id === strategy)?.isReference ?? false
  }

  #has(strategy: string): boolean {
    return this.studies.strategies.some(({ id }) => id === strategy)
  }
}

const KEY = 'stakes-chosen'

/** The strategies chosen last, and in which study: they stay where the page is loaded again. */
interface Remembered {
  readonly study: string
  readonly chosen: readonly Picked[]
  readonly rival: readonly Picked[]
}

function remember(chosen: Remembered): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen))
  } catch {
    // A browser that forbids storing begins with the best again.
  }
}

function remembered(): Remembered | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '') as Remembered
    return [found.chosen, found.rival].every(Array.isArray) ? found : null
  } catch {
    return null
  }
}
