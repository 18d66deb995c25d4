import { untrack } from 'svelte'
import type { BrushedCases } from '../../analyses/brushed.ts'
import type { Subject } from '../../analyses/subject.ts'
import type { Selection } from '../../engine/selection.ts'
import {
  type Ends,
  NO_ENDS,
  type Range,
  rangesWords,
  selectionOfRanges,
} from '../../findings/brush.ts'
import type { RunResults } from '../../workers/results.ts'
import type { AskOptions } from '../../workers/runner.ts'
import type { AppState } from './app.svelte.ts'
import { Asked } from './asked.svelte.ts'
import { madeOnce } from './made-once.svelte.ts'
import { OfStudy } from './of-study.svelte.ts'

/** Futures made out by hand, on a chart or by a rule. */
export interface Brush {
  /** Ranges of inputs, and of outcomes of those cases. */
  readonly selection: Selection
  /** The same in words, after “futures where”. */
  readonly words: string
  /** Whose outcomes they are; those of what is explained where it is left out. */
  readonly of?: BrushedCases
  /** What it is made of where that was drawn or typed; left out for a rule. */
  readonly ranges?: readonly Range[]
}

/**
 * Futures within ranges that were drawn or typed; null where none has an end.
 *
 * @param of whose outcomes they are of
 * @param whose the same in words
 */
export function brushOfRanges(
  ranges: readonly Range[],
  of: BrushedCases,
  whose: string,
): Brush | null {
  const said = ranges.filter(({ low, high }) => low !== null || high !== null)
  if (said.length === 0) return null
  const words = rangesWords(said, whose)
  return { selection: selectionOfRanges(said), words, of, ranges: said }
}

/** Whether futures are made out by what an outcome of some cases is itself. */
export function isByOutcome(brush: Brush | null, outcome: string, of: BrushedCases): boolean {
  return rangeOf(brush, outcome, of) !== undefined
}

function rangeOf(brush: Brush | null, outcome: string, of: BrushedCases): Range | undefined {
  return isOfSame(brush?.of, of) ? brush?.ranges?.find((one) => isOf(one, outcome)) : undefined
}

/** Whether a range is made out, with the very ends it had. */
function isWithin(brush: Brush | null, { outcome, of, ends }: MadeRange): boolean {
  const range = rangeOf(brush, outcome, of)
  return range?.low === ends.low && range.high === ends.high
}

function isOf({ of }: Range, outcome: string): boolean {
  return 'outcome' in of && of.outcome === outcome
}

/** An outcome of another case cannot stand beside one of this case. */
export function isOfSame(one: BrushedCases | undefined, { a, b }: BrushedCases): boolean {
  return one?.a.strategy === a.strategy && one.b?.strategy === b?.strategy
}

/** A range of an outcome that is made out by hand, and what is made out beside it. */
export interface MadeRange {
  readonly brush: Brush
  readonly of: BrushedCases
  readonly outcome: string
  readonly ends: Ends
  readonly others: readonly Range[]
}

/** A brush as it falls in the results of one run. */
export interface MetBrush {
  readonly brush: Brush
  readonly results: RunResults
  /** What is explained, over all futures that count for it. */
  readonly within: Subject
  /** The same futures for every case of those results. */
  readonly selection: Selection
  /** How many of those that count. */
  readonly count: number
  readonly of: number
}

/**
 * The futures made out by hand, on every screen that follows them. Kept as ranges, and counted anew in
 * whatever results are in sight: a range of an outcome is of the strategy it was drawn for, and its
 * futures are the same ones for all others.
 */
export class Brushing {
  readonly #chosen: OfStudy<Brush | null>
  readonly #explained: OfStudy<MadeRange | null>
  readonly #met = new Asked<MetBrush>()

  constructor(private readonly page: Pick<AppState, 'runner' | 'studies'>) {
    this.#chosen = new OfStudy<Brush | null>(page.studies, null)
    this.#explained = new OfStudy<MadeRange | null>(page.studies, null)
  }

  get value(): Brush | null {
    return this.#chosen.value
  }
  set value(brush: Brush | null) {
    this.#chosen.value = brush
    const explained = this.#explained.value
    // Made out again it is not explained again.
    if (explained && !isWithin(brush, explained)) this.#explained.value = null
  }

