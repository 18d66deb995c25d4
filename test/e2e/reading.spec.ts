import { expect, open, openContext, test, tooWide, violations } from './open.ts'

test.use({ trials: 500, keeps: 'study' })

test('Futures lays two strategies over each other, and draws single futures', async ({ page }) => {
  await open(page, 'futures')
  await page.getByLabel('Laid over it').selectOption({ label: 'Nothing' })
  await expect(page.getByText(/much the same with either/)).toHaveCount(0)
  await page.getByLabel('Laid over it').selectOption({ label: 'No investment' })
  await expect(page.getByText(/much the same with either/).first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Ten single futures' }).check()
  await expect(page.getByText(/10 single futures/).first()).toBeVisible()
  await expect(page.getByText(/diamonds: what came since/).first()).toBeVisible()
  await expect(page.getByText('1,800: highly concentrated').first()).toBeAttached()
})

test('Beliefs are found by words and by kind', async ({ page }) => {
  await open(page, 'beliefs')
  await page.getByLabel('Search beliefs').fill('trainium')
  await expect(page.getByText(/^[1-9] of \d+ beliefs shown/)).toBeVisible()
  await page.getByLabel('Search beliefs').fill('')
  await page.getByRole('radio', { name: 'Changed' }).check({ force: true })
  await expect(page.getByText(/^0 of \d+ beliefs shown/)).toBeVisible()
})

test('Trust shows hindcasts with their misses first, laws, sources and the digest', async ({
  page,
}) => {
  await open(page, 'trust')
  await expect(page.getByText(/figures published later lie inside/)).toHaveCount(2)
  await expect(page.getByText(/laws held in every future/)).toBeVisible()
  await expect(page.getByText(/beliefs are judgement and say so/)).toBeVisible()
  const sources = page.locator('#trust-sources')
  await expect(sources).toContainText('Grade A: primary text')
  await expect(sources).not.toContainText('2026-')
  await expect(page.locator('#trust-run code')).toHaveText(/^[0-9a-f]{64}$/)

  // Every older vantage is held against what came, misses first, and beside a naive forecast.
  for (const [vantage, score] of [
    ['March 2024', '26 of 27'],
    ['December 2025', '8 of 9'],
  ]) {
    const part = page.getByRole('region', { name: `From ${vantage}`, exact: true })
    await expect(part.locator('.score')).toContainText(score)
    await expect(part.locator('dl')).toContainText(
      /^\s*Cloud spend 2026Q2 above the range \(143\.4 against /,
    )
    await expect(
      part.getByRole('heading', { name: /^Skill against a naive forecast/ }),
    ).toBeVisible()
    await part.getByText('Every figure, misses first').click()
    const figures = part.getByRole('region', { name: /^Every figure foreseen/ })
    await expect(figures.getByRole('row').nth(1)).toContainText(
      /2026Q2.*Cloud spend.*143\.4.*no, above/,
    )
  }
  const record = page.getByRole('region', { name: /^On record: what October 2026 foresees/ })
  await expect(record.getByRole('row')).toHaveCount(11)
})

test(
  'the Trust screen shows a clean certificate, every line by keyboard',
  { tag: '@desktop' },
  async ({ page }) => {
    await open(page, 'trust')
    const section = page.locator('#trust-certificate')
    await expect(section.getByText(/^All \d+ comparisons hold\.$/)).toBeVisible()
    await expect(section.locator('details[open]')).toHaveCount(0)

    const groups = section.locator('summary')
    await expect(groups.first()).toHaveText('NIST reference data: 18 of 18 hold')
    for (const group of await groups.all()) {
      await group.focus()
      await page.keyboard.press('Enter')
    }
    const lines = await section.locator('tbody tr').count()
    await expect(section.getByText(`All ${lines} comparisons hold.`)).toBeVisible()
    await expect(section.getByRole('row', { name: /NumAcc4, standard deviation/ })).toContainText(
      'at least 8.2',
    )
    expect(await violations(page, '#trust-certificate')).toEqual([])
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  },
)

test('what a belief rests on is that of the vantage in view', async ({ page }) => {
  await open(page, 'beliefs/openaiLabShare0')
  const editor = page.getByRole('article')
  await expect(editor).toContainText('Two survey frames differ by 25 points')
  await expect(editor).toContainText('Grade B: press')
  await expect(editor).not.toContainText('2026-')
  await openContext(page, /^Seen from: /)
  await page.getByText('October 2026: signed and paid').click()
  await expect(editor).toContainText('behind Anthropic among businesses since May')
  await expect(editor).toContainText('2026-10-08, grade B')
  await expect(editor).toContainText('Grade B/D: press and derived here from others')
})

test.describe('in few futures', () => {
  // It is asked once a run has stood for a while.
  test.use({ trials: 300, patience: 2 })

  test('a belief that changes nothing in the run says so in its row @desktop', async ({ page }) => {
    await open(page, 'beliefs')
    const row = (name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) })
    const words = 'Changes nothing in any future of this run'
    await expect(row('Concentration draws scrutiny')).toContainText(words)
    await expect(row('Cloud spend now')).not.toContainText(words)
  })
})
