import type { Page } from '@playwright/test'
import { expect, open, test, violations } from './open.ts'

test.use({ trials: 500, keeps: true })

const belief = 'beliefs/trainingAdvantage'
const valueOf = async (page: Page, p: number) =>
  Number(await page.getByRole('slider', { name: `P${p}:` }).getAttribute('aria-valuenow'))

test('three percentiles that were typed are three that are kept', async ({ page }) => {
  await open(page, 'beliefs/openaiReturn')
  const field = (p: number) => page.getByLabel(`${p}% of futures are below`, { exact: true })
  await field(10).fill('-0.2')
  await field(50).fill('15')
  await expect(page.getByText('Read as 15% a year.')).toBeVisible()
  await field(90).fill('0.3')
  await expect(page.getByText(/No normal distribution has these three/)).toBeVisible()
  expect(await valueOf(page, 10)).toBeCloseTo(-0.2, 6)
  expect(await valueOf(page, 50)).toBeCloseTo(0.15, 6)
  expect(await valueOf(page, 90)).toBeCloseTo(0.3, 6)
  await expect(field(10)).toHaveValue('-0.2')
  await expect(field(90)).toBeInViewport()
  await field(90).fill('300')
  await expect(
    page.getByText(/P90 cannot be 300%: this belief lies between −200% and 200%/),
  ).toBeVisible()
  expect(await valueOf(page, 90)).toBeCloseTo(0.3, 6)
  await page.getByRole('button', { name: 'Add more percentiles' }).press('Enter')
  await expect(page.getByLabel('Value, row 3')).toHaveValue('30%')
  expect(await violations(page, 'article')).toEqual([])
})

test('the chance of an event is typed as percent or as a share', async ({ page }) => {
  await open(page, 'beliefs/microsoftResponds')
  const field = page.getByLabel('Probability', { exact: true })
  for (const text of ['30', '30%', '0.3', '0,3']) {
    await field.fill(text)
    await expect(page.getByText(/In use: .*30%/)).toBeVisible()
    await field.fill('55')
  }
  await field.fill('1')
  await expect(page.getByText('“1” can be read as 1% or as 100%: write 1% or 100%')).toBeVisible()
})

test('a column that can be read in two ways is asked about, and one of several chosen', async ({
  page,
}) => {
  await open(page, belief)
  await page.getByText('Paste data and fit a shape to it').click()
  const field = page.getByLabel('A column of numbers')
  await field.fill('950\n1,050\n1,200\n875\n1,310')
  await expect(page.getByText(/can be read in more than one way/)).toBeVisible()
  await expect(page.getByText('Shapes that fit')).toHaveCount(0)
  await page.getByRole('radio', { name: '1,050 → 1050, 1,200 → 1200, 1,310 → 1310' }).check()
  await expect(page.getByText('5 numbers read.')).toBeVisible()
  await expect(page.getByText('Shapes that fit')).toBeVisible()
  await field.fill('Year;Share\n2021;0,31\n2022;0,35\n2023;0,33')
  await expect(page.getByText(/several columns: choose/)).toBeVisible()
  await page.getByRole('radio', { name: 'Share', exact: true }).check()
  await expect(page.getByText('3 numbers read.')).toBeVisible()
  expect(await violations(page, 'article')).toEqual([])
})

test('Enter that chooses letters takes nothing over', async ({ page }) => {
  await open(page, belief)
  await page.getByRole('button', { name: 'Run settings' }).click()
  const trials = page.getByLabel('Trials', { exact: true })
  await trials.fill('0')
  await trials.evaluate((field) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    ),
  )
  await expect(trials).not.toHaveAttribute('aria-invalid')
  await trials.fill('10.000')
  await trials.press('Enter')
  await expect(page.getByText('“10.000” can be read as 10 or as 10,000')).toBeVisible()
})
