import type { SliceMeans, Slices } from './slices.ts'

/** A bend and a turn of it; what goes with an input in no such way is no trend. */
const DEGREE = 3

/**
 * By how many of its errors a column goes with an input: the most of a straight line, a bow and a
 * cubic of the slices’ ranks, each at right angles to those before it, of independent trials.
 *
 * @returns at least 0; 0 where there is a single slice, or nothing in any slice varies
 */
export function trendIn({ count }: Slices, { mean, variance }: SliceMeans): number {
  let most = 0
  for (const shape of shapesOf(count)) {
    let [sum, spread] = [0, 0]
    for (let at = 0; at < count.length; at++) {
      const weight = count[at] * shape[at]
      sum += weight * mean[at]
      spread += weight * weight * variance[at]
    }
    if (spread > 0) most = Math.max(most, Math.abs(sum) / Math.sqrt(spread))
  }
  return most
}

/** Polynomials of the rank, at right angles to a constant and each other where trials count alike. */
function shapesOf(count: Float64Array): Float64Array[] {
  const ranks = ranksOf(count)
  const shapes = [new Float64Array(count.length).fill(1)]
  const most = Math.min(DEGREE, count.length - 1)
  for (let degree = 1; degree <= most; degree++) {
    const shape = shapes[degree - 1].map((value, at) => value * ranks[at])
    for (const other of shapes) {
      const times = product(count, shape, other) / product(count, other, other)
      for (let at = 0; at < shape.length; at++) shape[at] -= times * other[at]
    }
    shapes.push(shape)
  }
  return shapes.slice(1)
}

/** The middle rank of each slice, from −1 to 1. */
function ranksOf(count: Float64Array): Float64Array {
  const all = count.reduce((sum, one) => sum + one, 0)
  let before = 0
  return count.map((size) => {
    const rank = (2 * before + size) / all - 1
    before += size
    return rank
  })
}

function product(count: Float64Array, a: Float64Array, b: Float64Array): number {
  return count.reduce((sum, size, at) => sum + size * a[at] * b[at], 0)
}
