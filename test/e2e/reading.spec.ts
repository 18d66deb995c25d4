import { expect, open, test } from './open.ts'

test.use({ trials: 2000 })

test('Futures lays two strategies over each other, and draws single futures', async ({ page }) => {
  await open(page, 'futures')
  await page.getByLabel('Laid over it').selectOption({ label: 'Nothing' })
  await expect(page.getByText(/much the same with either/)).toHaveCount(0)
  await page.getByLabel('Laid over it').selectOption({ label: 'No investment' })
  await expect(page.getByText(/much the same with either/).first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Ten single futures' }).check()
  await expect(page.getByText(/10 single futures/).first()).toBeVisible()
  await expect(page.getByText('1,800: highly concentrated').first()).toBeAttached()
})

test('Beliefs are found by words and by kind', async ({ page }) => {
  await open(page, 'beliefs')
  await page.getByLabel('Search beliefs').fill('trainium')
  await expect(page.getByText(/^[1-9] of 106 beliefs shown/)).toBeVisible()
  await page.getByLabel('Search beliefs').fill('')
  await page.getByRole('radio', { name: 'Changed' }).check({ force: true })
  await expect(page.getByText(/^0 of 106 beliefs shown/)).toBeVisible()
})

test('Trust shows hindcast, laws, sources and the digest', async ({ page }) => {
  await open(page, 'trust')
  await expect(page.getByText(/figures published later lie inside/)).toBeVisible()
  await expect(page.getByText(/laws held in every future/)).toBeVisible()
  await expect(page.getByText(/inputs are judgement and say so/)).toBeVisible()
  await expect(page.locator('#trust-run code')).toHaveText(/^[0-9a-f]{64}$/)
})
