import type { Replicate } from '../sampling/design.ts'
import { rankingOf } from '../statistics/ranking.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import { ChosenFits } from './chosen-fit.ts'
import { type FoldBasis, foldFit, FoldFits } from './fold-fit.ts'
import { NOWHERE, type ValueParts } from './value-parts.ts'

/** What it would be worth to see something before a choice is made. */
export interface SeenGain {
  /** A mean per trial; below 0 by chance where it is worth nothing. */
  readonly value: number
  readonly error: number | null
}

/**
 * The expected gain of choosing after something is seen: the mean of what the choice comes to that
 * looks best given it, less that of the choice without it. Each trial's choice is made by a fit on
 * other trials, so that chance brings no gain.
 *
 * @param basis what is seen
 * @param ahead by other choice, by trial: by how much it is ahead of the one that is best on average
 */
export function seenGain(
  basis: FoldBasis,
  ahead: readonly Float64Array[],
  replicate: Replicate,
): SeenGain {
  const fits = new FoldFits(basis, ahead)
  // The choice stays what it is, whatever is seen.
  if (fits.areBelowZero) return { value: 0, error: 0 }
  return gainBy(fits, basis, ahead, replicate)
}

/** The same where a basis has many terms, most of which may mean nothing: those that tell are chosen. */
export function chosenGain(
  basis: FoldBasis,
  ahead: readonly Float64Array[],
  replicate: Replicate,
): SeenGain {
  return gainBy(new ChosenFits(basis, ahead), basis, ahead, replicate)
}

function gainBy(
  fits: Pick<FoldFits, 'count' | 'highest'>,
  { of }: FoldBasis,
  ahead: readonly Float64Array[],
  replicate: Replicate,
): SeenGain {
  const { count } = fits
  if (count === 0) return { value: 0, error: null }
  const highest = fits.highest()
  if (!highest) return { value: 0, error: count < 2 ? null : 0 }
  const gains = new Float64Array(of.length)
  let sum = 0
  for (let i = 0; i < of.length; i++) {
    if (highest[i] === 0) continue
    gains[i] = ahead[highest[i] - 1][i]
    sum += gains[i]
  }
  const value = sum / count
  for (let i = 0; i < of.length; i++) if (of[i] !== NOWHERE) gains[i] -= value
  return { value, error: standardErrorOf(gains, replicate, count) }
}

/**
 * The part of the variance of a column that a fit on what is seen foretells, trials being foretold by
 * fits on others; below 0 by chance where it foretells nothing.
 *
 * @returns null where the column does not vary
 */
export function seenShare(
  basis: FoldBasis,
  target: Float64Array,
  replicate: Replicate,
): SeenGain | null {
  const { of } = basis
  const [expected] = foldFit(basis, [target])
  let [sum, count] = [0, 0]
  for (let i = 0; i < of.length; i++) {
    if (of[i] === NOWHERE) continue
    sum += target[i]
    count++
  }
  const mean = sum / count
  const squares = new Float64Array(of.length)
  const rests = new Float64Array(of.length)
  let [total, rest] = [0, 0]
  for (let i = 0; i < of.length; i++) {
    if (of[i] === NOWHERE) continue
    const [off, missed] = [target[i] - mean, target[i] - expected[i]]
    squares[i] = off * off
    rests[i] = missed * missed
    total += squares[i]
    rest += rests[i]
  }
  if (!(total > 0)) return null
  const left = rest / total
  const deviations = squares.map((square, i) => left * square - rests[i])
  return { value: 1 - left, error: standardErrorOf(deviations, replicate, total) }
}

/**
 * Legendre polynomials of the rank of a column, to the third: what one series tells, bends and all.
 *
 * @param mask as the parts were made with
 */
export function cubicBasis(values: Float64Array, parts: ValueParts, mask?: Uint8Array): FoldBasis {
  return cubics(ranksOf(values, parts), countedParts(values.length, mask))
}

/**
 * The same by exact ranks, of a column that many questions are asked of.
 *
 * @param mask 1 where a trial counts; all do without it
 */
export function cubicRankBasis(values: Float64Array, mask?: Uint8Array): FoldBasis {
  const of = countedParts(values.length, mask)
  const whole = rankingOf(values)
  const order = mask ? whole.filter((trial) => mask[trial] === 1) : whole
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length;) {
    let end = start + 1
    while (end < order.length && values[order[end]] === values[order[start]]) end++
    const rank = (start + end) / order.length - 1
    for (let i = start; i < end; i++) ranks[order[i]] = rank
    start = end
  }
  return cubics(ranks, of)
}

