/** Widths of the signs from space to ~ in Arial, in thousandths of the type's size; bold is wider. */
const WIDTHS =
  '278278355556556889667191333333389584278333278278556556556556556556556556556556278278584584584556' +
  '999667667722722667611778722278500667556833722778667778722667611722667944667667611278278278469556' +
  '333556556500556556278556556222222500222833556556556556333500278556500722500500500334260334584'
const widths = widthsOf(WIDTHS)
const BOLD = 1.12
/** Where there is no Arial a wider font stands in for it, DejaVu on many machines: what fits by this much fits there too. */
const SAFE = 1.18

function widthsOf(digits: string): number[] {
  return [...digits.matchAll(/\d{3}/g)].map(([one]) => Number(one))
}

/** How wide a text is in a font like Arial, at size 1: an estimate on the safe side. */
export function textEms(text: string, isBold = false): number {
  let sum = 0
  for (const sign of text) sum += signWidth(sign)
  return (sum / 1000) * SAFE * (isBold ? BOLD : 1)
}

function signWidth(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code >= 32 && code < 127) return widths[code - 32]
  if (/\p{M}|\p{Cf}/u.test(sign)) return 0
  if (code > 0x2e7f) return 1000
  return /\p{Lu}/u.test(sign) ? 760 : 600
}

/** A text in lines no wider than so many ems; words that are wider are broken. */
export function linesOf(text: string, ems: number, isBold = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textEms(longer, isBold) <= ems) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const parts = pieces(word, ems, isBold)
    lines.push(...parts.slice(0, -1))
    line = parts[parts.length - 1]
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** A word in pieces that are no wider than a line. */
function pieces(word: string, ems: number, isBold: boolean): string[] {
  const found = ['']
  let width = 0
  for (const sign of word) {
    const wide = textEms(sign, isBold)
    if (width + wide > ems && width > 0) {
      found.push('')
      width = 0
    }
    found[found.length - 1] += sign
    width += wide
  }
  return found
}

/** Type that fits into a box. */
export interface Fitted {
  readonly text: string
  /** In points. */
  readonly size: number
  readonly lines: number
  /** In inches. */
  readonly height: number
}

/** Height of a line for the height of its type. */
const LEADING = 1.2
const POINTS = 72

/**
 * The largest of some sizes at which a text fits into a box; at the smallest it is cut short.
 *
 * @param sizes in points, the largest first
 * @param width of the box in inches, as its height
 */
export function fitted(
  text: string,
  sizes: readonly number[],
  width: number,
  height: number,
  isBold = false,
): Fitted {
  for (const size of sizes) {
    const lines = linesOf(text, (width * POINTS) / size, isBold).length
    if (heightOf(lines, size) <= height + 1e-9) {
      return { text, size, lines, height: heightOf(lines, size) }
    }
  }
  const size = sizes[sizes.length - 1]
  const room = Math.max(1, Math.floor((height * POINTS) / (size * LEADING) + 1e-9))
  const lines = linesOf(text, (width * POINTS) / size - 1, isBold).slice(0, room)
  const short = `${lines.join(' ').trimEnd()}…`
  return { text: short, size, lines: lines.length, height: heightOf(lines.length, size) }
}

/** How high lines of type are, in inches. */
export function heightOf(lines: number, size: number): number {
  return (lines * size * LEADING) / POINTS
}

/** A text of at most so many ems, cut at its end where it is longer. */
export function shortened(text: string, ems: number, isBold = false): string {
  if (textEms(text, isBold) <= ems) return text
  let short = ''
  let width = textEms('…', isBold)
  for (const sign of text) {
    width += textEms(sign, isBold)
    if (width > ems) break
    short += sign
  }
  return `${short.trimEnd()}…`
}
