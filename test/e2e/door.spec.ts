import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page, Route } from '@playwright/test'
import { at } from '../../.ci/paths.mjs'
import { done, expect, open, test } from './open.ts'
import { nameOf, press, rename } from './workbench.ts'

// A script that does not come is an error on the console too.
test.use({ trials: 100, quiet: false })

const missing = (route: Route) => route.fulfill({ status: 404, body: 'Not found' })
const mistyped = (route: Route) =>
  route.fulfill({ contentType: 'text/plain', body: 'export const a = 1' })

/** The part of the page with this name, wherever the build put it. */
const part = (name: string) => new RegExp(`/assets/${name}-[\\w-]+\\.js$`)

/** Every script that loads late; the spare is asked for only where workers cannot be had. */
function lateFiles(): string[] {
  const text = readFileSync(at('dist', '.vite', 'manifest.json'), 'utf8')
  const chunks = Object.values(
    JSON.parse(text) as Record<string, { file: string; isDynamicEntry?: boolean }>,
  )
  return chunks
    .filter(({ file, isDynamicEntry }) => isDynamicEntry && !/market-link/.test(file))
    .map(({ file }) => file)
}

const screen = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name })
const reload = (page: Page) => page.getByRole('button', { name: 'Reload the page' })

test.describe('a page that cannot start says so', () => {
  const said = (page: Page) => page.getByRole('heading', { name: 'Stakes could not start' })

  test('opened as a file', async ({ page }) => {
    await page.goto(pathToFileURL(at('dist', 'index.html')).href)
    await expect(page.getByRole('heading', { name: 'Stakes needs to be served' })).toBeVisible()
    await expect(page.getByText('npm start')).toBeVisible()
    await expect(said(page)).toBeHidden()
  })

  for (const [what, name, answer] of [
    ['its script is missing', 'index', missing],
    ['its script comes as the wrong type', 'index', mistyped],
    ['what its script imports is missing', 'base', missing],
  ] as const) {
    test(what, async ({ page }) => {
      await page.route(part(name), answer)
      await page.goto('./')
      await expect(said(page)).toBeVisible()
      await page.unroute(part(name))
      await reload(page).click()
      await done(page)
      await expect(said(page)).toHaveCount(0)
    })
  }

  test('its script breaks', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'AbortController')
      Reflect.deleteProperty(globalThis, 'BroadcastChannel')
      Reflect.deleteProperty(globalThis, 'Map')
    })
    await page.goto('./')
    await expect(said(page)).toBeVisible()
  })
})

test.describe('what loads late and does not come', () => {
  test('a screen: said in words, and a reload loses nothing', async ({ page }) => {
    // Until the page is asked for anew: what comes after all takes the place of the sentence.
    let reloaded = false
    await page.route(part('Futures'), (route) => (reloaded ? route.continue() : missing(route)))
    await open(page)
    page.on('request', (request) => {
      reloaded ||= request.isNavigationRequest()
    })
    await rename(page, 'Mine')
    await screen(page, 'Futures').click()
    await expect(page.getByRole('alert')).toContainText('Futures could not be loaded')
    await reload(page).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How could it unfold?')
    await expect(nameOf(page)).toHaveValue('Mine')
  })

  test('a screen asked for again is tried again', async ({ page }) => {
    await page.route(part('Futures'), missing)
    await open(page)
    await screen(page, 'Futures').click()
    await expect(reload(page)).toBeVisible()
    await screen(page, 'Beliefs').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you believe?')
    await expect(reload(page)).toHaveCount(0)
    await page.unroute(part('Futures'))
    await screen(page, 'Futures').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How could it unfold?')
  })

  test('a sheet, a file or a picture: said where notices are', async ({ page }) => {
    for (const name of ['LinkSheet', 'study-file', 'svg']) {
      await page.route(part(name), missing)
    }
    await open(page)
    await press(page, 'e')
    await page.getByRole('button', { name: /^Link to this study/ }).click()
    await expect(page.getByText('The link could not be loaded')).toBeVisible()
    await press(page, 'e')
    await page.getByRole('button', { name: /^Study as a file/ }).click()
    await expect(page.getByText(/What writes “Study as a file” could not be/)).toBeVisible()
    await page
      .getByRole('button', { name: /^Save picture/ })
      .first()
      .click()
    await expect(page.getByText('Saving pictures could not be loaded')).toBeVisible()
    // The two newest stand in sight, and what is folded away is a click off.
    await expect(reload(page)).toHaveCount(2)
    await page.getByRole('button', { name: '1 more' }).click()
    await expect(reload(page)).toHaveCount(3)
    await page.getByRole('button', { name: 'Dismiss all' }).click()
    await expect(reload(page)).toHaveCount(0)
  })
})

test.describe('a browser that lets no worker start has the page compute on its own', () => {
  for (const [what, forbid] of [
    [
      'it throws',
      (page: Page) =>
        page.addInitScript(() => {
          const refuse = () => {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          }
          Object.defineProperty(window, 'Worker', { value: refuse })
        }),
    ],
    [
      'a policy of the server forbids it',
      (page: Page) =>
        page.route('./', async (route) => {
          const response = await route.fetch()
          const headers = { ...response.headers(), 'content-security-policy': "worker-src 'none'" }
          await route.fulfill({ response, headers })
        }),
    ],
  ] as const) {
    test(what, async ({ page }) => {
      await forbid(page)
      await open(page)
      await expect(page.getByText(/could not start the calculation’s workers/)).toBeVisible()
    })
  }
})

test('every package that is bundled is named beside the page, with its terms', async ({
  request,
}) => {
  const response = await request.get('./licences.txt')
  const text = await response.text()
  const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  // Of d3 only parts are taken, each a package of its own.
  const named = Object.keys(dependencies).map((name) => (name === 'd3' ? 'd3-shape' : name))
  for (const name of [...named, 'd3-array', 'd3-path']) {
    const terms = text.split(new RegExp(`^-+\\n${name} [\\d.]+: .+\\n-+$`, 'm'))[1]
    expect(terms, name).toMatch(/copyright|Apache License/i)
  }
  expect(text).toContain('SIL OPEN FONT LICENSE')
})

test('once it is open the server may go away', async ({ page, context }) => {
  await open(page)
  const toCome = async () => {
    const come = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    return lateFiles().filter((file) => !come.some((address) => address.endsWith(file)))
  }
  await expect.poll(toCome, { timeout: 60_000 }).toEqual([])
  await context.setOffline(true)
  for (const name of ['Compare', 'Why', 'Beliefs', 'Futures', 'Trust', 'Answer']) {
    await screen(page, name).click()
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(reload(page)).toHaveCount(0)
  }
  await press(page, '?')
  await expect(page.getByRole('dialog')).toBeVisible()
})
