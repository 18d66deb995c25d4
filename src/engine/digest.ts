import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Model } from './model.ts'
import type { RunPlan } from './plan.ts'

/**
 * What the digest of one block of one case is taken of: outcomes as little-endian float64, trial by
 * trial, with -0 as 0.
 *
 * @param outcomes outcome-major values of the block: `outcomes[o * trials + i]`
 * @param trials trials in the block
 * @param places of the outcomes that count, in their order; absent: all in catalogue order
 * @param spare memory to use again if it is large enough; what was there before is gone
 */
export function blockBytes(
  outcomes: Float64Array,
  trials: number,
  places: readonly number[] = Array.from({ length: outcomes.length / trials }, (_, o) => o),
  spare?: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const length = places.length * trials * 8
  const bytes = spare && spare.length >= length ? spare.subarray(0, length) : new Uint8Array(length)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  let at = 0
  for (let trial = 0; trial < trials; trial++) {
    for (const outcome of places) {
      // Adding 0 turns -0 into 0 and leaves every other number as it is.
      view.setFloat64(at, outcomes[outcome * trials + trial] + 0, true)
      at += 8
    }
  }
  return bytes
}

/** SHA-256 of one block of one case; see `blockBytes`. */
export function blockDigest(
  outcomes: Float64Array,
  trials: number,
  places?: readonly number[],
): Uint8Array {
  return bytesDigest(blockBytes(outcomes, trials, places))
}

/** SHA-256 in JavaScript: works everywhere, and takes more than ten times as long as a native one. */
export function bytesDigest(bytes: Uint8Array): Uint8Array {
  return sha256(bytes)
}

/**
 * The places in the catalogue of the outcomes that a plan's digests cover; undefined: all.
 *
 * @throws if the model has no such outcome
 */
export function placesCovered(
  { digestOf }: Pick<RunPlan, 'digestOf'>,
  { outcomes }: Pick<Model, 'outcomes'>,
): number[] | undefined {
  return digestOf?.map((id) => {
    const place = outcomes.findIndex((one) => one.id === id)
    if (place < 0) throw new Error(`digests cover outcomes of the model, got ${id}`)
    return place
  })
}

/** SHA-256 over digests in order: of a case over its blocks, of a run over its cases. As hex. */
export function joinDigests(digests: readonly Uint8Array[]): string {
  const hash = sha256.create()
  for (const digest of digests) hash.update(digest)
  return bytesToHex(hash.digest())
}

/** SHA-256 of a text, as hex. */
export function textDigest(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)))
}
