import type { Page } from '@playwright/test'
import { done, expect, open, test, violations } from './open.ts'

test.use({ trials: 500, keeps: true })

const head = (page: Page, name: RegExp) => page.getByRole('columnheader', { name })
const names = (page: Page) => page.getByRole('rowheader').allInnerTexts()

/** The figures of a column, from top to bottom, without their errors. */
async function figures(page: Page, name: RegExp): Promise<number[]> {
  const heads = await page.getByRole('columnheader').allInnerTexts()
  const at = heads.findIndex((text) => name.test(text))
  // The name of a row is a header of its own.
  const cells = await page.locator(`tbody td:nth-child(${at + 1})`).allInnerTexts()
  return cells.map((text) => {
    const [figure] = text.replace('−', '-').split(' ±')
    return parseFloat(/-?[\d.]+%?$/.exec(figure.trim())?.[0] ?? '')
  })
}

test('strategies are sorted, set against one of them, and missed more where the target is higher', async ({
  page,
}) => {
  await open(page, 'compare/strategies')
  await expect(page.getByRole('heading', { level: 2 })).toContainText('the best average')
  expect(await violations(page, 'main')).toEqual([])
  const asInStudy = await names(page)

  const regret = head(page, /^Average regret/)
  await expect(regret).toHaveAttribute('aria-sort', 'none')
  await regret.getByRole('button').press('Enter')
  await expect(regret).toHaveAttribute('aria-sort', 'descending')
  const down = await figures(page, /Average regret/)
  expect(down).toEqual([...down].sort((a, b) => b - a))
  await regret.getByRole('button').press('Enter')
  await expect(regret).toHaveAttribute('aria-sort', 'ascending')
  const up = await figures(page, /Average regret/)
  expect(up).toEqual([...up].sort((a, b) => a - b))
  await regret.getByRole('button').press('Enter')
  await expect(regret).toHaveAttribute('aria-sort', 'none')
  expect(await names(page)).toEqual(asInStudy)

  // Columns are chosen, and chosen they stay.
  await expect(head(page, /^Largest regret/)).toHaveCount(0)
  await page.getByRole('button', { name: /^Columns: 7 of/ }).click()
  await page.getByRole('checkbox', { name: 'Largest regret' }).check()
  await page.getByRole('checkbox', { name: 'P90' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(head(page, /^Largest regret/)).toBeVisible()
  await expect(head(page, /^P90/)).toHaveCount(0)

  // A typed target changes the chances to miss it.
  const before = await figures(page, /^Below \$0 bn/)
  const target = page.getByRole('textbox', { name: 'Target for Net present value' })
  await target.fill('5')
  await target.press('Enter')
  await expect(head(page, /^Below \$5 bn/)).toBeVisible()
  await done(page)
  const after = await figures(page, /^Below \$5 bn/)
  expect(after.length).toBe(before.length)
  for (const [at, chance] of after.entries()) expect(chance).toBeGreaterThan(before[at])

  // Against a row, whose own figures stay as they are.
  const means = await figures(page, /^Average\s/)
  await page
    .getByRole('combobox', { name: 'Show' })
    .selectOption('Difference to Exclusive alliance')
  await expect(page.getByRole('rowheader', { name: /Exclusive alliance/ })).toContainText(
    'as it is',
  )
  await done(page)
  const differences = await figures(page, /^Average\s/)
  expect(differences.at(-1)).toBe(means.at(-1))
  for (const [at, one] of differences.slice(0, -1).entries()) {
    expect(Math.abs(one - (means[at] - (means.at(-1) ?? NaN)))).toBeLessThan(0.2)
  }
  await page.getByRole('radio', { name: 'Percent' }).check()
  await expect(page.getByRole('row', { name: /Investment without/ })).toContainText('%')
  await page.getByRole('radio', { name: 'Amounts' }).check()

  // A row is the strategy in view on every screen; what was chosen here is still so on the way back.
  await page.getByRole('rowheader', { name: 'Broader ecosystem play' }).getByRole('button').click()
  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await expect(page.getByRole('radio', { name: /^Broader ecosystem play/ })).toBeChecked()
  await page.goBack()
  await expect(head(page, /^Largest regret/)).toBeVisible()

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await saving).suggestedFilename()).toBe('strategy-table-npv.csv')
})

test('at 360 px the names stay while figures scroll within the figure', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, 'compare/strategies')
  const table = page.getByRole('region', { name: /as a table$/ })
  const name = page.getByRole('rowheader', { name: 'Exclusive alliance' })
  const before = await name.boundingBox()
  await table.evaluate((one) => (one.scrollLeft = one.scrollWidth))
  await expect(head(page, /^Average regret/)).toBeInViewport()
  expect((await name.boundingBox())?.x).toBeCloseTo(before?.x ?? NaN, 0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
