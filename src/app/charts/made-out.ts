import { bisectLeft, bisectRight } from 'd3'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { Domain } from './distribution.ts'

// How some futures lie among all, in columns of equal width. Pure geometry of counts.

/** Futures in a column, or at a value that many of them hold. */
export interface PartOfAll {
  readonly all: number
  readonly made: number
}

/** What is drawn of one strategy: columns over the axis, the first at its lower end, and stems. */
export interface PartsOfAll {
  readonly columns: readonly PartOfAll[]
  readonly stems: readonly (PartOfAll & { readonly value: number })[]
}

type Sorted = Pick<Shape, 'sorted'>

/**
 * Counts futures, and some of them, over an axis; what lies beyond it is in no column.
 *
 * @param all every future that counts
 * @param made some of these
 * @param columns how many, at least one
 */
export function partsOfAll(
  all: Sorted & Pick<Shape, 'atoms'>,
  made: Sorted,
  [low, high]: Domain,
  columns: number,
): PartsOfAll {
  const isIn = (x: number) => x >= low && x <= high
  const stems = all.atoms
    .filter(({ value }) => isIn(value))
    .map(({ value }) => ({ value, all: at(all, value), made: at(made, value) }))
  const edge = (k: number) => low + ((high - low) * k) / columns
  const within = (of: Sorted, k: number) => {
    const isLast = k === columns - 1
    const [from, to] = [edge(k), isLast ? high : edge(k + 1)]
    const end = isLast ? bisectRight(of.sorted, to) : bisectLeft(of.sorted, to)
    const held = stems.filter(({ value }) => value >= from && (isLast || value < to))
    return held.reduce((sum, { value }) => sum - at(of, value), end - bisectLeft(of.sorted, from))
  }
  return {
    columns: Array.from({ length: columns }, (_, k) => ({
      all: within(all, k),
      made: within(made, k),
    })),
    stems,
  }
}

/** Futures in a column of full height: so many that a few crowded ones do not flatten the others. */
export function heightOf(columns: PartsOfAll['columns']): number {
  const [most = 0, second = most, third = second] = columns
    .map(({ all }) => all)
    .toSorted((a, b) => b - a)
  return Math.max(1, Math.min(most, 1.5 * third))
}

/** Futures that hold a value. */
function at({ sorted }: Sorted, value: number): number {
  return bisectRight(sorted, value) - bisectLeft(sorted, value)
}
