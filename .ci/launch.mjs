import { existsSync, readFileSync } from 'node:fs'
import { at } from './paths.mjs'

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
