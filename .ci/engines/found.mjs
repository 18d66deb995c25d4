import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Where the first of some commands lies; null where none does.
 *
 * @param {...string} names
 */
export function found(...names) {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const file = join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // Not here.
      }
    }
  }
  return null
}

/** What a new process that listens needs: a moment, and another look. @param {() => Promise<unknown>} work */
export async function patiently(work) {
  for (let turn = 0; ; turn++) {
    try {
      return await work()
    } catch (error) {
      if (turn > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
