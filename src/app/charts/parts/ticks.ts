import { ticks } from 'd3'
import { modelSize, shownSize, toDigits, wordsOfUnit } from '../../../words/index.ts'

/** Round values between two as people read them, about so many: of a logarithm, those it is of. */
export function ticksIn(
  ends: readonly [low: number, high: number],
  unit: string,
  count: number,
): number[] {
  const words = wordsOfUnit(unit)
  if (words.logOf === undefined) return ticks(ends[0], ends[1], count)
  const [low, high] = ends.map((end) => shownSize(end, words))
  const round = words.logOf === 'times' ? multiples(low, high) : ticks(low, high, count)
  return round.map((size) => modelSize(size, words))
}

/** 1, 2, 5, 10, 20 … */
function multiples(low: number, high: number): number[] {
  const found: number[] = []
  for (let power = 1e-3; power <= high; power *= 10) {
    for (const lead of [1, 2, 5]) found.push(toDigits(lead * power, 3))
  }
  return found.filter((size) => size >= low && size <= high)
}
