import { expect, open, openWhatIf, test, tooWide, violationsInBoth } from './open.ts'

test.use({ trials: 500 })

const screens = ['answer', 'compare', 'beliefs', 'beliefs/trainingAdvantage', 'futures', 'trust']

for (const screen of screens) {
  test(`${screen} is accessible in light and dark colours, and no wider than the window`, async ({
    page,
  }) => {
    await open(page, screen)
    if (screen === 'answer')
      await expect(
        page
          .getByRole('button', { name: 'Peak cash at risk' })
          .or(page.locator('.cell', { hasText: 'Peak cash' }))
          .filter({ visible: true })
          .first(),
      ).toBeVisible()
    // What if stands beside any screen.
    if (screen === 'compare') await openWhatIf(page)
    if (screen === 'trust') await expect(page.getByText(/laws held/)).toBeVisible()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(await violationsInBoth(page)).toEqual([])
  })
}

test('every screen has its address: back, forward and reload keep it', async ({ page }) => {
  await open(page)
  for (const name of ['Compare', 'Beliefs', 'Futures', 'Trust']) {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()
    await expect(page).toHaveURL(new RegExp(`#/${name.toLowerCase()}$`))
    await expect(page).toHaveTitle(new RegExp(name))
  }
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How could it unfold?')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How could it unfold?')
  await page.goForward()
  await expect(page).toHaveURL(/#\/trust$/)
})

test('the look stays as it was chosen', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Look' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  const paper = () => page.evaluate(() => getComputedStyle(document.body).colorScheme)
  await expect.poll(paper).toBe('dark')
  await page.reload()
  await expect.poll(paper).toBe('dark')
})