  /** The range that Why explains in place of a target: one that is made out, as it was then; null for none. */
  get explained(): MadeRange | null {
    const explained = this.#explained.value
    // Nobody explains what is gone, as it is where another study had ranges meanwhile.
    return explained && isWithin(this.value, explained) ? explained : null
  }

  /** Has Why explain the range that is made out. */
  explainRange(): void {
    this.#explained.value = this.range
  }

  /** Has Why explain the target again. */
  explainTarget(): void {
    this.#explained.value = null
  }

  /** What a case, or one less another, is called. */
  whose({ a, b }: BrushedCases): string {
    const name = (id: string) =>
      `“${this.page.studies.strategies.find((one) => one.id === id)?.label ?? id}”`
    return b ? `${name(a.strategy)} less ${name(b.strategy)}` : name(a.strategy)
  }

  /** Counts only futures within ranges, of outcomes of some cases; all where none has an end. */
  makeOut(ranges: readonly Range[], of: BrushedCases): void {
    this.value = brushOfRanges(ranges, of, this.whose(of))
  }

  /** Counts only futures within a range of an outcome, and within those drawn before that can stand beside it. */
  makeOutRange(outcome: string, of: BrushedCases, ends: Ends): void {
    this.makeOut([...this.beside(outcome, of), { of: { outcome }, ...ends }], of)
  }

  /** The range of an outcome that is made out. */
  endsOf(outcome: string, of: BrushedCases): Ends {
    const range = rangeOf(this.value, outcome, of)
    return range ? { low: range.low, high: range.high } : NO_ENDS
  }

  /** The range of an outcome by which futures are made out, the first of several; null for none. */
  readonly range = $derived.by((): MadeRange | null => {
    const { value: brush } = this
    const range = brush?.ranges?.find((one) => 'outcome' in one.of)
    if (!brush?.of || !range || !('outcome' in range.of)) return null
    const { low, high } = range
    const { outcome } = range.of
    const others = this.beside(outcome, brush.of)
    return { brush, of: brush.of, outcome, ends: { low, high }, others }
  })

  /** What is made out beside a range of an outcome. */
  beside(outcome: string, of: BrushedCases): readonly Range[] {
    const { value } = this
    const isSame = isOfSame(value?.of, of)
    return (value?.ranges ?? []).filter(
      (one) => 'input' in one.of || (isSame && !isOf(one, outcome)),
    )
  }

  /** The newest count, of whatever was asked last. */
  readonly met = $derived.by(() => (this.#met.value?.brush === this.value ? this.#met.value : null))

  get problem(): string | null {
    return this.value ? this.#met.problem : null
  }

  /** What is made out by hand in some results; null where nothing is, or it is still being counted. */
  metIn(results: RunResults, within: Subject): MetBrush | null {
    const { met } = this
    return met?.results === results && sameSubject(met.within, within) ? met : null
  }

  /** Why the futures cannot be made out in some results, in a sentence; null where they can. */
  lostIn({ cases }: Pick<RunResults, 'cases'>): string | null {
    const { of } = this.value ?? {}
    const gone = [of?.a, of?.b].find(
      (ref) => ref && !cases.some(({ strategy }) => strategy === ref.strategy),
    )
    return gone
      ? 'The strategy that the range was drawn for is not in this run, so all futures are counted.'
      : null
  }

  /** Counts them where that is not known; depends on what is made out. */
  request(results: RunResults, within: Subject): void {
    const brush = this.value
    if (!brush || this.lostIn(results)) return
    untrack(() =>
      this.#met.ask([results, brush, keyOf(within)], (handle) =>
        this.count(brush, results, within, handle),
      ),
    )
  }

  /** Counts them in some results, for whoever asks. */
  async count(
    brush: Brush,
    results: RunResults,
    within: Subject,
    options: AskOptions = {},
  ): Promise<MetBrush> {
    const { scenario } = within.a
    const here = (ref: BrushedCases['a']) => ({ ...ref, scenario })
    const { a, b } = brush.of ?? within
    const of = { a: here(a), b: b && here(b) }
    const request = { selection: brush.selection, of, within }
    const found = await this.page.runner.ask('brushed', results, request, options)
    return { brush, results, within, ...found }
  }
}

function keyOf(subject: Subject): string {
  return JSON.stringify(subject)
}

function sameSubject(one: Subject, other: Subject): boolean {
  return one === other || keyOf(one) === keyOf(other)
}

export const brushingOf = madeOnce((app) => new Brushing(app))
