import type { Page } from '@playwright/test'
import { families } from '../../src/engine/distributions/index.ts'
import {
  digestOf,
  done,
  expect,
  open,
  test,
  tooWide,
  violations,
  violationsInBoth,
} from './open.ts'

test.use({ trials: 300, keeps: true })

const belief = 'beliefs/trainingAdvantage'
const pill = (page: Page, p: number) => page.getByRole('slider', { name: `P${p}:` })
const valueOf = async (page: Page, p: number) =>
  Number(await pill(page, p).getAttribute('aria-valuenow'))

async function openShapes(page: Page) {
  await page.getByRole('button', { name: /^Shape/ }).press('Enter')
}
async function choose(page: Page, label: string) {
  const all = page.getByRole('group', { name: 'Shape of the belief' })
  if (!(await all.isVisible())) await openShapes(page)
  await all.getByRole('radio', { name: label, exact: true }).check({ force: true })
}

test('every family is reached by arrow keys, described, and has fields of its own', async ({
  page,
}) => {
  await open(page, belief)
  await openShapes(page)
  const radios = page.getByRole('group', { name: 'Shape of the belief' }).getByRole('radio')
  const labels = Object.values(families)
    .filter(({ kind }) => kind !== 'bernoulli')
    .map(({ label }) => label)
  await expect(radios).toHaveCount(labels.length)
  await page.getByRole('radio', { name: 'PERT', exact: true }).focus()
  const seen = new Set<string>()
  for (let turn = 0; turn < labels.length; turn++) {
    await page.keyboard.press('ArrowRight')
    const label =
      (await page
        .getByRole('button', { name: /^Shape/ })
        .locator('b')
        .textContent()) ?? ''
    seen.add(label)
    await expect(page.locator('.editor .problem p')).toHaveCount(0)
    const fields = page.locator('.editor').getByRole('textbox')
    await expect(fields).not.toHaveCount(0)
    const family = Object.values(families).find((one) => one.label === label)
    await expect(page.getByText(family?.description ?? 'no family').first()).toBeAttached()
  }
  expect([...seen].toSorted()).toEqual(labels.toSorted())
})

test('an event is yes or no, or decided', async ({ page }) => {
  await open(page, 'beliefs/microsoftResponds')
  await openShapes(page)
  const radios = page.getByRole('group', { name: 'Shape of the belief' }).getByRole('radio')
  await expect(radios).toHaveCount(2)
  await choose(page, families.constant.label)
  await expect(page.locator('.editor .problem p')).toHaveCount(0)
})

test('other shapes are like the belief, and the first one comes back as it was', async ({
  page,
}) => {
  await open(page, belief)
  const before = await digestOf(page)
  await page.goto(`./#/${belief}`)
  for (const label of ['Discrete', 'Either, or', 'Metalog', 'Normal']) await choose(page, label)
  await choose(page, 'PERT')
  await done(page)
  expect(await digestOf(page)).toBe(before)
})

test('keys move a percentile, to the ends of what is possible, and results follow', async ({
  page,
}) => {
  await open(page, belief)
  const [low, , high] = [await valueOf(page, 10), await valueOf(page, 50), await valueOf(page, 90)]
  await pill(page, 50).focus()
  await page.keyboard.down('ArrowRight')
  await expect(page.getByText(/It can lie between .* while the others stay/)).toBeVisible()
  await page.keyboard.up('ArrowRight')
  const moved = await valueOf(page, 50)
  await page.keyboard.press('End')
  const end = await valueOf(page, 50)
  await page.keyboard.press('Home')
  const home = await valueOf(page, 50)
  expect(home).toBeLessThan(moved)
  expect(moved).toBeLessThan(end)
  expect(home).toBeGreaterThan(low)
  expect(end).toBeLessThan(high)
  expect(await valueOf(page, 10)).toBeCloseTo(low, 3)
  expect(await valueOf(page, 90)).toBeCloseTo(high, 3)
  await done(page)
  const digest = await digestOf(page)
  await page.reload()
  await done(page)
  expect(await digestOf(page)).toBe(digest)
})

test('a pointer drags a percentile while the others and the picture stand still', async ({
  page,
}) => {
  await open(page, belief)
  const [low, middle, high] = [
    await valueOf(page, 10),
    await valueOf(page, 50),
    await valueOf(page, 90),
  ]
  await pill(page, 90).scrollIntoViewIfNeeded()
  const box = await pill(page, 90).boundingBox()
  if (!box) throw new Error('the handle is not in view')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) {
    await page.mouse.move(box.x + box.width / 2 - step * 2, box.y + box.height / 2)
  }
  await expect(page.getByText(/It can lie between/)).toBeVisible()
  await page.mouse.up()
  await expect(page.getByText(/It can lie between/)).toBeHidden()
  expect(await valueOf(page, 90)).toBeLessThan(high)
  expect(await valueOf(page, 10)).toBeCloseTo(low, 3)
  expect(await valueOf(page, 50)).toBeCloseTo(middle, 3)
  await done(page)
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeVisible()
})

