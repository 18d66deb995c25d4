import { atQuarter } from '../engine/selection.ts'
import { explainedShare } from '../engine/sensitivity/explained-share.ts'
import { cubicBasis, lineBasis, seenGain, seenShare } from '../engine/sensitivity/seen-gain.ts'
import { type ValueParts, valueParts } from '../engine/sensitivity/value-parts.ts'
import { standardErrorOf } from '../engine/statistics/standard-error.ts'
import { analysis, type Given } from './analysis.ts'
import { perfectGain } from './information.ts'
import { bestSide, type Bins, CERTAIN, FEWEST, pooled, type Side } from './side-bins.ts'
import type { SignFutures } from './sign-sides.ts'
import { believed, type Ranked, rankedBelief, signBelief } from './sign-belief.ts'
import { seenFor, signFutures, signNeeds } from './sign-futures.ts'
import { chosenSignposts, type Candidate, SOON } from './signpost-choice.ts'
import type {
  SeenCell,
  SeenTogether,
  Signpost,
  Signposts,
  SignpostsRequest,
} from './signpost-facts.ts'

/** Parts of a series in which what is explained is a straight line. */
const LINES = 10
/** Parts that a side is made of. */
const SIDES = 20
/** The part of the work that it takes to run the futures until they are seen. */
const SEEING = 0.6

/**
 * Which series of the market, seen at which quarter, tell most about what is explained and about the
 * choice; and where the choice becomes another one.
 */
export const signposts = analysis({
  needs(request: SignpostsRequest, model) {
    const needs = signNeeds(request, model)
    // A first look is to be quick.
    if (request.first !== undefined) return needs
    return { ...needs, inputs: [...new Set([...needs.inputs, ...believed(model)])] }
  },
  *steps(request, given): Generator<number | void, Signposts> {
    const futures = signFutures(request, given)
    const columns = yield* seeing(request, given)
    const candidates: Candidate[] = []
    const all = request.series.length * request.quarters
    for (const series of request.series) {
      for (let t = 1; t <= request.quarters; t++) {
        const values = columns.get(atQuarter(series, t)) ?? new Float64Array(0)
        candidates.push({ series, t, values, ...lookedAt(values, futures, request) })
        yield SEEING + (1 - SEEING) * (candidates.length / all)
      }
    }
    const { target, choice } = futures
    const found = yield* chosenSignposts(candidates, columns, request.quarters, futures)
    return {
      trials: target.values.length,
      counted: countOf(target.values.length, target.mask),
      top: choice?.top ?? null,
      perfect: choice && perfectGain(choice.ahead, futures.replicate, choice.mask),
      together: [...new Set([Math.min(SOON, request.quarters), request.quarters])].map((t) =>
        togetherAt(t, columns, request, futures),
      ),
      seen: candidates.map(({ series, t, share, isTold, gain, turn }): SeenCell => {
        return { series, t, share, isTold, gain, flips: turn !== null }
      }),
      signposts: yield* withBeliefs(
        found,
        columns,
        futures,
        request.first === undefined ? given : null,
      ),
    }
  },
})

/** Signposts with the belief that each goes with; without inputs none is looked for. */
function* withBeliefs(
  found: readonly Signpost[],
  columns: ReadonlyMap<string, Float64Array>,
  { target }: SignFutures,
  given: Given | null,
): Generator<void, readonly Signpost[]> {
  const beliefs: Ranked[] = []
  for (const id of given && found.length > 0 ? believed(given.model) : []) {
    const values = given?.inputs.get(id)?.subarray(0, target.values.length)
    const ranked = values && rankedBelief(id, values, target)
    if (ranked) beliefs.push(ranked)
    yield
  }
  const all: Signpost[] = []
  for (const one of found) {
    const { series, t, threshold, side, sides } = one
    const [there, elsewhere] =
      side === 'below' ? [sides.below, sides.above] : [sides.above, sides.below]
    const way = Math.sign((there.mean?.value ?? 0) - (elsewhere.mean?.value ?? 0))
    const values = columns.get(atQuarter(series, t)) ?? new Float64Array(0)
    const onSide = values.map((value) => (value <= threshold === (side === 'below') ? 1 : 0))
    all.push({ ...one, belief: signBelief(onSide, way, beliefs) })
    yield
  }
  return all
}

