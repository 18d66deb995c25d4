import { describe, expect, test } from 'vitest'
import { influenceRows, influences } from '../../../models/index.ts'
import { influenceLayout, type PlacedNode } from '../../../src/app/charts/influence-layout.ts'

const nodes = influenceRows.flat()

describe.each([320, 360, 600, 960])('influenceLayout(rows, edges, %i)', (width) => {
  const layout = influenceLayout(influenceRows, influences, width)

  test('places every box inside, none over another', () => {
    expect(layout.nodes).toHaveLength(nodes.length)
    layout.nodes.forEach((a, i) => {
      expect(a.x).toBeGreaterThanOrEqual(0)
      expect(a.x + a.width).toBeLessThanOrEqual(width)
      expect(a.y + a.height).toBeLessThanOrEqual(layout.height)
      for (const b of layout.nodes.slice(i + 1)) expect(overlap(a, b)).toBe(false)
    })
  })

  test('draws every edge, and no line goes behind a box it does not belong to', () => {
    expect(layout.edges).toHaveLength(influences.length)
    for (const { from, to, path } of layout.edges) {
      for (const [x, y1, y2] of uprights(path)) {
        const hit = layout.nodes.find(
          (node) =>
            node.id !== from &&
            node.id !== to &&
            x > node.x &&
            x < node.x + node.width &&
            Math.max(y1, y2) > node.y &&
            Math.min(y1, y2) < node.y + node.height,
        )
        expect(hit?.id, `${from} to ${to}`).toBeUndefined()
      }
    }
  })
})

function overlap(a: PlacedNode, b: PlacedNode): boolean {
  const x = a.x < b.x + b.width && b.x < a.x + a.width
  return x && a.y < b.y + b.height && b.y < a.y + a.height
}

/** The upright stretches of a path, on which it gets past a line of boxes. */
function uprights(path: string): [x: number, y1: number, y2: number][] {
  const points = [...path.matchAll(/([MLC ])(-?[\d.]+),(-?[\d.]+)/g)].map(([, kind, x, y]) => ({
    kind,
    x: Number(x),
    y: Number(y),
  }))
  return points.flatMap(({ kind, x, y }, i) =>
    kind === 'L' && points[i - 1].x === x
      ? [[x, points[i - 1].y, y] as const].map((one) => [...one])
      : [],
  ) as [number, number, number][]
}
