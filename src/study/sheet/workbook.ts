import { strFromU8, Unzip, UnzipInflate, zipSync } from 'fflate'
import { bare, SHEET } from './columns.ts'
import { type Flaws, flawsIn } from './flaws.ts'

// An .xlsx file is unpacked here, part by part and never beyond bounds, before the reader of cells has
// it: that one takes what sizes the file claims, and unpacks every sheet.

/** Bytes of a file, packed and unpacked. */
const LARGEST = 50e6
const LARGEST_UNPACKED = 30e6
/** Bytes that are unpacked at once: of nothing come a thousand times as many. */
const STEP = 16_384

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
/** What the reader needs beside a sheet. */
const COMMON =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(styles|sharedStrings|workbook)\.xml|xl\/_rels\/workbook\.xml\.rels)$/

/** The sheet of assumptions of a workbook. */
export interface SheetFile extends Flaws {
  /** As it is called in the file. */
  readonly name: string
  /** A workbook of that sheet alone, safe to be read. */
  readonly workbook: Uint8Array<ArrayBuffer>
}

/**
 * Finds the sheet of assumptions in a workbook.
 *
 * @throws in a sentence, where the file is none, is damaged, too large, or has no such sheet
 */
export function sheetFile(bytes: Uint8Array): SheetFile {
  checkFile(bytes)
  const known = unpacked(bytes, (name) => name === WORKBOOK || name === RELATIONS)
  const [workbook, relations] = [known.get(WORKBOOK), known.get(RELATIONS)]
  if (!workbook || !relations) {
    throw new Error(
      'a workbook (.xlsx) is expected, got an archive without one, or a part of one that was cut off',
    )
  }
  const { name, path } = placeOf(strFromU8(workbook), strFromU8(relations))
  const parts = unpacked(bytes, (part) => part === path || COMMON.test(part))
  const sheet = parts.get(path)
  if (!sheet) throw new Error('the file is damaged or was cut off: the sheet is not in it')
  const flaws = flawsIn(strFromU8(sheet))
  return { name, ...flaws, workbook: zipSync(Object.fromEntries(parts), { level: 0 }) }
}

/** The sheet's name and the part it is in. */
function placeOf(workbook: string, relations: string): { name: string; path: string } {
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, text]) => ({
    name: unescaped(attribute(text, 'name') ?? ''),
    id: attribute(text, '\\w+:id') ?? '',
  }))
  const found = sheets.find(({ name }) => bare(name) === bare(SHEET))
  if (!found) {
    const names = sheets.slice(0, 8).map(({ name }) => `“${name}”`)
    throw new Error(`a sheet called “${SHEET}” is expected, got ${names.join(', ') || 'none'}`)
  }
  const target = [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)]
    .map(([, text]) => text)
    .find((text) => attribute(text, 'Id') === found.id)
  const to = target === undefined ? '' : (attribute(target, 'Target') ?? '')
  // A target is named from the folder of the workbook, or from the root.
  return { name: found.name, path: to.startsWith('/') ? to.slice(1) : `xl/${to}` }
}

function checkFile(bytes: Uint8Array): void {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Error(
      'a workbook (.xlsx) without a password is expected, got one with a password or of an older Excel (.xls): save it as .xlsx without a password',
    )
  }
  if (!begins(bytes, 0x50, 0x4b))
    throw new Error('a workbook (.xlsx) is expected, got another file')
  if (bytes.length <= LARGEST) return
  const size = Math.ceil(bytes.length / 1e6)
  throw new Error(`a workbook of at most ${LARGEST / 1e6} MB is expected, got ${size} MB`)
}

class TooLarge extends Error {}

/**
 * Parts of an archive, by name.
 *
 * @throws where they cannot be unpacked, or are too large together
 */
function unpacked(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  let sum = 0
  const archive = new Unzip((file) => {
    if (!isWanted(file.name) || found.has(file.name)) return
    const chunks: Uint8Array[] = []
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error
      sum += chunk.length
      if (sum > LARGEST_UNPACKED) {
        throw new TooLarge(
          `a sheet of at most ${LARGEST_UNPACKED / 1e6} MB unpacked is expected, got a larger one`,
        )
      }
      chunks.push(chunk)
      if (isLast) found.set(file.name, joined(chunks))
    }
    file.start()
  })
  archive.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
    }
  } catch (error) {
    if (error instanceof TooLarge) throw error
    throw new Error('the file is damaged or was cut off: it cannot be unpacked', { cause: error })
  }
  return found
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** The value of an attribute in the text of a tag. */
function attribute(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`).exec(text)?.[1]
}

/** A text without the escapes of XML. */
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
