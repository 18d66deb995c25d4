// What a drag costs the page's thread: the built page, a real pointer, and the browser's own trace.
import { ensurePage } from './bundle.mjs'
import { freePort } from './free-port.mjs'
import { say } from './paths.mjs'
import { serve } from './serve.mjs'
import { traced } from './traced.mjs'

const MILLISECONDS = 2000
const STEPS = 120

/**
 * Drags a term and a belief at hand, and prints the longest task of the page's thread in each.
 *
 * @param {import('playwright-core').Browser} browser
 */
export async function benchDrag(browser) {
  await ensurePage()
  const port = await freePort(4600)
  await serve('dist', port)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.getByRole('button', { name: /: 10,000 futures$/ }).waitFor()
  await page.getByRole('button', { name: 'What if', exact: true }).click()
  say(`\nA drag of ${MILLISECONDS / 1000} seconds on the page, ${STEPS} moves`)
  for (const name of ['Paid at closing', 'Return on OpenAI shares']) {
    await record(page)
    /** @type {Awaited<ReturnType<typeof recorded>>} */
    let before = { headlines: 0, means: [] }
    const tasks = await traced(browser, page, async () => {
      before = await drag(page, name)
    })
    const [longest = 0] = tasks
    const over = tasks.filter((one) => one > 50).length
    say(
      `${name}: longest task ${longest.toFixed(1)} ms, aim at most 50; ${over} longer than 50 ms of ${tasks.length} above 1 ms`,
    )
    await page.waitForTimeout(4000)
    const [last] = before.means.slice(-1)
    const [rest] = (await recorded(page)).means.slice(-1)
    const off = Math.abs(last.value - rest.value)
    say(
      `  while it was held the headline changed ${before.headlines - 1} times (aim 0), the average ${before.means.length - 1} times; let go at ${last.text}, at rest ${rest.text}: off by ${off.toFixed(2)}, aim at most two errors, ${(2 * last.error).toFixed(2)}`,
    )
  }
  await page.close()
}

/**
 * Notes, frame by frame, what the headline and the chosen strategy's average say.
 *
 * @param {import('playwright-core').Page} page
 */
async function record(page) {
  await page.evaluate(() => {
    const seen = { headlines: /** @type {string[]} */ ([]), means: /** @type {string[]} */ ([]) }
    Object.assign(globalThis, { seen })
    const note = (/** @type {string[]} */ list, /** @type {string} */ text) => {
      if (text && list[list.length - 1] !== text) list.push(text)
    }
    const look = () => {
      note(seen.headlines, document.querySelector('h1')?.innerText ?? '')
      note(seen.means, document.querySelector('.row.chosen .mean b')?.textContent ?? '')
      requestAnimationFrame(look)
    }
    look()
  })
}

/** @param {import('playwright-core').Page} page */
async function recorded(page) {
  const { headlines, means } = await page.evaluate(() => /** @type {any} */ (globalThis).seen)
  const read = (/** @type {string} */ text) => {
    const [, minus, value, error] = /(−?)\$([\d.,]+)(?: ± ([\d.]+))? bn/.exec(text) ?? []
    return { text, value: Number(value) * (minus ? -1 : 1), error: Number(error ?? 0) }
  }
  return { headlines: headlines.length, means: means.map(read) }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name of a slider
 */
async function drag(page, name) {
  const slider = page.getByRole('slider', { name }).first()
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (!box) throw new Error(`the slider “${name}” is not to be seen`)
  const move = (/** @type {number} */ share) =>
    page.mouse.move(box.x + box.width * share, box.y + box.height / 2)
  await move(0.1)
  await page.mouse.down()
  const began = Date.now()
  for (let step = 1; step <= STEPS; step++) {
    await move(0.1 + (0.8 * step) / STEPS)
    const due = (step * MILLISECONDS) / STEPS - (Date.now() - began)
    if (due > 0) await page.waitForTimeout(due)
  }
  // The hand rests for as long as a preview may take, and not as long as a run does.
  await page.waitForTimeout(400)
  const seen = await recorded(page)
  await page.mouse.up()
  return seen
}
