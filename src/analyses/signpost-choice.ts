import { correlationWhere } from '../engine/sensitivity/correlation.ts'
import { bestSplit, rootNear, roundTo } from '../engine/sensitivity/thresholds.ts'
import type { ValueParts } from '../engine/sensitivity/value-parts.ts'
import { fanOf } from './sign-fan.ts'
import type { Side } from './side-bins.ts'
import { type SignEstimate, type SignFutures, signSides } from './sign-sides.ts'
import type { Signpost } from './signpost-facts.ts'

/** A series at a quarter, and what it tells. */
export interface Candidate {
  readonly series: string
  readonly t: number
  readonly values: Float64Array
  readonly share: SignEstimate
  readonly isTold: boolean
  readonly gain: SignEstimate | null
  /** Where another strategy gains; null where none surely does. */
  readonly turn: { readonly side: Side; readonly parts: ValueParts } | null
  /** Parts over the futures of what is explained. */
  readonly lines: ValueParts
}

/** A season is what a committee acts on: it is told what to watch in so many quarters, too. */
export const SOON = 2
/** As many as can be watched. */
const MOST = 6
/** A quarter that tells so much of what the best quarter of its series tells is early enough. */
const NEARLY = 0.8
/** Two series that move together as much as this say the same. */
const ALIKE = 0.9

/**
 * The signposts among all that was looked at: of each series the earliest quarter that tells nearly
 * as much as any; those that flip the choice first. What says about the same as a better one is told
 * with it. The best of those that come soon is among them.
 */
export function* chosenSignposts(
  candidates: readonly Candidate[],
  columns: ReadonlyMap<string, Float64Array>,
  quarters: number,
  futures: SignFutures,
): Generator<void, Signpost[]> {
  const told = [
    ...earliestOf(
      candidates.filter(({ turn }) => turn !== null),
      turnWorth,
    ),
    ...earliestOf(
      candidates.filter(({ isTold }) => isTold),
      ({ share }) => share.value,
    ),
  ]
  const taken: { readonly one: Candidate; readonly found: Signpost; readonly alike: string[] }[] =
    []
  for (const one of told) {
    const same = taken.find((is) => sayTheSame(is.one, one))
    if (same) {
      if (same.one.series !== one.series && !same.alike.includes(one.series)) {
        same.alike.push(one.series)
      }
      continue
    }
    if (taken.length === MOST) continue
    const found = signpostOf(one, columns, quarters, futures)
    if (found) taken.push({ one, found, alike: [] })
    yield
  }
  const chosen = taken.map(({ found, alike }): Signpost => ({ ...found, alike }))
  const isChosen = ({ series, t }: Candidate) =>
    chosen.some((one) => one.series === series && one.t === t)
  for (const one of soonest(candidates)) {
    if (isChosen(one)) return chosen
    const soon = signpostOf(one, columns, quarters, futures)
    if (soon) return flipsFirst([...withRoom(chosen), soon])
  }
  return chosen
}

/** What is seen soon and surely tells: what changes the choice first, then what tells most. */
function soonest(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .filter(({ t, turn, isTold }) => t <= SOON && (turn !== null || isTold))
    .toSorted((a, b) => turnWorth(b) - turnWorth(a) || b.share.value - a.share.value)
}

/** Without the last, one that changes nothing if there is such, where there are as many as can be watched. */
function withRoom(chosen: readonly Signpost[]): readonly Signpost[] {
  if (chosen.length < MOST) return chosen
  const last = chosen.findLastIndex(({ flips }) => !flips)
  return chosen.filter((_, at) => at !== (last < 0 ? chosen.length - 1 : last))
}

function flipsFirst(all: readonly Signpost[]): Signpost[] {
  return all.toSorted((a, b) => Number(b.flips) - Number(a.flips))
}

/** What a rule with one threshold gains, summed over its trials. */
function turnWorth({ turn }: Candidate): number {
  return turn?.side.gain ?? 0
}

/** One a series, the most telling series first. */
function earliestOf(
  candidates: readonly Candidate[],
  worth: (one: Candidate) => number,
): Candidate[] {
  const series = [...new Set(candidates.map((one) => one.series))]
  return series
    .flatMap((id) => {
      const own = candidates.filter((one) => one.series === id)
      const most = Math.max(...own.map(worth))
      const first = own.find((one) => worth(one) >= NEARLY * most)
      return first ? [first] : []
    })
    .toSorted((a, b) => worth(b) - worth(a))
}

function sayTheSame(a: Candidate, b: Candidate): boolean {
  if (a.series === b.series) return true
  return Math.abs(correlationWhere(a.values, b.values, a.lines.of).value) >= ALIKE
}

function signpostOf(
  one: Candidate,
  columns: ReadonlyMap<string, Float64Array>,
  quarters: number,
  futures: SignFutures,
): Signpost | null {
  const { series, t, values, share, gain } = one
  const cut = one.turn ? turnedAt(one, one.turn, futures) : splitAt(one, futures)
  if (!cut) return null
  const sides = signSides(values, cut.threshold, futures)
  const top = futures.choice?.top ?? null
  const rarer = sides.below.chance.value <= sides.above.chance.value ? 'below' : 'above'
  const side = cut.side ?? rarer
  return {
    series,
    t,
    threshold: cut.threshold,
    error: cut.error,
    side,
    flips: sides[side].choice !== top,
    sides,
    share,
    gain,
    fan: fanOf(columns, series, quarters, futures.target.mask),
    alike: [],
    belief: null,
  }
}

interface Cut {
  readonly threshold: number
  readonly error: number | null
  readonly side: 'below' | 'above' | null
}

/** Where another strategy takes over, to a digit that its error leaves. */
function turnedAt(
  { values }: Candidate,
  { side, parts }: NonNullable<Candidate['turn']>,
  { choice, replicate }: SignFutures,
): Cut | null {
  if (!choice) return null
  const edge = side.fromTop ? parts.count.length - side.bins - 1 : side.bins - 1
  const root = rootNear(values, choice.others[side.other].ahead, parts, edge, replicate)
  const at = root?.at ?? parts.edges[edge]
  const error = root?.error ?? null
  const threshold = roundTo(
    at,
    error === null ? Math.max(spreadOf(parts) / 20, lastDigit(at)) : error / 2,
  )
  return { threshold, error, side: side.fromTop ? 'above' : 'below' }
}

/** The split that says most of what is explained, to a digit that people say. */
function splitAt({ lines }: Candidate, { target }: SignFutures): Cut | null {
  const edge = bestSplit(target.values, lines)
  if (edge === null) return null
  const at = lines.edges[edge]
  const threshold = roundTo(at, Math.max(spreadOf(lines) / 20, lastDigit(at)))
  return { threshold, error: null, side: null }
}

/** The worth of the third digit that counts, the last that is written. */
function lastDigit(value: number): number {
  const size = Math.abs(value)
  if (!(size > 0)) return 0
  let power = 1
  while (power > size) power /= 10
  while (power * 10 <= size) power *= 10
  return power / 100
}

/** Between the outermost edges. */
function spreadOf({ edges }: ValueParts): number {
  return edges.length > 1 ? edges[edges.length - 1] - edges[0] : 0
}
