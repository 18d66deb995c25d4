import { defineConfig } from '@playwright/test'
import { freePort } from '../.ci/free-port.mjs'
import { chosenBrowser, launchOptions, quiet } from '../.ci/launch.mjs'
import { root } from '../.ci/paths.mjs'

// The first process looks for ports; its workers read this file again and inherit them.
const page = (process.env['STAKES_PAGE_PORT'] ??= String(await freePort(4400)))
const gallery = (process.env['STAKES_GALLERY_PORT'] ??= String(await freePort(Number(page) + 1)))
const report = process.env['STAKES_E2E_REPORT']
const browser = chosenBrowser()

const server = (folder: string, port: string) => ({
  command: `node .ci/serve.mjs ${folder} ${port}`,
  cwd: root,
  url: `http://127.0.0.1:${port}/`,
  stdout: 'ignore' as const,
  timeout: 300_000,
})

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // Files beside each other, and the tests of one in turn: some have a page in common.
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // What passes at the second attempt alone is named below the figures of `npm test`.
  retries: 1,
  workers: 2,
  // Limits for what hangs, far beyond what a machine with much else to do needs; none for all tests.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  webServer: [server('dist', page), server('build/gallery', gallery)],
  use: {
    baseURL: `http://127.0.0.1:${page}/`,
    launchOptions: browser ? launchOptions(browser) : { args: quiet },
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      // What a narrow window or a finger changes: how screens are laid out and read, and one way
      // through each of the editor and the workbench.
      grep: /\b(screens|gallery|answer|reading)\.spec|@phone/,
      grepInvert: /@desktop/,
      use: { viewport: { width: 360, height: 800 }, hasTouch: true },
    },
  ],
})
