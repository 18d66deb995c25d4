import type { Page } from '@playwright/test'
import { expect, open, openWhatIf, test, tooSmall, tooWide, violationsInBoth } from './open.ts'

test.use({ trials: 500, keeps: 'study' })

const screens = [
  'answer',
  'compare',
  'why',
  'beliefs',
  'beliefs/trainingAdvantage',
  'futures',
  'trust',
]

for (const screen of screens) {
  test(`${screen} is accessible in light and dark colours, legible, and no wider than the window`, async ({
    page,
  }) => {
    await open(page, screen)
    if (screen === 'answer')
      await expect(
        page
          .getByRole('button', { name: 'Cash tied up' })
          .or(page.locator('.cell', { hasText: 'Cash tied up' }))
          .filter({ visible: true })
          .first(),
      ).toBeVisible()
    // What if stands beside any screen.
    if (screen === 'compare') await openWhatIf(page)
    if (screen === 'trust') await expect(page.getByText(/laws held/)).toBeVisible()
    // Charts beside it are measured again a moment later.
    await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0)
    expect(await tooSmall(page)).toEqual([])
    // Beside one belief stands the list of all, which is a screen of its own.
    const part = screen.startsWith('beliefs/') ? 'article' : undefined
    expect(await violationsInBoth(page, part, /^(beliefs|trust)/.test(screen))).toEqual([])
    await expectPaper(page)
    if (screen === 'answer') {
      // What is left of a sheet of A4 on its side, in CSS pixels.
      await page.setViewportSize({ width: 1062, height: 718 })
      const terms = page.getByRole('heading', { name: /^Terms of / }).locator('..')
      const box = await terms.boundingBox()
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(718)
    }
  })
}

/** On paper a screen is light and there is nothing to press, whatever its colours are. */
async function expectPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  const pressed = page.locator('.site-header, .button, select, [type="radio"], [type="range"]')
  await expect(pressed.filter({ visible: true })).toHaveCount(0)
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
  const dark = page.getByRole('radio', { name: 'Dark' })
  // A panel is put in its place once it is open.
  await expect(dark).toBeInViewport()
  await dark.check({ force: true })
  const paper = () => page.evaluate(() => getComputedStyle(document.body).colorScheme)
  await expect.poll(paper).toBe('dark')
  await page.reload()
  await expect.poll(paper).toBe('dark')
})
