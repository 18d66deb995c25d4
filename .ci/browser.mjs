import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { aptChromium, ownChromium, systemBrowsers } from './browser-places.mjs'
import { chosenBrowser, launchOptions, quiet } from './launch.mjs'
import { at, memo, root, say } from './paths.mjs'
import { unpackedChromium } from './unpacked-chromium.mjs'

/** @typedef {import('./launch.mjs').Browser} Browser */

/**
 * Where a browser may come from, in the order they are tried. Those that fetch come last.
 *
 * @type {[name: string, find: () => Promise<Browser[]> | Browser[]][]}
 */
const places = [
  ['$CHROMIUM_PATH', () => (process.env.CHROMIUM_PATH ? [plain(process.env.CHROMIUM_PATH)] : [])],
  ["Playwright's own", async () => (await ownChromium()).map(plain)],
  ['the system', () => systemBrowsers().map(plain)],
  [
    "Playwright's own, downloaded",
    async () => (download() ? (await ownChromium()).map(plain) : []),
  ],
  ['Debian', () => (aptChromium() ? systemBrowsers().map(plain) : [])],
  // Last: about one page in thirty stands still for good in it, and not in others.
  ['the npm package @sparticuz/chromium', unpackedChromium],
]

/** @param {string} executablePath */
const plain = (executablePath) => ({ executablePath, args: quiet })

function download() {
  say("Fetching Playwright's Chromium …")
  const cli = at('node_modules', 'playwright', 'cli.js')
  const args = [cli, 'install', '--only-shell', 'chromium']
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Behind a firewall the default patience, host by host, adds up to many minutes.
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
    timeout: 300_000,
  })
  return status === 0
}

/** @param {Browser} browser @returns {Promise<string>} why it does not work, or nothing */
async function flaw(browser) {
  const { chromium } = await import('playwright-core')
  try {
    const running = await chromium.launch({ ...launchOptions(browser), timeout: 30_000 })
    try {
      const page = await running.newPage()
      await page.goto('data:text/html,<title>works</title>', { timeout: 15_000 })
      return (await page.title()) === 'works' ? '' : 'it shows no page'
    } finally {
      await running.close()
    }
  } catch (error) {
    return String(error).split('\n')[0]
  }
}

/** Finds a browser that really opens a page, and remembers it. @returns {Promise<Browser>} */
export async function ensureBrowser() {
  const before = chosenBrowser()
  const asked = process.env.CHROMIUM_PATH
  if (before && (!asked || asked === before.executablePath) && !(await flaw(before))) return before
  const tried = []
  for (const [name, find] of places) {
    for (const browser of await find()) {
      const why = await flaw(browser)
      if (!why) {
        say(`Browser for tests, from ${name}: ${browser.executablePath}`)
        writeFileSync(memo('browser.json'), JSON.stringify(browser, null, 2))
        return browser
      }
      tried.push(`${browser.executablePath} (${name}): ${why}`)
    }
  }
  throw new Error(
    ['No Chromium works here; install one, or name one in CHROMIUM_PATH.', ...tried].join('\n  '),
  )
}