/** @param ranks from −1 to 1 */
function cubics(ranks: Float64Array, of: Uint8Array): FoldBasis {
  return { columns: [ranks], grown: ([one]) => [one, ...bendsOf(one)], of, bound: 1 }
}

function bendsOf(ranks: Float64Array): Float64Array[] {
  const [second, third] = [new Float64Array(ranks.length), new Float64Array(ranks.length)]
  for (let i = 0; i < ranks.length; i++) {
    const u = ranks[i]
    second[i] = (3 * u * u - 1) / 2
    third[i] = ((5 * u * u - 3) * u) / 2
  }
  return [second, third]
}

/** Ranks from −1 to 1, trial by trial; between the bounds of a part as if values were even there. */
function ranksOf(values: Float64Array, { edges, of, count }: ValueParts): Float64Array {
  const ends = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    if (of[i] === NOWHERE) continue
    if (values[i] < ends[0]) ends[0] = values[i]
    if (values[i] > ends[1]) ends[1] = values[i]
  }
  const before = new Float64Array(count.length + 1)
  for (let part = 0; part < count.length; part++) before[part + 1] = before[part] + count[part]
  const all = before[count.length]
  const bounds = Float64Array.from([ends[0], ...edges, ends[1]])
  const ranks = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const part = of[i]
    if (part === NOWHERE) continue
    const [low, high] = [bounds[part], bounds[part + 1]]
    const within = high > low ? (values[i] - low) / (high - low) : 0.5
    ranks[i] = (2 * (before[part] + within * count[part])) / all - 1
  }
  return ranks
}

/** Products of pairs are taken among so few columns. */
const FEW = 6

/**
 * Columns, cubics of their ranks as one alone is known by, and, of few columns, squares and products of
 * pairs: an event tells how severe it is only where it happens. What many columns do only together is
 * missed, so that the true gain is at least about so large.
 *
 * @param mask 1 where a trial counts; all do without it
 */
export function groupBasis(columns: readonly Float64Array[], mask?: Uint8Array): FoldBasis {
  const lines = lineBasis(columns, mask)
  const bends = columns.filter(hasManyValues).flatMap((one) => {
    const { columns: ranks, grown } = cubicRankBasis(one, mask)
    return grown?.(ranks) ?? []
  })
  const pairs =
    columns.length > FEW
      ? []
      : lines.columns.flatMap((one, i) =>
          lines.columns
            .slice(hasManyValues(one) ? i : i + 1)
            .map((other) => one.map((value, trial) => value * other[trial])),
        )
  const products = lineBasis(pairs, mask).columns
  return { columns: [...lines.columns, ...bends, ...products], of: lines.of }
}

/** Whether it has more than two: of an event a line says all. */
function hasManyValues(values: Float64Array): boolean {
  const [first] = values
  const other = values.find((one) => one !== first)
  return other !== undefined && values.some((one) => one !== first && one !== other)
}

/** Several columns on one scale: what they tell together, by straight lines. */
export function lineBasis(all: readonly Float64Array[], mask: Uint8Array | undefined): FoldBasis {
  const of = countedParts(all[0]?.length ?? 0, mask)
  return { columns: all.map((values) => scaled(values)), of }
}

/** All that count in one part; of the same trials the same one. */
function countedParts(trials: number, mask: Uint8Array | undefined): Uint8Array {
  const known = mask ? partsKnown.get(mask) : unmasked
  if (known?.length === trials) return known
  const of = new Uint8Array(trials)
  if (mask) for (let i = 0; i < trials; i++) if (mask[i] !== 1) of[i] = NOWHERE
  if (mask) partsKnown.set(mask, of)
  else unmasked = of
  return of
}

const partsKnown = new WeakMap<Uint8Array, Uint8Array>()
let unmasked = new Uint8Array(0)

/** Less its mean, by its spread; 0 where it does not vary. */
function scaled(values: Float64Array): Float64Array {
  let [mean, squares] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const off = values[i] - mean
    mean += off / (i + 1)
    squares += off * (values[i] - mean)
  }
  const spread = Math.sqrt(squares / values.length)
  return values.map((value) => (spread > 0 ? (value - mean) / spread : 0))
}
