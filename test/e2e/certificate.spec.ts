import { expect, open, test, tooWide, violations } from './open.ts'

test.use({ trials: 500 })

test('the Trust screen shows a clean certificate, every line by keyboard', async ({ page }) => {
  await open(page, 'trust')
  const section = page.locator('#trust-certificate')
  await expect(section.getByText(/^All \d+ comparisons hold\.$/)).toBeVisible()
  await expect(section.locator('details[open]')).toHaveCount(0)

  const groups = section.locator('summary')
  await expect(groups.first()).toHaveText('NIST reference data: 18 of 18 hold')
  for (const group of await groups.all()) {
    await group.focus()
    await page.keyboard.press('Enter')
  }
  const lines = await section.locator('tbody tr').count()
  await expect(section.getByText(`All ${lines} comparisons hold.`)).toBeVisible()
  await expect(section.getByRole('row', { name: /NumAcc4, standard deviation/ })).toContainText(
    'at least 8.2',
  )
  expect(await violations(page, '#trust-certificate')).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})
