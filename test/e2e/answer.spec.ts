import type { Page } from '@playwright/test'
import { done, expect, open, openWhatIf, saved, test, tooWide, violations } from './open.ts'

test.use({ trials: 1000, keeps: true })

const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const chance = (page: Page, name: string) => row(page, name).getByRole('textbox')
const target = (page: Page) => page.getByRole('slider', { name: /^Target for/ })
const deep = 'Deep technical collaboration'
const percentOf = async (page: Page, name: string) =>
  parseFloat(await chance(page, name).inputValue())

test('a verdict, its rows as dots, and a target that is moved', async ({ page }) => {
  await open(page)
  await test.step('the verdict is short, and what its ± means stands under it', async () => {
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).not.toHaveText('Which deal, if any?')
    const verdict = await heading.innerText()
    expect(verdict).toMatch(
      /is best on average, by \$|cannot be told apart|is ahead of|worth about the same/,
    )
    expect(verdict.split(/\s+/).length).toBeLessThanOrEqual(50)
    await expect(page.getByText('± is simulation error only').first()).toBeVisible()
  })
  await test.step('dots tell their value and future by keyboard', async () => {
    const dots = page.getByRole('slider', { name: `Dots of ${deep}` })
    await dots.focus()
    await page.keyboard.press('Home')
    await expect(dots).toHaveAttribute(
      'aria-valuetext',
      /^1 in [25]0: about −\$.* bn, opens future [\d,]+$/,
    )
    await page.keyboard.press('End')
    await expect(dots).toHaveAttribute('aria-valuetext', /^1 in (50|20): about \$/)
  })
  await test.step('a target dragged by keys moves every chance, and a typed chance moves the target', async () => {
    const before = await percentOf(page, deep)
    await target(page).focus()
    for (let k = 0; k < 20; k++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => percentOf(page, deep)).toBeLessThan(before)
    await expect(page.getByRole('button', { name: /^Undo: moved the target for/ })).toBeVisible()

    await chance(page, deep).fill('25')
    await chance(page, deep).press('Enter')
    await expect(chance(page, deep)).toHaveValue('25%')
    await expect(target(page)).not.toHaveAttribute('aria-valuetext', 'Target $0 bn')

    await chance(page, deep).fill('many')
    await chance(page, deep).press('Enter')
    await expect(page.getByText('Type 0% to 100%.')).toBeVisible()
  })
  await test.step('a chance on a flat step goes to the step and says so', async () => {
    await page
      .getByRole('group', { name: 'Futures that a row counts' })
      .getByRole('radio', { name: 'All' })
      .check()
    await expect(row(page, deep).locator('svg .stem')).toHaveCount(1)
    await chance(page, deep).fill('40')
    await chance(page, deep).press('Enter')
    await expect(page.getByText(/the line stands on that step/)).toBeVisible()
    await expect(target(page)).toHaveAttribute('aria-valuetext', 'Target $0 bn')
  })
})

test(
  'the first screen holds the verdict and five rows, and with What if its terms, the headline pinned on top',
  { tag: '@desktop' },
  async ({ page }) => {
    await open(page)
    for (const name of ['No investment', deep, 'Exclusive alliance']) {
      const text = await row(page, name).innerText()
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(120)
      await expect(row(page, name)).toBeInViewport()
    }
    const opener = page.getByRole('button', { name: /^What if … change/ })
    await opener.click()
    const dock = page.getByRole('complementary', { name: 'What if' })
    const terms = dock.getByRole('region', { name: /^Terms/ })
    await expect(terms.getByRole('slider').last()).toBeInViewport()
    const verdict = await page.getByRole('heading', { level: 1 }).innerText()
    const headline = dock.locator('.verdict')
    expect(verdict).toContain(await headline.innerText())
    // It stands still while what lies under it scrolls, and while the page does.
    const last = dock.getByRole('slider').last()
    await last.scrollIntoViewIfNeeded()
    await expect(headline).toBeInViewport()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(headline).toBeInViewport()
    await expect(last).toBeInViewport()
    expect(await violations(page, 'aside')).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dock).toHaveCount(0)
    await expect(opener).toBeFocused()
  },
)

