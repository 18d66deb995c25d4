import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * SHA-256 of one block of one case: every outcome as little-endian float64, trial by trial in
 * catalogue order, with -0 as 0.
 *
 * @param outcomes outcome-major values of the block: `outcomes[o * trials + i]`
 * @param trials trials in the block
 */
export function blockDigest(outcomes: Float64Array, trials: number): Uint8Array {
  const count = outcomes.length / trials
  const bytes = new Uint8Array(outcomes.length * 8)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (let trial = 0; trial < trials; trial++) {
    for (let outcome = 0; outcome < count; outcome++) {
      // Adding 0 turns -0 into 0 and leaves every other number as it is.
      view.setFloat64(at, outcomes[outcome * trials + trial] + 0, true)
      at += 8
    }
  }
  return sha256(bytes)
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
