import { expect, test } from 'vitest'
import { plainSvg } from '../../../src/app/export/plain-svg.ts'
import { write } from '../../../src/app/export/report.ts'
import { presentedPages } from '../../../src/dossier/presented.ts'
import { dossierOf, hostile } from './material.ts'
import { illFormed } from './well-formed.ts'

const dossier = dossierOf()
const html = String((await write(dossier)).content)
const pages = await presentedPages(dossier)
const read = (markup: string) =>
  markup
    .replaceAll(/<style>[^]*?<\/style>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

test('it stands alone: no script, nothing from elsewhere, a foot on every sheet', async () => {
  expect(html).toMatch(/<meta charset="utf-8">/)
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  const fetched = /<(script|link|img|iframe|object|embed)\b|@import|url\(|src=|https?:/
  expect(fetched.exec(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', ''))).toBe(null)
  const { digest } = await dossier.results()
  expect(html).toMatch(new RegExp(`@bottom-left \\{ content: "[^"]*${digest?.slice(0, 12)}`))
})

test('the verdict comes first, then every page with its figures', async () => {
  const text = read(html)
  const choice = await dossier.choice()
  expect(text.indexOf(choice?.headline ?? '')).toBeLessThan(text.indexOf(pages[0].measure))
  for (const { headline, measure, caption, numbers } of pages) {
    for (const words of [headline, measure, caption, ...numbers.map((one) => one.text)]) {
      expect(text).toContain(words)
    }
  }
})

test.each(pages)(
  'the chart of $id is SVG with its labels as text, and holds no odd number',
  (page) => {
    const { chart } = page
    if (!chart) throw new Error('each page of this study has a chart')
    const svg = plainSvg(chart, page.headline)
    expect(illFormed(svg)).toBe(null)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    const labels = {
      bars: () =>
        chart.kind === 'bars' && chart.series.flatMap(({ bars }) => bars.map((b) => b?.text)),
      ranges: () => chart.kind === 'ranges' && chart.rows.flatMap(({ mean }) => mean?.text ?? []),
      fan: () => chart.kind === 'fan' && chart.fans.map(({ label }) => label),
      histogram: () => ['Share of futures'],
    }[chart.kind]()
    for (const label of labels || []) expect(svg).toContain(`>${label}<`)
  },
)

test('names are text, also in the style sheet', async () => {
  const { content } = await write(dossierOf(hostile))
  const text = String(content)
  expect(text).not.toMatch(/<(script|b)\b/)
  expect(text.match(/<\/style>/g)).toHaveLength(1)
  expect(read(text)).toContain('<script>alert(1)</script>')
  const body = /<main>[^]*<\/main>/.exec(text)?.[0] ?? ''
  expect(illFormed(body)).toBe(null)
})
