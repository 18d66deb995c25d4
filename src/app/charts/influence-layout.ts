import { broken, sizes } from './parts/measure.svelte.ts'

/** A box of an influence diagram. */
export interface InfluenceNode {
  readonly id: string
  readonly label: string
  readonly kind: 'lever' | 'mechanism' | 'outcome'
  /** One a belief that belongs to it: whether a published source stands behind it. */
  readonly beliefs?: readonly boolean[]
}

/** What passes from one box to another. */
export interface InfluenceEdge {
  readonly from: string
  readonly to: string
  readonly what: string
}

export interface PlacedNode extends InfluenceNode {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}

export interface PlacedEdge extends InfluenceEdge {
  readonly path: string
  /** Leads up or to the left, against the way of the others. */
  readonly back: boolean
}

export interface InfluenceLayout {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly height: number
}

const GAP = 14
/** Between a line and a box it goes past. */
const CLEAR = 4
const WIDEST = 176
const NARROWEST = 92
const LINE = 17
const PAD = 7
/** Between two dots that stand for beliefs. */
export const DOT = 7

/**
 * Places boxes row by row, top to bottom, each row in the middle; a row that is too long for the
 * width is broken into several.
 */
export function influenceLayout(
  rows: readonly (readonly InfluenceNode[])[],
  edges: readonly InfluenceEdge[],
  width: number,
): InfluenceLayout {
  const most = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)))
  const space = width < 600 ? 44 : 52
  const nodes: PlacedNode[] = []
  let y = 1
  for (const row of rows) {
    const parts = divided(row, most)
    for (const part of parts) {
      const placed = placedRow(part, width, y)
      nodes.push(...placed)
      y +=
        Math.max(...placed.map(({ height }) => height)) + (part === parts.at(-1) ? space : 2 * GAP)
    }
  }
  return {
    nodes,
    edges: edges.flatMap((edge) => placedEdge(edge, nodes, width)),
    height: y - space + 1,
  }
}

/** A row in as few parts as fit, of about equal length. */
function divided<Item>(row: readonly Item[], most: number): Item[][] {
  const parts = Math.ceil(row.length / most)
  const size = Math.ceil(row.length / parts)
  return Array.from({ length: parts }, (_, i) => row.slice(i * size, (i + 1) * size))
}

function placedRow(row: readonly InfluenceNode[], width: number, y: number): PlacedNode[] {
  const each = Math.min(WIDEST, (width - 2 - GAP * (row.length - 1)) / row.length)
  const space =
    row.length > 1 ? Math.min(3 * GAP, (width - 2 - each * row.length) / (row.length - 1)) : 0
  const left = (width - each * row.length - space * (row.length - 1)) / 2
  const sized = row.map((node, i) => {
    const type = { size: sizes.small, bold: node.kind === 'mechanism' }
    const lines = broken(node.label, each - 2 * PAD, type)
    const perLine = Math.max(1, Math.floor((each - 2 * PAD) / DOT))
    const dots = Math.ceil((node.beliefs?.length ?? 0) / perLine)
    const height = 2 * PAD + lines.length * LINE + (dots > 0 ? 3 + dots * DOT : 0)
    return { ...node, x: left + i * (each + space), y, width: each, height, lines }
  })
  const tallest = Math.max(...sized.map(({ height }) => height))
  return sized.map((node) => ({ ...node, height: tallest }))
}

function placedEdge(
  edge: InfluenceEdge,
  nodes: readonly PlacedNode[],
  width: number,
): PlacedEdge[] {
  const from = nodes.find(({ id }) => id === edge.from)
  const to = nodes.find(({ id }) => id === edge.to)
  if (!from || !to) return []
  if (to.y === from.y) {
    const right = to.x > from.x
    const [x1, x2] = right ? [from.x + from.width, to.x] : [from.x, to.x + to.width]
    // There and back again side by side.
    const y = from.y + from.height * (right ? 0.35 : 0.65)
    return [{ ...edge, back: !right, path: `M${x1},${y}L${x2},${y}` }]
  }
  const back = to.y < from.y
  const start = { x: leaning(from, to), y: back ? from.y : from.y + from.height }
  const end = { x: leaning(to, from), y: back ? to.y + to.height : to.y }
  let path = `M${start.x},${start.y}`
  let last = start
  const curve = (x: number, y: number) => {
    const bend = (last.y + y) / 2
    path += `C${last.x},${bend} ${x},${bend} ${x},${y}`
    last = { x, y }
  }
  for (const { top, bottom, boxes } of between(nodes, from, to)) {
    const wanted = start.x + ((end.x - start.x) * (top - start.y)) / (end.y - start.y)
    const x = passage(boxes, wanted, width)
    curve(x, back ? bottom : top)
    last = { x, y: back ? top : bottom }
    path += `L${last.x},${last.y}`
  }
  curve(end.x, end.y)
  return [{ ...edge, back, path }]
}

/** Where a line leaves or meets a box: towards the other, so that not all meet at one point. */
function leaning(node: PlacedNode, other: PlacedNode): number {
  const middle = node.x + node.width / 2
  const way = other.x + other.width / 2 - middle
  return middle + Math.max(-0.36, Math.min(0.36, way / 600)) * node.width
}

/** The lines of boxes a line has to get past, in the order it meets them. */
function between(nodes: readonly PlacedNode[], from: PlacedNode, to: PlacedNode) {
  const [high, low] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  const tops = [...new Set(nodes.map(({ y }) => y))].filter((y) => y > high && y < low)
  const ordered = to.y > from.y ? tops : tops.toReversed()
  return ordered.map((top) => {
    const boxes = nodes.filter(({ y }) => y === top)
    return { top, bottom: top + boxes[0].height, boxes }
  })
}

/** Where a line gets past a line of boxes without going behind one, as near as it can. */
function passage(boxes: readonly PlacedNode[], wanted: number, width: number): number {
  const free: [number, number][] = []
  let left = 1
  for (const box of boxes) {
    free.push([left, box.x - CLEAR])
    left = box.x + box.width + CLEAR
  }
  free.push([left, width - 1])
  const nearest = free
    .filter(([low, high]) => high >= low)
    .map(([low, high]) => Math.max(low, Math.min(high, wanted)))
    .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
  return nearest[0] ?? wanted
}
