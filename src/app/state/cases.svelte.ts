import { type CaseRef, isCase } from '../../engine/plan.ts'
import type { AppState } from './app.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'

/**
 * The two cases that Compare sets against each other. The first is the one in view on every screen;
 * the second is the strategy it is compared with there, or any other case chosen here.
 */
export class Cases {
  readonly #second: OfStudy<CaseRef | null>

  readonly first = $derived.by((): CaseRef => {
    const { view, studies } = this.app
    return { strategy: view.chosen, scenario: studies.scenario }
  })
  readonly second = $derived.by((): CaseRef => {
    const { view, studies } = this.app
    const picked = this.#second.value
    const isThere =
      picked !== null &&
      studies.strategies.some(({ id }) => id === picked.strategy) &&
      studies.scenarios.some(({ id }) => id === picked.scenario)
    return isThere && !isCase(picked, this.first)
      ? picked
      : { strategy: view.rival, scenario: studies.scenario }
  })
  /** Whether there are two: a study of one strategy and one scenario has but one. */
  readonly areTwo = $derived.by(() => !isCase(this.first, this.second))

  constructor(
    private readonly app: Pick<AppState, 'view' | 'studies' | 'chooseStrategy' | 'notices'>,
  ) {
    this.#second = new OfStudy<CaseRef | null>(app.studies, null)
  }

  /** Takes the whole page to a case; the one that was there becomes the second if they would be the same. */
  putFirst(ref: CaseRef): void {
    const { studies, notices } = this.app
    const before = this.first
    const wasSecond = isCase(ref, this.second)
    if (ref.scenario !== studies.scenario) {
      const problem = studies.choose(ref.scenario)
      if (problem) {
        notices.warn(problem)
        return
      }
    }
    if (ref.strategy !== before.strategy) this.app.chooseStrategy(ref.strategy)
    if (wasSecond) this.putSecond(before)
  }

  /** Sets another case beside the first. */
  putSecond(ref: CaseRef): void {
    if (isCase(ref, this.first)) return
    const isBeside = ref.scenario === this.first.scenario
    this.#second.value = isBeside ? null : ref
    if (isBeside) this.app.view.compareWith(ref.strategy)
  }

  /** What a case is called: its strategy, and its scenario where both are not of the same. */
  nameOf({ strategy, scenario }: CaseRef): string {
    const { studies } = this.app
    const label = studies.strategies.find(({ id }) => id === strategy)?.label ?? strategy
    if (this.first.scenario === this.second.scenario) return label
    const world = studies.scenarios.find(({ id }) => id === scenario)?.label ?? scenario
    return `${label} (${world})`
  }
}

export const casesOf = madeOnce((app) => new Cases(app))
