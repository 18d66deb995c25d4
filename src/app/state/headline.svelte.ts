import { untrack } from 'svelte'
import type { Tolerance } from '../../../models/observed.ts'
import type { Driver } from '../../analyses/drivers.ts'
import type { ChoiceFlips } from '../../analyses/choice-flips.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import type { StrategyRow } from '../../findings/strategy-rows.ts'
import type { Verdict } from '../../findings/verdict.ts'
import { agreeingHeadline } from '../../findings/where.ts'
import { NEGLIGIBLE } from '../../study/index.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'
import type { ChoicePicture, Judged } from './choice-picture.ts'
import type { Hand } from './hand.svelte.ts'
import { Late } from './late.svelte.ts'
import type { Run } from './run.svelte.ts'
import type { StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** What judges a run: its sentences are said once figures are final. */
const judging = new Late('The verdict', () => import('./choice-picture.ts'))
void judging.ahead()

const NOTHING_YET: Verdict = { headline: '', rest: [] }

/**
 * Which strategy is best, against every other, and what would flip that. It is of finished runs, and
 * stays while a control is held: first pictures tell of the futures they happen to have. The very
 * first one may be judged, for it may be beyond doubt.
 */
export class Headline {
  readonly #choice = new Asked<ChoicePicture>(({ outcome, ranking, ofAgreeing }) => {
    if (ofAgreeing && ranking.length > 0) this.view.rankAgreeing(outcome, ranking)
  })
  readonly #flips = new Asked<{ readonly of: ChoicePicture; readonly flips: ChoiceFlips | null }>()

  readonly problem = $derived(this.#choice.problem)
  /** How the best on average stands against the others, and what it is held against; null until known. */
  readonly judged = $derived.by((): Judged | null => {
    const found = this.#choice.value
    const negligible = this.studies.study.negligible ?? NEGLIGIBLE
    return (found && judging.value?.judgedBy(found, negligible)) ?? null
  })
  /** The results that it is of. */
  readonly results = $derived.by(() => this.#choice.value?.results ?? null)
  /** Whether it is of something else than what is in view: that is being worked out. */
  readonly isOld = $derived.by(() => {
    const found = this.#choice.value
    const isOfView = found?.results === this.run.results && found?.outcome === this.view.outcome
    return found !== null && !isOfView
  })

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly studies: StudyState,
    private readonly view: View,
    private readonly hand: Hand,
  ) {}

  /**
   * Empty while the first is worked out; of what was in view before until the next is known.
   *
   * @param drivers of the best; null while they are not known of what is in view
   */
  verdict(drivers: readonly Driver[] | null): Verdict {
    const found = this.#choice.value
    const { judged } = this
    if (!found || !judging.value) return NOTHING_YET
    if (!judged) {
      const nothing = found.ofAgreeing ? agreeingHeadline('') : 'No deal closes in any future.'
      return { headline: nothing, rest: [] }
    }
    const { value, status } = this.#flips
    return (
      judging.value.verdictOn(judged, {
        flips: value?.of === found ? value.flips : null,
        // What the best hangs on is said where nothing flips the choice: not while that is unknown.
        drivers: status === 'asking' ? null : drivers,
        where: this.view.where,
      }) ?? NOTHING_YET
    )
  }

  /** @param ranking every strategy over all futures, the best first */
  ask(
    results: RunResults,
    outcome: NumberOutcome,
    ranking: readonly StrategyRow[],
    tolerance: Tolerance | null,
  ): void {
    const isFirst = this.#choice.value === null
    if (!isFirst && (this.hand.holding || results.digest === null)) return
    const { runner } = this
    const { id: study } = this.studies
    const overAll = ranking.map(({ id }) => id).join()
    const where = this.view.counted
    const about = [study, results, outcome, overAll, tolerance, where]
    this.#choice.ask(about, async (handle) => {
      const { choicePictureOf } = await judging.load()
      const of = { study, overAll: ranking, tolerance, where }
      return choicePictureOf(runner, results, outcome, of, handle)
    })
  }

  /** Asks what would flip the choice; depends on the choice and on the hand. */
  requestFlip(): void {
    const found = this.#choice.value
    const { holding } = this.hand
    untrack(() => {
      if (!found || holding || found.results.digest === null || found.ofAgreeing) return
      this.#flips.ask([found], async (handle) => ({
        of: found,
        flips: await (await judging.load()).flipsIn(this.runner, found, handle),
      }))
    })
  }
}
