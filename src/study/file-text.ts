/** Ways a file begins that is no text, with what it is. */
const foreign: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or a spreadsheet'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a spreadsheet or document of an older Office'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
]

/**
 * The text of a file: UTF-8, or UTF-16 as some programs of Windows write it.
 *
 * @throws in a sentence that says what the file is where it is no text
 */
export function fileText(bytes: Uint8Array): string {
  const found = foreign.find(([begin]) => begin.every((byte, i) => bytes[i] === byte))
  if (found) throw new Error(`a study or results file is JSON, got ${found[1]}`)
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** Whether a file is a workbook, or meant to be one: an archive, an older document of Office, or called so. */
export function isWorkbook(name: string, bytes: Uint8Array): boolean {
  const begins = foreign.slice(0, 2).some(([begin]) => begin.every((byte, i) => bytes[i] === byte))
  return begins || /\.xls[xm]?$/i.test(name)
}

/** JSON begins with a letter of ASCII: where a zero stands beside it, letters are of two bytes. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first > 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second > 0)) return 'utf-16be'
  return 'utf-8'
}