/** The share of the work that it takes to run the futures again, told as it is done. */
function* seeing(
  request: SignpostsRequest,
  given: Given,
): Generator<number, ReadonlyMap<string, Float64Array>> {
  const steps = seenFor(request, given, request.series, request.quarters)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield SEEING * step.value
  }
}

function lookedAt(
  values: Float64Array,
  { target, choice, replicate, certain }: SignFutures,
  { negligible }: SignpostsRequest,
): Omit<Candidate, 'series' | 't' | 'values'> {
  const lines = valueParts(values, LINES, target.mask)
  const found = explainedShare(values, target.values, lines, replicate)
  const share = { value: found?.value ?? 0, error: found?.error ?? null }
  const isEnough = countOf(values.length, target.mask) >= FEWEST
  const isTold =
    isEnough &&
    found !== null &&
    found.error !== null &&
    found.value > CERTAIN * found.noise &&
    found.value > 2 * found.error
  if (!choice) return { share, isTold, gain: null, turn: null, lines }
  const parts = valueParts(values, SIDES, choice.mask)
  const { ahead } = choice
  const side = turnOf(parts, ahead, { negligible, replicate, certain })
  return {
    share,
    isTold,
    gain: seenGain(cubicBasis(values, parts, choice.mask), ahead, replicate),
    turn: side && { side, parts },
    lines,
  }
}

/** The side on which another strategy gains most, if it is surely ahead there by what matters. */
function turnOf(
  { of, count }: ValueParts,
  ahead: readonly Float64Array[],
  {
    negligible,
    replicate,
    certain,
  }: Pick<SignFutures, 'replicate' | 'certain'> & Pick<SignpostsRequest, 'negligible'>,
): Side | null {
  const trials = count.reduce((sum, one) => sum + one, 0)
  if (trials < FEWEST) return null
  const sums = ahead.map(() => new Float64Array(count.length))
  const squares = ahead.map(() => new Float64Array(count.length))
  for (const [other, one] of ahead.entries()) {
    const [sum, square] = [sums[other], squares[other]]
    for (let i = 0; i < of.length; i++) {
      const part = of[i]
      if (part >= count.length) continue
      sum[part] += one[i]
      square[part] += one[i] * one[i]
    }
  }
  const bins: Bins = { middle: [], last: [], count, sums, squares }
  const side = bestSide(bins)
  if (!side) return null
  const { mean, error } = pooled(bins, side)
  if (!(mean > CERTAIN * error && mean > negligible)) return null
  const first = side.fromTop ? count.length - side.bins : 0
  const isIn = (part: number) => part >= first && part < first + side.bins
  const off = ahead[side.other].map((one, i) => (isIn(of[i]) ? one - mean : 0))
  const there = count.reduce((sum, one, part) => (isIn(part) ? sum + one : sum), 0)
  const known = standardErrorOf(off, replicate, there)
  return known !== null && mean > certain * known ? side : null
}

/** What all series tell together that are seen until a quarter, by their last figures. */
function togetherAt(
  t: number,
  columns: ReadonlyMap<string, Float64Array>,
  { series }: SignpostsRequest,
  { target, choice, replicate }: SignFutures,
): SeenTogether {
  const all = series.flatMap((id) => columns.get(atQuarter(id, t)) ?? [])
  const share = seenShare(lineBasis(all, target.mask), target.values, replicate)
  const gain = choice && seenGain(lineBasis(all, choice.mask), choice.ahead, replicate)
  return { t, share, gain }
}

function countOf(trials: number, mask: Uint8Array | undefined): number {
  return mask ? mask.reduce((sum, one) => sum + one, 0) : trials
}
