// A grid of points row by row, `at = j * across + i`, that is worked out from coarse to fine.

export interface GridSize {
  /** Points of a row, and rows. */
  readonly across: number
  readonly down: number
}

/** Every `stride`th place of a row of so many, and the last. */
export function every(count: number, stride: number): number[] {
  const places = Array.from({ length: Math.ceil(count / stride) }, (_, at) => at * stride)
  return places.at(-1) === count - 1 || count < 1 ? places : [...places, count - 1]
}

/** Places of the points that a stride leaves, row by row. */
export function lattice({ across, down }: GridSize, stride: number): number[] {
  const columns = every(across, stride)
  return every(down, stride).flatMap((j) => columns.map((i) => j * across + i))
}

/** The widest stride with which at most so many points are left. */
export function coarsest(size: GridSize, most: number): number {
  let stride = 1
  while (lattice(size, stride).length > most) stride++
  return stride
}

/**
 * What is still to be worked out, places between known points that differ first: there something
 * changes.
 *
 * @param kindOf what a known point is; null of one that is not known
 */
export function changingFirst(
  { across, down }: GridSize,
  kindOf: (at: number) => string | null,
): { readonly changing: readonly number[]; readonly rest: readonly number[] } {
  const changing: number[] = []
  const rest: number[] = []
  for (let at = 0; at < across * down; at++) {
    if (kindOf(at) !== null) continue
    const [i, j] = [at % across, Math.floor(at / across)]
    const kinds = new Set<string>()
    for (let dj = -1; dj <= 1; dj++) {
      for (let di = -1; di <= 1; di++) {
        const [ni, nj] = [i + di, j + dj]
        const isInside = ni >= 0 && ni < across && nj >= 0 && nj < down
        const kind = isInside ? kindOf(nj * across + ni) : null
        if (kind !== null) kinds.add(kind)
      }
    }
    ;(kinds.size > 1 ? changing : rest).push(at)
  }
  return { changing, rest }
}

/**
 * A value for every place: its own where there is one, else between those of the finest lattice that
 * is whole, else that of the nearest place. Null only where no place has one.
 *
 * @param known whether a place was worked out; its value may still be null, where it has none
 */
export function filled(
  size: GridSize,
  values: readonly (number | null)[],
  known: readonly boolean[],
): (number | null)[] {
  const { across, down } = size
  const longest = Math.max(across, down)
  let stride = 1
  while (stride < longest && lattice(size, stride).some((at) => !known[at])) stride++
  const [columns, rows] = [every(across, stride), every(down, stride)]
  const isWhole = lattice(size, stride).every((at) => known[at])
  return values.map((value, at) => {
    if (known[at]) return value
    const [i, j] = [at % across, Math.floor(at / across)]
    const between = isWhole ? blended(values, across, around(columns, i), around(rows, j)) : null
    return between ?? nearest(values, across, i, j)
  })
}

interface Around {
  readonly low: number
  readonly high: number
  /** From 0 at the low place to 1 at the high one. */
  readonly part: number
}

function around(places: readonly number[], at: number): Around {
  const next = places.findIndex((place) => place >= at)
  const high = places[next]
  const low = places[Math.max(0, next - 1)]
  return { low, high, part: high === low ? 0 : (at - low) / (high - low) }
}

function blended(
  values: readonly (number | null)[],
  across: number,
  x: Around,
  y: Around,
): number | null {
  const corner = (i: number, j: number) => values[j * across + i]
  const [a, b] = [corner(x.low, y.low), corner(x.high, y.low)]
  const [c, d] = [corner(x.low, y.high), corner(x.high, y.high)]
  if (a === null || b === null || c === null || d === null) return null
  const mix = (one: number, other: number, part: number) => one * (1 - part) + other * part
  return mix(mix(a, b, x.part), mix(c, d, x.part), y.part)
}

function nearest(
  values: readonly (number | null)[],
  across: number,
  i: number,
  j: number,
): number | null {
  let best: number | null = null
  let least = Infinity
  values.forEach((value, at) => {
    if (value === null) return
    const far = ((at % across) - i) ** 2 + (Math.floor(at / across) - j) ** 2
    if (far < least) [best, least] = [value, far]
  })
  return best
}
