import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { at } from '../../.ci/paths.mjs'
import type { Page } from '@playwright/test'
import { digestOf, done, expect, open, saved, test } from './open.ts'

test.use({ trials: 500 })

const picker = (page: Page) => page.getByLabel('Study or results file')
const asFile = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

test('a study is changed and put back, kept, and read again', async ({ page }) => {
  let before = ''
  await test.step('the page opens on an answer', async () => {
    await open(page)
    await expect(page).toHaveTitle(/Answer · Amazon and OpenAI · Stakes/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /best on average|told apart|ahead of|about the same/,
    )
    await expect(page.getByText('± is simulation error only').first()).toBeVisible()
    before = await digestOf(page)
  })
  await test.step('a picture is saved as one SVG that says its title, unit, trials and seed', () =>
    expectPicture(page))
  await test.step('a file that cannot be read says so and changes nothing', async () => {
    const files = {
      'notes.txt': 'hello',
      'wrong.json': '{"format":"stakes-study","version":1,"trials":-4}',
    }
    for (const [name, text] of Object.entries(files)) {
      await picker(page).setInputFiles(asFile(name, text))
      await expect(page.getByText(`“${name}” was not opened and nothing was changed`)).toBeVisible()
    }
    await expect(page.getByText(/trials is a whole number from 1 to .* got -4/i)).toBeVisible()
    expect(await digestOf(page)).toBe(before)
  })
  await test.step('what cannot be a belief is said and changes nothing', async () => {
    await page.goto('./#/beliefs/trainingAdvantage')
    await page.getByLabel('Lowest', { exact: true }).fill('0.9')
    await expect(page.getByText(/needs lowest <= likeliest <= highest, got 90%/)).toBeVisible()
    expect(await digestOf(page)).toBe(before)
  })
  await test.step('a changed belief moves the results, and put back it gives the same ones', async () => {
    await page.goto('./#/beliefs/wacc')
    await page.goto('./#/beliefs/trainingAdvantage')
    await page.getByLabel('Likeliest', { exact: true }).fill('0.4')
    await done(page)
    expect(await digestOf(page)).not.toBe(before)
    await page.goto('./#/beliefs/trainingAdvantage')
    await page.getByRole('button', { name: 'Put it back' }).click()
    await done(page)
    expect(await digestOf(page)).toBe(before)
  })
  await test.step('another scenario and another vantage are other figures', async () => {
    const seen = new Set([before])
    await page.getByRole('button', { name: /^Scenario:/ }).click()
    await page.getByRole('radio', { name: 'Regulatory challenge' }).click()
    await done(page)
    seen.add(await digestOf(page))
    await page.getByRole('button', { name: /^Seen from:/ }).click()
    await page.getByRole('radio', { name: /March 2024/ }).click()
    await done(page)
    seen.add(await digestOf(page))
    expect(seen.size).toBe(3)
    await page.goto('./#/futures')
    await expect(page.getByText(/in 2024Q1|in 2030/).first()).toBeVisible()
  })
  await test.step('a long run shows its progress and can be cancelled and taken up again', async () => {
    await page.goto('./#/answer')
    const trials = page.getByLabel('Trials', { exact: true })
    await page.getByRole('button', { name: 'Run settings' }).click()
    await trials.fill('200000')
    await trials.press('Enter')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText(/^Stopped\./)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible()
    await page.getByRole('button', { name: 'Run settings' }).click()
    await trials.fill('500')
    await trials.press('Enter')
    await done(page)
  })
  await test.step('a reload keeps the study', async () => {
    await page.goto('./#/beliefs/wacc')
    await page.getByLabel('Name of the study').fill('Committee of May')
    await page.getByLabel('Name of the study').press('Enter')
    await page.getByLabel('Likeliest', { exact: true }).fill('0.1')
    await done(page)
    const digest = await digestOf(page)
    await page.reload()
    await done(page)
    await expect(page.getByLabel('Name of the study')).toHaveValue('Committee of May')
    expect(await digestOf(page)).toBe(digest)
  })
})

