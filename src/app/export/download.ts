/** Hands the browser a file to save. */
export function download(name: string, type: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser needs the address until it has begun to read.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Words as part of a file name: letters and digits of every script, apart by hyphens. */
export function fileName(...words: readonly string[]): string {
  const name = words
    .join('-')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .toLowerCase()
  const short = Array.from(name).slice(0, LONGEST).join('').replace(/^-|-$/g, '')
  return short === '' || RESERVED.test(short) ? `stakes-${short}`.replace(/-$/, '') : short
}

/** In letters: of three bytes each, a name still fits every file system. */
const LONGEST = 80

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/
