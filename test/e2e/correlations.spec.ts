import type { Page } from '@playwright/test'
import { digestOf, done, expect, open, saved, test, tooWide, violations } from './open.ts'

test.use({ trials: 2000, keeps: true })

const section = (page: Page) => page.getByRole('region', { name: 'What moves together' })
const pair = (page: Page, a: string, b: string) =>
  section(page).getByRole('group', { name: `${a} and ${b}`, exact: true })

/** Every pair, once the page knows them. */
async function allPairs(page: Page) {
  const all = section(page).getByRole('group', { name: / and / })
  await expect(all.first()).toBeVisible()
  return all
}
async function pick(page: Page, ...labels: readonly string[]) {
  const picker = section(page).getByLabel(/^(Pick two beliefs or more|And)$/)
  for (const label of labels) {
    await picker.selectOption({ label })
    await section(page).getByRole('button', { name: 'Pick', exact: true }).press('Enter')
    await expect(picker).toBeFocused()
  }
}
/** Labels of some beliefs in no pair. */
const [one, two, three] = ['Cost of capital', 'Cash tax rate', 'Savings passed to customers']

/** The two of a pair in no group. */
const alone = ['AI growth now', 'Fading of AI growth'] as const

test('every pair says what was asked and what the run’s ranks came to', async ({ page }) => {
  await open(page, 'beliefs')
  const all = await allPairs(page)
  const count = 8
  await expect(all).toHaveCount(count)
  await page.getByRole('button', { name: `${count} pairs move together` }).press('Enter')
  await expect(page.getByRole('heading', { name: 'What moves together' })).toBeFocused()
  await expect(section(page).getByText(/In this run their ranks agree at −?0\.\d\d/)).toHaveCount(
    count,
  )
  const said = await section(page)
    .getByText(/leads to/)
    .allInnerTexts()
  for (const text of said) {
    const [got, , expected] = (text.match(/−?\d\.\d\d/g) ?? []).map((number) =>
      Number(number.replace('−', '-')),
    )
    expect(Math.abs(got - expected)).toBeLessThan(0.04)
  }
})

test('a word or a number changes a pair, its futures can be seen, and it is put back', async ({
  page,
}) => {
  const before = await digestOf(page)
  await open(page, 'beliefs')
  const name = `${alone[0]} and ${alone[1]}`
  const row = pair(page, ...alone)
  await row.getByLabel(`How ${name} move together`).selectOption({ label: 'strongly opposite' })
  await done(page)
  await expect(row.getByLabel(`Correlation of ${name}`)).toHaveValue('−0.8')
  await expect(row.getByText(/^was /)).toBeVisible()
  await expect(row.getByText(/ranks agree at −0\.\d\d; −0\.80 leads to −0\.79/)).toBeVisible()

  await row.getByRole('button', { name: /^Show the futures/ }).press('Enter')
  const figure = section(page).getByRole('figure')
  await expect(figure.getByRole('heading')).toHaveText(`${name} move strongly opposite`)
  await expect(figure.locator('svg circle')).toHaveCount(400)
  await figure.getByRole('button', { name: /^Table/ }).click()
  await expect(figure.getByRole('row')).toHaveCount(6)
  await row.getByRole('button', { name: /^Hide the futures/ }).click()
  await expect(figure).toHaveCount(0)

  const number = row.getByLabel(`Correlation of ${name}`)
  await number.fill('2')
  await number.press('Enter')
  await expect(row.getByText('A number from −1 to 1, got 2')).toBeVisible()
  await number.fill('0,25')
  await number.press('Enter')
  await expect(number).toHaveValue('0.25')
  await section(page).getByRole('button', { name: 'Put all pairs back' }).click()
  await done(page)
  expect(await digestOf(page)).toBe(before)
})

test('a pair taken apart and put back leaves the same futures', async ({ page }) => {
  const before = await digestOf(page)
  await open(page, 'beliefs')
  const all = await allPairs(page)
  await all
    .nth(1)
    .getByRole('button', { name: /^Take apart/ })
    .press('Enter')
  await expect(all).toHaveCount(7)
  await expect(section(page).getByText(/were taken apart/)).toBeVisible()
  await done(page)
  await section(page)
    .getByRole('button', { name: /^Put 0\.\d back/ })
    .press('Enter')
  await expect(all).toHaveCount(8)
  await expect(section(page).getByRole('button', { name: 'Put all pairs back' })).toHaveCount(0)
  await done(page)
  expect(await digestOf(page)).toBe(before)
})

test('a group moves together, is kept in the file, and survives a reload', async ({ page }) => {
  await open(page, 'beliefs')
  await pick(page, one, two, three)
  await section(page).getByLabel('They move').selectOption({ label: 'clearly together' })
  await section(page).getByRole('button', { name: 'Add the group of 3' }).press('Enter')
  await expect(pair(page, one, two)).toBeVisible()
  await expect(pair(page, one, three)).toBeVisible()
  await expect(pair(page, two, three)).toBeVisible()
  await done(page)
  await expect(pair(page, two, three).getByText(/0\.50 leads to 0\.48/)).toBeVisible()
  await page.getByRole('button', { name: /^Export/ }).click()
  const { text } = await saved(page, () =>
    page.getByRole('button', { name: /^Study as a file/ }).click(),
  )
  const { correlations } = JSON.parse(text) as { correlations: unknown[] }
  expect(correlations).toHaveLength(11)
  await page.reload()
  await done(page)
  await expect(pair(page, two, three)).toBeVisible()
})

test('what cannot be is refused with its reason, and the nearest is one click away', async ({
  page,
}) => {
  await open(page, 'beliefs')
  await pick(page, one, two, three)
  await section(page).getByLabel('They move').selectOption({ label: 'strongly opposite' })
  await section(page).getByRole('button', { name: 'Add the group of 3' }).click()
  const alert = section(page).getByRole('alert')
  await expect(alert).toContainText(/No futures can let .* move together in all these ways/)
  await expect(alert).toContainText(`${one} and ${two} −0.5, not −0.8`)
  await expect(pair(page, one, two)).toHaveCount(0)
  expect(await violations(page, '.correlations')).toEqual([])
  await alert.getByRole('button', { name: 'Use the nearest possible' }).press('Enter')
  await expect(alert).toHaveCount(0)
  await expect(pair(page, one, two).getByLabel(/^Correlation of/)).toHaveValue('−0.5')

  // One of the three made stronger contradicts the others, and says so beside its row.
  const row = pair(page, one, two)
  await row.getByLabel(/^How/).selectOption({ label: 'strongly opposite' })
  await expect(alert).toBeVisible()
  await expect(row.getByLabel(/^Correlation of/)).toHaveValue('−0.5')
})

test('the section is clear of faults with a scatter open, and fits the window', async ({
  page,
}) => {
  await open(page, 'beliefs')
  const all = await allPairs(page)
  // Rows are laid out anew when it is known how their ranks agree.
  await expect(all.nth(0)).toContainText('In this run their ranks agree')
  await all
    .nth(0)
    .getByRole('button', { name: /^Show the futures/ })
    .press('Enter')
  await expect(section(page).getByRole('figure').locator('svg')).toBeVisible()
  await pick(page, one, two)
  expect(await violations(page, '.correlations')).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})
