import { blockState, fillBits, type StreamKey } from '../streams.ts'
import type { FillScores } from './design.ts'
import { SCRAMBLES } from './index.ts'
import { directionRows } from './sobol-directions.ts'

const BITS = 32
/** Random words that make one scramble. */
const WORDS = 4
/** The block whose bits make the scrambles; those of trials count from 0. */
const SCRAMBLE_BLOCK = -1
const STEP = 2.3283064365386963e-10

// Used within one call only; in 4 KB, lest two workers share a cache line.
const words = new Int32Array(new ArrayBuffer(4096), 0, SCRAMBLES * WORDS)
const rows = directionRows.trim().split('\n')

/** Dimensions there are directions for. */
export const sobolDimensions = rows.length + 1

const directions = new Map<number, Int32Array>()

/**
 * A point of the unscrambled sequence, in the Gray-code order of Antonov and Saleev (1979).
 *
 * @param dimension from 0 to `sobolDimensions` - 1
 * @param index from 0 to 2^32 - 1
 * @returns its coordinate times 2^32, a whole number
 * @throws where there is no such dimension
 */
export function sobolPoint(dimension: number, index: number): number {
  return reverseBits(reversedPoint(directionsOf(dimension), index)) >>> 0
}

/**
 * Sobol's sequence with the directions of Joe and Kuo (2008), scrambled as Owen (1995) by a hash
 * (Laine and Karras 2011; Burley 2020). Eight independent scrambles take turns, so that their
 * spread tells the error and any whole number of turns is itself a valid run.
 */
export const sobol: FillScores = (key, dimension, block, out) => {
  const own = directionsOf(dimension)
  const points = out.length / SCRAMBLES
  fillScrambles(key)
  let point = reversedPoint(own, block * points)
  for (let i = 0, at = 0; i < points; i++, at += SCRAMBLES) {
    for (let s = 0; s < SCRAMBLES; s++) {
      out[at + s] = ((reverseBits(scrambled(point, s * WORDS)) >>> 0) + 0.5) * STEP
    }
    // From one Gray code to the next a single bit changes.
    point ^= own[trailingZeros(block * points + i + 1)]
  }
}

function fillScrambles(key: StreamKey): void {
  fillBits(blockState(key, SCRAMBLE_BLOCK), words, words.length)
}

/**
 * Owen's scramble of a number whose bits are reversed: each step lets a bit depend on itself and
 * lower ones alone, which stand for the larger intervals. A product with an even number, taken by
 * exclusive or, mixes upwards; sums and products with odd numbers bring the randomness in.
 */
function scrambled(x: number, at: number): number {
  x ^= Math.imul(x, 0x6c50b47c)
  x = Math.imul((x + words[at]) | 0, words[at + 1] | 1)
  x ^= Math.imul(x, 0x4a7c1d36)
  x = Math.imul((x + words[at + 2]) | 0, words[at + 3] | 1)
  x ^= Math.imul(x, 0x3d20adea)
  x ^= Math.imul(x, 0x5e2f9c14)
  return (x + words[at + 1]) | 0
}

function reversedPoint(own: Int32Array, index: number): number {
  let point = 0
  for (let rest = index ^ (index >>> 1), bit = 0; rest !== 0; rest >>>= 1, bit++) {
    if (rest & 1) point ^= own[bit]
  }
  return point
}

function trailingZeros(x: number): number {
  return 31 - Math.clz32(x & -x)
}

function reverseBits(x: number): number {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return (x >>> 16) | (x << 16)
}

function directionsOf(dimension: number): Int32Array {
  let own = directions.get(dimension)
  if (own) return own
  if (!(Number.isInteger(dimension) && dimension >= 0 && dimension < sobolDimensions)) {
    throw new Error(
      `Sobol's sequence has dimensions 0 to ${sobolDimensions - 1} here, got ${dimension}`,
    )
  }
  own = dimension === 0 ? firstDirections() : directionsFrom(rows[dimension - 1])
  directions.set(dimension, own)
  return own
}

/** The halves, quarters, … of the first dimension; bits reversed, as all directions here. */
function firstDirections(): Int32Array {
  return Int32Array.from({ length: BITS }, (_, bit) => 1 << bit)
}

/** The recurrence of Bratley and Fox (1988) over the polynomial's coefficients. */
function directionsFrom(row: string): Int32Array {
  const [polynomial, ...initial] = row.split(' ').map(Number)
  const degree = initial.length
  const own = Int32Array.from({ length: BITS }, (_, bit) =>
    bit < degree ? initial[bit] << (BITS - 1 - bit) : 0,
  )
  for (let bit = degree; bit < BITS; bit++) {
    own[bit] = own[bit - degree] ^ (own[bit - degree] >>> degree)
    for (let k = 1; k < degree; k++) {
      if ((polynomial >>> (degree - k)) & 1) own[bit] ^= own[bit - k]
    }
  }
  return own.map(reverseBits)
}
