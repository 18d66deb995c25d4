import { readFileSync } from 'node:fs'
import { parquetReadObjects } from 'hyparquet'
import type { Page } from '@playwright/test'
import { expect, open, test } from './open.ts'
import { mean, press } from './workbench.ts'

test.use({ trials: 2_000, patience: 3, keeps: true })

const DEEP = 'Deep technical collaboration'

/** The bytes of a file that a click has the page write. */
async function fileOf(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

function written(page: Page, what: RegExp) {
  return fileOf(page, async () => {
    await press(page, 'e')
    await page.getByRole('button', { name: what }).click()
  })
}

const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

test('files of every future hold what the screen shows, and a picture is one on white', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  const shown = (await mean(page, DEEP).innerText()).replace('−', '-')
  const [, figure, decimals = ''] = /(-?\d+\.?(\d*))/.exec(shown) ?? []
  const asShown = (found: number) => found.toFixed(decimals.length)

  const csv = await written(page, /^Every future \(CSV\)/)
  expect(csv.name).toMatch(/^amazon-and-openai-base-2000-futures-[\da-f]{12}-.*\.csv$/)
  const [head, ...rows] = csv.bytes.toString('utf8').trimEnd().split('\r\n')
  expect(rows).toHaveLength(2_000)
  const at = head.split(',').indexOf('outcome.deepTechnical.npv')
  const found = average(rows.map((row) => Number(row.split(',')[at])))
  expect(asShown(found)).toBe(figure)

  const parquet = await written(page, /^Every future \(Parquet\)/)
  const file = new Uint8Array(parquet.bytes).buffer
  const futures = await parquetReadObjects({ file, columns: ['outcome.deepTechnical.npv'] })
  expect(average(futures.map((one) => Number(one['outcome.deepTechnical.npv'])))).toBe(found)

  const sipmath = await written(page, /^SIPmath library/)
  const { sips } = JSON.parse(sipmath.bytes.toString('utf8')) as {
    sips: { name: string; metadata: { mean: number } }[]
  }
  const npv = sips.find(({ name }) => name === 'npv_deepTechnical')
  expect(npv?.metadata.mean).toBeCloseTo(found, 9)

  const png = await fileOf(page, () =>
    page
      .getByRole('button', { name: /^Save as PNG/ })
      .first()
      .click(),
  )
  expect(png.name).toBe('strategies-npv.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  const seen = await page.evaluate(
    async (data) => {
      const image = await createImageBitmap(await (await fetch(data)).blob())
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const dots = context?.getImageData(0, 0, image.width, image.height).data ?? []
      const colours = new Set<number>()
      for (let i = 0; i < dots.length; i += 4) {
        colours.add((dots[i] << 16) | (dots[i + 1] << 8) | dots[i + 2])
      }
      return { width: image.width, corner: Array.from(dots.slice(0, 4)), colours: colours.size }
    },
    `data:image/png;base64,${png.bytes.toString('base64')}`,
  )
  expect(seen.width).toBeGreaterThan(2_000)
  expect(seen.corner).toEqual([255, 255, 255, 255])
  expect(seen.colours).toBeGreaterThan(100)
})

test('what takes long to write can be stopped, and nothing comes of it', async ({ page }) => {
  await open(page)
  const names: string[] = []
  page.on('download', (download) => names.push(download.suggestedFilename()))
  const slow = await page.context().newCDPSession(page)
  await press(page, 'e')
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 20 })
  await page.getByRole('button', { name: /^Every future \(Parquet\)/ }).click()
  const writing = page.locator('.notice').filter({ hasText: 'Writing “' })
  await writing.getByRole('button', { name: 'Cancel' }).click()
  await expect(writing).toHaveCount(0)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const { name } = await written(page, /^Study as a file/)
  expect(names).toEqual([name])
})
