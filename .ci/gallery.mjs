// `npm run gallery`: shows every chart; with `-- --update` writes the snapshots that a test compares.
import { bundleTestPage } from './bundle.mjs'
import { freePort } from './free-port.mjs'
import { launchOptions } from './launch.mjs'
import { root, say } from './paths.mjs'
import { serve } from './serve.mjs'
import {
  changedSnapshots,
  drawSnapshots,
  keepSnapshots,
  keptSnapshots,
  snapshotWindow,
} from './snapshots.mjs'

async function show() {
  const { createServer } = await import('vite')
  const server = await createServer({ root, server: { open: '/test/gallery/index.html' } })
  await server.listen()
  server.printUrls()
}

async function update() {
  const { ensureBrowser } = await import('./browser.mjs')
  const choice = await ensureBrowser()
  await bundleTestPage('gallery')
  const port = await freePort(4700)
  await serve('build/gallery', port)
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch(launchOptions(choice))
  const page = await browser.newPage(snapshotWindow)
  const drawn = await drawSnapshots(page, `http://127.0.0.1:${port}/`)
  await browser.close()
  const changes = changedSnapshots(keptSnapshots(), drawn)
  keepSnapshots(drawn)
  say([...changes, `${Object.keys(drawn).length} charts, ${changes.length} changed`].join('\n'))
}

try {
  if (process.argv.includes('--update')) {
    await update()
    process.exit(0)
  } else await show()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
