import { bytesDigest } from '../engine/digest.ts'

/** SHA-256 by whatever means there are: all give the same. It reads the bytes before it returns. */
export type Hasher = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>

/** Works everywhere, and takes more than ten times as long as a native one. */
export const portableHasher: Hasher = bytesDigest

/** The browser's own; the portable one where the page is not secure and has none. */
export function browserHasher(): Hasher {
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return portableHasher
  return async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes))
}
