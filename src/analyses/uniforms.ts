import { textDigest } from '../engine/digest.ts'

const STEP = 2.3283064365386963e-10
const MIDDLE = 2147483648.5
const WARM_UP = 15

/**
 * Random numbers of one seed and id, one after another: the engine's generator (sfc32), started from a
 * digest, so that the page need not load what draws futures.
 */
export class Uniforms {
  readonly #state: Int32Array

  constructor(seed: string, id: string) {
    const digest = textDigest(JSON.stringify([seed, id]))
    this.#state = Int32Array.from([0, 8, 16, 24], (at) => parseInt(digest.slice(at, at + 8), 16))
    for (let i = 0; i < WARM_UP; i++) this.next()
  }

  /** Strictly between 0 and 1. */
  next(): number {
    const [a, b, c, d] = this.#state
    const bits = (a + b + d) | 0
    this.#state[3] = d + 1
    this.#state[0] = b ^ (b >>> 9)
    this.#state[1] = c + (c << 3)
    this.#state[2] = ((c << 21) | (c >>> 11)) + bits
    return (bits + MIDDLE) * STEP
  }

  /** A whole number from 0 to below so many. */
  below(many: number): number {
    return Math.min(many - 1, Math.floor(this.next() * many))
  }

  /** About normal, mean 0 and variance 1: twelve uniforms added up, so that every browser adds alike. */
  bell(): number {
    let sum = -6
    for (let i = 0; i < 12; i++) sum += this.next()
    return sum
  }
}
