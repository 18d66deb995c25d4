import type { Page } from '@playwright/test'
import { done, expect, open, test, tooSmall, tooWide, violationsInBoth } from './open.ts'
import { exclusive, mean, undo } from './workbench.ts'

test.use({ trials: 500 })

const weight = (page: Page, scenario: string) =>
  page.getByRole('textbox', { name: `Weight of ${scenario}` })
const rule = (page: Page, name: RegExp) =>
  page
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: name }) })
    .locator('dd')
const cell = (page: Page, strategy: string, scenario: string) =>
  page.getByRole('button', { name: new RegExp(`^${strategy} in ${scenario}: `) })

test('weights are typed and dragged, and the choice follows at once; one step of undo each', async ({
  page,
}) => {
  await open(page, 'compare')
  await expect(page.getByRole('columnheader', { name: 'Trainium delivers' })).toBeVisible()
  await expect(weight(page, 'Base case')).toHaveValue('12.5%')
  const chosen = rule(page, /^Best on/)
  await expect(chosen).not.toBeEmpty()
  const alike = await chosen.innerText()

  await weight(page, 'Trainium delivers').fill('100')
  await weight(page, 'Trainium delivers').press('Enter')
  await expect(weight(page, 'Base case')).toHaveValue('0%')
  await expect(rule(page, /^Best on weighted average/)).toContainText(/Deep technical|Exclusive/)
  // As people write it; 1 alone can be read in two ways, and is asked about.
  await weight(page, 'Trainium delivers').fill('0.3')
  await weight(page, 'Trainium delivers').press('Enter')
  await expect(weight(page, 'Trainium delivers')).toHaveValue('30%')
  await expect(weight(page, 'Base case')).toHaveValue('10%')
  await weight(page, 'Base case').fill('1')
  await weight(page, 'Base case').press('Enter')
  await expect(page.getByText(/“1” can be read as 1% or as 100%/)).toBeVisible()
  await weight(page, 'Base case').fill('10%')
  await weight(page, 'Base case').press('Enter')

  const flip = page.getByRole('slider', { name: /^Weight of AI spending correction, the/ }).last()
  await flip.focus()
  await flip.press('End')
  await expect(weight(page, 'AI spending correction')).toHaveValue('100%')
  await expect(rule(page, /^Best on weighted average/)).toHaveText(/^No investment/)
  await expect(undo(page)).toHaveAccessibleName(
    /^Undo: changed the weight of AI spending correction/,
  )
  await undo(page).click()
  await expect(weight(page, 'AI spending correction')).toHaveValue('10%')
  await page.getByRole('button', { name: 'all alike' }).click()
  await expect(chosen).toHaveText(alike)

  await page.getByLabel('The highest chance of loss that is allowed').fill('10')
  await page.getByLabel('The highest chance of loss that is allowed').press('Enter')
  await expect(page.locator('dt', { hasText: 'a loss in at most 10%' })).toBeVisible()
  await page.getByText('Why the scenarios weigh as they do').first().click()
  await page.getByRole('textbox', { name: 'Why the scenarios weigh' }).fill('The board said so.')
  await page.getByRole('textbox', { name: 'Why the scenarios weigh' }).blur()
  await expect(undo(page)).toHaveAccessibleName(/^Undo: changed the note on weights/)
  await page.reload()
  await done(page)
  await expect(page.getByRole('textbox', { name: 'Why the scenarios weigh' })).toHaveValue(
    'The board said so.',
  )
})

test('a cell takes the whole page to its case; its B compares with it; arrows go from cell to cell', async ({
  page,
}) => {
  await open(page, 'compare')
  const there = cell(page, exclusive, 'Trainium delivers')
  await expect(there).not.toHaveAccessibleName(/not known yet/)
  const figure = (await there.locator('.figure').innerText()).replace(/[★=~]/g, '')
  await there.click()
  await expect(there).toHaveAccessibleName(/case A/)
  await expect(page.getByRole('button', { name: /^Scenario: Trainium delivers/ })).toBeVisible()
  await done(page)

  await there.press('ArrowLeft')
  await expect(cell(page, exclusive, 'Chip supply squeeze')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('button', { name: `Compare with ${exclusive} in Chip supply squeeze` }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cell(page, exclusive, 'Chip supply squeeze')).toHaveAccessibleName(/case B/)
  await cell(page, 'No investment', 'Base case').click({ modifiers: ['Shift'] })
  await expect(cell(page, 'No investment', 'Base case')).toHaveAccessibleName(/case B/)

  for (const measure of ['Chance of loss', 'Worst 1 in 10', 'CVaR 5%', 'Regret']) {
    await page.getByRole('radio', { name: measure }).check({ force: true })
    await expect(page.getByText(new RegExp(`^Net present value, ${measure}`, 'i'))).toBeVisible()
  }
  await page.getByText('8 of 8 scenarios shown').click()
  await page.getByRole('checkbox', { name: 'Open models win' }).uncheck()
  await expect(page.getByRole('columnheader', { name: 'Open models win' })).toHaveCount(0)
  expect(await violationsInBoth(page, 'main')).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0)
  expect(await tooSmall(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#/answer')
  await expect(mean(page, exclusive)).toHaveText(new RegExp(figure.trim().replace('.', '\\.')))
})
