import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'

/**
 * Every file below a path, in order; the path itself if it is a file.
 *
 * @param {string} path relative to the project's folder
 * @returns {string[]}
 */
export function filesBelow(path) {
  if (!existsSync(at(path))) return []
  if (statSync(at(path)).isFile()) return [path]
  return readdirSync(at(path))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/**
 * Hash of the names and contents of files and folders.
 *
 * @param {string[]} paths relative to the project's folder
 */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesBelow)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(at(file)))
      .update('\0')
  }
  return hash.digest('hex')
}
