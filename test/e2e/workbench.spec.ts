import { done, expect, exported, open, test, tooWide, violations } from './open.ts'
import { exclusive, openScenarios, press, row, sheet } from './workbench.ts'

test.use({ trials: 500, keeps: true })

const asFile = (content: object) => ({
  name: 'study.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ format: 'stakes-study', version: 1, ...content })),
})

test('a note, an owner, a date and a confidence move no figure and survive reload and export', async ({
  page,
}) => {
  await open(page)
  const before = (await exported(page, /^Results as a file/)).digest
  await page.goto('./#/beliefs/wacc')
  await page.getByLabel('Note', { exact: true }).fill('As the treasury has it.')
  await page.getByLabel('Owner').fill('Ada Lovelace')
  await page.getByRole('radio', { name: 'Low' }).check({ force: true })
  await page.getByLabel('Date', { exact: true }).fill('2026-05-31')
  await page.getByLabel('Date', { exact: true }).blur()
  const note = {
    note: 'As the treasury has it.',
    owner: 'Ada Lovelace',
    date: '2026-05-31',
    confidence: 'low',
  }
  expect((await exported(page, /^Study as a file/)).assumptionNotes).toEqual({ wacc: note })
  const results = await exported(page, /^Results as a file/)
  expect(results).toMatchObject({ digest: before, study: { assumptionNotes: { wacc: note } } })

  await page.reload()
  await expect(page.getByLabel('Owner')).toHaveValue('Ada Lovelace')
  await page.goto('./#/beliefs')
  await page.getByRole('radio', { name: 'With a note' }).check({ force: true })
  await expect(page.getByText(/^1 of \d+ beliefs shown/)).toBeVisible()
  await expect(page.getByText('Ada Lovelace · 31 May 2026 · low confidence')).toBeVisible()
  await page.getByLabel('Search beliefs').fill('lovelace')
  await expect(page.getByText(/^1 of \d+ beliefs shown/)).toBeVisible()
  await page.getByLabel('Search beliefs').fill('')
})

test('single keys do what the sheet says, never while somebody types, and can be turned off', async ({
  page,
}) => {
  await open(page)
  for (const [key, address] of [
    'answer',
    'compare',
    'why',
    'beliefs',
    'futures',
    'trust',
  ].entries()) {
    await press(page, String(key + 1))
    await expect(page).toHaveURL(new RegExp(`#/${address}$`))
  }
  await press(page, '/')
  await expect(page.getByLabel('Search beliefs')).toBeFocused()
  await page.keyboard.type('s1e?')
  await expect(page.getByLabel('Search beliefs')).toHaveValue('s1e?')
  await expect(page).toHaveURL(/#\/beliefs$/)
  for (const [key, panel] of [
    ['s', /^Scenario:/],
    ['v', /^Seen from:/],
    ['r', /^Run settings/],
    ['o', /^Study$/],
    ['e', /^Export$/],
  ] as const) {
    await press(page, key)
    await expect(page.getByRole('group', { name: panel }).first()).toBeVisible()
    await page.keyboard.press('1')
    await expect(page).toHaveURL(/#\/beliefs$/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: panel })).toBeFocused()
  }
  const dock = page.getByRole('complementary', { name: 'What if' })
  await press(page, 'w')
  await expect(dock.getByRole('heading', { name: 'What if' })).toBeFocused()
  await press(page, '1')
  await expect(dock).toBeVisible()
  await press(page, 'w')
  await expect(dock).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'What if', exact: true })).toBeFocused()
  await page.getByRole('radio', { name: exclusive }).check()
  await press(page, 'k')
  await expect(page.getByRole('radio', { name: 'Broader ecosystem play' })).toBeChecked()

  await press(page, '?')
  await expect(sheet(page).getByText('Choose a scenario')).toBeVisible()
  expect(await violations(page, 'dialog')).toEqual([])
  await sheet(page)
    .getByRole('checkbox', { name: /^Single keys work/ })
    .uncheck()
  await page.keyboard.press('Escape')
  await press(page, '2')
  await expect(page).toHaveURL(/#\/answer$/)
  await page.reload()
  await done(page)
  await press(page, '2')
  await expect(page).toHaveURL(/#\/answer$/)
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await sheet(page)
    .getByRole('checkbox', { name: /^Single keys work/ })
    .check()
  await page.keyboard.press('Escape')
  await press(page, '4')
  await expect(page).toHaveURL(/#\/beliefs$/)
})

test(
  'long names and many marks leave every screen readable',
  { tag: '@phone' },
  async ({ page }) => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(2).trim().replace(' ', '')
    const levers = {
      invest: true,
      upfront: 5,
      conditional: 5,
      exclusivity: 0.5,
      codesign: 0.5,
      access: 0.8,
      commitment: 40,
      commitmentYears: 6,
    }
    await open(page)
    await page.getByLabel('Study or results file').setInputFiles(
      asFile({
        name: long,
        trials: 500,
        overrides: { wacc: { kind: 'constant', value: 0.09 } },
        strategies: ['none', { id: 'own', label: long, story: long, levers }],
        scenarios: ['base', { id: 'own', label: long, story: long, overrides: {} }],
        assumptionNotes: { wacc: { note: long, owner: long.slice(0, 80), confidence: 'high' } },
      }),
    )
    await expect(row(page, long)).toBeVisible()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    for (const address of [
      'answer',
      'compare',
      'compare/pair',
      'beliefs',
      'beliefs/wacc',
      'futures',
    ]) {
      await page.goto(`./#/${address}`)
      await done(page)
      expect(await tooWide(page)).toBeLessThanOrEqual(0)
    }
    await page.goto('./#/answer')
    await openScenarios(page)
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(await violations(page, 'dialog')).toEqual([])
  },
)
