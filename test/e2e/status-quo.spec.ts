import { done, expect, open, openWhatIf, test, violations } from './open.ts'

test.use({ trials: 500, keeps: true })

test('October 2026 says what it changed, what is sunk, and sets all against the deal as signed', async ({
  page,
}) => {
  await open(page)
  await page.getByRole('button', { name: 'see it from October 2026' }).click()
  await done(page)
  await expect(page.getByText('Offered from here: “The deal as signed”')).toBeVisible()
  await expect(page.getByText('Since then the deal was signed')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Of what can still be chosen')
  await expect(page.getByText('$50 bn is spent whatever is chosen now')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Deepen it' })).toContainText('against status quo')
  await expect(page.getByRole('radio', { name: 'The deal as signed compared' })).toBeVisible()
  await page.getByRole('button', { name: 'Table' }).first().click()
  await expect(
    page.getByRole('columnheader', { name: 'Average less “The deal as signed”' }),
  ).toBeVisible()

  await openWhatIf(page)
  const paid = page.getByRole('slider', { name: 'Paid at closing' })
  await paid.press('Home')
  await expect(paid).toHaveAttribute('aria-valuetext', '$50 bn')
  expect(await violations(page, 'aside')).toEqual([])

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await done(page)
  await expect(page.getByText('Since then the deal was signed and paid:')).toBeVisible()
  await expect(page.getByRole('row', { name: /Exclusive alliance/ })).toBeVisible()
  await expect(page.getByText('Offered from here')).toHaveCount(0)
})

test('the answer is seen to other horizons, and asked again when the study changes', async ({
  page,
}) => {
  await open(page, 'futures')
  const see = page.getByRole('button', { name: 'See it from 3 to 10 years' })
  await see.click()
  const title = page.getByRole('heading', { name: /horizon/ }).nth(1)
  await expect(title).toContainText(/best on average/)
  expect(await violations(page, 'main')).toEqual([])
  await page.getByRole('button', { name: 'see it from October 2026' }).click()
  await expect(see).toBeVisible()
})
