import type { Page } from '@playwright/test'
import { expect, open, test, tooSmall, tooWide, violations } from './open.ts'

test.use({ trials: 512 })

const stage = (page: Page) => page.getByRole('dialog', { name: /^Presentation/ })
const title = (page: Page) => stage(page).getByRole('heading', { level: 1 })
const place = (page: Page) => stage(page).locator('.place')
const made = (page: Page) =>
  expect(stage(page).locator('.slide')).toHaveAttribute('aria-busy', 'false')

test('a talk is given by keyboard alone, tried, edited, kept and printed', async ({ page }) => {
  await open(page)
  await page.keyboard.press('p')
  await made(page)
  await expect(title(page)).toBeFocused()

  // Six pages, as a clicker turns them; each heading has the focus.
  const headlines = new Set<string>()
  for (let at = 1; at <= 6; at++) {
    await expect(place(page)).toHaveText(`${at} / 6`)
    await made(page)
    await expect(title(page)).toBeFocused()
    headlines.add(await title(page).innerText())
    await page.keyboard.press(at % 2 ? 'PageDown' : 'ArrowRight')
  }
  expect(headlines.size).toBe(6)
  await expect(page).toHaveURL(/#\/present\/6$/)
  await page.keyboard.press('.')
  await expect(stage(page).getByRole('button', { name: 'Bring the page back' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await expect(title(page)).toBeFocused()

  // What if: the old figure stays beside the new one, and all is put back.
  const numbers = stage(page).locator('.side dd')
  const before = await numbers.first().innerText()
  const foot = await stage(page).locator('footer p').innerText()
  await page.keyboard.press('w')
  const slider = stage(page).locator('section.what-if input').first()
  await expect(slider).toBeFocused()
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft')
  await expect(stage(page).locator('.figures b').first()).toHaveText(/^.+ → .+ \(.+ ± .+\)$/)
  await expect(stage(page).locator('.figures')).toHaveAttribute('aria-busy', 'false')
  await expect(numbers.first()).toHaveText(/→/)
  expect(await violations(page, 'dialog.stage-of-talk')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(numbers.first()).toHaveText(before)
  await expect(stage(page).locator('footer p')).toHaveText(foot)

  // Words are edited, a page is hidden, and each is a step.
  await page.keyboard.press('e')
  await stage(page).getByLabel('Headline of page 1').fill('Shall we <b>bind</b> them?')
  await page.keyboard.press('Tab')
  await expect(title(page)).toHaveText('Shall we <b>bind</b> them?')
  await stage(page).getByRole('button', { name: 'Hide: What we believe' }).press('Enter')
  await expect(place(page)).toHaveText('1 / 5')
  await page.keyboard.press('Control+z')
  await expect(place(page)).toHaveText('1 / 6')
  await page.keyboard.press('Control+z')
  await expect(title(page)).toHaveText([...headlines][0])
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+Shift+z')
  await expect(place(page)).toHaveText('1 / 5')
  await expect(stage(page).getByText('Found:')).toBeVisible()
  expect(await violations(page, 'dialog.stage-of-talk aside')).toEqual([])

  await page.reload()
  await made(page)
  await expect(title(page)).toHaveText('Shall we <b>bind</b> them?')
  await expect(place(page)).toHaveText('1 / 5')

  // The second window follows and leads.
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')])
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('Shall we <b>bind</b> them?')
  await notes.keyboard.press('PageDown')
  await expect(place(page)).toHaveText('2 / 5')
  await expect(notes.getByText('Page 2 of 5')).toBeVisible()
  await notes.getByRole('button', { name: 'Show page 5: What is still open?' }).click()
  await expect(place(page)).toHaveText('5 / 5')
  await notes.close()

  // On a phone, and on paper.
  await page.setViewportSize({ width: 360, height: 780 })
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  expect(await tooSmall(page)).toEqual([])
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.sheet h2')).toHaveCount(5)
  await expect(page.locator('.sheet .note').last()).toBeVisible()
  await expect(page.locator('main')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/#\/answer$/)
  await expect(stage(page)).toHaveCount(0)
})
