import type PptxGenJS from 'pptxgenjs'
import type { Table } from '../../../findings/finding.ts'
import { textOf } from '../../../findings/finding.ts'
import { remarks } from '../../../words/index.ts'
import { plainText } from './escape.ts'
import type { Facts } from './facts.ts'
import { FONT, look } from './look.ts'
import { fitted, shortened, textEms } from './text-fit.ts'

// A slide is 13.33 inches wide and 7.5 high. What lies on it never goes beyond these lines.
export const LEFT = 0.6
export const WIDTH = 12.13
const TOP = 0.42
const FOOT = 6.98
/** Where what stands between headline and foot ends. */
export const BOTTOM = FOOT - 0.12

const none = {
  margin: 0,
  fontFace: FONT,
  align: 'left',
  valign: 'top',
  isTextBox: true,
} as const

/** Sizes of a headline: never below 26 points but where somebody's names are very long. */
const HEADLINES = [30, 28, 26, 24, 22, 20, 18, 16, 14]
/** Below this a headline is for names that are very long. */
const LEAST = 26
/** Three lines of 26 points; four where that is not enough. */
const HEADLINE_HEIGHTS = [1.31, 1.75] as const

/** Text at a place on a slide. */
export interface Placed {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

interface SlideWords {
  readonly name: string
  readonly headline: string
  /** What is to be known of the headline; null for nothing. */
  readonly remark?: string | null
  readonly measure?: string
}

/** Where headline and measure of a slide lie, and where what follows them begins. */
export function layoutOf({ headline, remark, measure = '' }: Omit<SlideWords, 'name'>) {
  const y = TOP + 0.28
  const [usual, most] = HEADLINE_HEIGHTS
  const text = plainText(headline)
  const short = fitted(text, HEADLINES, WIDTH, usual, true)
  const large = HEADLINES.filter((size) => size <= LEAST)
  const found = short.size >= LEAST ? short : fitted(text, large, WIDTH, most, true)
  const under = y + found.height
  const known = fitted(plainText(remark ?? ''), [12, 11, 10], WIDTH, 0.5)
  const below = under + (remark ? known.height + 0.06 : 0)
  const said = fitted(plainText(measure), [14, 13, 12, 11], WIDTH, 0.62)
  return {
    headline: { ...found, y },
    remark: { ...known, y: under + 0.06 },
    measure: { ...said, y: below + 0.06 },
    top: below + (measure === '' ? 0 : said.height + 0.06) + 0.15,
  }
}

/** Begins a slide: what it is about, its headline, what is measured, and its foot. */
export function beginSlide(
  deck: PptxGenJS,
  facts: Facts,
  words: SlideWords,
): { readonly slide: PptxGenJS.Slide; readonly top: number } {
  const slide = deck.addSlide()
  write(slide, words.name, { x: LEFT, y: TOP, w: WIDTH, h: 0.28 }, [13], {
    bold: true,
    color: look.accent,
  })
  const { headline, remark, measure, top } = layoutOf(words)
  const place = { x: LEFT, w: WIDTH }
  write(slide, words.headline, { ...place, y: headline.y, h: headline.height }, [headline.size], {
    bold: true,
    color: look.ink,
    objectName: 'Headline',
  })
  if (words.remark) {
    write(slide, words.remark, { ...place, y: remark.y, h: remark.height }, [remark.size], {
      color: look.muted,
      italic: true,
    })
  }
  if (words.measure) {
    write(slide, words.measure, { ...place, y: measure.y, h: measure.height }, [measure.size], {
      color: look.muted,
    })
  }
  addFoot(slide, facts)
  return { slide, top }
}

/** Words in a box, as large as they fit; gives the height they take, in inches. */
export function write(
  slide: PptxGenJS.Slide,
  text: string,
  { x, y, w, h }: Placed,
  sizes: readonly number[],
  options: PptxGenJS.TextPropsOptions = {},
): number {
  const fit = fitted(plainText(text), sizes, w, h, options.bold === true)
  slide.addText(fit.text, {
    ...none,
    x,
    y,
    w,
    h: fit.height + 0.02,
    fontSize: fit.size,
    ...options,
  })
  return fit.height
}

/** Where figures are from, on every slide: also on one that is carried into another deck. */
function addFoot(slide: PptxGenJS.Slide, facts: Facts): void {
  const { address } = facts
  const link = address === null ? 0 : 1.25
  const room = WIDTH - 0.5 - link
  const place = { y: FOOT + 0.08, h: 0.2 }
  const small = { fontFace: FONT, fontSize: 9, color: look.muted }
  const rule = { color: look.line, width: 0.75 }
  slide.addShape('line', { x: LEFT, y: FOOT, w: WIDTH, h: 0, line: rule })
  const foot = { ...none, ...place, ...small, x: LEFT, w: room, objectName: 'Foot' }
  slide.addText(footOf(facts, (room * 72) / 9), foot)
  if (address !== null) {
    const options = { hyperlink: { url: address }, color: look.link }
    slide.addText([{ text: 'Open this study', options }], {
      ...none,
      ...place,
      ...small,
      x: LEFT + room,
      w: link,
      align: 'right',
      objectName: 'Link to the study',
    })
  }
  const number = { x: LEFT + WIDTH - 0.4, w: 0.4, margin: 0, align: 'right' } as const
  slide.slideNumber = { ...number, ...place, ...small }
}

/** Names give way: what figures are found again by is never cut. */
function footOf({ study, scenario, proof }: Facts, ems: number): string {
  const end = shortened(plainText(proof), ems * 0.75)
  const room = Math.max(0, (ems - textEms(end)) / 2 - 2)
  return remarks([shortened(plainText(study), room), shortened(plainText(scenario), room), end])
}

/** The texts of a table without what no office file may hold. */
export function textsOf({ columns, rows }: Table): string[][] {
  return [columns, ...rows.map((row) => row.map(textOf))].map((row) => row.map(plainText))
}
