import type { Page } from '@playwright/test'
import { done, expect, exported, open, openWhatIf, test, violations } from './open.ts'
import { nameOf, openExample, openSheet, press, rename, undo } from './workbench.ts'

const redo = (page: Page) => page.getByRole('button', { name: /^(Redo:|Nothing to redo)/ })
const likeliest = (page: Page) => page.getByLabel('Likeliest', { exact: true })

test.use({ trials: 100 })

test.describe('in one tab', () => {
  test.use({ keeps: true })

  test('a change is undone and done again by keys and buttons, which say what it was', async ({
    page,
  }) => {
    await open(page, 'beliefs/wacc')
    const before = await likeliest(page).inputValue()
    await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
    await likeliest(page).fill('10%')
    await expect(undo(page)).toHaveAccessibleName(/^Undo: changed .*\w/)
    await press(page, 'Control+z')
    await expect(likeliest(page)).toHaveValue(before)
    await expect(page.getByText(/^Undone: changed/)).toBeVisible()
    await press(page, 'Control+Shift+z')
    await expect(likeliest(page)).toHaveValue('10%')
    await undo(page).click()
    await expect(likeliest(page)).toHaveValue(before)
    await redo(page).click()
    await expect(likeliest(page)).toHaveValue('10%')
    await press(page, 'Meta+z')
    await expect(likeliest(page)).toHaveValue(before)
    await press(page, 'Control+y')
    await expect(likeliest(page)).toHaveValue('10%')
  })

  test('while somebody types the keys belong to the text', async ({ page }) => {
    await open(page, 'beliefs/wacc')
    await likeliest(page).fill('10%')
    await likeliest(page).blur()
    await nameOf(page).focus()
    await page.keyboard.type('abc')
    await page.keyboard.press('Control+z')
    await expect(likeliest(page)).toHaveValue('10%')
  })

  test('a drag is one step, and the scenario in view is undone too', async ({ page }) => {
    await open(page)
    await openWhatIf(page)
    const slider = page.getByRole('slider', { name: /Chip co-design/ })
    const start = await slider.inputValue()
    await slider.scrollIntoViewIfNeeded()
    const box = await slider.boundingBox()
    if (!box) throw new Error('the slider is on the page')
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2)
    await page.mouse.down()
    for (const share of [0.8, 0.6, 0.5, 0.4, 0.3]) {
      const before = await slider.inputValue()
      await page.mouse.move(box.x + box.width * share, box.y + box.height / 2)
      await expect(slider).not.toHaveValue(before)
    }
    await page.mouse.up()
    await expect(slider).not.toHaveValue(start)
    await page.getByRole('button', { name: /^Scenario:/ }).click()
    await page.getByRole('radio', { name: 'Regulatory challenge' }).click()
    await press(page, 'Control+z')
    await expect(page.getByRole('button', { name: /^Scenario: Base case/ })).toBeVisible()
    await press(page, 'Control+z')
    await expect(slider).toHaveValue(start)
    await expect(undo(page)).toHaveAccessibleName('Nothing to undo')
  })

  test('steps survive a reload, also right after the change', async ({ page }) => {
    await open(page, 'beliefs/wacc')
    const before = await likeliest(page).inputValue()
    await rename(page, 'Committee')
    await likeliest(page).fill('10%')
    await page.reload()
    await expect(likeliest(page)).toHaveValue('10%')
    await press(page, 'Control+z')
    await expect(likeliest(page)).toHaveValue(before)
    await page.reload()
    await expect(redo(page)).toHaveAccessibleName(/^Redo: changed/)
    await press(page, 'Control+z')
    await expect(nameOf(page)).toHaveValue('Amazon and OpenAI')
  })
})

test('a second tab can look, take over, or open a copy', async ({ page, context }) => {
  await open(page, 'beliefs/wacc')
  await likeliest(page).fill('10%')
  await rename(page, 'Shared')
  const second = await context.newPage()
  await open(second, 'beliefs/wacc')
  await expect(nameOf(second)).toHaveValue('Shared')
  await expect(second.getByText('This study is open in another tab.')).toBeVisible()
  expect(await violations(second, 'header, .notices')).toEqual([])
  await expect(nameOf(second)).toBeDisabled()
  await press(second, 'Control+z')
  await expect(second.getByText(/cannot be changed here/).first()).toBeVisible()
  await expect(likeliest(second)).toHaveValue('10%')

  await likeliest(page).fill('9%')
  await second.getByRole('button', { name: 'Take over' }).click()
  await expect(likeliest(second)).toHaveValue('9%')
  await expect(page.getByText('Another tab has taken this study over.')).toBeVisible()
  await likeliest(second).fill('8%')

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
  const failure = page.getByRole('alert')
  await expect(failure).toContainText('This browser has no room left to keep your study.')
  await expect(failure).toContainText(
    'Save the study as a file now: Export, then “Study as a file”.',
  )
  await page.evaluate(() => sessionStorage.clear())
  await rename(page, 'Mine again')
  await expect(page.getByText('This browser keeps your study again.')).toBeVisible()
  await expect(failure).toHaveCount(0)
  await page.reload()
  await expect(nameOf(page)).toHaveValue('Mine again')
})

test.describe('where the page finds no store of a study', () => {
  test.use({ trials: 10_000 })

  test('where the browser keeps nothing the page says so, and nothing is lost', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Storing is forbidden', 'SecurityError')
      }
    })
    await open(page)
    await expect(page.getByRole('alert')).toContainText(/site data are blocked, .* private window/)
    await rename(page, 'Mine')
    await openExample(page)
    await openSheet(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Open Mine' }).click()
    await expect(nameOf(page)).toHaveValue('Mine')
    expect(await exported(page, /^Study as a file/)).toMatchObject({ name: 'Mine' })
    await press(page, 'Control+z')
    await expect(nameOf(page)).toHaveValue('Amazon and OpenAI')
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
            const text =
              '{"format":"stakes-study","version":1,"name":"Old","seed":"old","trials":500}'
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
    await page.goto('./')
    await done(page, 500)
    await expect(nameOf(page)).toHaveValue('Old')
    await rename(page, 'Old, renamed')
    await page.reload()
    await expect(nameOf(page)).toHaveValue('Old, renamed')
  })
})
