import seedrandom from 'seedrandom/seedrandom.js'

/** Where a stream starts: 128 bits made from a seed and the stream's id. */
export type StreamKey = readonly [number, number, number, number]

const STEP = 2.3283064365386963e-10
const MIDDLE = 2147483648.5
const WARM_UP = 15
const discarded = new Int32Array(1024)

/**
 * The key of the stream of random numbers that belongs to an id under a seed. Depends on nothing
 * else, so adding or removing other streams never changes it. Costs some 10 µs: once per run.
 */
export function streamKey(seed: string, id: string): StreamKey {
  const generator = seedrandom(asciiText([seed, id]))
  return [generator.int32(), generator.int32(), generator.int32(), generator.int32()]
}

// seedrandom reads the low byte of each character only.
function asciiText(parts: readonly string[]): string {
  return JSON.stringify(parts).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16)};`,
  )
}

function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}

/** The generator's state at the start of a block of a stream; blocks count from 0. */
export function blockState(key: StreamKey, block: number): Int32Array {
  const spread = mix(block + 0x6a09e667)
  const state = new Int32Array(4)
  state[0] = key[0] ^ spread
  state[1] = key[1] + Math.imul(spread, 0x9e3779b1)
  state[2] = key[2] ^ mix(spread + key[3])
  state[3] = key[3] + block
  fillBits(state, discarded, WARM_UP)
  return state
}

/**
 * Fills `out` with 32 random bits a number and moves the state on: sfc32, the generator of Chris
 * Doty-Humphrey's PractRand (state a, b, c, counter).
 */
export function fillBits(state: Int32Array, out: Int32Array, count: number): void {
  let a = state[0]
  let b = state[1]
  let c = state[2]
  let d = state[3]
  for (let i = 0; i < count; i++) {
    const bits = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + bits) | 0
    out[i] = bits
  }
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}

/**
 * Fills `out` with uniform numbers strictly between 0 and 1, the first of a block of a stream: a
 * larger count only appends. They lie midway between multiples of 2^-32, so that u and 1 − u are
 * equally exact and a normal score reaches ±6.3.
 *
 * @param block blocks count from 0
 * @param count how many, from the start of `out`; all of it unless given
 */
export function fillUniforms(
  key: StreamKey,
  block: number,
  out: Float64Array,
  count: number = out.length,
): void {
  const state = blockState(key, block)
  let a = state[0]
  let b = state[1]
  let c = state[2]
  let d = state[3]
  for (let i = 0; i < count; i++) {
    const bits = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + bits) | 0
    out[i] = unit(bits)
  }
}

/** 32 random bits, as a signed integer, made a number strictly between 0 and 1. */
export function unit(bits: number): number {
  return (bits + MIDDLE) * STEP
}
