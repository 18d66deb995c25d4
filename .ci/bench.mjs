// `npm run bench`: the benchmark in Node, then its page in a browser. With `-- --against COMMIT` the
// command line alone, in turns with that of another commit; with `-- --node` no browser.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { benchAgainst } from './bench-against.mjs'
import { benchDrag } from './bench-drag.mjs'
import { benchLarge } from './bench-large.mjs'
import { bundleForNode, bundleTestPage, nodeWorker } from './bundle.mjs'
import { freePort } from './free-port.mjs'
import { chosenBrowser, launchOptions } from './launch.mjs'
import { at, say } from './paths.mjs'
import { peakMemory } from './peak-memory.mjs'
import { serve } from './serve.mjs'

/** Longer than any machine should need. */
const patience = 300_000

async function inNode() {
  const folder = at('build', 'bench-node')
  rmSync(folder, { recursive: true, force: true })
  await bundleForNode({ bench: 'test/bench/node.ts', 'node-worker': nodeWorker }, folder)
  // In processes of their own: neither the bundler's memory nor the other's is the product's.
  for (const flags of [['--grid'], ['--matrix'], ['--why'], []]) {
    const { status } = spawnSync(process.execPath, [join(folder, 'bench.js'), ...flags], {
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error('the benchmark in Node failed')
  }
}

/**
 * The memory of the page's process over one run, without the page around it.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
async function memory(browser, address) {
  const page = await browser.newPage()
  await page.goto(address)
  await page.locator('body[data-done]').waitFor({ state: 'attached', timeout: patience })
  const most = await peakMemory(browser)
  if (most !== null) {
    say(`Memory of the page's process over one run: ${most.toFixed(0)} MB, aim at most 300`)
  }
  await page.close()
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
    const opened = await browser.newPage()
    await opened.goto(`http://localhost:${port}/`)
    await opened.locator('body[data-done]').waitFor({ state: 'attached', timeout: patience })
    const text = (await opened.locator('pre').textContent()) ?? ''
    if (text.startsWith('FAILED')) throw new Error(text)
    process.stdout.write(`\n${text}\n`)
    await opened.close()
    await memory(browser, `http://localhost:${port}/?memory`)
    await benchDrag(browser)
    await benchLarge(browser)
  } finally {
    await browser.close()
  }
}

try {
  const [flag, commit] = process.argv.slice(2)
  if (flag === '--against') await benchAgainst(commit ?? 'HEAD')
  else {
    await inNode()
    if (flag !== '--node') await inBrowser()
  }
  process.exit(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
