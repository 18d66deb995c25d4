import { expect, open, test, violations } from './open.ts'

test.use({ trials: 2000, keeps: true })

test('a belief is set against the outcome, and the futures made out on it are those that Why and Futures count', async ({
  page,
}) => {
  await open(page, 'why/scatter')
  const section = page.getByRole('region', { name: 'One belief against the outcome' })
  await expect(section.getByRole('heading', { level: 2 })).toBeFocused()
  const title = section.getByRole('heading', { level: 3 })
  await expect(title).toHaveText(/^Net present value: median \S+\sbn with “.+” at .+, \S+\sbn at /)
  await expect(section.getByRole('figure')).toContainText('all 2,000 futures that count')
  await section.getByRole('button', { name: /^Table/ }).click()
  await expect(section.getByRole('row').nth(1)).toContainText(/±/)
  await section.getByRole('button', { name: /^Table/ }).click()

  // Keys go through the dots, and one opens its future.
  const dots = section.getByRole('slider')
  await dots.focus()
  await page.keyboard.press('Home')
  await expect(dots).toHaveAttribute('aria-valuetext', /^Future [\d,]+ · .+ · Net present value .+/)
  await page.keyboard.press('ArrowRight')
  await expect(dots).toHaveAttribute('aria-valuenow', '2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  // A range is typed; what is none is said, and changes nothing.
  const chip = page.getByRole('group', { name: 'Futures marked by hand' })
  const from = section.getByRole('textbox', { name: 'Count only Net present value, from' })
  await from.fill('many')
  await from.press('Enter')
  await expect(section.getByRole('alert')).toHaveText(/^“many” is no number here/)
  await expect(chip).toBeHidden()
  await from.fill('$10 bn')
  await from.press('Enter')
  await expect(chip.getByRole('status').first()).toHaveText(
    /^Counting only futures where Net present value of “.+” is at least \$10 bn: [\d,]+ of all 2,000 of the run\. /,
  )
  await expect(section.getByRole('figure')).toContainText('In full colour: those where')
  expect(await violations(page, 'main')).toEqual([])

  // What the range is made of is explained, in place of the target, until that is asked for again.
  await section
    .getByRole('button', { name: 'What would have to be true for these futures' })
    .click()
  const rules = page.getByRole('region', { name: 'What would have to be true' })
  const about = rules.getByRole('heading', { level: 2 })
  await expect(chip.first()).toBeVisible()
  await expect(about).toHaveText(
    'What would have to be true for NPV at least $10 bn, the range you marked',
  )
  await expect(
    rules.getByText(/^Where .* futures have NPV of at least \$10\sbn\. The rule holds in/),
  ).toBeVisible()
  await rules.getByRole('button', { name: 'Back to the target' }).click()
  await expect(rules.getByRole('textbox', { name: 'Target to explain' })).toBeVisible()

  // Or drawn: from the middle of the picture to its right edge, which is no limit.
  const picture = section.getByRole('img')
  await picture.scrollIntoViewIfNeeded()
  const box = await picture.boundingBox()
  if (!box) throw new Error('the picture has no place')
  await page.mouse.move(box.x + box.width / 2, box.y + 150)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 2, box.y + 152, { steps: 4 })
  await page.mouse.up()
  await expect(chip.getByRole('status').first()).toHaveText(
    /^Counting only futures where “.+” is at least \S+( a year)?: [\d,]+ of all 2,000 of the run\. /,
  )
  await expect(from).toHaveValue('')
  // Each screen says after it what does not follow.
  const [said, count] =
    /^.+: ([\d,]+) of all 2,000 of the run\./.exec(
      await chip.getByRole('status').first().innerText(),
    ) ?? []
  if (!said) throw new Error('nothing is said of the futures that count')

  // Answer counts all, and marks them with every strategy; the fans are over them alone, until all are counted again.
  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await expect(chip.getByRole('status').first()).toHaveText(
    /^The band under each row marks [\d,]+ of all 2,000 futures of the run: those where “.+” is at least .+\. The figures of Answer do not follow it\.$/,
  )
  await expect(chip.getByRole('status').first()).toContainText(` ${count} of all 2,000`)
  const marked = page.getByRole('img', { name: /: .+ of the futures counted are marked$/ })
  await expect(marked).toHaveCount(5)
  const made = page.getByRole('region', { name: 'The marked futures, with each strategy' })
  await expect(made.getByRole('heading', { level: 3 })).toHaveText(
    new RegExp(`^In these ${count} futures “.+” has a median of .+, in all `),
  )
  await made.getByRole('button', { name: /^Table/ }).click()
  await expect(made.getByRole('row').nth(2)).toContainText(/±.+±/)
  expect(await violations(page, 'main')).toEqual([])
  await chip.getByRole('link', { name: 'Futures' }).click()
  await expect(chip.getByRole('status').first()).toContainText(said)
  await expect(page.getByRole('main')).toContainText(
    `2,000 futures, of which ${count} are among those where `,
  )
  await chip.getByRole('button', { name: 'Count all futures again' }).click()
  await expect(chip).toBeHidden()
  await expect(page.getByRole('main')).not.toContainText('are among those')

  // A range is dragged on a row of Answer as well; what it is made of is explained for that strategy.
  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Drag over a distribution to mark the futures')
  const row = page.getByRole('img', { name: /^Exclusive alliance, Net present value/ })
  await row.scrollIntoViewIfNeeded()
  const on = await row.boundingBox()
  if (!on) throw new Error('the row has no place')
  await page.mouse.move(on.x + on.width * 0.45, on.y + 40)
  await page.mouse.down()
  await page.mouse.move(on.x + on.width - 1, on.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(chip.getByRole('status').first()).toHaveText(
    /futures of the run: those where Net present value of “Exclusive alliance” is at least \S+\sbn\./,
  )
  // One edge is moved, and the other one, without a limit, stays.
  const marks = chip.getByRole('status').first()
  const before = await marks.innerText()
  await page.mouse.move(on.x + on.width * 0.45 + 5, on.y + 40)
  await page.mouse.down()
  await page.mouse.move(on.x + on.width * 0.6, on.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect(marks).not.toHaveText(before)
  await expect(marks).toHaveText(/futures of the run: those where .+ is at least \S+\sbn\./)
  await chip.getByRole('button', { name: 'Explain these' }).click()
  await expect(page).toHaveURL(/#\/why\/rules$/)
  await expect(about).toContainText('for NPV at least ')
  await rules.getByRole('button', { name: 'Back to the target' }).click()
  await page.getByRole('link', { name: 'Futures', exact: true }).click()

  // How the outcome ends is drawn on there too, with a range by hand that the fans follow.
  const ends = page.getByRole('region', { name: 'Futures that end well, or badly' })
  const least = ends.getByRole('textbox', { name: 'Count only Net present value, from' })
  await expect(ends.getByRole('heading', { name: /^[\d,]+ of 2,000 futures: Net / })).toBeVisible()
  await ends.getByRole('button', { name: 'Remove' }).click()
  await expect(ends.getByRole('heading', { name: /: median .+, 5th percentile / })).toBeVisible()
  const shape = ends.getByRole('img')
  await shape.scrollIntoViewIfNeeded()
  const place = await shape.boundingBox()
  if (!place) throw new Error('the distribution has no place')
  await page.mouse.move(place.x + place.width * 0.6, place.y + 60)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width - 1, place.y + 60, { steps: 4 })
  await page.mouse.up()
  await expect(least).toHaveValue(/\d/)
  await expect(chip.getByRole('status').first()).toContainText('Counting only')
  expect((await shape.boundingBox())?.y).toBeCloseTo(place.y, -1)
  await least.fill('99999')
  await least.press('Enter')
  await expect(ends.getByRole('status')).toHaveText(/^No future lies in this range/)
  await expect(
    ends.getByRole('button', { name: 'What would have to be true for these futures' }),
  ).toBeDisabled()
  await least.fill('$10 bn')
  await least.press('Enter')
  await expect(chip.getByRole('status').first()).toHaveText(
    /^Counting only futures where Net present value of “.+” is at least \$10 bn: [\d,]+ of all 2,000 of the run\. /,
  )
  expect(await violations(page, 'main')).toEqual([])
  await ends
    .getByRole('button', { name: 'What would have to be true for these futures' })
    .press('Enter')
  await expect(page).toHaveURL(/#\/why\/rules$/)
  await expect(about).toContainText('for NPV at least $10 bn, the range you marked')
  // With the range what is explained of it is gone.
  await page.getByRole('button', { name: 'Count all futures again' }).first().click()
  await expect(about).toHaveText('What would have to be true')
  await expect(rules.getByRole('textbox', { name: 'Target to explain' })).toBeVisible()

  // An event has two columns; what no future meets is said, and all are counted.
  await page.getByRole('link', { name: 'Why', exact: true }).click()
  await section
    .getByLabel('To the right', { exact: true })
    .selectOption({ label: 'OpenAI in distress' })
  await expect(title).toHaveText(/where “OpenAI in distress” does not happen, .* where it does$/)
  await from.fill('9999')
  await from.press('Enter')
  await expect(chip.getByRole('status').first()).toHaveText(/^No future of 2,000 is one where /)
  await expect(section.getByRole('figure')).not.toContainText('In full colour')
})

test.describe('alone', () => {
  test.use({ trials: 1000 })

  test('Why tells what matters in dollars, what flips the choice, what would have to be true, and what to watch', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open(page, 'why')
    const section = (name: string) => page.getByRole('region', { name, exact: true })

    const bars = section('What moves it').getByRole('button', { name: /: [+−]\$\S+ bn/ })
    for (const at of [0, 1, 2]) {
      await expect(bars.nth(at)).toHaveAccessibleName(/\$\S+ bn .*, [+−]?\$\S+ bn /)
    }
    // Bars that move together say so, and become one whose title is of it; each says what it is of.
    const moves = section('What moves it')
    const says = moves.getByRole('heading', { level: 3 })
    await moves.getByRole('button', { name: 'See them as one bar' }).click()
    await expect(says).toHaveText(/^Turns most on .+, taken together: /)
    await bars.first().focus()
    await expect(moves).toContainText(/Taken together: .+ and /)
    await moves.getByRole('button', { name: 'See them one by one' }).click()
    await expect(says).not.toContainText('taken together')

    // Any strategy’s own value, or its lead over any other, is explained.
    await page.getByLabel('Strategy', { exact: true }).selectOption('Exclusive alliance')
    await page.getByLabel('Less', { exact: true }).selectOption('Deep technical collaboration')
    const lead = 'Exclusive alliance less Deep technical collaboration'
    await expect(section('What moves it')).toContainText(`Net present value of ${lead}`)
    await page.getByLabel('Strategy', { exact: true }).selectOption('Deep technical collaboration')
    await page.getByLabel('Less', { exact: true }).selectOption('nothing: its own value')
    // Above the first section none is marked, whatever the address says.
    const marked = page
      .getByRole('navigation', { name: 'Sections of Why' })
      .locator('[aria-current]')
    await page.evaluate(() => scrollTo(0, 0))
    await expect(marked).toHaveCount(0)

    const flips = section('What flips the choice')
    await expect(flips.getByRole('heading', { level: 3 }).first()).toHaveText(
      /^The choice turns on “.+”: .+ is the better choice$/,
    )
    await expect(flips.getByRole('listitem').first()).toContainText(
      /Your beliefs give that \d+ in 100( \(\d+ to \d+\))?; there it is ahead by \$/,
    )

    const rules = section('What would have to be true')
    const target = rules.getByRole('textbox', { name: 'Target to explain' })
    await target.fill('25%')
    await target.press('Enter')
    await expect(rules.getByRole('alert')).toHaveText('Type a number, in USD bn, not “25%”.')
    await target.fill('10')
    await target.press('Enter')
    await expect(
      rules.getByText(
        /^Where .* of 100 futures have NPV of at least \$10\sbn\. The rule holds in \d+/,
      ),
    ).toBeVisible()
    await rules.getByRole('button', { name: 'Add to the report' }).click()
    const kept = rules.getByRole('list', { name: 'In the report' }).getByRole('listitem')
    await expect(kept).toContainText(
      /^With .+, where .+ futures have NPV of at least \$10 bn\. The rule holds in \d+/,
    )
    await expect(rules).toContainText('It is in the report.')
    await rules.getByRole('button', { name: 'Count only these futures' }).click()
    await expect(rules.getByRole('heading', { level: 2 })).toBeFocused()
    await expect(rules).toContainText('Counted: all futures, and of these only those where')
    await expect(rules.getByRole('heading', { level: 2 })).toHaveText(
      /^What would have to be true among the [\d,]+ futures counted$/,
    )
    await expect(rules).toContainText('and their figures are of these alone')

    await expect(section('What to watch')).toContainText(
      /The next two quarters, 2025Q4 and 2026Q1, have already come[,:]/,
    )
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    expect(await violations(page, 'main')).toEqual([])
    const wide = () => document.documentElement.scrollWidth - innerWidth
    expect(await page.evaluate(wide)).toBe(0)
  })
})
