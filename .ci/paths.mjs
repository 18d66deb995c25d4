// Where things lie. Node's own modules alone: this is read before anything is installed.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {...string} parts of a path below the project's folder */
export const at = (...parts) => join(root, ...parts)

/**
 * A file of remembered choices; it goes away with node_modules.
 *
 * @param {string} name
 */
export function memo(name) {
  const folder = at('node_modules', '.stakes')
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}

/** @param {string} text progress for people: never on standard output, which belongs to results */
export const say = (text) => process.stderr.write(`${text}\n`)
