import type { Browser, Page } from '@playwright/test'
import { done, expect, open, saved, test, tooWide, violations } from './open.ts'

const undo = (page: Page) => page.getByRole('button', { name: /^(Undo:|Nothing to undo)/ })
const redo = (page: Page) => page.getByRole('button', { name: /^(Redo:|Nothing to redo)/ })
const nameOf = (page: Page) => page.getByLabel('Name of the study')
const likeliest = (page: Page) => page.getByLabel('Likeliest', { exact: true })

/** Out of any field, so that keys belong to the page. */
async function step(page: Page, keys: string): Promise<void> {
  await page.locator('main').focus()
  await page.keyboard.press(keys)
}

async function rename(page: Page, name: string): Promise<void> {
  await nameOf(page).fill(name)
  await nameOf(page).press('Enter')
}

async function setTrials(page: Page, trials: string): Promise<void> {
  await page.getByRole('button', { name: 'Run settings' }).click()
  await page.getByLabel('Trials', { exact: true }).fill(trials)
  await page.getByLabel('Trials', { exact: true }).press('Enter')
  await page.keyboard.press('Escape')
}

async function study(page: Page): Promise<object> {
  const { text } = await saved(page, async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: /Study as a file/ }).click()
  })
  return JSON.parse(text) as object
}

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Study', exact: true }).click()
  await page.getByRole('button', { name: /Studies in this browser/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Study', exact: true }).click()
  await page.getByRole('button', { name: /Open the example/ }).click()
  await expect(nameOf(page)).toHaveValue('Trainium disappoints')
}

test('a change is undone and done again by keys and buttons, which say what it was', async ({
  page,
}) => {
  await open(page, 'beliefs/wacc')
  const before = await likeliest(page).inputValue()
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  await likeliest(page).fill('0.1')
  await expect(undo(page)).toHaveAccessibleName(/^Undo: changed .*\w/)
  await step(page, 'Control+z')
  await expect(likeliest(page)).toHaveValue(before)
  await expect(page.getByText(/^Undone: changed/)).toBeVisible()
  await step(page, 'Control+Shift+z')
  await expect(likeliest(page)).toHaveValue('0.1')
  await undo(page).click()
  await expect(likeliest(page)).toHaveValue(before)
  await redo(page).click()
  await expect(likeliest(page)).toHaveValue('0.1')
  await step(page, 'Meta+z')
  await expect(likeliest(page)).toHaveValue(before)
  await step(page, 'Control+y')
  await expect(likeliest(page)).toHaveValue('0.1')
})

test('while somebody types the keys belong to the text', async ({ page }) => {
  await open(page, 'beliefs/wacc')
  await likeliest(page).fill('0.1')
  await likeliest(page).blur()
  await nameOf(page).focus()
  await page.keyboard.type('abc')
  await page.keyboard.press('Control+z')
  await expect(likeliest(page)).toHaveValue('0.1')
})

test('a drag is one step, and the scenario in view is undone too', async ({ page }) => {
  await open(page)
  const slider = page.getByRole('slider', { name: /Chip co-design/ })
  const start = await slider.inputValue()
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is on the page')
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2)
  await page.mouse.down()
  for (const share of [0.8, 0.6, 0.5, 0.4, 0.3]) {
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2)
    await page.waitForTimeout(60)
  }
  await page.mouse.up()
  await expect(slider).not.toHaveValue(start)
  await page.getByRole('button', { name: /^Scenario:/ }).click()
  await page.getByRole('radio', { name: 'Regulatory challenge' }).click()
  await page.keyboard.press('Escape')
  await step(page, 'Control+z')
  await expect(page.getByRole('button', { name: /^Scenario: Base case/ })).toBeVisible()
  await step(page, 'Control+z')
  await expect(slider).toHaveValue(start)
  await expect(undo(page)).toHaveAccessibleName('Nothing to undo')
})

