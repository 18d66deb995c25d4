import type { Page } from '@playwright/test'
import { context, done, expect, open, test, tooWide, violations } from './open.ts'

test.use({ trials: 4000, keeps: true })

const sentence = (page: Page) => page.locator('header .precision')
const figure = (page: Page) =>
  page.getByRole('region', { name: 'Would more trials change the choice?' }).getByRole('figure')

async function set(page: Page, label: string, text: string) {
  const settings = page.getByRole('button', { name: /^Run settings/ })
  const field = page.getByRole('textbox', { name: label, exact: true })
  if (!(await field.isVisible())) await settings.click()
  await field.fill(text)
  await field.press('Enter')
  await page.keyboard.press('Escape')
}

test('too few trials are told so, and raised until the choice is decided', async ({ page }) => {
  await open(page)
  await set(page, 'Negligible difference', '0')
  await set(page, 'Trials', '256')
  await done(page, 256)
  await expect(sentence(page)).toHaveText(/^Run .* to tell .* apart\.$/)
  await page.getByRole('button', { name: 'Run until decided' }).press('Enter')
  await expect(sentence(page)).toHaveText('More trials will not change the choice.')
  await expect(page.getByText(/^Decided after [\d,]+ trials\.$/)).toBeAttached()
  await expect(page.getByRole('button', { name: 'Run until decided' })).toHaveCount(0)
  await expect(context(page)).not.toHaveText(/^256 /)
  await page.keyboard.press('Control+z')
  await done(page, 256)
})

test('what is negligible is the strategist’s to say', async ({ page }) => {
  await open(page)
  await set(page, 'Negligible difference', '50')
  await expect(sentence(page)).toHaveText(
    /^The difference.* is below what you call negligible \(\$50 bn\)\.$/,
  )
  await page.getByRole('button', { name: /^Run settings/ }).click()
  const field = page.getByRole('textbox', { name: 'Negligible difference' })
  await field.fill('-1')
  await field.press('Enter')
  await expect(page.getByText(/Type \$0 bn to \$100,000 bn, not “-1”/)).toBeVisible()
  await field.fill('0.5')
  await field.press('Enter')
  await expect(page.getByText(/from 0 up/)).toHaveCount(0)
  await expect(sentence(page)).not.toContainText('$50 bn')
})

test('the lead is drawn as it settles, with a table behind', async ({ page }) => {
  await open(page, 'trust')
  await expect(figure(page).getByRole('heading')).toHaveText(
    /^After 4,000 trials .* leads .* by \$?[\d.]+/,
  )
  await expect(figure(page).locator('svg path.band')).toHaveAttribute('d', /^M/)
  await figure(page)
    .getByRole('button', { name: /^Table/ })
    .click()
  const rows = figure(page).getByRole('row')
  await expect.poll(() => rows.count()).toBeGreaterThan(20)
  await expect(rows.last()).toContainText('4,000')
  expect(await violations(page, '#trust-convergence')).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})

test('chances and percentiles in the tables carry their errors', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: /^Table ?: Averages lie/ }).click()
  const row = page.getByRole('row', { name: /^Deep technical collaboration/ })
  const withError = async () =>
    (await row.getByRole('cell').allInnerTexts()).filter((text) => / ± \d/.test(text))
  // Mean, its two parts, peak cash, a chance and three percentiles.
  await expect.poll(async () => (await withError()).length).toBeGreaterThanOrEqual(8)
  const cells = await withError()
  expect(cells.some((text) => /^[\d.]+ ± [\d.]+%$/.test(text))).toBe(true)
  await page.goto('./#/compare/pair')
  await page.getByRole('button', { name: /^Table ?: .* ahead in/ }).click()
  const figures = page.getByRole('row', { name: /^(No difference|10% of differences)/ })
  for (const text of await figures.allInnerTexts()) expect(text).toMatch(/ ± \d/)
})

// Last, as the page remembers the outcome.
test('one sentence says whether more trials would change the choice', async ({ page }) => {
  await open(page)
  await expect(sentence(page)).toHaveText(
    /^(More trials will not change the choice|Run .* to tell .* apart|The difference .* negligible \(\$0\.5 bn\)|Not even .*)\.$/,
  )
  const outcomes = page.getByLabel('Outcome', { exact: true })
  await outcomes.selectOption('awsShare')
  await expect(sentence(page)).not.toContainText('negligible')
})
