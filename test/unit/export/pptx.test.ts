import PptxGenJS from 'pptxgenjs'
import { describe, expect, test } from 'vitest'
import { materialOf } from '../../../src/app/export/deck/material.ts'
import { addPage } from '../../../src/app/export/deck/page-slide.ts'
import { write } from '../../../src/app/export/pptx.ts'
import { linesOf, pageIds } from '../../../src/dossier/page.ts'
import { presentedPages } from '../../../src/dossier/presented.ts'
import type { PlainChart } from '../../../src/dossier/plain-chart.ts'
import { textOf as cellText } from '../../../src/findings/finding.ts'
import { dossierOf, hostile, names, sight, study } from './material.ts'
import { illFormed, partsOf } from './well-formed.ts'

const ADDRESS = 'https://stakes.example/app/'
const dossier = dossierOf(study, sight, { address: ADDRESS })
const { content } = await write(dossier)
const parts = partsOf(content as Uint8Array)
const pages = await presentedPages(dossier)
const results = await dossier.results()

const slideOf = (at: number) => parts.get(`ppt/slides/slide${at}.xml`) ?? ''
const textOf = (xml: string) =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
    .map(([, text]) => text)
    .join('\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))

/** The numbers that a chart must hold, as they stand in its plain data. */
function valuesOf(chart: PlainChart): number[] {
  switch (chart.kind) {
    case 'bars':
      return chart.series.flatMap(({ bars, errors }) => [
        ...bars.flatMap((bar) => bar?.value ?? []),
        ...(errors ?? []).flatMap((error) => error ?? []),
      ])
    case 'ranges':
      return chart.together ? chart.rows.flatMap(({ mean }) => mean?.value ?? []) : []
    case 'fan':
      return chart.fans.flatMap(({ p50 }) => p50)
    case 'histogram':
      return [...chart.shares]
  }
}

describe('slides', () => {
  test('there is one for each page, with its headline, numbers, measure and note, and more behind', () => {
    expect(slides.length).toBeGreaterThan(pageIds.length + 5)
    pages.forEach(({ headline, measure, numbers, caption, note }, at) => {
      const text = textOf(slideOf(at + 1))
      for (const words of [headline, measure, caption, ...numbers.map((one) => one.text)]) {
        expect(text).toContain(words)
      }
      expect(slideOf(at + 1)).toMatch(/<p:ph type="title"\/>/)
      expect(textOf(parts.get(`ppt/notesSlides/notesSlide${at + 1}.xml`) ?? '')).toContain(note)
    })
  })

  test('however much a page says, each sentence is whole on its slide or in its notes', async () => {
    const { facts } = await materialOf(dossier, { sections: false })
    const said = (many: number, words: number) =>
      Array.from({ length: many }, (_, at) => `Line ${at}${' and so it goes on'.repeat(words)}.`)
    const full = [1, 4, 7, 12].flatMap((many) =>
      [1, 6, 14].flatMap((words) => pages.map((page) => ({ ...page, lines: said(many, words) }))),
    )
    const deck = new PptxGenJS()
    deck.layout = 'LAYOUT_WIDE'
    for (const page of full) addPage(deck, facts, page)
    const found = partsOf((await deck.write({ outputType: 'uint8array' })) as Uint8Array)
    full.forEach((page, at) => {
      const slide = textOf(found.get(`ppt/slides/slide${at + 1}.xml`) ?? '').split('\n')
      const notes = textOf(found.get(`ppt/notesSlides/notesSlide${at + 1}.xml`) ?? '')
      const isShown = linesOf(page).map((line) => slide.includes(line))
      linesOf(page).forEach((line, k) => {
        if (!isShown[k]) expect(notes).toContain(line)
      })
      // Sentences are left out from the end, and only where there is no room for more.
      expect(isShown.indexOf(false)).toBe(
        isShown.includes(false) ? isShown.lastIndexOf(true) + 1 : -1,
      )
      expect(isShown[0]).toBe(true)
    })
  })

  test('every one says where its figures are from, and leads to the study', () => {
    for (const name of slides) {
      const text = textOf(parts.get(name) ?? '')
      expect(text).toContain(results.digest?.slice(0, 12))
      expect(text).toContain(`seed ${study.seed}`)
      const rels = parts.get(name.replace('slides/', 'slides/_rels/').concat('.rels')) ?? ''
      const outside = [...rels.matchAll(/Target="([^"]*)" TargetMode="External"/g)]
      expect(outside.map(([, target]) => target)).toEqual([ADDRESS + dossier.link()])
    }
  })

  test('the terms stand with their question, on its slide or right after it', () => {
    const first = textOf(slideOf(1)) + textOf(slideOf(2))
    for (const [term] of pages[0].table?.rows ?? []) expect(first).toContain(cellText(term))
  })

  test('charts are native and hold the very values of the pages', () => {
    pages.forEach(({ chart }, at) => {
      if (!chart) throw new Error('each page of this study has a chart')
      const xml = parts.get(`ppt/charts/chart${at + 1}.xml`) ?? ''
      const held = new Set([...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => text))
      const sheet =
        parts.get(
          `ppt/embeddings/Microsoft_Excel_Worksheet${at + 1}.xlsx!xl/worksheets/sheet1.xml`,
        ) ?? ''
      for (const value of valuesOf(chart)) {
        expect(held).toContain(String(value))
        expect(sheet).toContain(`<v>${value}</v>`)
      }
      expect(slideOf(at + 1)).toContain('drawingml/2006/chart')
    })
  })

  test('a slide refers to no picture and no file that is not in it', () => {
    for (const [name, text] of parts) {
      if (!name.endsWith('.rels')) continue
      for (const [, target] of text.matchAll(/Target="([^"]*)"(?! TargetMode)/g)) {
        expect(target).not.toMatch(/^\w+:|\.(png|jpe?g|gif|svg)$/)
      }
    }
    expect([...parts.keys()].filter((name) => name.includes('media/'))).toEqual([])
  })

  test('every belief stands in the appendix with what it rests on', () => {
    const all = slides.map((name) => textOf(parts.get(name) ?? '')).join('\n')
    expect(all).toContain('Cost of capital')
    expect(all).toContain('Judgement')
    expect(all.match(/All 112 beliefs/g)?.length).toBeGreaterThan(3)
  })

  test('the same study is the same bytes', async () => {
    const again = (await write(dossier)).content as Uint8Array
    expect(Buffer.compare(again, content as Uint8Array)).toBe(0)
  })

  test('without an address it leads nowhere and says that the study goes along', async () => {
    const { content: file } = await write(dossierOf())
    const found = [...partsOf(file as Uint8Array)]
    expect(found.filter(([, text]) => text.includes('TargetMode="External"'))).toEqual([])
    expect(found.some(([, text]) => text.includes('goes along as a file of its own'))).toBe(true)
  })

  test('who stops it gets the reason', async () => {
    const stop = new AbortController()
    stop.abort(new Error('stopped by hand'))
    await expect(write(dossierOf(study, sight, { signal: stop.signal }))).rejects.toThrow()
  })
})

