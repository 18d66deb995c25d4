import {
  digestOf,
  done,
  expect,
  open,
  openWhatIf,
  prepare,
  saved,
  test,
  violations,
} from './open.ts'

test.use({ trials: 500 })

test('a study goes to another browser in an address, beside what is there', async ({
  page,
  browser,
}) => {
  await open(page, 'futures')
  await openWhatIf(page)
  const paid = page.getByRole('slider', { name: 'Paid at closing' })
  await paid.press('PageUp')
  const terms = await paid.getAttribute('aria-valuetext')
  await done(page)
  const digest = await digestOf(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: /^Link to this study/ }).click()
  expect(await violations(page, 'dialog[open]')).toEqual([])
  const address = await page.getByLabel(/characters$/).inputValue()
  expect(address).toMatch(/\/#study=1\.[0-9a-f]{8}\.[\w-]+$/)
  expect(address.length).toBeLessThan(700)

  const other = await browser.newContext()
  await prepare(other, { trials: 300 })
  const there = await other.newPage()
  await there.goto(new URL('./#/trust', page.url()).href)
  await done(there)
  await there.goto(address)
  await expect(there.getByText('from a link, as a study of its own')).toBeVisible()
  await done(there, 500)
  expect(there.url()).toMatch(/#\/futures$/)
  expect(await digestOf(there)).toBe(digest)
  await openWhatIf(there)
  await expect(there.getByRole('slider', { name: 'Paid at closing' })).toHaveAttribute(
    'aria-valuetext',
    terms ?? '',
  )

  // What was there before is kept, and a reload opens what has become of the study that came.
  await there.reload()
  await done(there, 500)
  await expect(there.getByText('from a link')).toHaveCount(0)
  await there.goto(address.slice(0, -20))
  await expect(
    there.getByText(/link was not opened and nothing was changed: .*cut or changed/),
  ).toBeVisible()
  await expect(there).toHaveURL(/#\/futures$/)
  await done(there, 500)

  // A file carries what is in sight too: the pair is the same there.
  await page.keyboard.press('Escape')
  await page.goto('./#/compare/pair')
  const pair = { 'First strategy': 'exclusive', 'Second strategy': 'openEcosystem' }
  for (const [label, id] of Object.entries(pair)) await page.getByLabel(label).selectOption(id)
  const { text } = await saved(page, async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('button', { name: /^Study as a file/ }).click()
  })
  const file = { name: 'study.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  await there.getByLabel('Study or results file').setInputFiles(file)
  await expect(there.getByText('Opened “Amazon and OpenAI”.')).toBeVisible()
  await there.goto('./#/compare/pair')
  for (const [label, id] of Object.entries(pair)) {
    await expect(there.getByLabel(label)).toHaveValue(id)
  }
  await other.close()
})
