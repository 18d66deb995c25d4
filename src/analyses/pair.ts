import type { Catalogue } from '../engine/model.ts'
import type { CaseRef } from '../engine/plan.ts'
import type { Replicate } from '../engine/sampling/design.ts'
import { meanOf, varianceOf } from '../engine/statistics/moments.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { shape, type Shape } from '../engine/statistics/shape.ts'
import {
  standardErrorOf,
  standardErrorOfQuantile,
  standardErrorOfShare,
} from '../engine/statistics/standard-error.ts'
import { measuresNamed, type Selectable, selectedOf, type Selection } from '../engine/selection.ts'
import { analysis, needsOf } from './analysis.ts'

/** One case less another, future by future. */
export interface PairedDifference {
  /** Futures that count. */
  readonly trials: number
  readonly mean: number
  /** Of the mean difference: what the two share cancels out. Null for one future. */
  readonly standardError: number | null
  readonly standardDeviation: number | null
  /** Shares of futures in which the first is above, below, and exactly equal. */
  readonly wins: number
  readonly losses: number
  readonly ties: number
  readonly p5: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
}

/**
 * Compares two cases on the same futures.
 *
 * @param a by trial
 * @param b by trial, of the same plan
 * @param replicate which trials are one independent repetition of the design
 * @param mask 1 where a trial counts; all do without it
 * @throws where the columns differ in length or no trial counts
 */
export function pairedDifference(
  a: Float64Array,
  b: Float64Array,
  replicate: Replicate,
  mask?: Uint8Array,
): PairedDifference {
  if (a.length !== b.length) {
    throw new Error(
      `two cases can be paired on the same trials only, got ${a.length} and ${b.length}`,
    )
  }
  const all = a.map((value, trial) => value - b[trial])
  const chosen = mask ? all.filter((_, trial) => mask[trial] === 1) : all
  const trials = chosen.length
  if (trials === 0) throw new Error('no future meets the condition, so there is nothing to compare')
  const mean = meanOf(chosen)
  const residuals = all.map((value, trial) => (mask && mask[trial] !== 1 ? 0 : value - mean))
  const sorted = chosen.slice().sort()
  return {
    trials,
    mean,
    standardError: trials < 2 ? null : standardErrorOf(residuals, replicate, trials),
    standardDeviation: trials < 2 ? null : Math.sqrt(varianceOf(chosen, mean)),
    wins: chosen.filter((value) => value > 0).length / trials,
    losses: chosen.filter((value) => value < 0).length / trials,
    ties: chosen.filter((value) => value === 0).length / trials,
    p5: quantileOf(sorted, 0.05),
    p10: quantileOf(sorted, 0.1),
    p50: quantileOf(sorted, 0.5),
    p90: quantileOf(sorted, 0.9),
    p95: quantileOf(sorted, 0.95),
  }
}

export interface PairRequest {
  readonly a: CaseRef
  readonly b: CaseRef
  readonly outcome: string
  /** A future counts where it meets this in one of the two cases. */
  readonly selection: Selection
  /** Whether it must meet it in both: where one of the two has no such figure there is no difference. */
  readonly inBoth?: boolean
}

export interface Pair {
  readonly difference: PairedDifference
  readonly shape: Shape
  /** Standard errors of figures of the difference. */
  readonly errors: Readonly<
    Record<'wins' | 'losses' | 'ties' | 'p10' | 'p50' | 'p90', number | null>
  >
}

/** The difference of two cases, future by future: a less b. */
export const pair = analysis({
  needs: ({ a, b, outcome, selection }: PairRequest, model) =>
    needsOf([a, b], [outcome], measuresNamed(model, selection)),
  *steps(request, { model, replicate, cases }): Generator<void, Pair> {
    const [one, other] = cases.map((column) => column.outcome(request.outcome))
    const mask = pairMask(model, request, cases)
    const difference = pairedDifference(one, other, replicate, mask)
    yield
    const values = one.map((value, trial) => value - other[trial])
    const drawn = shape(values, mask)
    yield
    const share = (holds: (value: number) => boolean) =>
      standardErrorOfShare((trial) => holds(values[trial]), values.length, replicate, mask)
    const quantile = (p: number) =>
      standardErrorOfQuantile(values, drawn.sorted, p, replicate, mask)
    const errors = {
      wins: share((value) => value > 0),
      losses: share((value) => value < 0),
      ties: share((value) => value === 0),
      p10: quantile(0.1),
      p50: quantile(0.5),
      p90: quantile(0.9),
    }
    return { difference, shape: drawn, errors }
  },
})

/** Futures that count in a pair: 1 for each that does; undefined where all do. */
export function pairMask(
  model: Catalogue,
  { selection, inBoth }: Pick<PairRequest, 'selection' | 'inBoth'>,
  cases: readonly Selectable[],
): Uint8Array | undefined {
  const selected = cases.map((column) => selectedOf(model, selection, column))
  return inBoth ? inEach(selected, cases[0].trials) : inEither(selected)
}

/** Futures that both cases count; none where one of them counts none. */
function inEach(
  selected: readonly { readonly mask: Uint8Array | null; readonly isEmpty: boolean }[],
  trials: number,
): Uint8Array {
  const mask = new Uint8Array(trials).fill(selected.some(({ isEmpty }) => isEmpty) ? 0 : 1)
  for (const one of selected) one.mask?.forEach((counts, trial) => (mask[trial] &= counts))
  return mask
}

/** All futures where either case counts all of its own. */
function inEither(
  selected: readonly { readonly mask: Uint8Array | null; readonly isEmpty: boolean }[],
) {
  const [a, b] = selected
  if (a.isEmpty && b.isEmpty) return undefined
  // Where one of them never meets the selection, the other one's futures are those that do.
  if (a.isEmpty) return b.mask ?? undefined
  if (b.isEmpty) return a.mask ?? undefined
  const { mask } = b
  if (!a.mask || !mask) return undefined
  return a.mask.map((one, trial) => one | mask[trial])
}
