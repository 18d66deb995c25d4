import { fitted, measure, sizes } from './measure.svelte.ts'

/** A part of a strip, in pixels. */
interface Part {
  readonly label: string
  readonly left: number
  readonly right: number
}

/** A part's name and where it stands: under the part, or in a row further down with a line to it. */
export interface StripName {
  readonly text: string
  /** Where it starts. */
  readonly x: number
  /** 0 under the part itself. */
  readonly row: number
  /** The middle of a part too narrow for its name. */
  readonly from: number | null
}

const GAP = 8

/** Names of all parts, none left out and none over another: what has no room stands further down. */
export function stripNames(parts: readonly Part[], width: number): StripName[] {
  const type = { size: sizes.tick }
  const names = parts.map(({ label }) => {
    const text = fitted(label, width, type)
    return { text, long: measure(text, type) }
  })
  const fits = parts.map(({ left, right }, at) => names[at].long + 4 <= right - left)
  // Where each row is taken from, seen from the right.
  const taken: number[] = []
  const lines: { readonly at: number; readonly row: number }[] = []
  const found = parts.map((part, at): StripName => {
    return { text: names[at].text, x: part.left + 2, row: 0, from: null }
  })
  for (let at = parts.length - 1; at >= 0; at--) {
    if (fits[at]) continue
    const { left, right } = parts[at]
    const { text, long } = names[at]
    const from = (left + right) / 2
    const x = Math.max(0, Math.min(from - 2, width - long))
    let row = 1
    const isTaken = (one: number) => taken[one] !== undefined && x + long + GAP > taken[one]
    // Lines go down to their names past all rows above these.
    const isCrossed = (one: number) =>
      lines.some((line) => line.row > one && line.at > x - GAP && line.at < x + long + GAP)
    while (isTaken(row) || isCrossed(row)) row++
    taken[row] = x
    lines.push({ at: from, row })
    found[at] = { text, x, row, from }
  }
  return found
}