async function expectPicture(page: Page): Promise<void> {
  const { name, text } = await saved(page, () =>
    page.getByRole('button', { name: 'Save picture' }).first().click(),
  )
  expect(name).toMatch(/\.svg$/)
  const read = await page.evaluate((svg) => {
    const made = new DOMParser().parseFromString(svg, 'image/svg+xml')
    const broken = made.querySelector('parsererror')?.textContent ?? null
    return { broken, root: made.documentElement.tagName, words: made.documentElement.textContent }
  }, text)
  expect(read).toMatchObject({ broken: null, root: 'svg' })
  const inside = [
    /Averages lie/,
    /USD bn/,
    /\b500 futures/,
    /seed stakes/,
    /model .* digest .*[\da-f]{12}/,
  ]
  for (const words of [...inside, /@font-face.*font\/woff2/]) {
    expect(read.words).toMatch(words)
  }
  expect(text).not.toMatch(/var\(--|NaN|undefined/)
  // Whatever font it is read in, every text has the room it had on the page.
  expect(text.match(/textLength=/g)).toHaveLength(text.match(/<text\b/g)?.length ?? 0)
}

test.describe('with as many trials as the README', () => {
  test.use({ trials: 10_000 })
  test('the browser computes the same bits as the command line', async ({ page }) => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(`\ndigest ${await digestOf(page)}\n`)
  })
})

test.describe('of few futures', () => {
  test.use({ trials: 100 })
  test('what the page writes is reproduced, here and by the command line, and says what moved if it was changed', async ({
    page,
  }, info) => {
    await open(page, 'beliefs/trainingAdvantage')
    await page.getByLabel('Likeliest', { exact: true }).fill('0.35')
    await done(page)
    await test.step('the results of one scenario', () => expectResults(page))
    const { name, text } = await saved(page, async () => {
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('button', { name: /^Snapshot of all scenarios/ }).click()
    })
    expect(name).toMatch(/snapshot\.json$/)
    const ofPage = info.outputPath('page.json')
    writeFileSync(ofPage, text)
    const stakes = (...args: readonly string[]) =>
      execFileSync(process.execPath, [at('.ci', 'simulate.mjs'), ...args], { encoding: 'utf8' })
    expect(stakes('--verify', ofPage)).toContain(': reproduced exactly, digest')

    const ofNode = info.outputPath('node.json')
    stakes('--study', ofPage, '--export', 'snapshot', ofNode)
    expect(readFileSync(ofNode, 'utf8')).toBe(text)
    const cases = (JSON.parse(text) as { cases: unknown[] }).cases.length
    expect(cases).toBeGreaterThan(30)
    await picker(page).setInputFiles(ofNode)
    await expect(page.getByText(`reproduced exactly: 100 futures, ${cases} cases`)).toBeVisible()
  })
})

async function expectResults(page: Page): Promise<void> {
  const file = await saved(page, async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: /Results as a file/ }).click()
  })
  expect(file.name).toMatch(/results\.json$/)
  const snapshot = JSON.parse(file.text) as { format: string; digest: string; trials: number }
  expect(snapshot).toMatchObject({ format: 'stakes-results', trials: 100 })
  expect(snapshot.digest).toBe(await digestOf(page))

  await picker(page).setInputFiles(asFile('snapshot.json', file.text))
  await expect(page.getByText(/reproduced exactly: 100 futures, 5 cases/)).toBeVisible()
  await picker(page).setInputFiles(
    asFile('snapshot.json', file.text.replace(/("npv": \{\s*"mean": )[^0][^,]*/, '$199')),
  )
  const failure = page.getByRole('alert')
  await expect(failure).toContainText('“snapshot.json” is open and does not verify.')
  await expect(failure).toContainText('The figures in this file do not belong to this study.')
  await expect(failure).toContainText(/The choice is (the same|another one): “/)
  await expect(failure).toContainText(
    /Base case: average(, where the deal closes,)? \$99 bn in the file, \$.* bn now/,
  )
}

test.describe('where workers cannot be loaded', () => {
  test.use({ quiet: false, trials: 300 })
  test('the page says so and computes the same on its own', async ({ page }) => {
    const digest = await digestOf(page)
    await page.route(/worker.*\.js/, (route) => route.abort())
    await page.goto('./#/answer')
    await page.reload()
    await expect(page.getByText(/could not start the calculation’s workers/)).toBeVisible()
    await done(page)
    expect(await digestOf(page)).toBe(digest)
  })
})