test('steps survive a reload, also right after the change', async ({ page }) => {
  await open(page, 'beliefs/wacc')
  const before = await likeliest(page).inputValue()
  await rename(page, 'Committee')
  await likeliest(page).fill('0.1')
  await page.reload()
  await expect(likeliest(page)).toHaveValue('0.1')
  await step(page, 'Control+z')
  await expect(likeliest(page)).toHaveValue(before)
  await page.reload()
  await expect(redo(page)).toHaveAccessibleName(/^Redo: changed/)
  await step(page, 'Control+z')
  await expect(nameOf(page)).toHaveValue('Amazon and OpenAI')
})

test('studies are kept, renamed, noted, copied, deleted and put back', async ({ page }) => {
  await open(page)
  await rename(page, 'Mine')
  await openExample(page)
  await openSheet(page)
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByLabel('Note')).toHaveValue(/own chips/)
  expect(await violations(page)).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  await sheet.getByRole('button', { name: 'Rename Mine' }).click()
  await page.keyboard.type('Ours')
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('button', { name: 'Ours', exact: true })).toBeVisible()
  await sheet.getByRole('button', { name: 'Duplicate Ours' }).click()
  await expect(sheet.getByRole('button', { name: 'Ours, copy', exact: true })).toBeVisible()
  await sheet.getByRole('button', { name: 'Delete Ours', exact: true }).click()
  await expect(sheet.getByText('Deleted “Ours”')).toBeVisible()
  await expect(sheet.getByRole('button', { name: 'Ours', exact: true })).toBeHidden()
  await sheet.getByRole('button', { name: 'Undo: delete Ours' }).click()
  await sheet.getByLabel('Note').fill('Read this first')
  await sheet.getByRole('button', { name: 'Open Ours', exact: true }).click()
  await expect(nameOf(page)).toHaveValue('Ours')
  await expect(undo(page)).toHaveAccessibleName('Undo: renamed the study')
  await openSheet(page)
  await expect(page.getByRole('dialog').getByText('Read this first')).toBeVisible()
})

test('a second tab can look, take over, or open a copy', async ({ page, context }) => {
  await open(page, 'beliefs/wacc')
  await likeliest(page).fill('0.1')
  await rename(page, 'Shared')
  const second = await context.newPage()
  await open(second, 'beliefs/wacc')
  await expect(nameOf(second)).toHaveValue('Shared')
  await expect(second.getByText('This study is open in another tab.')).toBeVisible()
  expect(await violations(second)).toEqual([])
  await expect(nameOf(second)).toBeDisabled()
  await step(second, 'Control+z')
  await expect(second.getByText(/cannot be changed here/).first()).toBeVisible()
  await expect(likeliest(second)).toHaveValue('0.1')

  await likeliest(page).fill('0.09')
  await second.getByRole('button', { name: 'Take over' }).click()
  await expect(likeliest(second)).toHaveValue('0.09')
  await expect(page.getByText('Another tab has taken this study over.')).toBeVisible()
  await likeliest(second).fill('0.08')

  await page.getByRole('button', { name: 'Open a copy' }).click()
  await expect(nameOf(page)).toHaveValue('Shared, copy')
  await rename(page, 'Copy')
  await expect(nameOf(second)).toHaveValue('Shared')
})

test('when the first tab closes, the second may change its study', async ({ page, context }) => {
  await open(page)
  await rename(page, 'Shared')
  const second = await context.newPage()
  await open(second)
  await expect(second.getByText('This study is open in another tab.')).toBeVisible()
  await rename(page, 'Shared still')
  await page.close()
  await expect(second.getByText(/can be changed here now/)).toBeVisible()
  await expect(nameOf(second)).toHaveValue('Shared still')
  await rename(second, 'Mine')
  await second.reload()
  await expect(nameOf(second)).toHaveValue('Mine')
})

