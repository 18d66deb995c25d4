import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { aptChromium, ownChromium, systemBrowsers } from './browser-places.mjs'
import { at, memo, root, say } from './paths.mjs'
import { unpackedChromium } from './unpacked-chromium.mjs'

/**
 * How to start a browser, as Playwright's launch options.
 *
 * @typedef {{ executablePath: string, args: string[], env?: Record<string, string> }} Browser
 */

/** Quiet without a network, and the same picture everywhere. */
export const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
]

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
  ['the npm package @sparticuz/chromium', unpackedChromium],
  ['Debian', () => (aptChromium() ? systemBrowsers().map(plain) : [])],
]

/** @param {string} executablePath */
const plain = (executablePath) => ({ executablePath, args: quiet })

function download() {
  say("Fetching Playwright's Chromium …")
  const cli = at('node_modules', 'playwright', 'cli.js')
  const args = [cli, 'install', '--only-shell', 'chromium']
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
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

/** @param {Browser} browser as Playwright takes it */
export function launchOptions({ executablePath, args, env }) {
  /** @type {Record<string, string>} */
  const inherited = Object.fromEntries(Object.entries(process.env).map(([k, v]) => [k, v ?? '']))
  return { executablePath, args, env: { ...inherited, ...env } }
}

/** @returns {Browser | undefined} what was chosen before */
export function chosenBrowser() {
  const file = at('node_modules', '.stakes', 'browser.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
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
