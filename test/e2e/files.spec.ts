import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { done, expect, open, test, tooWide, violations } from './open.ts'
import { undo } from './workbench.ts'

test.use({ trials: 1000, keeps: true })

/** A file of the Export menu, as it is downloaded. */
async function downloaded(page: Page, what: RegExp) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: what }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** The text of what is marked up. */
const read = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")

test(
  'slides and reports say the verdict and the figures on the screen, and lead to no address of this machine',
  { tag: '@desktop' },
  async ({ page }) => {
    await open(page)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).not.toHaveText('Which deal, if any?')
    // The page keeps a figure on one line with its error; files have plain spaces.
    const verdict = (await heading.innerText()).trim().replaceAll('\u00a0', ' ')
    const figures = await page
      .getByRole('group', { name: 'Exclusive alliance', exact: true })
      .innerText()
    const mean = /−?\$[\d.]+ ± [\d.]+ bn/.exec(figures)?.[0] ?? 'no mean on the screen'

    const slides = await downloaded(page, /^Slides/)
    expect(slides.name).toMatch(/slides\.pptx$/)
    const parts = unzipSync(slides.bytes)
    const first = read(strFromU8(parts['ppt/slides/slide1.xml']))
    expect(first).toContain(verdict)
    expect(strFromU8(parts['ppt/charts/chart1.xml'])).toContain(mean)
    // Nobody else can open it: the study goes along as a file instead.
    expect(first).not.toContain('Open this study')
    expect(strFromU8(parts['ppt/slides/_rels/slide1.xml.rels'])).not.toContain('#study=')

    const report = await downloaded(page, /^Report to print/)
    expect(report.name).toMatch(/report\.html$/)
    const html = report.bytes.toString('utf8')
    expect(read(html)).toContain(verdict)
    expect(html).toContain(`>${mean}<`)
    expect(read(html)).toContain('The study goes along as a file of its own')
    expect(html).not.toContain('#study=')

    const text = await downloaded(page, /^Report as text/)
    expect(text.name).toMatch(/report\.md$/)
    expect(text.bytes.toString('utf8').replaceAll('\\', '')).toContain(verdict)
  },
)

/** Puts other values into cells of a sheet, as a spreadsheet would keep them. */
function edited(file: Uint8Array, sheet: string, cells: Readonly<Record<string, string | number>>) {
  const parts = unzipSync(file)
  const path = `xl/worksheets/${sheet}.xml`
  const xml = Object.entries(cells).reduce((text, [at, value]) => {
    const inside = typeof value === 'number' ? `<v>${value}</v>` : `<is><t>${value}</t></is>`
    const type = typeof value === 'number' ? '' : ' t="inlineStr"'
    const cell = new RegExp(`<c r="${at}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`)
    expect(text).toMatch(cell)
    return text.replace(cell, `<c r="${at}"$1${type}>${inside}</c>`)
  }, strFromU8(parts[path]))
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(xml) }))
}

const pick = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('Study or results file').setInputFiles({ name, mimeType: '', buffer })

