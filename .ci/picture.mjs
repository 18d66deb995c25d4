// `npm run picture`: the README's picture, taken from the built page.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ensurePage } from './bundle.mjs'
import { freePort } from './free-port.mjs'
import { chosenBrowser, launchOptions } from './launch.mjs'
import { at, say } from './paths.mjs'
import { serve } from './serve.mjs'

const file = at('test/record/answer.png')

try {
  const choice = chosenBrowser()
  if (!choice) throw new Error('no browser was found')
  await ensurePage()
  const port = await freePort(4600)
  await serve('dist', port)
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch(launchOptions(choice))
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
  })
  await page.goto(`http://localhost:${port}/`)
  await page.getByRole('button', { name: 'What if', exact: true }).click()
  await page.getByRole('slider', { name: /Return on OpenAI/ }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: file })
  await browser.close()
  const print = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)
  say(`test/record/answer.png (${print})`)
  process.exit(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
