import type PptxGenJS from 'pptxgenjs'
import { linesOf } from '../../../dossier/page.ts'
import type { Presented } from '../../../dossier/presented.ts'
import { type OfficeChart, officeChart } from './chart.ts'
import { plainText } from './escape.ts'
import type { Facts } from './facts.ts'
import { FONT, look } from './look.ts'
import { beginSlide, BOTTOM, LEFT, WIDTH, write } from './slide.ts'
import { addTable, heightOfPart, partsOf } from './slide-table.ts'
import { fitted } from './text-fit.ts'

const ASIDE = 3.7
const GAP = 0.35
const TABLE = 10
const STRIP = 0.85
const NUMBERS = [28, 24, 20, 16, 12]

/** What of a page found its place on its slide. */
export interface PageSlide {
  /** In the order in which they were drawn. */
  readonly charts: readonly OfficeChart[]
  /** Whether its table stands there too. */
  readonly hasTable: boolean
}

/** One page as a slide: the chart on the left, beside it what it comes to. */
export function addPage(deck: PptxGenJS, facts: Facts, given: Presented): PageSlide {
  const page = { ...given, lines: linesOf(given) }
  const { slide, top } = beginSlide(deck, facts, page)
  const caption = fitted(plainText(page.caption), [10, 9], WIDTH, 0.5)
  write(
    slide,
    page.caption,
    { x: LEFT, y: BOTTOM - caption.height, w: WIDTH, h: caption.height },
    [caption.size],
    { color: look.muted },
  )
  const bottom = BOTTOM - caption.height - 0.1
  const beside = page.chart === null ? null : smallTable(page, top, bottom)
  // The terms belong to the question: where they find no room beside its numbers, those stand above.
  const rest = { ...page, numbers: [], lines: [] }
  const under = top + STRIP + heightOfLines(page.lines)
  const isTerms = page.id === 'question' && page.chart !== null && page.numbers.length > 0
  const below = isTerms && !beside ? smallTable(rest, under, bottom) : null
  const small = beside ?? below
  const isAlone = page.lines.length === 0 && small === null
  const isStrip = page.numbers.length > 0 && (isAlone || below !== null)
  if (isStrip) addStrip(slide, page, top)
  if (below) addLines(slide, page.lines, top + STRIP)
  const above = isStrip ? (below ? under : top + STRIP) : top
  const aside = isStrip ? rest : page
  const hasAside = aside.numbers.length > 0 || aside.lines.length > 0 || small !== null
  const wide = hasAside ? WIDTH - ASIDE - GAP : WIDTH
  const charts: OfficeChart[] = []
  let hasTable = small !== null
  if (page.chart) {
    charts.push(addChart(slide, page, { x: LEFT, y: above, w: wide, h: bottom - above }))
  } else if (page.table) {
    const table = partsOf(page.table, 12, wide, bottom - above)
    addTable(slide, table, 0, { x: LEFT, y: above })
    hasTable = table.parts.length === 1
  }
  const { y, left } = addAside(slide, aside, above, bottom)
  if (small) addTable(slide, small, 0, { x: LEFT + wide + GAP, y })
  slide.addNotes(plainText([page.note, ...left].join('\n')))
  return { charts, hasTable }
}

/** The chart, with how to read it below. */
function addChart(
  slide: PptxGenJS.Slide,
  page: Presented,
  {
    x,
    y,
    w,
    h,
  }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): OfficeChart {
  if (!page.chart) throw new Error(`the page ${page.id} has no chart`)
  const reading = officeChart(page.chart, { w, h }).key
  const below = reading === '' ? 0 : fitted(reading, [11, 10], w, 0.4).height + 0.08
  const chart = officeChart(page.chart, { w, h: h - below })
  // What stands for the chart until it is put there.
  slide.addChart('bar', [{ name: '', labels: [''], values: [0] }], {
    x,
    y,
    w,
    h: h - below,
    objectName: 'Chart',
    altText: plainText(`${page.headline}. ${page.measure}`),
  })
  if (below > 0) {
    write(slide, reading, { x, y: y + h - below + 0.06, w, h: below }, [11, 10], {
      color: look.muted,
      italic: true,
    })
  }
  return chart
}

