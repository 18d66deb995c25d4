/**
 * How far counts are from equal, in standard deviations: Pearson's chi-square as a standard normal
 * number by Fisher's √(2χ²) − √(2k − 1). Far below 0 means too even to be chance.
 *
 * @param counts of at least 50 cells that should hold the same
 */
export function unevenness(counts: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < counts.length; i++) total += counts[i]
  const expected = total / counts.length
  let chiSquare = 0
  for (let i = 0; i < counts.length; i++) {
    chiSquare += ((counts[i] - expected) * (counts[i] - expected)) / expected
  }
  return Math.sqrt(2 * chiSquare) - Math.sqrt(2 * (counts.length - 1) - 1)
}

/** How often each of so many equal intervals between 0 and 1 was met. */
export function cellCounts(uniforms: Float64Array, cells: number): Float64Array {
  const counts = new Float64Array(cells)
  for (let i = 0; i < uniforms.length; i++) counts[cellOf(uniforms[i], cells)]++
  return counts
}

/** How often each box of so many by so many was met by two numbers in a row, each used once. */
export function pairCounts(uniforms: Float64Array, cells: number): Float64Array {
  const counts = new Float64Array(cells * cells)
  for (let i = 0; i + 2 <= uniforms.length; i += 2) {
    counts[cellOf(uniforms[i], cells) * cells + cellOf(uniforms[i + 1], cells)]++
  }
  return counts
}

/** How often each box of three numbers in a row was met. */
export function tripleCounts(uniforms: Float64Array, cells: number): Float64Array {
  const counts = new Float64Array(cells * cells * cells)
  for (let i = 0; i + 3 <= uniforms.length; i += 3) {
    const [a, b, c] = [uniforms[i], uniforms[i + 1], uniforms[i + 2]]
    counts[(cellOf(a, cells) * cells + cellOf(b, cells)) * cells + cellOf(c, cells)]++
  }
  return counts
}

/**
 * Kolmogorov's √n·D: the largest distance of the share of numbers below a value from that value.
 *
 * @param uniforms sorted by this, in place
 */
export function kolmogorov(uniforms: Float64Array): number {
  const count = uniforms.length
  uniforms.sort()
  let most = 0
  for (let i = 0; i < count; i++) {
    most = Math.max(most, (i + 1) / count - uniforms[i], uniforms[i] - i / count)
  }
  return most * Math.sqrt(count)
}

function cellOf(u: number, cells: number): number {
  return Math.floor(u * cells)
}
