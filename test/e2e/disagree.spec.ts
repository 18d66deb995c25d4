import { expect, open, done, test, tooWide, violations } from './open.ts'

test.use({ trials: 1000, keeps: true })

const theirs = {
  format: 'stakes-study',
  version: 1,
  name: 'Ben’s view',
  trials: 1000,
  overrides: {
    openaiReturn: { kind: 'constant', value: -0.4 },
    openaiDistress: { kind: 'bernoulli', probability: 0.5 },
    trainingAdvantage: { kind: 'pert', min: 0, mode: 0.05, max: 0.2 },
  },
  strategies: [
    'none',
    'nonExclusive',
    { id: 'deepTechnical', levers: { upfront: 25 } },
    'openEcosystem',
    'exclusive',
  ],
}

test('two studies are compared, and beliefs of the other are taken or mixed', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Study', exact: true }).click()
  const picked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Compare with a colleague’s study/ }).click()
  await (
    await picked
  ).setFiles({
    name: 'ben.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(theirs)),
  })
  const sheet = page.getByRole('dialog', { name: 'Where two studies disagree' })
  const headline = sheet.locator('.finding')
  await expect(headline).toHaveText(
    /^We disagree on 3 beliefs; one of them matters: “Return on OpenAI shares” changes the choice from .* to .*; the one decision that differs/,
  )
  const row = (name: string) => sheet.getByRole('listitem').filter({ hasText: name })
  await expect(row('Return on OpenAI shares')).toContainText('instead')
  // Its part of what all beliefs do comes after the choices.
  await expect(row('Trainium cost advantage').locator('.effect')).toHaveText(/^−\$.* ± .* bn$/)
  await expect(sheet.getByRole('heading', { name: 'What we believe (3)' })).toBeVisible()
  await expect(sheet.getByRole('heading', { name: 'What we decide (1)' })).toBeVisible()
  expect(await violations(page, 'dialog[open]')).toEqual([])

  await row('Paid at closing')
    .getByRole('button', { name: /^Take theirs/ })
    .click()
  await expect(sheet.getByRole('heading', { name: /^What we decide/ })).toHaveCount(0)
  await expect(sheet.locator('li > button:focus')).toHaveCount(1)

  // What cannot be opened is said where it can be seen, and put away from there.
  await page.getByLabel('Study or results file').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{'),
  })
  await expect(sheet.getByRole('alert')).toContainText('“broken.json” was not opened')
  await sheet.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(sheet.getByRole('alert')).toHaveCount(0)
  await expect(sheet.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(headline).toHaveText(/^We disagree on 3 beliefs(?!.*decision)/)

  await sheet.getByRole('checkbox', { name: 'Return on OpenAI shares' }).check()
  await sheet.getByRole('checkbox', { name: 'OpenAI in distress' }).check()
  await expect(sheet.getByText('2 entries ticked.')).toBeVisible()
  const share = sheet.getByRole('slider', { name: /^How much both count in a mixture/ })
  await share.press('ArrowRight')
  await share.press('ArrowRight')
  await sheet.getByRole('button', { name: 'Both: a mixture' }).click()
  await expect(row('Return on OpenAI shares')).toContainText(
    'Amazon and OpenAI 60% or Ben’s view 40%',
  )
  await expect(row('OpenAI in distress')).toContainText(/Amazon and OpenAI\s+\d+% chance/)
  await sheet.getByRole('button', { name: 'Close' }).click()
  await done(page)
  // One step each.
  await expect(page.getByRole('button', { name: /^Undo: mixed 2 beliefs with Ben/ })).toBeEnabled()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByRole('button', { name: /^Undo: took Paid at closing/ })).toBeEnabled()
  await expect(page.getByLabel('Name of the study')).toHaveValue('Amazon and OpenAI')
})

test('what is no study is not compared, and an opened one is compared with the one before', async ({
  page,
}) => {
  await open(page)
  const compare = async (name: string, text: string) => {
    await page.getByRole('button', { name: 'Study', exact: true }).click()
    const picked = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^Compare with a colleague’s study/ }).click()
    const buffer = Buffer.from(text)
    await (await picked).setFiles({ name, mimeType: 'application/json', buffer })
  }
  await compare('wrong.json', '{"format":"stakes-study","version":1,"strategies":7}')
  await expect(page.getByRole('alert')).toContainText(
    '“wrong.json” was not compared and nothing was changed. Strategies: a list of strategies is expected, got 7.',
  )
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await compare('early.json', JSON.stringify({ ...theirs, vantage: '2026-02' }))
  await expect(page.getByRole('alert')).toContainText(
    /“early.json” was not compared and nothing was changed. .*2026-02/,
  )
  await page.getByLabel('Study or results file').setInputFiles({
    name: 'ben.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(theirs)),
  })
  await expect(page.getByText('Opened “Ben’s view”.')).toBeVisible()
  await page.getByRole('button', { name: 'Compare with the study before' }).click()
  const sheet = page.getByRole('dialog', { name: 'Where two studies disagree' })
  await expect(sheet.locator('.finding')).toHaveText(/^We disagree on 3 beliefs/)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})