test('percentiles are typed; what cannot be is refused with the nearest that can', async ({
  page,
}) => {
  await open(page, belief)
  await choose(page, 'Triangular')
  await done(page)
  const field = (p: number) => page.getByLabel(`${p}% of futures are below`, { exact: true })
  await field(10).fill('0.2')
  await field(90).fill('0.6')
  const inUse = await valueOf(page, 50)
  await field(50).fill('0.59')
  await expect(page.getByText(/No triangular distribution has .*P50 = 59%/)).toBeVisible()
  expect(await valueOf(page, 50)).toBe(inUse)
  await page.getByRole('button', { name: /^Use [\d.]+% instead$/ }).click()
  await expect(page.getByText(/No triangular distribution has P/)).toHaveCount(0)
  expect(await valueOf(page, 50)).not.toBe(inUse)
  expect(await valueOf(page, 10)).toBeCloseTo(0.2, 3)
})

test('a lognormal belief is said by its mean and standard deviation', async ({ page }) => {
  await open(page, belief)
  await choose(page, 'Lognormal')
  await page.getByLabel('Mean', { exact: true }).fill('0.4')
  await page.getByLabel('Standard deviation', { exact: true }).fill('0.3')
  await done(page)
  // The median is the mean over the root of 1 plus the squared ratio of the two.
  expect(await valueOf(page, 50)).toBeCloseTo(0.32, 3)
  await page.getByLabel('Standard deviation', { exact: true }).fill('0')
  await expect(page.getByText(/needs mean and standard deviation above 0/)).toBeVisible()
})

test('a column of data is pasted, its bad cells named, and a shape fitted', async ({ page }) => {
  await open(page, belief)
  await page.getByText('Paste data and fit a shape to it').click()
  await page
    .getByLabel('A column of numbers')
    .fill('Advantage\n0,31\n0,42\nn/a\n0,38\n0,45\n0,51\n0,36\n0,40')
  await expect(
    page.getByText(/7 numbers read; the first line, “Advantage”, is a header/),
  ).toBeVisible()
  await expect(page.getByText(/left out: line 4 “n\/a”/)).toBeVisible()
  await page.getByRole('radio', { name: /^Lognormal/ }).check()
  await page.getByRole('button', { name: 'Use lognormal' }).click()
  await expect(page.getByRole('button', { name: /^Shape/ })).toContainText('Lognormal')
  expect(await valueOf(page, 50)).toBeCloseTo(0.4, 1)
  expect(await violations(page, 'article')).toEqual([])
})

test('stories with shapes of their own: added, weighed, removed', async ({ page }) => {
  await open(page, belief)
  await choose(page, 'Either, or')
  await page.getByRole('button', { name: 'Add a branch' }).click()
  await page.getByLabel('What happens, branch 3').fill('A breakthrough')
  await page.getByLabel('Weight, branch 3').fill('0.25')
  await page.getByLabel('Shape, A breakthrough').selectOption('uniform')
  await expect(page.getByLabel('Lowest, A breakthrough')).toBeVisible()
  await expect(page.locator('.editor .problem p')).toHaveCount(0)
  expect(await violations(page, 'article')).toEqual([])
  await page.getByRole('button', { name: 'Remove the branch Otherwise' }).click()
  await expect(page.getByLabel('What happens, branch 3')).toHaveCount(0)
  await done(page)
})

test('chances that do not sum to 1 say what they sum to', async ({ page }) => {
  await open(page, belief)
  await choose(page, 'Discrete')
  await page.getByLabel('Chance, row 1').fill('20')
  await expect(page.getByText('sums to 90%')).toBeVisible()
  await expect(page.getByText(/needs probabilities that sum to 1/)).toBeVisible()
  await page.getByLabel('Chance, row 2').fill('50')
  await expect(page.getByText('sums to 100%')).toBeVisible()
  await expect(page.locator('.editor .problem p')).toHaveCount(0)
})

test(
  'the editor with every part open is accessible and no wider than the window',
  { tag: '@phone' },
  async ({ page }) => {
    await open(page, 'beliefs/awsShare0')
    await openShapes(page)
    await page.getByText('Paste data and fit a shape to it').click()
    await page
      .getByLabel('A column of numbers')
      .fill('29 30 31 31 32 33 34 30'.replace(/\d+/g, '0.$&'))
    await expect(page.getByText(/Dots: observed/)).toBeVisible()
    await choose(page, 'Metalog')
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(await violationsInBoth(page, 'article')).toEqual([])
  },
)

test.describe('with touch', () => {
  test.use({ hasTouch: true })
  test('a finger drags a percentile', async ({ page }) => {
    await open(page, belief)
    const before = await valueOf(page, 50)
    await pill(page, 50).scrollIntoViewIfNeeded()
    const box = await pill(page, 50).boundingBox()
    if (!box) throw new Error('the handle is not in view')
    const session = await page.context().newCDPSession(page)
    const at = (by: number) => [{ x: box.x + box.width / 2 + by, y: box.y + box.height / 2 }]
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const by of [4, 8, 12]) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(by) })
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(() => valueOf(page, 50)).toBeGreaterThan(before)
  })
})
