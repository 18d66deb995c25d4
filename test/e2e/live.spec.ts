import type { Page } from '@playwright/test'
import { digestOf, done, drawn, expect, open, openWhatIf, test } from './open.ts'
import { exclusive, mean } from './workbench.ts'

declare global {
  interface Window {
    threads: Worker[]
    pictures: { futures: string; mean: string }[]
  }
}

/** Notes every picture of one strategy that agrees with the newest results. */
async function watch(page: Page, strategy: string): Promise<void> {
  await page.evaluate((name) => {
    window.pictures = []
    const note = () => {
      const shown = document.querySelector(`[role="group"][aria-label="${name}"] .mean b`)
      const rows = document.querySelector('.rows')
      if (!shown || rows?.getAttribute('aria-busy') !== 'false') return
      const words = rows.closest('figure')?.textContent ?? ''
      const futures = /[\d,]+ futures(?= · seed)/.exec(words)?.[0] ?? ''
      const one = { futures, mean: shown.textContent }
      const last = window.pictures.at(-1)
      if (last?.futures !== one.futures || last.mean !== one.mean) window.pictures.push(one)
    }
    const observer = new MutationObserver(note)
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }, strategy)
}

test.use({ trials: 1000 })

test('a drag shows pictures in their order, and ends with the last value', async ({ page }) => {
  await open(page)
  await page.getByRole('radio', { name: exclusive }).check()
  await openWhatIf(page)
  const slider = page
    .getByRole('region', { name: /^Beliefs at hand/ })
    .getByRole('slider', { name: 'Return on OpenAI shares' })
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is not to be seen')
  const across = (share: number) => box.x + box.width * share
  const height = box.y + box.height / 2
  await page.mouse.move(across(0.1), height)
  await page.mouse.down()
  await drawn(page)
  await watch(page, exclusive)
  const pictures = () => page.evaluate(() => window.pictures.length)
  const [steps, parts] = [30, 5]
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(across(0.1 + (0.85 * step) / steps), height)
    // The pointer goes on as soon as the page has drawn what it has to show by then.
    const due = Math.floor((parts * step) / steps)
    await expect.poll(pictures).toBeGreaterThanOrEqual(due)
  }
  await page.mouse.up()
  await done(page)

  const shown = await page.evaluate(() => window.pictures)
  // The more the shares return, the more the deal is worth in every future, so a figure that falls
  // again among pictures of as many futures would be a picture of an older value.
  for (const futures of new Set(shown.map((one) => one.futures))) {
    const means = shown.filter((one) => one.futures === futures).map((one) => numberIn(one.mean))
    expect(means).toEqual([...means].sort((a, b) => a - b))
  }
  const last = await mean(page, exclusive).innerText()
  expect(shown.at(-1)).toEqual({ futures: '1,000 futures', mean: last })
  const value = await slider.inputValue()
  const digest = await digestOf(page)
  await page.reload()
  expect(await digestOf(page)).toBe(digest)
  await page.goto('./#/answer')
  await page.getByRole('radio', { name: exclusive }).check()
  await openWhatIf(page)
  await expect(slider).toHaveValue(value)
  await expect(mean(page, exclusive)).toHaveText(last)
})

test.describe('with three workers', () => {
  test.use({ cores: 3, trials: 3072 })
  test('each ended in the middle of a run and replaced, the digest is the same', async ({
    page,
  }) => {
    const digest = await digestOf(page)
    // A fresh page knows nothing of that run; each of its first workers is ended after some answers.
    await page.addInitScript(() => {
      window.threads = []
      window.Worker = class extends Worker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args)
          const isFirst = window.threads.push(this) <= 3
          let answers = 0
          this.addEventListener('message', () => {
            if (isFirst && ++answers === 5) this.terminate()
          })
        }
      }
    })
    await page.reload()
    expect(await digestOf(page)).toBe(digest)
    expect(await page.evaluate(() => window.threads.length)).toBe(6)
  })
})

/** The estimate in a figure such as "−$1,240 ± 90 bn", in USD bn. */
function numberIn(words: string): number {
  const found = /^(−?)\$?([\d.,]+) ± .* bn$/.exec(words)
  if (!found) throw new Error(`no number in “${words}”`)
  return Number(found[2]?.replaceAll(',', '')) * (found[1] ? -1 : 1)
}
