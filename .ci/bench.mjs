// `npm run bench`: the benchmark in Node, then its page in a browser.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleForNode, bundleTestPage, nodeWorker } from './bundle.mjs'
import { freePort } from './free-port.mjs'
import { chosenBrowser, launchOptions } from './launch.mjs'
import { at, say } from './paths.mjs'
import { serve } from './serve.mjs'

/** Longer than any machine should need. */
const patience = 300_000

async function inNode() {
  const folder = at('build', 'bench-node')
  rmSync(folder, { recursive: true, force: true })
  await bundleForNode({ bench: 'test/bench/node.ts', 'node-worker': nodeWorker }, folder)
  await import(pathToFileURL(join(folder, 'bench.js')).href)
}

async function inBrowser() {
  const choice = chosenBrowser()
  if (!choice) throw new Error('no browser was found')
  await bundleTestPage('bench')
  const port = await freePort(4500)
  await serve('build/bench', port)
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch(launchOptions(choice))
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${port}/`)
    await page.locator('body[data-done]').waitFor({ timeout: patience })
    const text = (await page.locator('pre').textContent()) ?? ''
    if (text.startsWith('FAILED')) throw new Error(text)
    process.stdout.write(`\n${text}\n`)
  } finally {
    await browser.close()
  }
}

try {
  await inNode()
  await inBrowser()
  process.exit(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