/** Numbers large, beside each other above the chart. */
function addStrip(
  slide: PptxGenJS.Slide,
  { numbers }: Pick<Presented, 'numbers'>,
  y: number,
): void {
  const w = WIDTH / Math.max(3, numbers.length) - GAP
  numbers.forEach(({ label, text }, at) => {
    const x = LEFT + at * (w + GAP)
    const below = write(slide, label, { x, y, w, h: 0.25 }, [12, 11, 10], { color: look.muted })
    write(slide, text, { x, y: y + below, w, h: 0.5 }, NUMBERS, { bold: true, color: look.ink })
  })
}

const LINES = [13, 12, 11]

/** How high sentences are that go from side to side. */
function heightOfLines(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + fitted(line, LINES, WIDTH, 0.45).height + 0.09, 0)
}

/** Sentences from side to side. */
function addLines(slide: PptxGenJS.Slide, lines: readonly string[], top: number): void {
  let y = top
  for (const line of lines) {
    y += write(slide, line, { x: LEFT, y, w: WIDTH, h: 0.45 }, LINES, { color: look.ink }) + 0.09
  }
}

/** Numbers large, then sentences; gives where the room below them begins, and what found none. */
function addAside(
  slide: PptxGenJS.Slide,
  page: Presented,
  top: number,
  bottom: number,
): { readonly y: number; readonly left: readonly string[] } {
  const x = LEFT + WIDTH - ASIDE
  const left: string[] = []
  let y = top
  for (const { label, text } of page.numbers) {
    if (y + 0.5 > bottom) {
      left.push(`${label}: ${text}`)
      continue
    }
    y += write(slide, label, { x, y, w: ASIDE, h: 0.45 }, [12, 11, 10], { color: look.muted })
    y += write(slide, text, { x, y, w: ASIDE, h: 0.55 }, NUMBERS, {
      bold: true,
      color: look.ink,
    })
    y += 0.1
  }
  if (page.lines.length > 0) y += 0.05
  const laid = laidLines(page.lines, bottom - y)
  for (const { text, height } of laid.shown) {
    write(slide, text, { x, y, w: ASIDE, h: height }, [laid.size], { color: look.ink })
    y += height + LINE_GAP
  }
  return { y: y + 0.05, left: [...left, ...page.lines.slice(laid.shown.length)] }
}

const ASIDE_SIZES = [13, 12, 11, 10, 9]
const LINE_GAP = 0.09

interface LaidLines {
  readonly size: number
  /** Whole sentences, the first ones where not all find room. */
  readonly shown: readonly { readonly text: string; readonly height: number }[]
}

/** Sentences beside a chart in one size: the largest in which all find room; a sentence is never cut. */
function laidLines(lines: readonly string[], room: number): LaidLines {
  const smallest = ASIDE_SIZES.length - 1
  for (const [at, size] of ASIDE_SIZES.entries()) {
    const all = lines.map((text) => {
      return { text, height: fitted(plainText(text), [size], ASIDE, Infinity).height }
    })
    let below = 0
    const shown = all.filter(({ height }) => {
      below += height + LINE_GAP
      return below - LINE_GAP <= room + 1e-9
    })
    if (shown.length === all.length || at === smallest) return { size, shown }
  }
  return { size: ASIDE_SIZES[smallest], shown: [] }
}

/** The table of a page that is small enough to stand beside its chart; null where it is not. */
function smallTable(page: Presented, top: number, bottom: number) {
  const { table, numbers, lines } = page
  if (!table || table.columns.length > 3 || table.rows.length === 0) return null
  const heights = numbers.map(
    ({ label, text }) =>
      fitted(label, [12, 11, 10], ASIDE, 0.45).height +
      fitted(text, NUMBERS, ASIDE, 0.55, true).height +
      0.1,
  )
  const below = bottom - top - heights.reduce((sum, one) => sum + one, 0.15)
  const { shown } = laidLines(lines, below)
  const room = shown.reduce((rest, { height }) => rest - height - LINE_GAP, below)
  const parts = partsOf(table, TABLE, ASIDE, Math.max(0.1, room))
  return parts.parts.length === 1 && heightOfPart(parts, 0) <= room ? parts : null
}

/** The font of a deck. */
export const deckFont = { headFontFace: FONT, bodyFontFace: FONT }