describe('names that would be markup or formulas', async () => {
  const { content: file } = await write(dossierOf(hostile))
  const found = partsOf(file as Uint8Array)

  test('every part is well-formed', () => {
    for (const [name, text] of found) expect([name, illFormed(text)]).toEqual([name, null])
  })

  test('are text on the slides, and text in the sheets behind the charts', () => {
    expect(textOf(found.get('ppt/slides/slide1.xml') ?? '')).toContain(names.chosen)
    const sheets = [...found].filter(([name]) => name.endsWith('sheet1.xml'))
    expect(sheets.some(([, xml]) => xml.includes('=1+1 &lt;script&gt;'))).toBe(true)
    for (const [, xml] of sheets) {
      for (const [, formula] of xml.matchAll(/<f>([^<]*)<\/f>/g)) {
        expect(formula).toMatch(
          /^([A-Z]+\d+-[A-Z]+\d+|(MAX|MIN)\(0,[A-Z]+\d+\)[+-](MAX|MIN)\(0,[A-Z]+\d+\))$/,
        )
      }
    }
  })

  test('the digest is never cut from the foot', () => {
    for (const [name, xml] of found) {
      if (/slides\/slide\d+\.xml$/.test(name)) expect(textOf(xml)).toMatch(/digest [0-9a-f]{12} ·/)
    }
  })
})

test('a page on which nothing stands out has no chart, and none holds what is no number', async () => {
  const none = dossierOf(study, { ...sight, outcome: 'hhi' })
  const { content: file } = await write(none)
  const found = [...partsOf(file as Uint8Array)].filter(([name]) => /charts?\/|sheet1/.test(name))
  expect(found.length).toBeGreaterThan(0)
  for (const [name, xml] of found) expect([name, /NaN|Infinity/.exec(xml)]).toEqual([name, null])
})

test.each([
  ['<a><b/></a>', null],
  ['<a b="1" b="2"/>', 'twice'],
  ['<a><b></a></b>', 'closes nothing'],
  ['<a>&nbsp;</a>', '&'],
  ['<a>]]></a>', 'section'],
  ['<a/><b/>', 'roots'],
  ['<a><', 'no tag'],
])('the check of XML knows %s', (xml, wrong) => {
  const found = illFormed(xml)
  if (wrong === null) expect(found).toBe(null)
  else expect(found).toContain(wrong)
})
