// `npm run engines`: the built page in Firefox and in WebKit. Not part of `npm test`: neither engine
// comes with the packages.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { openFirefox } from './engines/firefox.mjs'
import { serveWatched } from './engines/serve-watched.mjs'
import { openWebKit } from './engines/webkit.mjs'
import { ensureBundle, ensurePage } from './bundle.mjs'
import { execFileSync } from 'node:child_process'
import { freePort } from './free-port.mjs'
import { at, say } from './paths.mjs'

/**
 * A browser with one page in it.
 *
 * @typedef {{
 *   name: string,
 *   go: (address: string) => Promise<void>,
 *   evaluate: (expression: string) => Promise<unknown>,
 *   picture: () => Promise<Buffer>,
 *   close: () => Promise<void>,
 * }} Engine
 */

const PATIENCE = 300_000
const folder = at('build', 'engines')
const screens = ['answer', 'beliefs', 'futures', 'trust']

/** The digest of the default study, as Node works it out. */
async function digestOfNode() {
  const { cli } = await ensureBundle()
  const file = at('build', 'engines', 'node.json')
  execFileSync(process.execPath, [cli, '--json', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  return String(JSON.parse(readFileSync(file, 'utf8')).digest)
}

/**
 * Waits until an expression gives something else than null.
 *
 * @param {Engine} engine
 * @param {string} expression
 * @param {string} what is waited for
 */
async function until(engine, expression, what) {
  const end = Date.now() + PATIENCE
  for (;;) {
    const found = await engine.evaluate(expression)
    if (found !== null && found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`${engine.name}: ${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The digest that Trust shows, once the run has ended. */
const shownDigest = `(() => {
  const found = /\\b[0-9a-f]{64}\\b/.exec(document.querySelector('main')?.textContent ?? '')
  return found ? found[0] : null
})()`
const isQuiet = `document.querySelector('main h1') !== null
  && document.querySelector('[aria-busy="true"]') === null`

/**
 * @param {Engine} engine
 * @param {string} address
 * @param {string} expected
 */
async function look(engine, address, expected) {
  const faults = []
  await engine.go(`${address}#/trust`)
  const digest = /** @type {string} */ (await until(engine, shownDigest, 'the digest of the run'))
  const isSame = digest === expected
  const verdict = isSame ? 'as in Node' : `where Node has ${expected.slice(0, 12)}…`
  say(`${engine.name}: digest ${digest.slice(0, 12)}…, ${verdict}`)
  if (!isSame) faults.push('the digest differs')
  const slug = engine.name.toLowerCase().replace(/\W+/g, '-')
  for (const screen of screens) {
    await engine.evaluate(`void (location.hash = '#/${screen}')`)
    await until(engine, isQuiet, `the screen ${screen}`)
    // What is asked for once a screen is there may begin a moment later.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await until(engine, isQuiet, `all of the screen ${screen}`)
    writeFileSync(at('build', 'engines', `${slug}-${screen}.png`), await engine.picture())
  }
  const errors = /** @type {string[]} */ (
    JSON.parse(String(await engine.evaluate('JSON.stringify(window.said)')))
  )
  for (const error of errors) say(`${engine.name}, on the console: ${error}`)
  if (errors.length > 0) faults.push(`${errors.length} errors or warnings on the console`)
  return faults
}

try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await ensurePage()
  const expected = await digestOfNode()
  const port = await freePort(4700)
  await serveWatched(at('dist'), port)
  let faults = 0
  let opened = 0
  for (const open of [openFirefox, openWebKit]) {
    const engine = await open()
    if (typeof engine === 'string') {
      say(engine)
      continue
    }
    opened++
    try {
      const found = await look(engine, `http://localhost:${port}/`, expected)
      say(`${engine.name}: ${found.length === 0 ? 'as it should be' : found.join(', ')}`)
      faults += found.length
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
      faults++
    } finally {
      await engine.close()
    }
  }
  if (opened > 0) say('Pictures are in build/engines.')
  process.exit(faults > 0 ? 1 : 0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
