import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { expect, open, test } from './open.ts'

test.use({ trials: 1000 })

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
    const verdict = (await heading.innerText()).trim()
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
