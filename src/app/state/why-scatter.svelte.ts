import { untrack } from 'svelte'
import type { Scatter, ScatterRequest } from '../../analyses/scatter.ts'
import type { Subject } from '../../analyses/subject.ts'
import { CLOSES, type Measure, type Selection } from '../../engine/selection.ts'
import type { Range } from '../../findings/brush.ts'
import { assumptions, labelOf, market } from '../../study/model.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { isByOutcome } from './brush.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { type Why, type WhyFacts, whyOf } from './why.svelte.ts'

/** What is drawn, and what it was drawn of. */
export interface SeenScatter {
  readonly facts: WhyFacts
  readonly answer: Scatter
  /** What it was asked of, but for the dots that stand out. */
  readonly of: string
}

/** Dots at most: the first futures that count. */
const SHOWN = 2000

/** What the scatter is first drawn against: a belief or an event, never luck. */
const among = assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)

/** One outcome against something else, and the futures made out on it. */
export class WhyScatter {
  readonly #asked = new Asked<SeenScatter>()
  /** What was put on x that is no belief, and the belief that was picked by then. */
  #other = $state.raw<{ readonly of: Measure; readonly picked: string | null } | null>(null)

  readonly seen = $derived(this.#asked.value)
  /** What is asked to lie to the right; null for the belief that goes with the outcome most. */
  readonly x = $derived.by((): Measure | null => {
    const { picked } = this.why
    const other = this.#other
    if (other && other.picked === picked) return other.of
    return picked !== null && assumptions.some(({ id }) => id === picked) ? { input: picked } : null
  })
  readonly #of = $derived.by(() => JSON.stringify([this.why.whole?.whole, this.x]))
  /** Whether what is drawn is of something else than what is asked for. */
  readonly isOld = $derived.by(() => {
    const { seen } = this
    const { whole } = this.why
    if (seen === null) return false
    return whole === null || seen.facts.results !== whole.results || seen.of !== this.#of
  })
  /** The ranges that are brushed here; none where nothing is, or something else is. */
  readonly ranges = $derived.by((): readonly Range[] => {
    const { brush, whole } = this.why
    const isOfOthers = (outcome: string) => !whole || !isByOutcome(brush, outcome, whole.whole)
    return (brush?.ranges ?? []).filter(({ of }) => 'input' in of || !isOfOthers(of.outcome))
  })

  constructor(
    private readonly page: Pick<AppState, 'runner'>,
    private readonly why: Why,
  ) {}

  get problem(): string | null {
    return this.#asked.problem
  }

  /** Puts an input or an outcome on x; a belief is then picked for the whole screen. */
  put(of: Measure): void {
    const isPicked = 'input' in of && among.some((id) => id === of.input)
    if (isPicked) this.why.picked = of.input
    this.#other = isPicked ? null : { of, picked: this.why.picked }
  }

  /** Counts only futures within ranges of what is drawn; all where there is none. */
  brush(ranges: readonly Range[]): void {
    const { seen } = this
    if (seen) this.why.brushing.makeOut(ranges, seen.facts.whole)
    else this.why.brush = null
  }

  /** Asks for what is drawn; depends on the facts and on what is put on x. */
  request(): void {
    const { facts } = this.why
    const { x } = this
    const of = this.#of
    if (!facts) return
    const request: ScatterRequest = {
      subject: withFigures(facts.whole, x),
      x,
      among,
      marked: facts.brushed?.selection ?? null,
      shown: SHOWN,
    }
    untrack(() =>
      this.#asked.ask([facts.results, JSON.stringify(request)], async (handle) => ({
        facts,
        of,
        answer: await this.page.runner.ask('scatter', facts.results, request, handle),
      })),
    )
  }

  /** The screen is left: nothing waits for it. */
  leave(): void {
    this.#asked.drop()
  }
}

/** Where an outcome on x is a figure only if the deal closes, other futures have none. */
function withFigures(subject: Subject, x: Measure | null): Subject {
  if (x === null || !isOnlyIfMet(x)) return subject
  const selection: Selection = { kind: 'and', parts: [subject.selection, CLOSES] }
  return { ...subject, selection, inBoth: true }
}

/** Whether something is a figure only where the deal closes. */
export function isOnlyIfMet(of: Measure): boolean {
  const outcome = market.outcomes.find((one) => 'outcome' in of && one.id === of.outcome)
  return outcome?.kind === 'number' && outcome.onlyIf === 'met'
}

/** What can lie to the right, in groups. */
export const acrossGroups = [
  { label: 'Beliefs', options: inputs('belief') },
  { label: 'Events', options: inputs('event') },
  { label: 'Luck, nobody’s belief', options: inputs('luck') },
  {
    label: 'Outcomes',
    options: market.outcomes
      .filter(({ kind }) => kind === 'number')
      .map(({ id, label }) => ({ key: `outcome ${id}`, label })),
  },
]

function inputs(role: (typeof assumptions)[number]['role']) {
  return assumptions
    .filter((one) => one.role === role)
    .map(({ id }) => ({ key: `input ${id}`, label: labelOf(id) }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1))
}

/** What a choice among the groups stands for, and the other way round. */
export function keyOfMeasure(of: Measure): string {
  return 'input' in of ? `input ${of.input}` : `outcome ${of.outcome}`
}
export function measureOfKey(key: string): Measure {
  const [kind, id] = key.split(' ')
  return kind === 'input' ? { input: id } : { outcome: id }
}

export const whyScatterOf = madeOnce((app) => new WhyScatter(app, whyOf(app)))
