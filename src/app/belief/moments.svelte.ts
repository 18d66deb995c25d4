import { lognormalFromMean } from '../../engine/distributions/fit.ts'
import {
  type Distribution,
  distributionKey,
  mean,
  standardDeviation,
} from '../../engine/distributions/index.ts'
import type { BeliefDraft } from './draft.svelte.ts'
import { askIn, numberIn, spreadUnit } from '../../words/index.ts'
import { shapeProblem, shortIn } from './shape-problem.ts'

export const MOMENTS = ['mean', 'deviation'] as const
export type Moment = (typeof MOMENTS)[number]

/** Mean and standard deviation of a lognormal belief while they are being typed. */
export class MomentDraft {
  texts = $state<Record<Moment, string>>({ mean: '', deviation: '' })
  problem = $state<string | null>(null)

  #typed = new Set<Moment>()
  #shown = ''

  constructor(private readonly belief: BeliefDraft) {
    this.sync(belief.good)
  }

  /** Takes over what was changed elsewhere in the belief. */
  sync(d: Distribution): void {
    if (d.kind !== 'lognormal' || distributionKey(d) === this.#shown) return
    this.#typed.clear()
    this.problem = null
    this.#show(d)
  }

  type(moment: Moment, text: string): void {
    this.texts[moment] = text
    this.#typed.add(moment)
    const { good } = this.belief
    const read = { ...momentsOf(good) }
    for (const one of this.#typed) {
      const number = numberIn(this.texts[one], this.#unitOf(one))
      if (typeof number !== 'number') {
        const asked = askIn(this.texts[one], this.#unitOf(one))
        this.problem =
          asked ?? `${nameOf(one)} is a number, got ${this.texts[one].trim() || 'nothing'}`
        return
      }
      read[one] = number
    }
    try {
      const d = lognormalFromMean(read.mean, read.deviation)
      this.#shown = distributionKey(d)
      this.problem = null
      this.belief.set(d)
    } catch (error) {
      this.problem = shapeProblem(error, good, this.belief.about.unit)
    }
  }

  #unitOf(moment: Moment): string {
    const { unit } = this.belief.about
    return moment === 'mean' ? unit : spreadUnit(unit)
  }

  #show(d: Distribution): void {
    this.#shown = distributionKey(d)
    const moments = momentsOf(d)
    for (const one of MOMENTS) this.texts[one] = shortIn(moments[one], this.#unitOf(one))
  }
}

export function nameOf(moment: Moment): string {
  return moment === 'mean' ? 'Mean' : 'Standard deviation'
}

function momentsOf(d: Distribution): Record<Moment, number> {
  return { mean: mean(d), deviation: standardDeviation(d) }
}
