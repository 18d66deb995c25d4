import { pathToFileURL } from 'node:url'
import { checkNode, ensurePackages } from './packages.mjs'
import { say } from './paths.mjs'

/** @returns {Promise<string>} the command as plain JavaScript */
async function command() {
  try {
    checkNode()
    await ensurePackages()
    const { ensureBundle } = await import('./bundle.mjs')
    return (await ensureBundle()).cli
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exit(2)
  }
}

// In this very process: arguments, streams, signals and exit code are the command's own.
await import(pathToFileURL(await command()).href)
