import { strFromU8, unzipSync } from 'fflate'
import { bare, SHEET } from './columns.ts'

// What must be known of an .xlsx file before it is handed to the reader of cells: that unpacking it
// fills no memory, where the sheet of assumptions is, and what the reader would pass over in silence.

/** Bytes of a file, packed and unpacked. */
const LARGEST = 50e6
const LARGEST_UNPACKED = 200e6
const LARGEST_SHEET = 40e6
/** Parts of a file. */
const MOST_PARTS = 2000

/** A sheet of a workbook and what is wrong in it that its values do not show. */
export interface SheetFound {
  /** As it is called in the file. */
  readonly name: string
  /** Formulas that came to an error: where, and which. */
  readonly errors: readonly { readonly at: string; readonly text: string }[]
  /** Ranges of merged cells, as A1:B2. */
  readonly merged: readonly string[]
}

/** Whether a file is a zip archive, as workbooks are, or an older or encrypted document of Office. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return begins(bytes, 0x50, 0x4b) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)
}

/**
 * Finds the sheet of assumptions in a workbook.
 *
 * @throws in a sentence, where the file is none, is damaged, too large, or has no such sheet
 */
export function sheetIn(bytes: Uint8Array): SheetFound {
  checkFile(bytes)
  const parts = partsOf(bytes, (name) =>
    /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/.test(name),
  )
  const workbook = parts['xl/workbook.xml']
  if (!workbook) throw new Error('a workbook (.xlsx) is expected, got an archive of something else')
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, text]) => ({
    name: unescaped(attribute(text, 'name') ?? ''),
    id: attribute(text, '(?:\\w+:)?id') ?? '',
  }))
  const found = sheets.find(({ name }) => bare(name) === bare(SHEET))
  if (!found) {
    const names = sheets.slice(0, 8).map(({ name }) => `“${name}”`)
    throw new Error(`a sheet called “${SHEET}” is expected, got ${names.join(', ') || 'none'}`)
  }
  const relations = parts['xl/_rels/workbook.xml.rels'] ?? ''
  const target = [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)]
    .map(([, text]) => text)
    .find((text) => attribute(text, 'Id') === found.id)
  const path = pathOf(target === undefined ? '' : (attribute(target, 'Target') ?? ''))
  const xml = partsOf(bytes, (name) => name === path)[path]
  if (xml === undefined) throw new Error('the file is damaged: the sheet is not in it')
  return { name: found.name, ...lookedThrough(xml) }
}

function checkFile(bytes: Uint8Array): void {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Error(
      'a workbook (.xlsx) without a password is expected, got one with a password or of an older Excel (.xls): save it as .xlsx without one',
    )
  }
  if (!begins(bytes, 0x50, 0x4b))
    throw new Error('a workbook (.xlsx) is expected, got another file')
  if (bytes.length > LARGEST) {
    const size = Math.ceil(bytes.length / 1e6)
    throw new Error(`a workbook of at most ${LARGEST / 1e6} MB is expected, got ${size} MB`)
  }
  let count = 0
  let unpacked = 0
  unzipped(bytes, ({ originalSize }) => {
    count++
    unpacked += originalSize
    return false
  })
  if (count > MOST_PARTS) {
    throw new Error(`a workbook of at most ${MOST_PARTS} parts is expected, got ${count}`)
  }
  if (unpacked > LARGEST_UNPACKED) {
    const size = Math.ceil(unpacked / 1e6)
    throw new Error(
      `a workbook of at most ${LARGEST_UNPACKED / 1e6} MB unpacked is expected, got ${size} MB`,
    )
  }
}

/** Parts of the archive as text, by name. */
function partsOf(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, string> {
  const found = unzipped(bytes, ({ name, originalSize }) => {
    if (!isWanted(name)) return false
    if (originalSize <= LARGEST_SHEET) return true
    const size = Math.ceil(originalSize / 1e6)
    throw new TooLarge(`a sheet of at most ${LARGEST_SHEET / 1e6} MB is expected, got ${size} MB`)
  })
  return Object.fromEntries(Object.entries(found).map(([name, one]) => [name, strFromU8(one)]))
}

class TooLarge extends Error {}

function unzipped(
  bytes: Uint8Array,
  filter: (part: { readonly name: string; readonly originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof TooLarge) throw error
    throw new Error('the file is damaged or was cut off: it cannot be unpacked', { cause: error })
  }
}

/** Errors and merged cells of a sheet; the text is looked through once. */
function lookedThrough(xml: string): Omit<SheetFound, 'name'> {
  const cells = xml.matchAll(/<(?:\w+:)?c\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)
  const errors = [...cells].flatMap(([, attributes, inside = '']) => {
    if (attribute(attributes, 't') !== 'e') return []
    const [, text = 'an error'] = /<(?:\w+:)?v>([^<]*)</.exec(inside) ?? []
    return [{ at: attribute(attributes, 'r') ?? '', text: unescaped(text) }]
  })
  const merged = [...xml.matchAll(/<(?:\w+:)?mergeCell\s([^>]*)>/g)].map(
    ([, text]) => attribute(text, 'ref') ?? '',
  )
  return { errors, merged }
}

function attribute(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`).exec(text)?.[1]
}

/** A target is named from the folder of the workbook, or from the root. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    amp: '&',
  }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => signs[name])
}

function begins(bytes: Uint8Array, ...signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}
