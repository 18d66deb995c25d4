import type { Page } from '@playwright/test'
import { done, expect, open, openWhatIf, test, tooWide, violations } from './open.ts'
import { exclusive, mean, press, row, sheet } from './workbench.ts'

test.use({ trials: 500, keeps: true })

const names = (page: Page) => page.locator('.rows [data-picture] label')

/** Does something with a strategy by its menu. */
async function change(page: Page, strategy: string, what: RegExp): Promise<void> {
  await page.getByRole('button', { name: `Change ${strategy}`, exact: true }).click()
  await page.getByRole('button', { name: what }).click()
}

test('a strategy is made, changed, renamed, moved, deleted and put back', async ({ page }) => {
  await open(page)
  const before = await mean(page, exclusive).innerText()
  await change(page, exclusive, /^Duplicate/)
  const copy = `Copy of ${exclusive}`
  await expect(page.getByRole('radio', { name: copy })).toBeChecked()
  await expect(mean(page, copy)).toHaveText(before)

  await openWhatIf(page)
  const terms = page.getByRole('region', { name: /^Terms/ })
  await terms.getByRole('slider', { name: 'Chip co-design effort' }).focus()
  await page.keyboard.press('Home')
  await done(page)
  await expect(mean(page, copy)).not.toHaveText(before)
  await expect(mean(page, exclusive)).toHaveText(before)

  await change(page, copy, /^Rename or describe/)
  await sheet(page).getByLabel('Name of the strategy').fill(exclusive)
  await sheet(page).getByRole('button', { name: 'Save' }).click()
  await expect(sheet(page).getByRole('alert')).toHaveText(/called “Exclusive alliance” already/)
  await sheet(page).getByLabel('Name of the strategy').fill('No chips')
  await sheet(page).getByLabel('What it is about').fill('The stake without the work.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toBeHidden()
  await expect(terms.getByText('The stake without the work.')).toBeVisible()

  await change(page, 'No chips', /^Move up/)
  await expect(names(page)).toHaveText([
    /No inv/,
    /Investment/,
    /Deep/,
    /Broader/,
    /No chips/,
    /Excl/,
  ])
  await change(page, exclusive, /^Delete/)
  await expect(names(page)).toHaveCount(5)
  await expect(page.getByRole('radio', { name: 'No chips' })).toBeFocused()
  await page.getByRole('button', { name: 'Add strategy' }).click()
  await page.getByRole('button', { name: /^Restore “Exclusive alliance”/ }).click()
  await expect(mean(page, exclusive)).toHaveText(before)
  await change(page, 'No chips', /^Delete/)
  await expect(names(page)).toHaveText([/No inv/, /Investment/, /Deep/, /Broader/, /Excl/])
})

test('a changed term is marked against the definition and any other strategy, and taken back by itself', async ({
  page,
}) => {
  await open(page)
  await page.getByRole('radio', { name: exclusive }).check()
  const before = await mean(page, exclusive).innerText()
  await openWhatIf(page)
  const terms = page.getByRole('region', { name: /^Terms/ })
  for (const name of ['Exclusivity asked for', 'Chip co-design effort']) {
    await terms.getByRole('slider', { name }).focus()
    await page.keyboard.press('Home')
    // What moves is told against the run in view when the second is taken hold of.
    await done(page)
  }
  await expect(terms.getByText('was 100%')).toHaveCount(2)
  await expect(page.getByText(/bn since you took hold$/).first()).toBeVisible()
  await terms.getByRole('button', { name: /^put back ?: Exclusivity/ }).click()
  await terms.getByRole('button', { name: /^put back ?: Chip co-design/ }).click()
  await done(page)
  await expect(mean(page, exclusive)).toHaveText(before)

  await terms.getByLabel('Marked against').selectOption({ label: 'Deep technical collaboration' })
  await expect(terms.getByText('against $15 bn')).toBeVisible()
  await terms.getByRole('button', { name: /^take it ?: Paid at closing/ }).click()
  await expect(terms.getByRole('slider', { name: 'Paid at closing' })).toHaveValue('15')
})

test('a built-in strategy that was changed is put back as it was defined', async ({ page }) => {
  await open(page)
  const before = await mean(page, exclusive).innerText()
  await change(page, exclusive, /^Rename or describe/)
  await sheet(page).getByLabel('Name of the strategy').fill('The other way')
  await page.keyboard.press('Enter')
  await expect(row(page, 'The other way')).toBeVisible()
  await change(page, 'The other way', /^Put back as it was defined/)
  await expect(mean(page, exclusive)).toHaveText(before)
})

test('what cannot go says so, and there is room for twelve', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Change No investment' }).click()
  await expect(page.getByRole('button', { name: /^Delete/ })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: exclusive }).check()
  for (let k = 0; k < 7; k++) await press(page, 'd')
  await expect(names(page)).toHaveCount(12)
  await done(page)
  await page.getByRole('button', { name: 'Add strategy' }).click()
  await expect(page.getByText(/at most 12 strategies: delete one first/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.evaluate(() => scrollTo(0, 0))
  expect(await violations(page, '.rows')).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})
