type Read<Point> = (point: Point) => number

/** A line from point to point, as an SVG path; empty where there is none. */
export function straightLine<Point>(
  points: readonly Point[],
  x: Read<Point>,
  y: Read<Point>,
): string {
  return points.length === 0
    ? ''
    : `M${points.map((one) => `${rounded(x(one))},${rounded(y(one))}`).join('L')}`
}

/** What lies between two such lines, from the first to the second. */
export function straightArea<Point>(
  points: readonly Point[],
  x: Read<Point>,
  from: Read<Point>,
  to: Read<Point>,
): string {
  if (points.length === 0) return ''
  return `${straightLine(points, x, to)}L${straightLine(points.toReversed(), x, from).slice(1)}Z`
}

/** Thousandths of a pixel are enough, and keep a saved picture small. */
function rounded(pixel: number): number {
  return Math.round(pixel * 1000) / 1000
}
