import { expect, open, test, violations } from './open.ts'

test.use({ trials: 500, keeps: true })

test('two cases of different scenarios are set against each other, and their difference over the quarters', async ({
  page,
}) => {
  await open(page, 'compare/pair')
  await page.getByLabel('First strategy').selectOption({ label: 'Exclusive alliance' })
  await page.getByLabel('Second strategy').selectOption({ label: 'No investment' })
  await page.getByLabel('Second scenario').selectOption({ label: 'Regulatory challenge' })
  const title = page.getByRole('heading', {
    name: /^Exclusive alliance \(Base case\) ahead in \d+ of 100 futures, No investment \(Regulatory challenge\) in \d+, no difference in \d+$/,
  })
  await expect(title).toBeVisible()
  const figure = page.getByRole('figure', { name: /^Exclusive alliance \(Base case\) ahead/ })
  await expect(figure).toContainText(
    'the same draws in both scenarios; the 4 beliefs in which these differ take their other values',
  )
  await expect(figure).toContainText(
    /10% of futures are below −\$\S+\s±\s\S+\sbn, the middle one is [^,]*, 10% are above/,
  )

  // Both on one axis: what is set against each other, each with its average.
  await expect(
    page.getByRole('heading', { name: /^On average Exclusive alliance \(Base case\) [−$]/ }),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: /^Net present value with / })).toHaveCount(2)

  const turns = page.getByRole('region', { name: 'In which futures it turns' })
  await expect(turns.getByRole('heading', { level: 3 })).toHaveText(
    /^(Turns on|Goes most with) “.*”/,
  )
  await expect(turns).toContainText('Inputs are those of “Base case”.')
  await turns.getByRole('button', { name: /^Table/ }).click()
  await expect(turns.getByRole('row').nth(1)).toContainText(/0\.\d+ ± 0\.\d+/)

  // One crosshair for all fans: what is pointed at in one is read out in the others.
  const fans = page.getByRole('region', { name: 'How the difference unfolds' })
  await expect(fans.getByRole('slider')).toHaveCount(13)
  await expect(
    fans.getByRole('heading', {
      name: /^AWS share: \+\S+\s±\s\S+ points on average, higher in \d.*, lower in /,
    }),
  ).toBeVisible()
  await expect(
    fans.getByRole('heading', { name: 'Cloud spend: no difference in any future' }),
  ).toBeVisible()
  await fans.getByRole('slider').first().focus()
  await page.keyboard.press('Home')
  await expect(fans.locator('.readout').last()).toContainText(/2025Q3.*mean 0/)
  expect(await violations(page, 'main')).toEqual([])

  // The other way round the sign is another, and the page goes to the case that is first.
  await page.getByLabel('First scenario').selectOption({ label: 'Regulatory challenge' })
  await page.getByLabel('Second scenario').selectOption({ label: 'Base case' })
  await expect(
    page.getByRole('heading', { name: /^Exclusive alliance \(Regulatory challenge\) ahead in/ }),
  ).toBeVisible()
  await page.getByLabel('Second strategy').selectOption({ label: 'Exclusive alliance' })
  await expect(
    fans.getByRole('heading', {
      name: /^AWS share: −\S+\s±\s\S+ points on average, lower in \d.*, higher in /,
    }),
  ).toBeVisible()
})

test('Futures shows two strategies as their difference', async ({ page }) => {
  await open(page, 'futures')
  await page.getByLabel('Laid over it').selectOption({ label: 'No investment' })
  await page.getByRole('radio', { name: 'Difference' }).check({ force: true })
  const panel = page.getByRole('figure', { name: /^AWS share: \+\S+\s±\s\S+ points on average/ })
  await expect(panel).toContainText(/less No investment in the same future, points/)
  await panel.getByRole('button', { name: /^Table/ }).click()
  await expect(panel.getByRole('row').nth(1)).toContainText(/2025Q3.*0%.*0%/)
  await expect(page.getByText(/much the same with either/)).toHaveCount(0)
  await page.getByLabel('Laid over it').selectOption({ label: 'Nothing' })
  await expect(page.getByRole('radio', { name: 'Difference' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /^AWS share: \S+ in 2025Q3, / })).toBeVisible()
})