test('a workbook is saved, edited, and each change of it taken or refused', async ({ page }) => {
  await open(page)
  const { name, bytes } = await downloaded(page, /^Workbook/)
  expect(name).toBe('amazon-and-openai-base-workbook.xlsx')

  await pick(page, 'same.xlsx', Buffer.from(bytes))
  await expect(page.getByText('“same.xlsx” says what the study says')).toBeVisible()

  // ID, Belief, Question, Unit, Role, Mechanism, Changed, Shape, P10, P50, P90, Parameters.
  const sheet = 'sheet3'
  const changed = edited(bytes, sheet, {
    L2: 'mean = 110; sd = 3',
    L3: 'lowest = 20%; likeliest = 25,5%; highest = 30%',
    K4: 0.5,
    J5: 'fast',
    O3: 'Ann',
  })
  await pick(page, 'edited.xlsx', changed)
  const dialog = page.getByRole('dialog', { name: 'Changes in edited.xlsx' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Cloud spend now' })).toContainText(
    /\$107 bn, standard deviation \$2\.1 bn .*\$110 bn, standard deviation \$3 bn /s,
  )
  await expect(dialog.getByRole('checkbox')).toHaveCount(4)
  await expect(
    dialog.getByText('Assumptions, row 5, column P50: a number is expected, got “fast”.'),
  ).toBeVisible()
  expect(await violations(page, 'dialog[open]')).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)

  await dialog.getByRole('checkbox', { name: /^Training share of AI spend/ }).uncheck()
  await dialog.getByRole('button', { name: 'Take 3 changes' }).click()
  await expect(dialog).toBeHidden()
  await expect(undo(page)).toHaveAccessibleName('Undo: imported 3 changes from edited.xlsx')
  await done(page)
  const after = await studyOf(page)
  expect(after.overrides).toEqual({
    marketSize0: { kind: 'normal', mean: 110, standardDeviation: 3 },
    aiShareOfSpend0: { kind: 'pert', min: 0.2, mode: 0.255, max: 0.3 },
  })
  expect(after.assumptionNotes).toMatchObject({ aiShareOfSpend0: { owner: 'Ann' } })
  await undo(page).click()
  const before = await studyOf(page)
  expect([before.overrides, before.assumptionNotes]).toEqual([{}, undefined])

  await pick(page, 'broken.xlsx', changed.subarray(0, 3000))
  await expect(
    page.getByText(/“broken.xlsx” was not opened and nothing was changed\. .*cut off/),
  ).toBeVisible()
  expect(await studyOf(page)).toEqual(before)
})

/** The study in view, from its file. */
async function studyOf(page: Page): Promise<Record<string, unknown>> {
  const { bytes } = await downloaded(page, /^Study as a file/)
  return JSON.parse(strFromU8(bytes)) as Record<string, unknown>
}

/** Everything the screen says and draws of the results, and nothing of the study's name. */
function figuresOn(page: Page): Promise<{ said: string; dots: number[] }> {
  return page.evaluate(() => {
    const main = document.querySelector('main')
    const charts = [...(main?.querySelectorAll('svg') ?? [])]
    return {
      said: (main?.innerText ?? '').replace(/\s+/g, ' '),
      dots: charts.map((svg) => svg.querySelectorAll('circle, rect, path').length),
    }
  })
}

/** What the screen says when nothing on it changes any more: the same in five readings on end. */
async function settledFigures(page: Page) {
  let last = await figuresOn(page)
  let same = 0
  await expect
    .poll(
      async () => {
        const now = await figuresOn(page)
        same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0
        last = now
        return same
      },
      { intervals: [200], timeout: 60_000 },
    )
    .toBeGreaterThanOrEqual(5)
  return last
}

test('opening the results of the study in view changes no figure on any screen', async ({
  page,
}) => {
  const screens = ['answer', 'futures']
  const before = []
  for (const screen of screens) {
    await open(page, screen)
    await expect(page.getByText('is being worked out')).toHaveCount(0, { timeout: 60_000 })
    before.push(await settledFigures(page))
  }
  expect(before[0].said).toMatch(/best on average|told apart|ahead of|about the same/)
  const { bytes } = await downloaded(page, /^Results as a file/)
  await page.goto('./#/answer')
  const file = { name: 'results.json', mimeType: 'application/json', buffer: bytes }
  for (let time = 0; time < 3; time++) {
    await page.locator('input[type="file"]').first().setInputFiles(file)
    await expect(page.getByText('was run again and reproduced exactly')).toBeVisible({
      timeout: 60_000,
    })
    await done(page)
    for (const [index, screen] of screens.entries()) {
      await page.goto(`./#/${screen}`)
      await done(page)
      await expect.poll(() => figuresOn(page), { timeout: 60_000 }).toEqual(before[index])
    }
  }
})
