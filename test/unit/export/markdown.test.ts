import { marked } from 'marked'
import { expect, test } from 'vitest'
import { write } from '../../../src/app/export/markdown.ts'
import { presentedPages } from '../../../src/dossier/presented.ts'
import { dossierOf, hostile, names } from './material.ts'

const dossier = dossierOf()
const text = String((await write(dossier)).content)
const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')

test('the verdict comes first, then each page with its numbers, then how it was computed', async () => {
  const choice = await dossier.choice()
  const read = plain(await marked.parse(text))
  const pages = await presentedPages(dossier)
  const { digest } = await dossier.results()
  const order = [choice?.headline ?? '', ...pages.map(({ caption }) => caption), digest ?? '']
  const places = order.map((words) => read.indexOf(words))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places[0]).toBe(Math.min(...places))
  expect(places[places.length - 1]).toBe(Math.max(...places))
  for (const { headline, numbers } of pages) {
    for (const words of [headline, ...numbers.map((one) => one.text)]) expect(read).toContain(words)
  }
})

test('every row of a table has the cells of its head', () => {
  let columns = 0
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) {
      columns = 0
      continue
    }
    const cells = line.replaceAll('\\|', '').split('|').length
    if (columns > 0) expect([line, cells]).toEqual([line, columns])
    columns = cells
  }
})

test('names are text: no heading, link, code, cell or tag of their own', async () => {
  const { content } = await write(dossierOf(hostile))
  const html = await marked.parse(String(content))
  expect(html).not.toMatch(/<(script|b|a|code|img|h[4-6])\b/)
  const read = plain(html)
  for (const name of [names.chosen, names.rival.trim(), names.scenario.trim()]) {
    expect(read).toContain(name.replaceAll(/\s+/g, ' '))
  }
  expect(read).toContain('| `code` # [a](b)')
})
