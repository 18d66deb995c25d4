import { fillUniforms, type StreamKey, streamKey } from '../engine/streams.ts'

const AT_ONCE = 256

/** Random numbers of one seed and id, one after another. */
export class Uniforms {
  readonly #key: StreamKey
  readonly #some = new Float64Array(AT_ONCE)
  #block = 0
  #at = AT_ONCE

  constructor(seed: string, id: string) {
    this.#key = streamKey(seed, id)
  }

  /** Strictly between 0 and 1. */
  next(): number {
    if (this.#at === AT_ONCE) {
      fillUniforms(this.#key, this.#block++, this.#some)
      this.#at = 0
    }
    return this.#some[this.#at++]
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
