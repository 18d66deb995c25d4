import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { reasonOf } from './input.ts'

/**
 * Writes a file whole or not at all: beside it first, then in its place.
 *
 * @throws with the file's name if it cannot be written
 */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.part`
  try {
    writeFileSync(draft, text)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new Error(`${file} cannot be written: ${reasonOf(error)}`, { cause: error })
  }
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
