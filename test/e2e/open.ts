import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test as plain } from '@playwright/test'

/** A test whose page may say nothing wrong on its console and break nowhere. */
export const test = plain.extend<{ quiet: boolean; silence: void }>({
  quiet: [true, { option: true }],
  silence: [
    async ({ page, quiet }, use) => {
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await use()
      if (quiet) expect(errors).toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'

/** Opens a screen and waits for the results of all futures. */
export async function open(page: Page, screen = 'decide'): Promise<void> {
  await page.goto(`./#/${screen}`)
  await done(page)
}

/** Waits until the newest run has ended. */
export async function done(page: Page, futures = '10,000 futures'): Promise<void> {
  await expect(page.locator('.run')).toHaveText(futures, { timeout: 60_000 })
}

/** The digest of what is in view, from the Trust screen. */
export async function digestOf(page: Page): Promise<string> {
  await page.goto('./#/trust')
  const digest = page.locator('#trust-run code')
  await expect(digest).toHaveText(/^[0-9a-f]{64}$/, { timeout: 60_000 })
  return (await digest.textContent()) ?? ''
}

/** Rules of WCAG 2.2 AA that this page breaks, with the elements that do. */
export async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const found = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

/** How far the page is wider than the window, in CSS pixels. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

/** The text of a file the page hands out. */
export async function saved(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  const stream = await download.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') }
}
