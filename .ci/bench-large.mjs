// What a long run costs the page: its longest task and its memory at the most trials it takes.
import { ensurePage } from './bundle.mjs'
import { freePort } from './free-port.mjs'
import { say } from './paths.mjs'
import { peakMemory } from './peak-memory.mjs'
import { serve } from './serve.mjs'
import { traced } from './traced.mjs'

const TRIALS = 200_000
const MOST_MILLISECONDS = 50
const MOST_MEGABYTES = 600
/** Longer than any machine should need. */
const patience = 300_000

/**
 * Raises the trials to the page's most, then moves a term, and prints the longest task of the
 * page's thread in each and the memory its process held.
 *
 * @param {import('playwright-core').Browser} browser
 */
export async function benchLarge(browser) {
  await ensurePage()
  const port = await freePort(4700)
  await serve('dist', port)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.getByRole('button', { name: /: 10,000 futures$/ }).waitFor({ timeout: patience })
  say(`\nThe page at ${TRIALS.toLocaleString('en')} trials`)
  await page.getByRole('button', { name: /^Run settings/ }).click()
  const trials = page.getByLabel('Trials', { exact: true })
  await trials.fill(String(TRIALS))
  report(
    'A first run',
    await traced(browser, page, async () => {
      await trials.press('Enter')
      await finished(page)
    }),
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'What if', exact: true }).click()
  const slider = page.getByRole('slider', { name: 'Paid at closing' }).first()
  report(
    'A term moved by a step',
    await traced(browser, page, async () => {
      await slider.press('ArrowRight')
      await page
        .getByRole('button', { name: /: 200,000 futures$/ })
        .waitFor({ state: 'detached', timeout: patience })
      await finished(page)
    }),
  )
  const memory = await peakMemory(browser)
  if (memory !== null) {
    const missed = memory > MOST_MEGABYTES ? '  MISSED' : ''
    say(
      `Memory of the page's process: ${memory.toFixed(0)} MB, aim at most ${MOST_MEGABYTES}${missed}`,
    )
  }
  await page.close()
}

/** @param {import('playwright-core').Page} page */
async function finished(page) {
  await page.getByRole('button', { name: /: 200,000 futures$/ }).waitFor({ timeout: patience })
  // What is asked of a run that has ended: shapes, pairs, leads, drivers.
  await page.locator('.rows[aria-busy="false"]').waitFor({ timeout: patience })
  await page.locator('section.precision[aria-busy="false"]').waitFor({ timeout: patience })
}

/**
 * @param {string} what
 * @param {readonly number[]} tasks longest first, in milliseconds
 */
function report(what, [longest = 0, ...others]) {
  const over = [longest, ...others].filter((one) => one > MOST_MILLISECONDS).length
  const missed = longest > MOST_MILLISECONDS ? '  MISSED' : ''
  say(
    `${what}: longest task ${longest.toFixed(1)} ms, aim at most ${MOST_MILLISECONDS}${missed}; ${over} longer`,
  )
}
