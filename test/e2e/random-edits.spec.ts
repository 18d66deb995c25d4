import type { Browser, Page } from '@playwright/test'
import { titleOf } from '../../models/index.ts'
import { done, expect, exported, open, prepare, test } from './open.ts'
import { press, rename } from './workbench.ts'

/** Each takes every value that is entered: one refused between two of a name would join them if they are quick. */
const beliefs = ['trainingAdvantage', 'inferenceAdvantage', 'passThrough', 'blockShare']

test('random edits, undos and reloads leave what they leave without reloads', async ({
  browser,
}) => {
  const [without, withReloads] = await Promise.all([play(browser, false), play(browser, true)])
  expect(withReloads).toEqual(without)
})

/** Enough for every kind of move, reloads too, several times over. */
const MOVES = 36

/** Plays the same moves; gives the study, and what a dozen undos make of it. */
async function play(browser: Browser, reloads: boolean): Promise<object[]> {
  const context = await browser.newContext()
  await prepare(context, { trials: 100 })
  const page = await context.newPage()
  await open(page)
  let state = 46
  const random = (n: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
  let at = 0
  for (let i = 0; i < MOVES; i++) {
    const move = random(20)
    if (move < 9) {
      // Never the same belief twice in a row: those would be one step, or two with a reload between.
      at = (at + 1 + random(beliefs.length - 1)) % beliefs.length
      // Nor the value it has: that would be no step.
      await changeLikeliest(page, beliefs[at] ?? '', 0.201 + i / 2500)
    } else if (move < 15) await press(page, 'Control+z')
    else if (move < 18) await press(page, 'Control+y')
    else if (move < 19) await rename(page, `Study ${i}`)
    else if (reloads) {
      await page.reload()
      // Keys are heard once the page stands.
      await done(page, 100)
    }
  }
  const found = [await exported(page, /^Study as a file/)]
  for (let i = 0; i < 12; i++) await press(page, 'Control+z')
  found.push(await exported(page, /^Study as a file/))
  await context.close()
  return found
}

async function changeLikeliest(page: Page, id: string, value: number): Promise<void> {
  const title = titleOf(id)
  await page.goto(`./#/beliefs/${id}`)
  // The editor of the belief before may still be there.
  const editor = page.getByRole('article', { name: title, exact: true })
  await editor.getByLabel('Likeliest', { exact: true }).fill(String(value))
}
