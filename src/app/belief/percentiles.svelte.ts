import {
  type PercentileFamily,
  takesPercentiles,
} from '../../engine/distributions/from-percentiles.ts'
import {
  type Distribution,
  distributionKey,
  families,
  InfeasibleError,
  quantile,
} from '../../engine/distributions/index.ts'
import type { BeliefDraft, Remedy } from './draft.svelte.ts'
import { rounded } from './form.ts'
import { numberOf, toDigits, wordsOf } from '../../words/index.ts'
import {
  constraintsOf,
  type Level,
  LEVELS,
  levelsNeeded,
  partnerOf,
  shortNearest,
  solved,
} from './percentile-moves.ts'

/** P10, P50 and P90 of a belief while they are being typed. */
export class PercentileDraft {
  texts = $state<Record<Level, string>>({ 0.1: '', 0.5: '', 0.9: '' })
  problem = $state<string | null>(null)
  remedy = $state.raw<Remedy | null>(null)
  /** Set last comes first: where two percentiles determine a family, the first two hold. */
  order = $state.raw<readonly Level[]>([0.9, 0.1, 0.5])

  #typed = new Set<Level>()
  #shown = ''

  constructor(private readonly belief: BeliefDraft) {
    this.sync(belief.good)
  }

  /** The percentiles that hold the belief; the others follow from them. */
  get holding(): readonly Level[] {
    const { good } = this.belief
    const needed = takesPercentiles(good.kind) ? levelsNeeded(good.kind) : 0
    return needed < LEVELS.length
      ? LEVELS.filter((one) => this.order.indexOf(one) < needed)
      : LEVELS
  }

  /** The one that holds a belief together with the one that moves. */
  partnerOf(level: Level): Level {
    return partnerOf(level, this.order[0] === level ? this.order[1] : this.order[0])
  }

  /** Takes over what was changed elsewhere in the belief. */
  sync(d: Distribution): void {
    if (distributionKey(d) === this.#shown) return
    this.#typed.clear()
    this.problem = null
    this.remedy = null
    this.#show(d)
  }

  type(level: Level, text: string): void {
    this.texts[level] = text
    this.touch(level)
    this.#typed.add(level)
    this.#read()
  }

  /** Notes that a percentile was set, by typing or by hand. */
  touch(level: Level): void {
    this.order = [level, ...this.order.filter((one) => one !== level)]
  }

  #show(d: Distribution): void {
    const at = quantile(d)
    const held = this.holding
    for (const level of LEVELS) {
      if (this.#typed.has(level) && held.includes(level)) continue
      this.texts[level] = String(toDigits(at(level), 4))
      this.#typed.delete(level)
    }
    this.#shown = distributionKey(d)
  }

  #read(): void {
    const { good } = this.belief
    if (!takesPercentiles(good.kind)) return
    const at = quantile(good)
    const read = this.holding.map((p) => ({
      p,
      value: this.#typed.has(p) ? numberOf(this.texts[p]) : at(p),
    }))
    const wrong = read.find(({ value }) => typeof value !== 'number')
    if (wrong) {
      this.#fail(`P${wrong.p * 100} is a number, got ${wrong.value || 'nothing'}`)
      return
    }
    const points = read.map(({ p, value }) => ({ p, value: Number(value) }))
    this.#solve(good.kind, points, constraintsOf(good))
  }

  #solve(
    kind: PercentileFamily,
    points: readonly { readonly p: Level; readonly value: number }[],
    constraints: ReturnType<typeof constraintsOf>,
  ): void {
    try {
      const d = solved(kind, points, constraints)
      this.#shown = distributionKey(d)
      this.belief.set(d)
      this.problem = null
      this.remedy = null
      if (this.belief.problem === null) this.#show(d)
    } catch (error) {
      if (error instanceof InfeasibleError && error.nearest) {
        const { index } = error.nearest
        const value = rounded(shortNearest(kind, points, constraints, error.nearest))
        const apply = () => this.type(points[index].p, String(value))
        this.#fail(inWords(error.message, kind), { value, apply })
        return
      }
      this.#fail(inWords(wordsOf(error), kind))
    }
  }

  #fail(problem: string, remedy: Remedy | null = null): void {
    this.problem = problem
    this.remedy = remedy
  }
}

/** By the name people read, and without the value the button says. */
function inWords(reason: string, kind: PercentileFamily): string {
  const name = families[kind].label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
  return reason.replace(`no ${kind} distribution`, `no ${name} distribution`)
}
