import type { BridgeMarks, BridgeRow } from '../../findings/bridge.ts'

/** One line of the picture: an end, or a bar from where those before it have led. */
export interface BridgeLine {
  readonly id: string
  readonly kind: 'end' | BridgeRow['side']
  readonly label: string
  readonly text: string
  /** 0 for ends and sides, then groups and entries. */
  readonly depth: number
  readonly from: number
  readonly to: number
  /** How far its line reaches to each side; null for none. */
  readonly reach: number | null
  readonly isSure: boolean
  /** Whether its parts are shown; null where it has none. */
  readonly isOpen: boolean | null
  /** The term or belief it is about. */
  readonly entry: string | null
  /** What holds at both ends, where it is of one term or belief. */
  readonly words: string
  /** The line that goes on from its end: the next one of its own level. */
  readonly next: string | null
}

/** The lines of a bridge from top to bottom; parts stand under what they add up to. */
export function bridgeLines(
  { from, to, rows }: BridgeMarks,
  open: ReadonlySet<string>,
): BridgeLine[] {
  const end = (id: string, one: BridgeMarks['from'], next: string | null): BridgeLine => ({
    id,
    kind: 'end',
    label: one.label,
    text: one.text,
    depth: 0,
    from: 0,
    to: one.value,
    reach: reachOf(one),
    isSure: true,
    isOpen: null,
    entry: null,
    words: '',
    next,
  })
  return [
    end('from', from, rows[0]?.id ?? 'to'),
    ...linesOf(rows, open, from.value, 0, 'to'),
    end('to', to, null),
  ]
}

function linesOf(
  rows: readonly BridgeRow[],
  open: ReadonlySet<string>,
  start: number,
  depth: number,
  after: string | null,
): BridgeLine[] {
  let at = start
  return rows.flatMap((row, place) => {
    const from = at
    at += row.value
    const isOpen = row.parts.length > 0 ? open.has(row.id) : null
    const line: BridgeLine = {
      id: row.id,
      kind: row.side,
      label: row.label,
      text: row.text,
      depth,
      from,
      to: at,
      reach: reachOf(row),
      isSure: row.isSure,
      isOpen,
      entry: row.entry,
      words: row.before === null ? '' : `${row.before} → ${row.after ?? ''}`,
      next: rows[place + 1]?.id ?? after,
    }
    return [line, ...(isOpen ? linesOf(row.parts, open, from, depth + 1, null) : [])]
  })
}

/** How far the line of a value reaches; null where its error is not known or none. */
function reachOf({ error, reach }: { readonly error: number | null; readonly reach: number }) {
  return error && Number.isFinite(reach) ? reach * error : null
}

/** Ends are drawn from 0 unless that makes the bars between them smaller than this part of all. */
const LEAST = 0.12

/** What the axis reaches, and whether that holds 0, so that ends can be drawn as bars from there. */
export function bridgeReach(lines: readonly BridgeLine[]): {
  readonly domain: readonly [number, number]
  readonly fromZero: boolean
} {
  const values = lines.flatMap(({ kind, from, to, reach }) => {
    const by = reach ?? 0
    return kind === 'end' ? [to - by, to + by] : [from, to, to - by, to + by]
  })
  const low = Math.min(...values)
  const high = Math.max(...values)
  const [all, most] = [Math.min(0, low), Math.max(0, high)]
  const fromZero = high - low >= LEAST * (most - all)
  const [a, b] = fromZero ? [all, most] : [low, high]
  const room = 0.03 * (b - a) || 1
  return {
    domain: [a === 0 ? 0 : a - room, b === 0 ? 0 : b + room],
    fromZero,
  }
}
