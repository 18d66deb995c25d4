import { untrack } from 'svelte'
import type { CellMeasure, CellsRequest } from '../../analyses/cells.ts'
import type { NumberOutcome } from '../../engine/model.ts'
import { strategiesOf } from '../../engine/plan.ts'
import { ALL } from '../../engine/selection.ts'
import { limitsOf } from '../../findings/limits.ts'
import type { MatrixFacts, MatrixFound } from '../../findings/matrix-facts.ts'
import { measuresFor } from '../../findings/matrix-measures.ts'
import { spreadOf } from '../../findings/spread.ts'
import { selectionOf, whereWords } from '../../findings/where.ts'
import { areWeighed, sharesOf } from '../../study/edits/shares.ts'
import {
  sharesWith,
  targetsOf,
  weightsOf,
  withEqualWeights,
  withPercents,
  withShares,
  withWeight,
} from '../../study/edits/weights.ts'
import { isChoice, type Study } from '../../study/index.ts'
import { joined } from '../../workers/joined.ts'
import { shareTexts } from '../../words/index.ts'
import type { RunResults } from '../../workers/results.ts'
import { agreeingIn, refOf } from './agreeing.ts'
import type { AppState } from './app.svelte.ts'
import { Asked, type AskHandle } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'
import type { Over } from './pictures.ts'
import { type ScenarioRuns, scenarioRunsOf } from './scenario-runs.svelte.ts'

/** As many scenarios can be read beside each other. */
export const MOST_COLUMNS = 12

/** What was found of some scenarios, and what it is of: everything in it belongs together. */
interface Seen extends Over {
  readonly outcome: NumberOutcome
  readonly measure: CellMeasure
  readonly results: readonly RunResults[]
  readonly found: MatrixFound
  /** Whether no future of any scenario agrees with what came. */
  readonly isEmpty: boolean
}

/** A weight that is moved by hand, and what all were when it was taken hold of. */
interface Held {
  readonly id: string
  readonly ids: string
  readonly from: readonly number[]
  /** What all have come to. */
  readonly to: readonly number[]
}

/** Strategies by scenarios: which scenarios are shown, how much they weigh, and what is known of them. */
export class MatrixState {
  #wanted = $state<CellMeasure>('mean')
  readonly #asked = new Asked<Seen>()
  readonly #leftOut: OfStudy<readonly string[] | null>
  /** Shares while one of them is dragged: the study changes when it is let go. */
  #dragged = $state.raw<Held | null>(null)
  /** The last that was dragged: a key moves it on from where all the others were. */
  #held: Held | null = null

