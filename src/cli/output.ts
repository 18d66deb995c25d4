import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { reasonOf } from './input.ts'

/** As many links as an operating system follows. */
const MOST_LINKS = 40

/**
 * Writes a text or bytes where a name leads to. A plain file is replaced whole or not at all, and keeps its
 * mode; a link stays and what it points to is written; a pipe or a device is written into.
 *
 * @throws with the file's name if it cannot be written
 */
export function writeWhole(file: string, text: string | Uint8Array): void {
  try {
    const present = statSync(file, { throwIfNoEntry: false })
    if (present && !present.isFile()) writeInto(file, present, text)
    else replace(placeOf(file), present?.mode, text)
  } catch (error) {
    throw new Error(`${file} cannot be written: ${whyNot(error)}`, { cause: error })
  }
}

/**
 * Looks before a run whether files can be written after it.
 *
 * @throws with a file's name, where its folder is not there or it may not be written, or two are the same
 */
export function checkFiles(files: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const file of files) {
    const place = checkedPlace(file)
    if (place === null) continue
    const other = seen.get(place)
    if (other !== undefined) {
      const got = other === file ? `${file} twice` : `${other} and ${file}, which are the same`
      throw new Error(`every file is expected once, got ${got}`)
    }
    seen.set(place, file)
  }
}

/** Where a plain file would be; null for a pipe or a device, which may be written into twice. */
function checkedPlace(file: string): string | null {
  try {
    const present = statSync(file, { throwIfNoEntry: false })
    if (present?.isDirectory()) throw new Error('it is a folder')
    if (present && !present.isFile()) {
      accessSync(file, constants.W_OK)
      return null
    }
    const place = resolve(placeOf(file))
    const folder = realpathSync(dirname(place))
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`)
    accessSync(folder, constants.W_OK)
    return join(folder, basename(place))
  } catch (error) {
    throw new Error(`${file} cannot be written: ${whyNot(error)}`, { cause: error })
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder is not there'],
  ['ENOTDIR', 'its folder is not there'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'its disk can only be read'],
  ['ENOSPC', 'no room is left'],
  ['ENAMETOOLONG', 'its name is too long'],
])

/** Why a file cannot be written, without the names of drafts that the system puts in. */
function whyNot(error: unknown): string {
  const { code } = error instanceof Error && 'code' in error ? error : {}
  return reasons.get(String(code)) ?? reasonOf(error).replace(/, \w+ '.*$/s, '')
}

/** Where a link leads, also to a file that is not there yet. */
function placeOf(file: string): string {
  let place = file
  for (let turn = 0; turn < MOST_LINKS; turn++) {
    const target = linkTarget(place)
    if (target === null) return place
    place = resolve(dirname(place), target)
  }
  throw new Error('too many links lead from one to the next')
}

function linkTarget(place: string): string | null {
  return lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(place) : null
}

/** Beside it first, then in its place: whoever reads it sees the old text or the new one. */
function replace(place: string, mode: number | undefined, text: string | Uint8Array): void {
  const draft = `${place}.${process.pid}.part`
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: mode === undefined ? 0o666 : 0o600 })
    if (mode !== undefined) chmodSync(draft, mode & 0o7777)
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** What is no plain file has a reader or a driver of its own, and must not be replaced. */
function writeInto(file: string, present: Stats, text: string | Uint8Array): void {
  if (present.isDirectory()) throw new Error('it is a folder')
  const open = openSync(file, 'w')
  try {
    writeFileSync(open, text)
  } finally {
    closeSync(open)
  }
}

/** A text without control characters, which a terminal would obey: labels may hold any. */
export function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD')
}

/** Prints a text and waits until it is out: a pipe may be slow, or closed by its reader. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) resolve()
      else reject(error)
    })
  })
}
