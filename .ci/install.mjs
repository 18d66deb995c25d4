// Runs before anything is installed: `node .ci/install.mjs [--browser]`.
import { checkNode, ensurePackages } from './packages.mjs'
import { say } from './paths.mjs'

try {
  checkNode()
  await ensurePackages()
  if (process.argv.includes('--browser')) {
    const { ensureBrowser } = await import('./browser.mjs')
    await ensureBrowser()
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
