import { untrack } from 'svelte'
import type { ChoiceFlips } from '../../analyses/choice-flips.ts'
import type { ChoiceMap } from '../../analyses/choice-map.ts'
import { choiceFlipsAsked } from '../../findings/choice-flips-asked.ts'
import { choiceFlipsFinding } from '../../findings/choice-flips.ts'
import { choiceMapFinding } from '../../findings/choice-map.ts'
import { limitsOf } from '../../findings/limits.ts'
import { NEGLIGIBLE } from '../../study/index.ts'
import { assumptions } from '../../study/model.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

interface Seen {
  readonly facts: WhyFacts
  readonly found: ChoiceFlips | null
}

/** A map of two beliefs, and what it is of. */
interface SeenMap {
  readonly facts: WhyFacts
  readonly pair: readonly [x: string, y: string]
  readonly found: ChoiceMap | null
}

/** What would flip the choice, belief by belief. */
export class WhyFlips {
  readonly #asked = new Asked<Seen>()
  readonly #map = new Asked<SeenMap>()
  /** What was picked by hand for either side of the map; empty where nothing was. */
  #picked = $state.raw<readonly [x: string, y: string]>(['', ''])

  readonly problem = $derived(this.#asked.problem)
  readonly isLooking = $derived.by(() => this.#asked.status === 'asking')
  /** What it is of; null until the first answer. */
  readonly seen = $derived(this.#asked.value)
  /** Whether what is in sight is of another run, outcome or futures than what is asked for. */
  readonly isOld = $derived.by(() => this.seen !== null && !this.#isNow(this.seen.facts))
  readonly finding = $derived.by(() => {
    const { seen } = this
    if (!seen) return null
    const { facts, found } = seen
    const { outcome, where, results } = facts
    const { plan, trials } = results
    const negligible = this.app.studies.study.negligible ?? NEGLIGIBLE
    return choiceFlipsFinding({
      outcome,
      found,
      limits: limitsOf({ trials, sampling: plan.sampling }, outcome, negligible),
      where,
      strategy: (id) => this.labelOf(id),
      explained: facts.whole.a.strategy,
    })
  })

  /** The two beliefs of the map, by id: as picked, else the two that would gain most, an event upwards. */
  readonly pair = $derived.by((): readonly [x: string, y: string] => {
    const [a = '', b = ''] = this.finding?.marks.map(({ id }) => id) ?? []
    const [x, y] = isEvent(a) && !isEvent(b) && b !== '' ? [b, a] : [a, b]
    const [pickedX, pickedY] = this.#picked
    return [pickedX || x, pickedY || y]
  })
  readonly hasPair = $derived.by(() => {
    const [x, y] = this.pair
    return x !== '' && y !== '' && x !== y
  })
  readonly map = $derived(this.#map.value)
  readonly mapProblem = $derived(this.#map.problem)
  readonly isMapOld = $derived.by(() => {
    const { map, pair } = this
    if (!map) return false
    return !this.#isNow(map.facts) || map.pair[0] !== pair[0] || map.pair[1] !== pair[1]
  })
  readonly mapFinding = $derived.by(() => {
    const { map } = this
    if (!map?.found) return null
    const { outcome, where } = map.facts
    const [x, y] = map.pair
    const strategy = (id: string) => this.labelOf(id)
    const { best = null, flips = [] } = this.seen?.found ?? {}
    const own = flips.filter(({ id }) => id === x || id === y)
    const alone = best === null ? null : [best, ...own.map(({ to }) => to)]
    return choiceMapFinding({ outcome, x, y, found: map.found, alone, where, strategy })
  })

  constructor(
    private readonly app: Pick<AppState, 'runner' | 'studies'>,
    private readonly why: Why,
  ) {}

  labelOf(strategy: string): string {
    return this.app.studies.strategies.find(({ id }) => id === strategy)?.label ?? strategy
  }

  /** Asks; depends on what Why is of. */
  request(): void {
    const { facts } = this.why
    if (!facts) return
    untrack(() => {
      this.#asked.ask(aboutOf(facts), async (handle) => {
        const request = askedOf(facts)
        const { results } = facts
        const found =
          request && (await this.app.runner.ask('choiceFlips', results, request, handle))
        return { facts, found }
      })
    })
  }

  /** Asks for the map of two beliefs; depends on what Why is of, on what flips and on what was picked. */
  requestMap(): void {
    const { facts } = this.why
    const { pair, hasPair } = this
    // Which two there are follows from what flips the choice.
    if (!facts || !hasPair || this.isOld || !this.seen) return
    untrack(() =>
      this.#map.ask([...aboutOf(facts), ...pair], async (handle) => {
        const request = askedOf(facts)
        const { results } = facts
        const asked = request && { ...request, inputs: pair }
        const found = asked && (await this.app.runner.ask('choiceMap', results, asked, handle))
        return { facts, pair, found }
      }),
    )
  }

  /** Picks a belief for one side of the map: across or upwards. */
  pick(side: 0 | 1, belief: string): void {
    const [x, y] = this.pair
    this.#picked = side === 0 ? [belief, y] : [x, belief]
  }

  #isNow(of: WhyFacts): boolean {
    const { facts } = this.why
    if (!facts) return false
    const [now, then] = [aboutOf(facts), aboutOf(of)]
    return now.every((one, at) => one === then[at])
  }

  again(): void {
    this.#asked.again()
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    for (const one of [this.#asked, this.#map]) if (one.status === 'asking') one.drop()
  }
}

/** What both questions depend on. */
function aboutOf({ results, outcome, where, selection, choices }: WhyFacts): readonly unknown[] {
  return [results, outcome, where, selection, choices.join()]
}

function askedOf({ results, choices, outcome, where, selection }: WhyFacts) {
  return choiceFlipsAsked(results.cases, choices, outcome, where === 'observed' ? selection : null)
}

function isEvent(belief: string): boolean {
  return assumptions.some(({ id, role }) => id === belief && role === 'event')
}

export const whyFlipsOf = madeOnce((app) => new WhyFlips(app, whyOf(app)))
