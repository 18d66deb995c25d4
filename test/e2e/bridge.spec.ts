import type { Page } from '@playwright/test'
import {
  done,
  expect,
  open,
  openWhatIf,
  test,
  tooSmall,
  tooWide,
  violationsInBoth,
} from './open.ts'

test.use({ trials: 500, keeps: true })

const bar = (page: Page, name: string | RegExp) =>
  page.locator('figure').getByRole('button', { name })

/** Waits until terms and beliefs have been told apart. */
async function told(page: Page): Promise<void> {
  await done(page)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
}

/** What the bars of the table come to, by how far they stand in, and what they have to. */
async function sums(page: Page): Promise<{ of: Record<number, number>; ends: number }> {
  const figure = page.locator('figure')
  await figure.getByRole('button', { name: /^Table/ }).click()
  await expect(figure.locator('tbody tr').nth(1)).toBeVisible()
  const rows = await figure.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      name: row.children[0].textContent ?? '',
      value: row.children[row.children.length - 1].textContent ?? '',
    })),
  )
  await figure.getByRole('button', { name: /^Table/ }).click()
  const read = (text: string) =>
    Number(
      text
        .replace(/ ±.*/, '')
        .replace('−', '-')
        .replace(/[^\d.-]/g, ''),
    )
  const of: Record<number, number> = {}
  for (const { name, value } of rows.slice(1, -1)) {
    const depth = (/^(– )*/.exec(name)?.[0].length ?? 0) / 2
    of[depth] = (of[depth] ?? 0) + read(value)
  }
  return { of, ends: read(rows[rows.length - 1].value) - read(rows[0].value) }
}

test('a bridge says what we decide and what we believe, opens to terms and beliefs, and adds up', async ({
  page,
}) => {
  await open(page, 'compare/bridge')
  const heading = page.locator('figure h2')
  // Two strategies in one scenario: all of it is decided.
  await told(page)
  await expect(heading).toHaveText(/^(All of the .* is what we decide|(No|The) difference .*)$/)
  await expect(bar(page, /^What we believe/)).toHaveCount(0)
  const decide = bar(page, /^What we decide/)
  await expect(decide).toHaveAttribute('aria-expanded', 'false')
  await decide.focus()
  await page.keyboard.press('Enter')
  await expect(decide).toHaveAttribute('aria-expanded', 'true')
  await bar(page, /^Money offered/).click()
  await page.getByRole('link', { name: /^Paid at closing: .* bn, \$\d+ bn → \$\d+ bn\./ }).click()
  await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible()
  await page.getByRole('button', { name: 'What if', exact: true }).click()
  const one = await sums(page)
  expect(Math.abs(one.of[0] - one.ends)).toBeLessThan(0.3)

  // One strategy in two scenarios: all of it is believed.
  const first = await page.getByLabel('First strategy').inputValue()
  await page.getByLabel('Second scenario').selectOption('aiCorrection')
  await page.getByLabel('Second strategy').selectOption(first)
  await told(page)
  await expect(heading).toHaveText(/^All of the −\$.* is what we believe$/)
  await page.getByRole('button', { name: 'Open all bars' }).click()
  await expect(
    page.getByRole('link', { name: /^OpenAI in distress: −.*20% chance → 45% chance/ }),
  ).toBeVisible()
  const other = await sums(page)
  expect(Math.abs(other.of[0] - other.ends)).toBeLessThan(0.3)
  expect(Math.abs(other.of[1] - other.of[0])).toBeLessThan(0.3)

  // Both at once.
  await page.getByLabel('Second strategy').selectOption('nonExclusive')
  await told(page)
  await expect(heading).toHaveText(
    /what we decide .* and what we believe .*; .* needs both( cannot be told from 0)?$/,
  )
  await expect(page.getByRole('img', { name: /^What needs both: / })).toBeVisible()
  const both = await sums(page)
  expect(Math.abs(both.of[0] - both.ends)).toBeLessThan(0.3)
  expect(await violationsInBoth(page, 'main')).toEqual([])
  expect(await tooSmall(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await tooWide(page)).toBe(0)
  await page.getByRole('link', { name: /^OpenAI in distress/ }).click()
  await expect(page).toHaveURL(/#\/beliefs\/openaiDistress$/)
})

test('what my changes did is told term by term and belief by belief', async ({ page }) => {
  await open(page, 'compare/bridge')
  await page.getByRole('radio', { name: 'What did my changes do?' }).check()
  await expect(page.locator('figure h2')).toHaveText(
    'No term and no belief differs by your changes',
  )
  await openWhatIf(page)
  const paid = page.getByRole('slider', { name: 'Paid at closing' })
  await paid.focus()
  await paid.press('Home')
  await done(page)
  await page.getByRole('radio', { name: 'Between two cases' }).check()
  await page.getByRole('link', { name: 'What did my changes do?' }).click()
  await expect(page.getByRole('radio', { name: 'What did my changes do?' })).toBeChecked()
  const returns = page.getByRole('slider', { name: 'Return on OpenAI shares' })
  await returns.focus()
  for (let step = 0; step < 4; step++) await returns.press('PageDown')
  await returns.blur()
  await told(page)
  await expect(page.locator('figure h2')).toHaveText(
    /^(Of the .* by your changes, |(No|The) difference.* by your changes.*: )what we decide .* and what we believe .*; .* needs both( cannot be told from 0)?$/,
  )
  await page.getByRole('button', { name: 'Open all bars' }).click()
  await expect(page.getByRole('link', { name: /^Paid at closing: .*→ \$0 bn/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Return on OpenAI shares: −/ })).toBeVisible()
  const { of, ends } = await sums(page)
  expect(Math.abs(of[0] - ends)).toBeLessThan(0.3)
})
