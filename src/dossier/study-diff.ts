import { canonicalJson } from '../engine/cases.ts'
import { BLOCK, type CaseRef, type RunPlan, strategiesOf } from '../engine/plan.ts'
import { ALL } from '../engine/selection.ts'
import { type Choice, choiceOf, type Limits } from '../findings/best.ts'
import type { Estimate } from '../findings/estimates.ts'
import { rivalsFrom, topLeadsWanted } from '../findings/leads.ts'
import { limitsOf } from '../findings/limits.ts'
import {
  type ChoiceChange,
  choiceChange,
  type DiffEffect,
  type DiffEffects,
} from '../findings/study-diff-facts.ts'
import { type Bridged, bridged, bridgeEnd } from '../study/bridge.ts'
import type { DiffEntry } from '../study/diff-entry.ts'
import { withTaken } from '../study/diff-take.ts'
import { inScenario } from '../study/edits/resolved.ts'
import { isChoice, planOf, resolveStudy, type Study } from '../study/index.ts'
import { HEADLINE, market } from '../study/model.ts'
import { wordsOf } from '../words/index.ts'
import type { Asked } from '../workers/asked.ts'
import type { Runner } from '../workers/runner.ts'

/** Futures of each case at most and at least, and of all cases together about. */
const MOST_TRIALS = 10_000
const LEAST_TRIALS = 4 * BLOCK
const ALL_FUTURES = 640_000

/** Two studies, what differs, and where its effect is looked at. */
export interface Disagreement {
  readonly mine: Study
  readonly theirs: Study
  readonly entries: readonly DiffEntry[]
  /** Id of a scenario of the first. */
  readonly scenario: string
  /** The most futures that will do here. */
  readonly maxTrials?: number
}

interface Options {
  readonly signal?: AbortSignal
  /** Called with the part that is done, from 0 to 1. */
  readonly onProgress?: (part: number) => void
}

/** What is run where some entries are taken; why not, where that cannot be run. */
function planWith(
  { mine, theirs, scenario, maxTrials }: Disagreement,
  entries: readonly DiffEntry[],
): RunPlan | string {
  try {
    const study = inScenario(withTaken(mine, theirs, entries), scenario)
    return planOf(resolveStudy(study, maxTrials === undefined ? {} : { maxTrials }))
  } catch (error) {
    return wordsOf(error)
  }
}

/** What a plan's figures depend on. */
function contentOf({ worlds, cases, correlations }: RunPlan): string {
  return canonicalJson([
    worlds.map(({ distributions }) => distributions),
    cases.map(({ strategy, levers }) => [strategy, levers]),
    correlations,
  ])
}

/**
 * What each entry that could move a figure does by itself in one scenario: which strategy is best when it
 * alone is taken; then with all beliefs of the other, and with all decisions too. On the futures,
 * horizon and date of the first study.
 *
 * @throws where the first study cannot be run; the signal's reason if aborted
 */
export async function diffEffects(
  runner: Runner,
  of: Disagreement,
  { signal, onProgress = () => {} }: Options = {},
): Promise<DiffEffects> {
  const start = planWith(of, [])
  if (typeof start === 'string') throw new Error(start)
  const moving = of.entries.filter((one) => one.side !== 'setting')
  const sides = [moving.filter(({ side }) => side === 'belief'), moving]
  const plans = [...moving.map((one) => [one]), ...sides].map((some) => planWith(of, some))
  const content = contentOf(start)
  const others = plans.filter((one) => typeof one !== 'string' && contentOf(one) !== content)
  const trials = trialsFor(start, 1 + others.length)
  const limits = limitsOf({ trials, sampling: start.sampling }, outcome(), of.mine.negligible)
  const world = new World(runner, limits, trials, signal)
  const mine = await world.look(start)
  const found: (Looked | string | null)[] = []
  for (const plan of plans) {
    const isSame = typeof plan !== 'string' && contentOf(plan) === content
    found.push(typeof plan === 'string' ? plan : isSame ? null : await world.look(plan))
    onProgress(found.length / plans.length)
  }
  const byEntry = new Map<string, DiffEffect>()
  for (const [at, entry] of moving.entries()) {
    byEntry.set(entry.id, await effectOf(entry, found[at], mine, world))
  }
  const choiceWith = (looked: Looked | string | null) =>
    looked === null ? mine.choice : typeof looked === 'string' ? null : looked.choice
  const [beliefs, all] = found.slice(moving.length).map(choiceWith)
  const on = bestInvesting(start, mine.choice)
  const last = found.at(-1) ?? mine
  const averageIn = (looked: Looked | string) =>
    (typeof looked !== 'string' && on && looked.means.get(on.id)) || null
  return {
    scenario: start.worlds[0].label,
    trials,
    certain: limits.certain,
    mine: mine.choice,
    on,
    averages: { mine: averageIn(mine), theirs: averageIn(last) },
    beliefs: beliefs ?? null,
    all: all ?? null,
    byEntry,
  }
}

