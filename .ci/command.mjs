import { pathToFileURL } from 'node:url'
import { checkNode, ensurePackages } from './packages.mjs'
import { say } from './paths.mjs'

/**
 * Runs a bundled command in this very process: arguments, streams, signals and exit code are the
 * command's own.
 *
 * @param {'cli' | 'certify' | 'hindcast'} name
 */
export async function runCommand(name) {
  let script
  try {
    checkNode()
    await ensurePackages()
    const { ensureBundle } = await import('./bundle.mjs')
    script = (await ensureBundle())[name]
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exit(2)
  }
  await import(pathToFileURL(script).href)
}