test('where the browser keeps nothing the page says so, and nothing is lost', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storing is forbidden', 'SecurityError')
    }
  })
  await open(page)
  await expect(page.getByText(/does not let Stakes keep your study/)).toBeVisible()
  await rename(page, 'Mine')
  await openExample(page)
  await openSheet(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Open Mine' }).click()
  await expect(nameOf(page)).toHaveValue('Mine')
  expect(await study(page)).toMatchObject({ name: 'Mine' })
  await step(page, 'Control+z')
  await expect(nameOf(page)).toHaveValue('Amazon and OpenAI')
})

test('a full store is said, and the study kept as soon as there is room', async ({ page }) => {
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as IDBObjectStore['put']
    IDBObjectStore.prototype.put = new Proxy(put, {
      apply(...given) {
        if (!sessionStorage.getItem('full')) return Reflect.apply(...given)
        throw new DOMException('No room', 'QuotaExceededError')
      },
    })
  })
  await open(page)
  await page.evaluate(() => sessionStorage.setItem('full', 'yes'))
  await rename(page, 'Mine')
  await expect(page.getByText(/does not let Stakes keep your study \(No room\)/)).toBeVisible()
  await page.evaluate(() => sessionStorage.clear())
  await rename(page, 'Mine again')
  await expect(page.getByText('This browser keeps your study again.')).toBeVisible()
  await page.reload()
  await expect(nameOf(page)).toHaveValue('Mine again')
})

test('a study kept by the first Stakes opens', async ({ page }) => {
  await page.route('**/first.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>First</title>' }),
  )
  await page.goto('./first.html')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('stakes', 1)
        asked.addEventListener('upgradeneeded', () => {
          asked.result.createObjectStore('studies', { keyPath: 'id' })
          asked.result.createObjectStore('settings')
        })
        asked.addEventListener('error', () => reject(new Error('no store')))
        asked.addEventListener('success', () => {
          const change = asked.result.transaction(['studies', 'settings'], 'readwrite')
          const text = '{"format":"stakes-study","version":1,"name":"Old","seed":"old"}'
          const kept = { id: 'a-b-c', name: 'Old', saved: 1, text, scenario: 'base' }
          change.objectStore('studies').put(kept)
          change.objectStore('settings').put('a-b-c', 'present')
          change.addEventListener('complete', () => {
            asked.result.close()
            resolve()
          })
        })
      }),
  )
  await open(page)
  await expect(nameOf(page)).toHaveValue('Old')
  await rename(page, 'Old, renamed')
  await page.reload()
  await expect(nameOf(page)).toHaveValue('Old, renamed')
})

test('200 random edits, undos and reloads leave what they leave without reloads', async ({
  browser,
}, { project }) => {
  test.skip(project.name === 'phone', 'the same at any width')
  test.setTimeout(240_000)
  const [without, withReloads] = await Promise.all([play(browser, false), play(browser, true)])
  expect(withReloads).toEqual(without)
})

/** Plays the same 200 moves; gives the study, and what a dozen undos make of it. */
async function play(browser: Browser, reloads: boolean): Promise<object[]> {
  const page = await browser.newPage()
  await open(page)
  await setTrials(page, '300')
  await done(page, '300 futures')
  let state = 11
  const random = (n: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
  const beliefs = ['wacc', 'trainingAdvantage', 'inferenceAdvantage', 'passThrough', 'blockShare']
  let at = 0
  for (let i = 0; i < 200; i++) {
    const move = random(20)
    if (move < 9) {
      // Never the same belief twice in a row: those would be one step, or two with a reload between.
      at = (at + 1 + random(beliefs.length - 1)) % beliefs.length
      await page.goto(`./#/beliefs/${beliefs[at]}`)
      await likeliest(page).fill(String(0.2 + random(9) / 100))
    } else if (move < 15) await step(page, 'Control+z')
    else if (move < 18) await step(page, 'Control+y')
    else if (move < 19) await rename(page, `Study ${i}`)
    else if (reloads) await page.reload()
  }
  const found = [await study(page)]
  for (let i = 0; i < 12; i++) await step(page, 'Control+z')
  found.push(await study(page))
  await page.context().close()
  return found
}
