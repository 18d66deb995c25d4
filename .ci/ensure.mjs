import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { alone } from './lock.mjs'
import { memo, say } from './paths.mjs'
import { hashOf } from './sources.mjs'

/**
 * Builds something unless its sources are as they were when it was last built.
 *
 * @param {string} name of the thing, for people and for the stamp
 * @param {string} made a file that must be there
 * @param {string[]} sources
 * @param {() => Promise<unknown>} build
 */
export async function ensure(name, made, sources, build) {
  const stamp = memo(`${name}.hash`)
  const fresh = () =>
    existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(sources)
  if (fresh()) return
  await alone(memo(`${name}.lock`), async () => {
    if (fresh()) return
    const hash = hashOf(sources)
    say(`Building the ${name} …`)
    rmSync(stamp, { force: true })
    await build()
    writeFileSync(stamp, hash)
  })
}
