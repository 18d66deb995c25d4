import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { done, expect, open, test, tooWide, violations } from './open.ts'
import { undo } from './workbench.ts'

test.use({ trials: 500 })

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

/** A file of the export menu, as it is. */
async function savedFile(page: Page, what: RegExp) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: what }).click()
  const download = await waiting
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(readFileSync(await download.path())),
  }
}

test('a workbook is saved, edited, and each change of it taken or refused', async ({ page }) => {
  await open(page)
  const { name, bytes } = await savedFile(page, /^Workbook/)
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
  const { bytes } = await savedFile(page, /^Study as a file/)
  return JSON.parse(strFromU8(bytes)) as Record<string, unknown>
}