  /** Ids of the scenarios left out: of many, all after the first that can be read. */
  readonly leftOut = $derived.by((): readonly string[] => {
    const { scenarios } = this.app.studies
    return this.#leftOut.value ?? scenarios.slice(MOST_COLUMNS).map(({ id }) => id)
  })
  readonly shown = $derived.by(() =>
    this.app.studies.scenarios.filter(({ id }) => !this.leftOut.includes(id)),
  )
  readonly ids = $derived.by(() => this.shown.map(({ id }) => id))
  readonly shares = $derived.by((): readonly number[] =>
    this.#dragged?.ids === this.ids.join()
      ? this.#dragged.to
      : sharesOf(this.app.studies.study, this.ids),
  )
  /** As they were typed, of any sum. */
  readonly weights = $derived.by((): readonly number[] => {
    const weights = weightsOf(this.app.studies.study, this.ids)
    if (!this.#dragged) return weights
    const total = sumOf(weights)
    return this.shares.map((share) => share * total)
  })
  /** Those that mean something of the outcome shown. */
  readonly measures = $derived.by(() => {
    const { outcome } = this.app.view
    const { seen } = this
    return measuresFor(outcome, seen?.outcome.id === outcome.id ? seen.found.cells : null)
  })
  readonly measure = $derived(this.measures.includes(this.#wanted) ? this.#wanted : 'mean')
  /** Whether figures are of the study before its last change, or a control is held that changes it. */
  readonly isStale = $derived.by(() => this.runs.isOld || this.app.hand.holding)
  readonly problem = $derived.by(() => this.#asked.problem ?? this.runs.problem)
  /** Whether figures are of a study, an outcome or futures before, or some are on their way. */
  readonly isOld = $derived.by(
    () => this.runs.isOld || !this.#asked.current || this.#asked.status === 'asking',
  )
  readonly seen = $derived(this.#asked.value)
  readonly facts = $derived.by((): MatrixFacts | null => {
    const { seen } = this
    if (!seen || seen.isEmpty) return null
    const { study } = this.app.studies
    const [{ trials, plan }] = seen.results
    const { outcome, measure, found } = seen
    const texts = shareTexts(this.shares)
    return {
      outcome,
      measure,
      found,
      scenarios: this.shown.map(({ id, label }, at) => ({
        id,
        label,
        share: this.shares[at],
        shareText: texts[at],
      })),
      areWeighed: this.#dragged !== null || areWeighed(study, this.ids),
      targets: targetsOf(study),
      limits: limitsOf({ trials, sampling: plan.sampling }, outcome, study.negligible),
      counted: { means: whereWords(seen.means).counted, risks: whereWords(seen.where).counted },
    }
  })

  constructor(
    private readonly app: AppState,
    private readonly runs: ScenarioRuns,
  ) {
    this.#leftOut = new OfStudy<readonly string[] | null>(app.studies, null)
  }

  /** Runs what is shown, and asks about what has been run; depends on the study and the view. */
  request(): void {
    this.runs.request(this.ids)
  }

  /** Asks about the scenarios that have been run; depends on them and on the view. */
  requestCells(): void {
    const { runs, ids, measure, app } = this
    const known = ids.flatMap((id) => {
      const found = runs.results.get(id)
      return found ? [found] : []
    })
    const [first] = known
    if (!first) return
    const { outcome } = app.view
    const over = app.view.overIn(first.plan)
    const about = [outcome, measure, over.where, over.means, over.tolerance, ...known]
    untrack(() =>
      this.#asked.ask(about, (handle) => seenOf(app, known, { ...over, outcome, measure }, handle)),
    )
  }

  leave(): void {
    if (this.#asked.status === 'asking') this.#asked.drop()
    this.runs.leave()
    this.#dragged = null
  }

  /** Puts a scenario in or leaves it out; one is always there. */
  put(id: string, isShown: boolean): void {
    const left = this.leftOut.filter((one) => one !== id)
    const next = isShown ? left : [...left, id]
    const { scenarios } = this.app.studies
    if (scenarios.every((one) => next.includes(one.id))) return
    this.#leftOut.value = next
  }

  show(measure: CellMeasure): void {
    this.#wanted = measure
  }

  /** Moves a weight, the others in proportion to what they were when it was taken hold of. */
  drag(id: string, to: number): void {
    if (this.app.studies.readOnly) return
    const [ids, now] = [this.ids.join(), this.shares]
    const held = this.#held
    const isSame = held?.id === id && held.ids === ids && areAlike(held.to, now)
    const from = isSame ? held.from : now
    this.#held = { id, ids, from, to: sharesWith(from, this.ids.indexOf(id), to) }
    this.#dragged = this.#held
  }

  /** Lets a weight go: one step, however far it was dragged. */
  drop(id: string): void {
    const dragged = this.#dragged
    this.#dragged = null
    const { ids } = this
    if (dragged?.ids === ids.join()) {
      this.#change(id, (study) => withShares(study, ids, dragged.to))
    }
  }

  /**
   * Sets a weight just as it was typed.
   *
   * @returns why it cannot be
   */
  weigh(id: string, to: number): string | null {
    const { ids, weights } = this
    const rest = weights.filter((_, at) => ids[at] !== id)
    if (to === 0 && sumOf(rest) === 0) return 'One is above 0: give another one a weight first.'
    this.#change(id, (study) => withWeight(study, ids, id, to))
    return null
  }

  /** What is typed adds up to 100, and counts as it did. */
  normalise(): void {
    const { ids, app } = this
    const problem = app.studies.changeApart('made the weights add up to 100', (study) =>
      withPercents(study, ids),
    )
    if (problem) app.notices.warn(problem)
  }

  /** All scenarios count the same again. */
  weighAlike(): void {
    const problem = this.app.studies.changeApart('weighed all scenarios alike', withEqualWeights)
    if (problem) this.app.notices.warn(problem)
  }

  #change(id: string, edit: (study: Study) => Study): void {
    const { studies, notices } = this.app
    const label = this.shown.find((one) => one.id === id)?.label ?? id
    const problem = studies.change(`changed the weight of ${label}`, edit)
    if (problem) notices.warn(problem)
  }
}

function sumOf(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0)
}

/** Whether shares are the same but for rounding. */
function areAlike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((one, at) => Math.abs(one - b[at]) < 1e-9)
}

/** Every figure of some scenarios, and how the errors of those shown go together. */
async function seenOf(
  { runner, studies }: AppState,
  results: readonly RunResults[],
  asked: Over & Pick<Seen, 'outcome' | 'measure'>,
  options: AskHandle<Seen>,
): Promise<Seen> {
  const [{ plan }] = results
  const { outcome, measure, where, means, tolerance } = asked
  const agreeing = tolerance ? await agreeingIn(plan, tolerance) : ALL
  const strategies = strategiesOf(plan).map(({ id, label, levers }) => {
    return { id, label, isChoice: isChoice(plan.vantage, { id, levers }) }
  })
  const requestOf = (all: readonly RunResults[]): CellsRequest => ({
    cases: all.flatMap(({ cases }) => cases.map(refOf)),
    outcome: outcome.id,
    better: outcome.better,
    choices: strategies.filter((one) => one.isChoice).map(({ id }) => id),
    counted: selectionOf(where, agreeing),
    means: selectionOf(means, agreeing),
    common: means === 'observed' ? agreeing : ALL,
  })
  const ask = { signal: options.signal }
  // What agrees is known by the draws, which are those of one scenario at a time.
  const groups = tolerance ? results.map((one) => [one]) : [results]
  const spread = async (of: CellMeasure) => {
    const found = await Promise.all(
      groups.map((group) =>
        runner.ask('covariances', joined(group), { ...requestOf(group), measure: of }, ask),
      ),
    )
    return [of, spreadOf(strategies.length, found)] as const
  }
  const [cells, spreads] = await Promise.all([
    Promise.all(results.map((one) => runner.ask('cells', one, requestOf([one]), ask))),
    Promise.all([...new Set<CellMeasure>(['mean', 'regret', measure])].map(spread)),
  ])
  const isEmpty = tolerance !== null && cells.flat().every((one) => one.isEmpty)
  const found: MatrixFound = {
    strategies: strategies.map((one) => ({
      ...one,
      label: studies.strategies.find(({ id }) => id === one.id)?.label ?? one.label,
    })),
    scenarios: results.map((one) => one.plan.worlds[0].id),
    cells,
    spreads: Object.fromEntries(spreads),
  }
  return { ...asked, results, found, isEmpty }
}

export const matrixOf = madeOnce((app) => new MatrixState(app, scenarioRunsOf(app)))
