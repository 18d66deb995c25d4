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
  /** Leads up or sideways, against the way of the others. */
  readonly back: boolean
}

export interface InfluenceLayout {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly height: number
}

const GAP = 10
const WIDEST = 176
const NARROWEST = 92
const LINE = 17
const PAD = 7
/** Of a letter of small type, on average, in pixels. */
const LETTER = 7.2
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
  const between = width < 600 ? 40 : 52
  const nodes: PlacedNode[] = []
  let y = 1
  for (const row of rows) {
    const parts = broken(row, most)
    for (const part of parts) {
      const placed = placedRow(part, width, y)
      nodes.push(...placed)
      y += Math.max(...placed.map(({ height }) => height)) + (part === parts.at(-1) ? between : GAP)
    }
  }
  return { nodes, edges: edges.flatMap((edge) => placedEdge(edge, nodes)), height: y - between + 1 }
}

/** A row in as few parts as fit, of about equal length. */
function broken<Item>(row: readonly Item[], most: number): Item[][] {
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
    const lines = wrapped(node.label, (each - 2 * PAD) / LETTER)
    const perLine = Math.max(1, Math.floor((each - 2 * PAD) / DOT))
    const dots = Math.ceil((node.beliefs?.length ?? 0) / perLine)
    const height = 2 * PAD + lines.length * LINE + (dots > 0 ? 3 + dots * DOT : 0)
    return { ...node, x: left + i * (each + space), y, width: each, height, lines }
  })
  const tallest = Math.max(...sized.map(({ height }) => height))
  return sized.map((node) => ({ ...node, height: tallest }))
}

function placedEdge(edge: InfluenceEdge, nodes: readonly PlacedNode[]): PlacedEdge[] {
  const from = nodes.find(({ id }) => id === edge.from)
  const to = nodes.find(({ id }) => id === edge.to)
  if (!from || !to) return []
  const middle = (node: PlacedNode) => node.x + node.width / 2
  // Leaning towards each other, so that lines of one box do not all start at one point.
  const lean = (node: PlacedNode, other: PlacedNode) =>
    middle(node) +
    Math.max(-0.36, Math.min(0.36, (middle(other) - middle(node)) / 600)) * node.width
  const back = to.y <= from.y
  if (to.y === from.y) {
    const right = to.x > from.x
    const [x1, x2] = right ? [from.x + from.width, to.x] : [from.x, to.x + to.width]
    // There and back again side by side.
    const y = from.y + from.height * (right ? 0.35 : 0.65)
    return [{ ...edge, back, path: `M${x1},${y}L${x2},${y}` }]
  }
  const [x1, x2] = [lean(from, to), lean(to, from)]
  const [y1, y2] = back ? [from.y, to.y + to.height] : [from.y + from.height, to.y]
  const bend = (y2 - y1) / 2
  return [{ ...edge, back, path: `M${x1},${y1}C${x1},${y1 + bend} ${x2},${y2 - bend} ${x2},${y2}` }]
}

function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
