import {
  checkDistribution,
  type Distribution,
  distributionKey,
  families,
  type FamilyId,
  type NumberParameter,
} from '../../engine/distributions/index.ts'
import { asFamily } from './families.ts'
import { wordsOf } from './notices.svelte.ts'

/**
 * A belief while it is being typed: the texts stay as typed, good or not, and every good state of
 * them is handed on at once.
 */
export class BeliefDraft {
  kind = $state<FamilyId>('constant')
  texts = $state<Record<string, string>>({})
  problem = $state<string | null>(null)
  /** The last belief that could be read from the texts. */
  good = $state.raw<Distribution>({ kind: 'constant', value: 0 })

  readonly parameters = $derived(numberParameters(this.kind))

  /** @param take hands a belief on; gives back what is wrong with it, or null */
  constructor(
    start: Distribution,
    private readonly take: (belief: Distribution) => string | null,
  ) {
    this.#show(start)
  }

  /** Follows the study where it was changed elsewhere, e.g. by a reset. */
  follow(belief: Distribution): void {
    if (distributionKey(belief) !== distributionKey(this.good)) this.#show(belief)
  }

  type(parameter: string, text: string): void {
    this.texts[parameter] = text
    this.#read()
  }

  choose(kind: FamilyId): void {
    this.#show(asFamily(kind, this.good))
    this.#read()
  }

  /** A whole belief at once, e.g. from a curve that was dragged. */
  set(belief: Distribution): void {
    this.#show(belief)
    this.problem = this.take(belief)
  }

  #show(belief: Distribution): void {
    this.kind = belief.kind
    const values: Readonly<Record<string, unknown>> = { ...belief }
    this.texts = Object.fromEntries(
      numberParameters(belief.kind).map(({ id }) => [
        id,
        typeof values[id] === 'number' ? String(values[id]) : '',
      ]),
    )
    this.good = belief
    this.problem = null
  }

  #read(): void {
    const values = Object.fromEntries(
      this.parameters
        .filter(({ id, optional }) => !(optional && this.texts[id].trim() === ''))
        .map(({ id }) => [id, numberOf(this.texts[id])]),
    )
    // Lists are not typed here: they stay as they are.
    const lists = Object.fromEntries(
      Object.entries(this.good).filter(([, value]) => Array.isArray(value)),
    )
    const belief: unknown = {
      ...(this.kind === this.good.kind ? lists : {}),
      kind: this.kind,
      ...values,
    }
    try {
      checkDistribution(belief)
    } catch (error) {
      this.problem = wordsOf(error)
      return
    }
    this.problem = this.take(belief)
    if (this.problem === null) this.good = belief
  }
}

function numberParameters(kind: FamilyId): readonly NumberParameter[] {
  const { parameters } = families[kind]
  return parameters.filter((one): one is NumberParameter => (one.type ?? 'number') === 'number')
}

/** The number a text holds: "0.25", "25%" or "1,5"; the text itself where it holds none. */
function numberOf(text: string): number | string {
  const plain = text.trim().replace(/^(-?\d+),(\d{1,2})$/, '$1.$2')
  const percent = /^(.+)%$/.exec(plain)
  const number = Number(percent ? percent[1] : plain)
  if (plain === '' || Number.isNaN(number)) return text
  return percent ? number / 100 : number
}
