import type { Page } from '@playwright/test'
import { done, expect, open, saved, test } from './open.ts'

test.use({ trials: 500 })

/** Everything the screen says and draws of the results, and nothing of the study's name. */
function figuresOn(page: Page): Promise<{ said: string; dots: number[] }> {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    const charts = [...(main?.querySelectorAll('svg') ?? [])]
    return {
      said: (main?.innerText ?? '').replace(/\s+/g, ' '),
      dots: charts.map((svg) => svg.querySelectorAll('circle, rect, path').length),
    }
  })
}

/** What the screen says when nothing on it changes any more: the same in five readings on end. */
async function settledFigures(page: Page) {
  let last = await figuresOn(page)
  let same = 0
  await expect
    .poll(
      async () => {
        const now = await figuresOn(page)
        same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0
        last = now
        return same
      },
      { intervals: [200], timeout: 60_000 },
    )
    .toBeGreaterThanOrEqual(5)
  return last
}

test('opening the results of the study in view changes no figure on any screen', async ({
  page,
}) => {
  const screens = ['answer', 'futures']
  const before = []
  for (const screen of screens) {
    await open(page, screen)
    await expect(page.getByText('is being worked out')).toHaveCount(0, { timeout: 60_000 })
    before.push(await settledFigures(page))
  }
  expect(before[0].said).toMatch(/best on average|told apart|ahead of|about the same/)
  const { text } = await saved(page, async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('button', { name: /^Results as a file/ }).click()
  })
  await page.goto('./#/answer')
  const file = { name: 'results.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  for (let time = 0; time < 3; time++) {
    await page.locator('input[type="file"]').first().setInputFiles(file)
    await expect(page.getByText('was run again and reproduced exactly')).toBeVisible({
      timeout: 60_000,
    })
    await done(page)
    for (const [index, screen] of screens.entries()) {
      await page.goto(`./#/${screen}`)
      await done(page)
      await expect.poll(() => figuresOn(page), { timeout: 60_000 }).toEqual(before[index])
    }
  }
})
