import type { Page } from '@playwright/test'
import { done, expect, open, test, tooSmall, tooWide, violationsInBoth } from './open.ts'
import { exclusive, mean, undo } from './workbench.ts'

test.use({ trials: 500, keeps: true })

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
  await expect(weight(page, 'Base case')).toHaveValue('12.5')
  const chosen = rule(page, /^Best on/)
  await expect(chosen).not.toBeEmpty()
  const alike = await chosen.innerText()

  // From left to right, as they are thought of: what is typed stays.
  const names = [
    'Base case',
    'Open models win',
    'Regulatory challenge',
    'Trainium delivers',
    'Chip supply squeeze',
    'AI spending correction',
  ]
  const typed = ['40', '30', '0.3', '0', '0', '30']
  const type = async (name: string, text: string) => {
    await weight(page, name).fill(text)
    await weight(page, name).press('Enter')
  }
  for (const [at, name] of names.entries()) await type(name, typed[at])
  for (const [at, name] of names.entries()) await expect(weight(page, name)).toHaveValue(typed[at])
  await expect(page.getByText(/^The weights add up to 125.3, not 100: each/)).toBeVisible()
  await type('AI spending correction', 'many')
  await expect(page.getByText('A number from 0 up.')).toBeVisible()
  await type('AI spending correction', '10')
  await page.getByRole('button', { name: 'make them add up to 100%' }).click()
  await expect(page.getByText('The weights add up to 100%.')).toBeVisible()
  await expect(rule(page, /^Best on weighted average/)).not.toBeEmpty()

  const flip = page.getByRole('slider', { name: /^Weight of AI spending correction, the/ }).last()
  const before = await weight(page, 'Base case').inputValue()
  await flip.focus()
  await expect(flip).toHaveAttribute('aria-valuetext', /^[\d.]+%: \w/)
  await flip.press('End')
  await expect(weight(page, 'AI spending correction')).toHaveValue('100')
  await expect(weight(page, 'Base case')).toHaveValue('0')
  await expect(rule(page, /^Best on weighted average/)).toHaveText(/^No investment/)
  // Back again, the others are in the proportion that they had.
  await flip.press('Home')
  await expect(weight(page, 'Trainium delivers')).toHaveValue('0')
  await flip.press('ArrowRight')
  await expect(weight(page, 'AI spending correction')).toHaveValue('1')
  await expect(weight(page, 'Trainium delivers')).toHaveValue('0')
  await expect(undo(page)).toHaveAccessibleName(
    /^Undo: changed the weight of AI spending correction/,
  )
  await undo(page).click()
  while ((await weight(page, 'Base case').inputValue()) !== before) await undo(page).click()
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
  await expect(page.getByText(/^The table goes on to the right: .*Weighted, Regret/)).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#/answer')
  await expect(mean(page, exclusive)).toHaveText(new RegExp(figure.trim().replace('.', '\\.')))
})