function outcome() {
  const found = market.outcomes.find(({ id }) => id === HEADLINE)
  if (found?.kind !== 'number') throw new Error('the headline is a number')
  return found
}

function trialsFor({ trials, cases }: RunPlan, plans: number): number {
  const each = Math.floor(ALL_FUTURES / (plans * cases.length) / BLOCK) * BLOCK
  return Math.min(trials, MOST_TRIALS, Math.max(LEAST_TRIALS, each))
}

/** Of not investing nothing moves the average. */
function bestInvesting({ cases }: RunPlan, choice: Choice | null): DiffEffects['on'] {
  const ranked = choice ? [choice.top, ...choice.rivals] : []
  const found = ranked.find(({ id }) =>
    cases.some(({ strategy, levers }) => strategy === id && levers['invest'] !== false),
  )
  return found ? { id: found.id, label: found.label } : null
}

async function effectOf(
  entry: DiffEntry,
  looked: Looked | string | null,
  mine: Looked,
  world: World,
): Promise<DiffEffect> {
  if (looked === null) return { kind: 'none' }
  if (typeof looked === 'string') return { kind: 'refused', why: looked }
  const change: ChoiceChange =
    mine.choice && looked.choice ? choiceChange(mine.choice, looked.choice) : 'same'
  const effect = entry.kind === 'lever' ? await world.change(entry.strategy, mine, looked) : null
  return { kind: 'known', choice: looked.choice, change, effect }
}

/** Cases of one plan, and which of them is best. */
interface Looked {
  readonly asked: Asked
  readonly choice: Choice | null
  /** Averages of those that can be chosen, by id. */
  readonly means: ReadonlyMap<string, Estimate>
}

/** Looks at plans on the same futures. */
class World {
  constructor(
    private readonly runner: Runner,
    private readonly limits: Limits,
    private readonly trials: number,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Which strategy is best in the only scenario of a plan. */
  async look(given: RunPlan): Promise<Looked> {
    const plan = { ...given, trials: this.trials }
    const { better } = outcome()
    const asked = await this.runner.columns(plan, [HEADLINE], this.#options)
    const [{ id: scenario }] = plan.worlds
    const choices = strategiesOf(plan).filter((one) => isChoice(plan.vantage, one))
    const means = await this.#contrasts(
      asked,
      choices.map(({ id: strategy }) => [[{ strategy, scenario }, 1]]),
    )
    const byId = new Map(choices.map(({ id }, at) => [id, means[at]]))
    const sign = better === 'lower' ? -1 : 1
    const ranking = choices
      .map(({ id, label }, at) => ({ id, label, mean: means[at].value }))
      .toSorted((a, b) => sign * (b.mean - a.mean))
    const [top, ...others] = ranking
    if (!top) return { asked, choice: null, means: byId }
    const refs = ranking.map(({ id: strategy }) => ({ strategy, scenario }))
    const wanted = topLeadsWanted(refs, HEADLINE, ALL)
    const leads =
      wanted.length > 0 ? await this.runner.ask('estimates', asked, { wanted }, this.#options) : []
    const choice = choiceOf(top, better, rivalsFrom(others, leads, better), this.limits)
    return { asked, choice, means: byId }
  }

  /** What a strategy’s average changes by between two plans, future by future. */
  async change(strategy: string, before: Looked, after: Looked): Promise<Estimate | null> {
    const cases = [before, after].flatMap(({ asked }, at) =>
      asked.cases
        .filter((one) => one.strategy === strategy)
        .map((one) => ({ ...one, scenario: String(at) })),
    )
    if (cases.length < 2) return null
    const of = { plan: before.asked.plan, trials: this.trials, cases }
    const [found] = await this.#contrasts(of, [
      [
        [{ strategy, scenario: '1' }, 1],
        [{ strategy, scenario: '0' }, -1],
      ],
    ])
    return found
  }

  #contrasts(
    of: Asked,
    sums: readonly (readonly (readonly [ref: CaseRef, weight: number])[])[],
  ): Promise<Estimate[]> {
    const weighed = sums.map((sum) =>
      sum.map(([ref, weight]) => ({ case: ref, outcome: HEADLINE, weight })),
    )
    return this.runner.ask('contrasts', of, { sums: weighed }, this.#options)
  }

  get #options() {
    return this.signal ? { signal: this.signal } : {}
  }
}

/**
 * What lies between the first study and itself with all beliefs of the other, for one strategy; null where
 * no belief moves a figure of this scenario or what they are together cannot be run.
 */
export function beliefsBridged(of: Disagreement, strategy: string): Bridged | null {
  const beliefs = of.entries.filter(({ side }) => side === 'belief')
  const [from, to] = [planWith(of, []), planWith(of, beliefs)]
  if (typeof from === 'string' || typeof to === 'string') return null
  const ref = { strategy, scenario: of.scenario }
  const between = bridged(from, bridgeEnd(from, ref), bridgeEnd(to, ref))
  return between.believe.length > 0 ? between : null
}
