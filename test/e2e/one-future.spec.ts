import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { root } from '../../.ci/paths.mjs'
import type { Future } from '../../src/engine/replay.ts'
import { done, expect, open, test, tooSmall, tooWide, violationsInBoth } from './open.ts'
import { exclusive, row, sheet } from './workbench.ts'

test.use({ trials: 500, keeps: 'study' })

const dotsOf = (page: Page, name: string) =>
  page.getByRole('slider', { name: `Dots of ${name}`, exact: true })
const heading = (page: Page) => sheet(page).getByRole('heading', { level: 2 })
const trialIn = (page: Page) => Number(/future=(\d+)/.exec(page.url())?.[1] ?? NaN)

/** One future of the study that the page opens with, as the command line has it. */
function futureOf(trial: number): { readonly future: Future; readonly text: string } {
  const run = (...more: string[]) =>
    execFileSync(
      process.execPath,
      ['.ci/simulate.mjs', '--trials', '500', '--future', String(trial), ...more],
      { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
    )
  return { future: JSON.parse(run('--json', '-')) as Future, text: run() }
}

/** Waits until the sheet tells the future of the address. */
async function told(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(new RegExp(`^Future ${trialIn(page)}: `))
  await expect(sheet(page).locator('[aria-busy="true"]')).toHaveCount(0)
}

test('a dot opens its future, by keyboard and by pointer, with the figures of the command line', async ({
  page,
}) => {
  await open(page)
  const dots = dotsOf(page, exclusive)
  await dots.focus()
  await page.keyboard.press('Home')
  await expect(dots).toHaveAttribute('aria-valuetext', /^1 in 50: about .*, opens future \d+$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/answer\?future=\d+&of=exclusive$/)
  await told(page)
  await expect(heading(page)).toContainText(`${exclusive} loses $`)
  const trial = trialIn(page)

  const { future, text } = futureOf(trial)
  const line = ((await heading(page).textContent()) ?? '').replace(/^Future \d+: /, '')
  expect(text).toContain(line)
  for (const draw of await sheet(page).locator('section ul b').allTextContents()) {
    expect(text).toContain(draw)
  }
  const figures = sheet(page).locator('details')
  await figures.locator('summary').click()
  const cells = figures.getByRole('row', { name: /^npv / }).getByRole('cell')
  const drawn = figures.getByRole('row', { name: /^openaiReturn / }).getByRole('cell')
  const [scenario] = future.scenarios
  const written = (x: unknown) =>
    (Number.isInteger(x) ? String(x) : Number(x).toPrecision(6)).replace('-', '−')
  await expect(cells).toHaveText(scenario.cases.map(({ outcomes }) => written(outcomes['npv'])))
  await expect(drawn.first()).toHaveText(written(scenario.inputs['openaiReturn']))
  const series = figures.getByRole('region', { name: 'exclusive', exact: true }).getByRole('row')
  await expect(series.last().getByRole('cell').first()).toHaveText(
    written(scenario.cases.at(-1)?.series['awsShare'].at(-1)),
  )
  await figures.locator('summary').click()

  await page.reload()
  await done(page)
  await told(page)
  expect(trialIn(page)).toBe(trial)
  await page.goBack()
  await expect(sheet(page)).toBeHidden()
  await expect(page).toHaveURL(/#\/answer$/)

  const dot = row(page, 'Deep technical collaboration').locator('circle.dot').first()
  await dot.click()
  await expect(page).toHaveURL(/of=deepTechnical$/)
  await told(page)
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toBeHidden()
  await expect(page).toHaveURL(/#\/answer$/)
})

test('from a future one goes to the next, to others by number, and to those that stand for all', async ({
  page,
}) => {
  await open(page, 'answer?future=17&of=exclusive')
  await told(page)
  expect(await violationsInBoth(page, 'dialog')).toEqual([])
  const value = async () =>
    sheet(page)
      .getByRole('row', { name: /^Exclusive/ })
      .getByRole('cell')
      .first()
      .textContent()
  const first = await value()
  await sheet(page)
    .getByRole('button', { name: /^Next better: future / })
    .click()
  await expect(page).not.toHaveURL(/future=17&/)
  await told(page)
  await sheet(page)
    .getByRole('button', { name: /^Next worse: future 17, / })
    .click()
  await expect(page).toHaveURL(/future=17&/)
  await told(page)
  expect(await value()).toBe(first)

  await sheet(page).getByRole('button', { name: 'Next by number: future 18' }).click()
  await expect(heading(page)).toHaveText(/^Future 18: /)
  const number = sheet(page).getByLabel('Number of the future, from 0 to 499')
  await number.fill('500')
  await number.press('Enter')
  await expect(sheet(page).getByRole('alert')).toHaveText('Enter a whole number from 0 to 499.')
  await number.fill('499')
  await number.press('Enter')
  await expect(heading(page)).toHaveText(/^Future 499: /)
  const marks = sheet(page)
    .getByRole('listitem')
    .filter({ hasText: /^P10: 10% are below/ })
  await marks.getByRole('button').click()
  await told(page)
  await expect(marks.getByText('This one')).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Tell this future of No investment' }).click()
  await expect(heading(page)).toContainText('No investment comes to $0 bn')
  await expect(sheet(page).getByText('Of 500 futures counted (all futures)')).toBeVisible()
  // Every step replaced the one before.
  await sheet(page).getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(/#\/answer$/)

  await page.goto('./#/compare?future=500')
  await expect(sheet(page).getByRole('alert')).toHaveText(
    'Future 500 is not there: the run has 500 futures, counted from 0 to 499.',
  )
  await sheet(page).getByRole('button', { name: 'Open future 0' }).click()
  await expect(heading(page)).toHaveText(/^Future 0: /)
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await tooWide(page)).toBe(0)
  expect(await tooSmall(page)).toEqual([])
})

test('single futures are named, play over the fans, and stand still where that is asked', async ({
  page,
}) => {
  await open(page, 'futures')
  const fan = page.getByRole('figure', { name: /^AWS share in/ })
  const table = async () => {
    await fan.getByRole('button', { name: /^Table/ }).click()
    const text = await fan.getByRole('table').innerText()
    await fan.getByRole('button', { name: /^Table/ }).click()
    return text
  }
  const before = await table()
  await page.getByLabel('Ten single futures').check()
  await page.getByRole('button', { name: 'Open future 3' }).focus()
  await expect(fan.locator('.single.active')).toHaveCount(1)
  await expect(fan.getByText('Future 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await told(page)
  await expect(page).toHaveURL(/#\/futures\?future=3&/)
  await page.keyboard.press('Escape')

  const group = page.getByRole('group', { name: 'Futures one after another' })
  await page.locator('main').focus()
  await page.keyboard.press('p')
  const played = group.getByRole('button', { name: /^Open future / })
  // Each stands for half a second: which one is met depends on when one looks.
  await expect(played).toHaveText(/^Future [1-9]\d*$/)
  await page.keyboard.press('p')
  await expect(group.getByRole('button', { name: 'Play futures' })).toBeVisible()
  const stands = await played.textContent()
  await expect(fan.locator('.played:not(.under)')).toHaveCount(2)
  expect(await table()).toBe(before)
  await group.getByRole('button', { name: 'The next future' }).click()
  await group.getByRole('button', { name: 'The future before' }).click()
  await expect(played).toHaveText(stands ?? '')
  await group.getByRole('button', { name: 'Take it off' }).click()
  await expect(played).toHaveCount(0)

  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(group.getByRole('button', { name: 'Play futures' })).toHaveCount(0)
  await page.locator('main').focus()
  await page.keyboard.press('p')
  await expect(played).toHaveText('Future 0')
})
