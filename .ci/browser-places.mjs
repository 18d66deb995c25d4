import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { say } from './paths.mjs'

const names = [
  // Draws no window that nobody sees: about a third less processor time.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** Paths below a program folder, off the search path on macOS and Windows. */
const bundles = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium/Application/chrome.exe',
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
]

/** Installed browsers of the Chromium family: one without windows, then Chromium, Chrome, Edge. */
export function systemBrowsers() {
  const { PATH = '', HOME = '', LOCALAPPDATA, PROGRAMFILES } = process.env
  const path = [...PATH.split(delimiter), '/usr/bin', '/snap/bin']
  const folders = ['/Applications', join(HOME, 'Applications'), LOCALAPPDATA, PROGRAMFILES]
  folders.push(process.env['PROGRAMFILES(X86)'])
  const places = [
    ...names.flatMap((name) => path.map((folder) => join(folder, name))),
    ...bundles.flatMap((bundle) => folders.map((folder) => folder && join(folder, bundle))),
  ]
  return [...new Set(places)].flatMap((file) => (file && existsSync(file) ? [file] : []))
}

/** Playwright's downloaded Chromium, the headless shell of this version before any other. */
export async function ownChromium() {
  const { chromium } = await import('playwright-core')
  const full = chromium.executablePath()
  // …/ms-playwright/chromium-1255/chrome-linux64/chrome
  const store = dirname(dirname(dirname(full)))
  if (!existsSync(store)) return []
  const shells = readdirSync(store)
    .filter((name) => name.startsWith('chromium_headless_shell-'))
    .sort()
    .reverse()
    .flatMap((name) => shellsIn(join(store, name)))
  return [...shells, full].filter((file) => existsSync(file))
}

/** @param {string} folder of one downloaded version */
function shellsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      ['chrome-headless-shell', 'chrome-headless-shell.exe', 'headless_shell'].map((shell) =>
        join(folder, name, shell),
      ),
    )
}

/** Installs Debian's Chromium. @returns {boolean} whether it is there now */
export function aptChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false
  say('Installing Chromium with apt-get …')
  apt('update')
  return ['chromium-headless-shell', 'chromium'].some((name) =>
    apt('install', '-y', '--no-install-recommends', name),
  )
}
