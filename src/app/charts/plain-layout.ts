import { commas, figureIn, perTime, unitText } from '../../words/index.ts'
import { broken, fitted, measure, type Type, widest } from './parts/measure.svelte.ts'

/** Sizes that follow from that of the type, in pixels. */
export interface PlainSizes {
  readonly text: Type
  readonly tick: Type
  /** From one line of type to the next. */
  readonly line: number
  readonly gap: number
}

/** The least size that is read. */
const LEAST = 12

/** Sizes of a plain chart whose words are so many pixels high. */
export function plainSizes(size: number): PlainSizes {
  return {
    text: { size },
    tick: { size: Math.max(LEAST, Math.round(size * 0.85)) },
    line: size * 1.3,
    gap: size * 0.6,
  }
}

/** A text in so many lines at most: what does not fit is cut, with a sign that it is. */
export function inLines(text: string, width: number, most: number, type: Type): string[] {
  const lines = broken(text, width, type)
  const kept =
    lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines
  return kept.map((line) => fitted(line, width, type))
}

/** What is measured, and in what unit: ticks do not say it. */
export function axisTitle({
  axis,
  unit,
}: {
  readonly axis: string
  readonly unit: string
}): string {
  const isMoney = unit.startsWith('USD bn')
  return commas([axis, isMoney ? `USD bn${perTime(unit)}` : unitText(unit)])
}

/** A value at an axis that is so wide. */
export function tickText(value: number, unit: string, width: number): string {
  return figureIn(value, unit.startsWith('USD bn') ? 'USD bn' : unit, width)
}

/** How many lines the longest of some texts takes. */
export function mostLines(texts: readonly string[], width: number, type: Type): number {
  return Math.max(1, ...texts.map((text) => broken(text, width, type).length))
}

/** What rows are laid out by. */
export interface RowsAsked {
  readonly labels: readonly string[]
  /** Words at the right of the rows. */
  readonly texts: readonly string[]
  /** Marks of a row, under each other. */
  readonly parts: number
  readonly width: number
  /** To be filled, if so many rows can. */
  readonly height: number
  readonly size: number
  /** Taken above the rows, and below. */
  readonly head: number
  readonly foot: number
}

/** Where rows, their names and their words stand, in pixels. */
export interface RowsFrame {
  /** Names over their rows, not beside them. */
  readonly isStacked: boolean
  /** Names in lines, each with whether it was cut. */
  readonly names: readonly (readonly string[])[]
  /** Right end of names that stand beside. */
  readonly gutter: number
  readonly left: number
  readonly right: number
  readonly pitch: number
  /** From the top of a row to its first mark. */
  readonly start: number
  /** From one mark to the next. */
  readonly step: number
  /** How wide the words at the right may be. */
  readonly room: number
  readonly height: number
}

/** Narrower than so many letters' heights, names have no room beside their rows. */
const NARROW = 40
/** A single row does not fill a whole screen. */
const TALLEST = 5

/** Rows below each other with a name each: beside it where there is room, else over it. */
export function rowsFrame(asked: RowsAsked): RowsFrame {
  const { labels, texts, parts, width, height, size, head, foot } = asked
  const { text, line, gap } = plainSizes(size)
  const isStacked = width < NARROW * size
  const room = Math.min((isStacked ? 0.42 : 0.3) * width, widest(texts, text))
  const gutter = isStacked ? 0 : Math.min(0.34 * width, widest(labels, text))
  const over = isStacked ? Math.min(2, mostLines(labels, width, text)) * line : 0
  const least = over + Math.max(parts * line, isStacked ? 0 : line) + gap * 0.7
  const share = (height - head - foot) / Math.max(1, labels.length)
  // A name stays close to its row.
  const most = isStacked ? least + 2 * gap : Math.max(least, (TALLEST + parts) * size)
  const pitch = Math.max(least, Math.min(share, most))
  const lines = isStacked ? Math.round(over / line) : Math.floor((pitch - gap * 0.5) / line)
  const step = isStacked ? line : Math.min(2 * line, (pitch - gap * 0.7) / parts)
  return {
    isStacked,
    names: labels.map((one) => inLines(one, isStacked ? width : gutter, Math.max(1, lines), text)),
    gutter,
    left: isStacked ? 1 : gutter + gap,
    right: Math.max(gutter + gap + 20, width - room - gap),
    pitch,
    start: isStacked ? over : (pitch - step * parts) / 2,
    step,
    room,
    height: Math.ceil(head + pitch * labels.length + foot),
  }
}

/** Of paper about words. */
const SEAM = 3

/** Where words stand one after the other, in as many lines as that takes; before each is a gap for a mark. */
export function flowed(
  texts: readonly string[],
  width: number,
  gap: number,
  type: Type,
): { readonly text: string; readonly x: number; readonly line: number }[] {
  let [x, line] = [0, 0]
  return texts.map((whole) => {
    const text = fitted(whole, width - gap - SEAM, type)
    const long = measure(text, type) + gap
    if (x > 0 && x + long > width) [x, line] = [0, line + 1]
    const place = { text, x, line }
    x += long + gap
    return place
  })
}