test('a term dragged moves the figures and not the axis, and can be put back', async ({ page }) => {
  await open(page)
  await page.getByRole('radio', { name: deep }).check()
  await openWhatIf(page)
  const terms = page.getByRole('region', { name: /^Terms/ })
  const mean = row(page, deep).locator('.mean b')
  const before = await mean.innerText()
  const axis = await target(page).getAttribute('max')
  const slider = terms.getByRole('slider', { name: 'Paid at closing' })
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is not to be seen')
  await slider.scrollIntoViewIfNeeded()
  const now = (await slider.boundingBox()) ?? box
  await page.mouse.move(now.x + now.width * 0.3, now.y + now.height / 2)
  await page.mouse.down()
  await page.mouse.move(now.x + now.width * 0.95, now.y + now.height / 2, { steps: 12 })
  await expect(mean).not.toHaveText(before)
  const dock = page.getByRole('complementary', { name: 'What if' })
  await expect(dock.getByText(/bn since you took hold$/)).toBeInViewport()
  await expect(target(page)).toHaveAttribute('max', axis ?? '')
  await page.mouse.up()
  await done(page)
  await expect(page.getByRole('radio', { name: deep })).toBeChecked()
  await terms.getByRole('button', { name: 'Put the terms back' }).click()
  await done(page)
  await expect(mean).toHaveText(before)
})

test('a belief at hand keeps its place while it is moved, and is put back', async ({ page }) => {
  await open(page)
  await openWhatIf(page)
  const beliefs = page.getByRole('region', { name: /^Beliefs at hand/ })
  const sliders = beliefs.getByRole('slider')
  await expect.poll(() => sliders.count()).toBeGreaterThanOrEqual(3)
  const names = await sliders.evaluateAll((all) => all.map((one) => one.ariaLabel))
  const verdict = page.getByRole('heading', { level: 1 })
  await expect(verdict).not.toHaveText('Which deal, if any?')
  const before = await verdict.innerText()
  await sliders.first().focus()
  await page.keyboard.press('Home')
  await done(page)
  await expect(verdict).not.toHaveText(before)
  const first = await sliders.first().getAttribute('aria-label')
  expect(first).toBe(names[0])
  const reset = page.getByRole('button', { name: /^Reset all/ })
  await expect(page.getByText('Changed (1)')).toBeVisible()
  await reset.click()
  await done(page)
  await expect(verdict).toHaveText(before)
  await expect(reset).toBeDisabled()
  await page.getByRole('button', { name: /^Undo: put .* back/ }).click()
  await beliefs.getByRole('button', { name: /^put back/ }).click()
  await done(page)
  await expect(verdict).toHaveText(before)
})

test('any two rows are compared future by future, ties apart', async ({ page }) => {
  await open(page, 'compare/pair')
  await page.getByLabel('First strategy').selectOption({ label: deep })
  await page.getByLabel('Second strategy').selectOption({ label: 'No investment' })
  const title = page.getByRole('heading', { name: new RegExp(`^${deep} ahead in`) })
  await expect(title).toHaveText(
    /ahead in \d+ of 100 futures, No investment in \d+, no difference in \d+/,
  )
  const counts = (await title.innerText()).match(/\b\d+\b/g)?.map(Number) ?? []
  expect(counts[0] + counts[2] + counts[3]).toBe(100)
})

test('the rows can be read as a table and saved as a picture', async ({ page }) => {
  await open(page)
  const save = page.getByRole('button', { name: /^Save picture.*Averages lie/ })
  const { name, text } = await saved(page, () => save.click())
  expect(name).toBe('strategies-npv.svg')
  for (const words of [deep, 'seed stakes', '1,000 futures', 'Target $0 bn']) {
    expect(text).toContain(words)
  }
  await page.getByRole('button', { name: /^Table.*Averages lie/ }).click()
  const table = page.getByRole('region', { name: /as a table$/ })
  await expect(table.getByRole('row')).toHaveCount(6)
  await expect(table.getByRole('columnheader', { name: '50% are below' })).toBeVisible()
})

// Last, as the page remembers the outcome.
test(
  'any outcome takes the place of NPV, however it is drawn',
  { tag: '@desktop' },
  async ({ page }) => {
    await open(page)
    const outcomes = page.getByLabel('Outcome', { exact: true })
    const ids = await outcomes
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
    expect(ids.length).toBeGreaterThan(15)
    for (const id of ids) {
      await outcomes.selectOption(id)
      const label = await outcomes.locator('option:checked').innerText()
      await expect(page.getByText(`${label}: `).filter({ visible: true }).first()).toBeVisible()
    }
    for (const look of ['Density', 'Cumulative', 'Dots']) {
      await page.getByRole('radio', { name: look }).check()
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll('main svg *')].some((one) =>
          [...one.attributes].some(({ value }) => /NaN|undefined|Infinity/.test(value)),
        ),
      )
      expect(broken).toBe(false)
      // What was scrolled out of the window is told apart from what is hidden only at the top.
      await page.evaluate(() => scrollTo(0, 0))
      expect(await violations(page, '.rows')).toEqual([])
      expect(await tooWide(page)).toBeLessThanOrEqual(0)
    }
  },
)
