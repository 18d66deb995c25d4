import { chanceAtLeast, chanceBelow, valueAtChance } from '../engine/statistics/chance.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { chance as chanceWords, fixed, isShare, toDigits, toStep, value } from '../words/index.ts'

/** A value to reach, and from which side. */
export interface Target {
  readonly at: number
  readonly side: Side
}

/** Which side of a target counts as reaching it. */
export type Side = 'atLeast' | 'atMost'

/** Lower is better for some outcomes: there a target is a ceiling. */
export function sideOf(better: 'higher' | 'lower' | 'neutral'): Side {
  return better === 'lower' ? 'atMost' : 'atLeast'
}

/** Share of values on the side of the target that counts, the target itself included. */
export function chanceOf(sorted: Float64Array, target: number, side: Side): number {
  if (side === 'atLeast') return chanceAtLeast(sorted, target)
  return sorted.length === 0 ? 0 : 1 - chanceAbove(sorted, target)
}

export interface FoundTarget {
  readonly target: number
  /** The chance there: what was asked for, or that of the step it fell on. */
  readonly chance: number
  /** Whether many futures hold this one value, so that the chance asked for is nowhere. */
  readonly onStep: boolean
}

/**
 * The hardest target that is reached with the chance asked for. On a flat step it is the step.
 *
 * @param sorted at least one value, lowest first
 * @param chance from 0 to 1
 */
export function targetAt(sorted: Float64Array, chance: number, side: Side): FoundTarget {
  const target =
    side === 'atLeast'
      ? valueAtChance(sorted, chance)
      : sorted[Math.max(0, Math.min(sorted.length, Math.ceil(chance * sorted.length - 1e-9)) - 1)]
  const found = chanceOf(sorted, target, side)
  const held = 1 - chanceBelow(sorted, target) - chanceAbove(sorted, target)
  const onStep = held > 0.02 && sorted.length > 50 && Math.abs(found - chance) > 0.005
  return { target, chance: found, onStep }
}

/**
 * What one future in ten does worse than, or is below where neither side is better, to the two digits
 * that a few hundred futures beyond it tell; null of none.
 */
export function worstTenth(
  sorted: Float64Array,
  { better }: { readonly better: 'higher' | 'lower' | 'neutral' },
): number | null {
  if (sorted.length === 0) return null
  return toDigits(quantileOf(sorted, better === 'lower' ? 0.9 : 0.1), 2)
}

/** A target in words: it was set, so that every digit of it counts. */
export function targetWords(at: number, unit: string): string {
  if (!isShare(unit)) return value(at, unit)
  const digits = [0, 1, 2, 3].find((one) => Math.abs(fixedDigits(at, one) - at * 100) < 1e-9)
  return `${fixed(at * 100, digits ?? 4)}%`
}

function fixedDigits(at: number, digits: number): number {
  return toDigits(Math.round(at * 100 * 10 ** digits) / 10 ** digits, 12)
}

/** A round step of about a hundredth of an axis: 1, 2 or 5 times a power of ten. */
export function targetStep([low, high]: readonly [number, number]): number {
  const size = (high - low) / 100
  if (!(size > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(size))
  return ([1, 2, 5].find((one) => one * power >= size * (1 - 1e-9)) ?? 10) * power
}

/**
 * Where a target starts: at nothing gained or lost if that lies within the axis, else at what comes
 * without a deal, else in the middle.
 *
 * @param without the average without a deal
 */
export function firstTarget(
  axis: readonly [number, number],
  without: number | null = null,
): number {
  const [low, high] = axis
  const isIn = (x: number) => x > low && x < high
  const at = isIn(0) ? 0 : without !== null && isIn(without) ? without : (low + high) / 2
  return toStep(at, targetStep(axis), 6)
}

/**
 * A chance of so many futures in words. It is rounded by the error of independent ones, whatever the
 * design; where it has words of its own, as "under 0.1%" has, it keeps them.
 */
export function chanceText(chance: number, count: number): string {
  const error = Math.sqrt((chance * (1 - chance)) / Math.max(1, count))
  return chanceWords(chance, chance < 0.0005 || error === 0 ? null : error)
}

function chanceAbove(sorted: Float64Array, x: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] <= x) low = middle + 1
    else high = middle
  }
  return sorted.length === 0 ? 0 : (sorted.length - low) / sorted.length
}
