import {
  type PercentileFamily,
  takesPercentiles,
} from '../../engine/distributions/from-percentiles.ts'
import {
  type Distribution,
  distributionKey,
  families,
  InfeasibleError,
  type Percentile,
  quantile,
} from '../../engine/distributions/index.ts'
import { askIn, numberIn, typedIn } from '../../words/index.ts'
import { shapeProblem, shortIn } from './shape-problem.ts'
import type { About, BeliefDraft, Remedy } from './draft.svelte.ts'
import { rounded } from './form.ts'
import {
  constraintsOf,
  type Level,
  LEVELS,
  levelsNeeded,
  partnerOf,
  shortNearest,
  solved,
} from './percentile-moves.ts'
import { boundsOf, throughAll } from './three-percentiles.ts'

/**
 * P10, P50 and P90 of a belief while they are being typed. What was typed is kept: where all three
 * were, the belief has them, in the family it had before or else in a curve through them.
 */
export class PercentileDraft {
  texts = $state<Record<Level, string>>({ 0.1: '', 0.5: '', 0.9: '' })
  problem = $state<string | null>(null)
  remedy = $state.raw<Remedy | null>(null)
  /** Set last comes first: where two percentiles determine a family, the first two hold. */
  order = $state.raw<readonly Level[]>([0.9, 0.1, 0.5])
  /** The family that could not hold the three that were typed; null where none had to give way. */
  given = $state.raw<PercentileFamily | null>(null)

  #typed = $state.raw<readonly Level[]>([])
  #shown = ''
  /** The belief before any of them was typed. */
  #before: Distribution

  constructor(private readonly belief: BeliefDraft) {
    this.#before = belief.good
    this.sync(belief.good)
  }

  /** Whether any of them is as it was typed, rather than as the belief has it. */
  get isTyped(): boolean {
    return this.#typed.length > 0
  }

  /** Which family had to give way, in a sentence; null where none had to. */
  get gaveWay(): string | null {
    if (this.given === null) return null
    return `No ${nameOf(this.given)} distribution has these three, so the shape is now a metalog, a smooth curve through them.`
  }

  /** The percentiles that hold the belief; the others follow from them. */
  get holding(): readonly Level[] {
    const { good } = this.belief
    const needed = takesPercentiles(good.kind) ? levelsNeeded(good.kind) : 0
    if (needed >= LEVELS.length || this.#typed.length === LEVELS.length) return LEVELS
    const first = [...this.#typed, ...this.order.filter((one) => !this.#typed.includes(one))]
    return LEVELS.filter((one) => first.indexOf(one) < needed)
  }

  /** The one that holds a belief together with the one that moves. */
  partnerOf(level: Level): Level {
    return partnerOf(level, this.order[0] === level ? this.order[1] : this.order[0])
  }

  /** Takes over what was changed elsewhere in the belief. */
  sync(d: Distribution): void {
    if (distributionKey(d) !== this.#shown) this.#restart(d)
  }

  /** Takes the shape that was found as the belief, to be changed by its own fields. */
  settle(): void {
    this.#restart(this.belief.good)
  }

  #restart(d: Distribution): void {
    this.#typed = []
    this.#before = d
    this.given = null
    this.problem = null
    this.remedy = null
    this.#show(d)
  }

  type(level: Level, text: string): void {
    this.texts[level] = text
    this.touch(level)
    this.#typed = [level, ...this.#typed.filter((one) => one !== level)]
    this.#read()
  }

  /** Notes that a percentile was set, by typing or by hand. */
  touch(level: Level): void {
    this.order = [level, ...this.order.filter((one) => one !== level)]
  }

  #show(d: Distribution): void {
    const at = quantile(d)
    for (const level of LEVELS) {
      if (this.#typed.includes(level)) continue
      this.texts[level] = shortIn(at(level), this.belief.about.unit)
    }
    this.#shown = distributionKey(d)
  }

  #read(): void {
    const kind = this.#before.kind
    if (!takesPercentiles(kind)) return
    const at = quantile(this.#before)
    const { about } = this.belief
    const points: { p: Level; value: number }[] = []
    for (const p of this.holding) {
      const value = this.#typed.includes(p) ? numberIn(this.texts[p], about.unit) : at(p)
      if (typeof value !== 'number') {
        const asked = askIn(value, about.unit)
        this.#fail(asked ?? `P${p * 100} is a number, got ${value || 'nothing'}`)
        return
      }
      points.push({ p, value })
    }
    const outside = points.find(
      ({ p, value }) => this.#typed.includes(p) && !isWithin(value, about.domain),
    )
    if (outside) {
      this.#fail(outsideWords(outside.p, outside.value, about))
      return
    }
    this.#solve(kind, points)
  }

  #solve(
    kind: PercentileFamily,
    points: readonly { readonly p: Level; readonly value: number }[],
  ): void {
    const constraints = constraintsOf(this.#before)
    try {
      const d =
        this.#typed.length === LEVELS.length
          ? throughAll(kind, points, constraints, this.belief.about.domain)
          : solved(kind, points, constraints)
      this.#shown = distributionKey(d)
      this.belief.set(d)
      this.given = d.kind === kind ? null : kind
      this.problem = null
      this.remedy = null
      if (this.belief.problem === null) this.#show(d)
    } catch (error) {
      if (error instanceof InfeasibleError && error.nearest) {
        const { index } = error.nearest
        const value = rounded(shortNearest(...this.#asked(kind, points), error.nearest))
        const apply = () => this.type(points[index].p, typedIn(value, this.belief.about.unit))
        this.#fail(this.#inWords(error, kind), { value, apply })
        return
      }
      this.#fail(this.#inWords(error, kind))
    }
  }

  #fail(problem: string, remedy: Remedy | null = null): void {
    this.problem = problem
    this.remedy = remedy
  }

  /** By the name people read, and in the belief's unit. */
  #inWords(error: unknown, kind: PercentileFamily): string {
    const said = shapeProblem(error, { kind }, this.belief.about.unit)
    return said.replace(/^No \w+ distribution/, `No ${nameOf(kind)} distribution`)
  }

  /** What a nearest value has to be possible in: the family, or the curve that takes its place. */
  #asked(kind: PercentileFamily, points: readonly Percentile[]) {
    if (this.#typed.length < LEVELS.length)
      return [kind, points, constraintsOf(this.#before)] as const
    return ['metalog', points, boundsOf(points, this.belief.about.domain)] as const
  }
}

function isWithin(value: number, [low, high]: About['domain']): boolean {
  return value >= low && value <= high
}

function outsideWords(level: Level, value: number, { domain, unit }: About): string {
  const [low, high] = domain.map((end) => shortIn(end, unit))
  return `P${level * 100} cannot be ${typedIn(value, unit)}: this belief lies between ${low} and ${high}`
}

/** A family by the name people read, in a sentence. */
function nameOf(kind: PercentileFamily): string {
  return families[kind].label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}
