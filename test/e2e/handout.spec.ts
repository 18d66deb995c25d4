import type { Page } from '@playwright/test'
import { pathToFileURL } from 'node:url'
import { writeFileSync } from 'node:fs'
import { expect, open, saved, test, tooSmall, tooWide, violationsInBoth } from './open.ts'

test.use({ trials: 256 })

/** What the page says of every strategy on average, by name. */
const averages = (page: Page) =>
  page.locator('.rows .row').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''))

test('a handout written from the page opens anywhere, says the same and answers to hand and key', async ({
  page,
  browser,
}, info) => {
  await open(page)
  const onPage = (await averages(page)).join(' ')
  const { name, text } = await saved(page, async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('button', { name: /^Handout \(one HTML file\)/ }).click()
  })
  expect(name).toMatch(/handout\.html$/)
  const file = info.outputPath(name)
  writeFileSync(file, text)

  // Somebody else's browser, without a network.
  const other = await browser.newContext({ offline: true, reducedMotion: 'reduce' })
  const asked: string[] = []
  await other.route(/^(?!file:|data:|blob:)/, (route) => route.abort())
  const handout = await other.newPage()
  const wrong: string[] = []
  handout.on('request', (request) => asked.push(request.url()))
  handout.on('console', (message) => wrong.push(message.text()))
  handout.on('pageerror', (error) => wrong.push(error.message))
  await handout.goto(pathToFileURL(file).href)
  await expect(handout.getByRole('heading', { level: 1 })).toHaveText('Amazon and OpenAI')
  await expect(handout.getByText('Nothing can be run again in this file')).toBeVisible()

  // Numbers are those on the page.
  const strategies = handout.getByRole('region', { name: 'The strategies beside each other' })
  await strategies.getByRole('button', { name: /^Table/ }).click()
  const table = strategies.getByRole('table')
  const cells = table.locator('tbody tr td:nth-child(2)')
  await expect(cells.nth(3)).toBeVisible()
  const means = await cells.allTextContents()
  for (const mean of means) expect(onPage).toContain(mean)

  // Another outcome, another measure, other weights.
  await strategies.getByLabel('Outcome').selectOption({ label: 'AWS share' })
  await expect(strategies.getByRole('heading', { level: 3 })).toHaveText(/^AWS share: on average/)
  const scenarios = handout.getByRole('region', { name: 'Strategies by scenarios', exact: true })
  await scenarios.getByRole('radio', { name: 'Regret' }).check()
  const measured = scenarios.getByText(/^Net present value, regret over /)
  await expect(measured).toBeVisible()
  const weighted = scenarios.locator('tbody tr').last().locator('td').first()
  const before = await weighted.textContent()
  await scenarios.getByRole('slider', { name: 'Weight of Base case' }).press('End')
  await expect(weighted).not.toHaveText(before ?? '')
  await scenarios.getByRole('button', { name: 'Put weights back' }).click()
  await expect(weighted).toHaveText(before ?? '')

  // Charts and futures answer to pointer and keys.
  const chart = scenarios.getByRole('slider', { name: /^Read out/ })
  await chart.focus()
  await chart.press('ArrowRight')
  await expect(chart).toHaveAttribute('aria-valuetext', /^Base case: /)
  await expect(chart.locator('svg')).toContainText(/^Base case: \S/)
  await chart.press('End')
  await expect(chart).toHaveAttribute('aria-valuetext', /^Weighted: /)
  await chart.hover({ position: { x: 500, y: 60 } })
  await expect(chart.locator('svg')).toContainText(/^Base case: \S/)
  const futures = handout.getByRole('region', { name: 'One future' })
  const dots = futures.getByRole('slider', { name: /^Future/ })
  const told = futures.locator('article h3')
  await dots.press('Home')
  const lowest = await told.textContent()
  await dots.press('End')
  await expect(told).not.toHaveText(lowest ?? '')
  await futures.getByText('Every outcome of this future').click()
  await expect(futures.getByRole('row', { name: /^Net present value/ })).toBeVisible()

  // Beliefs are found.
  const beliefs = handout.getByRole('region', { name: 'What is believed' })
  await beliefs.getByLabel('Search').fill('Cost of capital')
  await expect(beliefs.getByRole('status')).toHaveText(/^\d{1,2} beliefs?$/)
  await beliefs.locator('summary').first().click()
  await expect(beliefs.locator('details[open] p').first()).toBeVisible()

  expect(await violationsInBoth(handout)).toEqual([])
  expect(await tooSmall(handout)).toEqual([])
  await handout.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => tooWide(handout)).toBeLessThanOrEqual(0)
  expect(asked.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([])
  expect(wrong).toEqual([])
  await other.close()
})
