import { fromPercentiles } from '../../engine/distributions/from-percentiles.ts'
import {
  checkDistribution,
  type Distribution,
  distributionKey,
  type FamilyId,
  InfeasibleError,
  type Percentile,
} from '../../engine/distributions/index.ts'
import {
  askedOf,
  asPercentiles,
  type BeliefForm,
  formOf,
  percentilesOf,
  spokenBelief,
} from './form.ts'
import { asFamily } from './families.ts'
import { numberIn, typedIn } from '../../words/index.ts'
import { shapeProblem } from './shape-problem.ts'
import { shortNearest } from './percentile-moves.ts'

/** What can be done about a problem, at a press. */
export interface Remedy {
  /** The value that is possible. */
  readonly value: number
  readonly apply: () => void
}

export interface About {
  readonly unit: string
  readonly domain: readonly [number, number]
}

/**
 * A belief while it is being typed: the texts stay as typed, good or not, and every good state of
 * them is handed on at once.
 */
export class BeliefDraft {
  form = $state<BeliefForm>({ kind: 'constant', texts: {}, rows: [], branches: [] })
  problem = $state<string | null>(null)
  remedy = $state.raw<Remedy | null>(null)
  /** The last belief that could be read from the texts. */
  good = $state.raw<Distribution>({ kind: 'constant', value: 0 })
  /** What was last said by hand: other families are like this one, not like each other. */
  #said: Distribution

  /**
   * @param take hands a belief on; gives back what is wrong with it, or null
   * @param about what the belief is about
   */
  constructor(
    start: Distribution,
    private readonly take: (belief: Distribution) => string | null,
    readonly about: About = { unit: 'dimensionless', domain: [-Infinity, Infinity] },
  ) {
    this.#said = start
    this.#show(start)
  }

  get kind(): FamilyId {
    return this.form.kind
  }

  /** Takes over what was changed elsewhere in the study, e.g. by a reset. */
  sync(belief: Distribution): void {
    if (distributionKey(belief) === distributionKey(this.good)) return
    this.#said = belief
    this.#show(belief)
  }

  /** Changes the texts and reads them again. */
  edit(change: (form: BeliefForm) => void): void {
    change(this.form)
    this.#read()
  }

  /** The belief in another family: how it would look. */
  inFamily(kind: FamilyId): Distribution {
    return asFamily(kind, this.#said)
  }

  choose(kind: FamilyId): void {
    const said = this.#said
    this.set(this.inFamily(kind))
    this.#said = said
  }

  /** A whole belief at once, e.g. from a curve that was dragged. */
  set(belief: Distribution): void {
    const problem = this.take(belief)
    if (problem === null) {
      this.#said = belief
      this.#show(belief)
      return
    }
    if (belief.kind !== this.kind) this.form = formOf(belief, this.about.unit)
    this.#fail(problem)
  }

  /** Says a curve that came as coefficients by percentiles. */
  byPercentiles(): void {
    this.edit((form) => {
      form.rows = asPercentiles(this.good, this.about.unit)
      delete form.texts['coefficients']
    })
  }

  #show(belief: Distribution): void {
    this.form = formOf(belief, this.about.unit)
    this.good = belief
    this.problem = null
    this.remedy = null
  }

  #fail(problem: string, remedy: Remedy | null = null): void {
    this.problem = problem
    this.remedy = remedy
  }

  #read(): void {
    const form = $state.snapshot(this.form)
    const belief = spokenBelief(form, this.about.unit)
    try {
      checkDistribution(belief)
    } catch (error) {
      this.#fail(askedOf(form, this.about.unit) ?? shapeProblem(error, belief, this.about.unit))
      if (this.kind === 'metalog') this.#offerNearest(belief)
      return
    }
    const problem = this.take(belief)
    if (problem !== null) {
      this.#fail(problem)
      return
    }
    this.good = belief
    this.#said = belief
    this.problem = null
    this.remedy = null
  }

  /** Percentiles that no curve runs through, with the one that has least to move. */
  #offerNearest(belief: unknown): void {
    const points = percentilesOf(this.form.rows, this.about.unit)
    const numbers = points.filter(
      (point): point is Percentile =>
        typeof point.p === 'number' && typeof point.value === 'number',
    )
    if (numbers.length !== points.length) return
    const constraints = Object.fromEntries(
      [
        ['min', this.form.texts['lower']],
        ['max', this.form.texts['upper']],
        ['terms', this.form.texts['terms']],
      ]
        .filter(([, text]) => (text ?? '').trim() !== '')
        .map(([name, text]) => [
          name,
          Number(name === 'terms' ? text : numberIn(text ?? '', this.about.unit)),
        ]),
    )
    try {
      fromPercentiles('metalog', numbers, constraints)
    } catch (error) {
      if (!(error instanceof InfeasibleError) || error.nearest === null) return
      const { index } = error.nearest
      const value = shortNearest('metalog', numbers, constraints, error.nearest)
      const apply = () =>
        this.edit(({ rows }) => (rows[index].value = typedIn(value, this.about.unit)))
      this.#fail(shapeProblem(error, belief, this.about.unit), { value, apply })
    }
  }
}
