import { untrack } from 'svelte'
import type { PointsAsk } from '../../analyses/points.ts'
import { canonicalJson, worldKey } from '../../engine/cases.ts'
import type { Levers, NumberOutcome } from '../../engine/model.ts'
import type { RunPlan } from '../../engine/plan.ts'
import type { BestHeld, MapFacts, MapStrategy } from '../../findings/lever-map.ts'
import { limitsOf } from '../../findings/limits.ts'
import { bestPlace, kindsAmong, type MapMeasure } from '../../findings/map-levels.ts'
import type { PointsAsked } from '../../findings/point-words.ts'
import { selectionOf } from '../../findings/where.ts'
import { isChoice, planOf, resolveStudy, type Study } from '../../study/index.ts'
import { inScenario } from '../../study/edits/resolved.ts'
import {
  type AmountLever,
  axisValues,
  gridLevers,
  isOffer,
  leversAtPoint,
  offered,
} from '../../study/lever-grid.ts'
import { leversAt } from '../../study/model.ts'
import { heldOnFresh } from '../../workers/fresh-futures.ts'
import { MAP_TRIALS, type MapPoints, mapRun, type MapTask } from '../../workers/map-run.ts'
import type { Runner } from '../../workers/runner.ts'
import { agreeingIn } from './agreeing.ts'
import { Asked } from './asked.svelte.ts'
import type { Hand } from './hand.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'
import type { Run } from './run.svelte.ts'
import { MOST_TRIALS, type StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/** Axes until others are chosen, where they can be. */
const FIRST = ['upfront', 'exclusivity'] as const

/** A map as it was worked out. */
interface FoundMap {
  readonly plan: RunPlan
  readonly asked: PointsAsked
  readonly of: string | null
  readonly base: Levers
  readonly x: AmountLever
  readonly y: AmountLever
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly points: MapPoints
  readonly held: BestHeld | null
}

/** What two levers make of the outcome in view, in the scenario in view, worked out from coarse to fine. */
export class LeverMap {
  measure = $state<MapMeasure>('mean')
  /** A chance to miss the target above it is hatched. */
  limit = $state(0.6)

  readonly #asked = new Asked<FoundMap>()
  readonly #axes: OfStudy<readonly string[]>
  /** What was asked last, and what was stopped by hand: that does not start again by itself. */
  #about: string | null = null
  #stopped: string | null = null

  /** Whether what is in view has been run and drawn, and no control is held. */
  readonly #isAtRest = $derived.by(() => {
    const { results, status } = this.run
    const isRun = results !== null && results.digest !== null && status === 'done'
    return isRun && !this.hand.holding && this.isDrawn()
  })

  readonly status = $derived(this.#asked.status)
  readonly slow = $derived(this.#asked.slow)
  readonly progress = $derived(this.#asked.progress)
  readonly problem = $derived(this.#asked.problem)
  /** Whether the map in sight is of what is in view now, and was not stopped halfway. */
  readonly isCurrent = $derived.by(
    () => this.#isAtRest && this.#asked.current && this.status !== 'cancelled',
  )
  /** Levers that can be an axis. */
  readonly levers = $derived.by(() => gridLevers(this.studies.study.vantage))
  /** Numbers that can no longer be another, since they have been paid. */
  readonly fixed = $derived.by(() =>
    leversAt(this.studies.study.vantage).filter(
      (one) => one.kind === 'amount' && one.min >= one.max,
    ),
  )
  readonly x = $derived.by(() => this.#axis(0))
  readonly y = $derived.by(() => this.#axis(1))
  /** Strategies that make an offer, their terms as they count. */
  readonly strategies = $derived.by(() => offersOf(this.studies))
  /** The strategy whose other terms hold on the map: the one in view, or the first that makes an offer. */
  readonly of = $derived.by(
    () => this.strategies.find(({ id }) => id === this.view.chosen) ?? this.strategies[0] ?? null,
  )
  readonly facts = $derived.by((): MapFacts | null => {
    const found = this.#asked.value
    if (!found) return null
    const { of, ...rest } = found
    const { strategies, measure, limit } = this
    const strategy = strategies.find(({ id }) => id === of) ?? null
    return { ...rest, of: strategy, strategies, measure, limit }
  })
  /** The plan that the map in sight was worked out with. */
  readonly plan = $derived.by(() => this.#asked.value?.plan ?? null)

  constructor(
    private readonly runner: Runner,
    private readonly run: Run,
    private readonly studies: StudyState,
    private readonly view: View,
    private readonly hand: Pick<Hand, 'holding'>,
    /** Whether something has been drawn: a target has no good start before there is an axis. */
    private readonly isDrawn: () => boolean,
  ) {
    this.#axes = new OfStudy<readonly string[]>(studies, FIRST)
  }

  /** Puts another lever on an axis; where it is the other axis's, they change places. */
  put(axis: 0 | 1, id: string): void {
    const now = [this.x.id, this.y.id]
    const other = axis === 0 ? 1 : 0
    if (now[other] === id) now[other] = now[axis]
    now[axis] = id
    this.#axes.value = now
  }

  /**
   * Works the map out once what is in view has been run and no control is held; stops as soon as
   * something else is to be done.
   */
  request(): void {
    const { outcome } = this.view
    if (!this.#isAtRest) {
      untrack(() => this.leave())
      return
    }
    const plan = planInView(this.studies)
    const { x, y, of } = this
    const asked = askedIn(this.view, outcome)
    const { tolerance } = this.view
    const base = offered(plan.vantage, of?.levers ?? {})
    const { negligible } = this.studies.study
    const about = canonicalJson([
      worldKey(plan, 0),
      plan.trials,
      { ...base, [x.id]: null, [y.id]: null },
      [x.id, y.id, of && [of.levers[x.id], of.levers[y.id]]],
      [outcome.id, asked.where, asked.means, asked.target, tolerance, negligible],
    ])
    if (about === this.#stopped) return
    this.#stopped = null
    this.#about = about
    // Another limit hatches the map anew; it asks for no other figures.
    const limit = untrack(() => this.limit)
    untrack(() =>
      this.#asked.ask([about], async ({ signal, onProgress, onUpdate }) => {
        const ask = await pointsAskOf(plan, asked, tolerance)
        const task: MapTask = {
          plan,
          base,
          x: { id: x.id, values: axisValues(x) },
          y: { id: y.id, values: axisValues(y) },
          ask,
          kindsOf: kindsAmong(limit),
        }
        const { values: xs } = task.x
        const { values: ys } = task.y
        const found = { plan, asked, of: of?.id ?? null, base, x, y, xs, ys, held: null }
        const points = await mapRun(this.runner, task, {
          signal,
          onProgress,
          onUpdate: (some) => onUpdate({ ...found, points: some }),
        })
        const best = bestPlace(points, outcome.better)
        if (best < 0) return { ...found, points }
        const setting = leversAtPoint(task, best)
        const against = of ? base : null
        const fresh = await heldOnFresh(this.runner, plan, [setting], against, ask, { signal })
        const { trials } = fresh
        const limits = limitsOf({ trials, sampling: plan.sampling }, outcome, negligible)
        const held = { mean: fresh.figures[0].mean, lead: fresh.leads[0], trials, limits }
        return { ...found, points, held }
      }),
    )
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    if (this.status === 'asking') this.#asked.drop()
  }

  cancel(): void {
    if (this.status !== 'asking') return
    this.#stopped = this.#about
    this.#asked.cancel()
  }

  again(): void {
    this.#stopped = null
    this.#asked.again()
  }

  #axis(at: 0 | 1): AmountLever {
    const picked = this.#axes.value
    const free = this.levers.filter(({ id }) => !picked.includes(id))
    const both = picked.map((id) => this.levers.find((one) => one.id === id))
    const missing = both.slice(0, at).filter((one) => !one).length
    return both[at] ?? free[missing]
  }
}

/** Strategies of the study that make an offer and can be chosen, with what counts of their terms. */
export function offersOf({
  study,
  strategies,
}: Pick<StudyState, 'study' | 'strategies'>): MapStrategy[] {
  return strategies
    .filter((one) => isOffer(one.levers) && isChoice(study.vantage, one))
    .map(({ id, label, levers }) => ({ id, label, levers: offered(study.vantage, levers) }))
}

/** The scenario in view, on no more futures than a map has. */
export function planInView({ study, scenario }: Pick<StudyState, 'study' | 'scenario'>): RunPlan {
  const one: Study = inScenario(study, scenario)
  const plan = planOf(resolveStudy(one, { maxTrials: MOST_TRIALS }))
  return { ...plan, trials: Math.min(plan.trials, MAP_TRIALS) }
}

/** What is asked of points as the page counts futures. */
export function askedIn(view: View, outcome: NumberOutcome): PointsAsked {
  const { at, side } = view.targetOf(outcome)
  return { outcome, where: view.counted, means: view.means, target: at, side }
}

/** The same for the workers. */
export async function pointsAskOf(
  plan: RunPlan,
  { outcome, where, means, target, side }: PointsAsked,
  tolerance: View['tolerance'],
): Promise<PointsAsk> {
  const isObserved = where === 'observed' || means === 'observed'
  const agreeing = isObserved && tolerance ? await agreeingIn(plan, tolerance) : undefined
  return {
    outcome: outcome.id,
    means: selectionOf(means, agreeing),
    counted: selectionOf(where, agreeing),
    target,
    side,
  }
}

export const leverMapOf = madeOnce(
  ({ runner, run, studies, view, hand, answers }) =>
    new LeverMap(runner, run, studies, view, hand, () => answers.picture !== null),
)
