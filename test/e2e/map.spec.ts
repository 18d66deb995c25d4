import { expect, open, test, violations } from './open.ts'

test.use({ trials: 300, keeps: true })

test('terms are read off a map, its axes changed, and a square becomes a strategy on Answer', async ({
  page,
}) => {
  await open(page, 'compare/map')
  const map = page.getByRole('region', { name: 'Two terms at a time' })
  const square = map.getByRole('slider')
  const text = () => square.getAttribute('aria-valuetext')
  await expect(square).toBeVisible()
  await map.getByLabel('Up', { exact: true }).selectOption({ label: 'Years of commitment' })
  await map.getByLabel('Across', { exact: true }).selectOption({ label: 'Years of commitment' })
  // The other axis takes what was there.
  await expect(map.getByLabel('Up', { exact: true })).toHaveValue('upfront')
  await expect(map.getByText('run again on')).toBeVisible()
  await expect(square).toHaveAttribute(
    'aria-valuetext',
    /^Years of commitment \d+ years, Paid at closing \$\d+ bn: on [\d,]+ fresh futures: average .*±.*; on those of the map: average .*±.* · .*chance of loss .* · closes .* · 300 futures$/,
  )

  await square.focus()
  for (const key of ['Home', 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown']) {
    await square.press(key)
  }
  expect(await text()).toMatch(/^Years of commitment 3 years, Paid at closing \$0 bn: /)
  await square.press('ArrowRight')
  await square.press('ArrowUp')
  expect(await text()).toMatch(/^Years of commitment 4 years, Paid at closing \$3 bn: /)
  await map.getByRole('radio', { name: 'Chance of loss' }).check({ force: true })
  await expect(map.getByRole('heading', { name: /^Chance of loss (goes|is)/ })).toBeVisible()
  await map.getByLabel('Chance of loss hatched above').fill('2')
  await map.getByLabel('Chance of loss hatched above').press('Enter')
  await expect(map.getByText('Hatched: chance of loss above 2%')).toBeVisible()
  expect(await violations(page, 'main')).toEqual([])

  await map.getByLabel('Name of the new strategy').fill('Off the map')
  await map.getByRole('button', { name: 'Make this a strategy' }).click()
  await expect(map.getByText('These are the terms of “Off the map”.')).toBeVisible()
  await page.goto('./#/answer')
  const row = page.getByRole('slider', { name: 'Dots of Off the map' })
  await expect(row).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row).toHaveCount(0)
})

test('better terms are searched for, told as they hold, and made a strategy', async ({ page }) => {
  await open(page, 'compare/map')
  const search = page.getByRole('region', { name: 'All terms at once' })
  await search.getByLabel('Settings to look at').fill('5')
  await search.getByLabel('Settings to look at').press('Enter')
  await expect(search.getByText('Type 20 to 5,000.')).toBeVisible()
  await search.getByLabel('Settings to look at').fill('200')
  await search.getByLabel('Settings to look at').press('Enter')
  await search.getByLabel('Cash tied up, at most').fill('60')
  await search.getByLabel('Cash tied up, at most').press('Enter')
  await search.getByRole('button', { name: 'Search for better terms' }).click()
  await expect(
    search.getByRole('heading', { name: /found .*, holds .* on new futures/ }),
  ).toBeVisible()
  await expect(search.getByText('limits: cash tied up at most $60 bn.')).toBeVisible()
  const point = search.getByRole('slider')
  await point.focus()
  await point.press('Home')
  await expect(point).toHaveAttribute(
    'aria-valuetext',
    /^Found terms: Paid at closing \$.* Found .* on fresh futures: cash tied up .* ± .* · average .* 1,200 futures$/,
  )
  expect(await violations(page, 'main')).toEqual([])
  await search.getByRole('button', { name: 'Make this a strategy' }).click()
  await expect(search.getByText('These are the terms of “Found terms”.')).toBeVisible()
  // With one more strategy the search would begin elsewhere, but what it found stands.
  await expect(search.getByText('did not start from “Found terms”, added since')).toBeVisible()
  await expect(search.getByText('was found before something changed')).toHaveCount(0)
})
