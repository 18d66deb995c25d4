/** How a text is set. */
export interface Type {
  /** In CSS pixels. */
  readonly size: number
  readonly bold?: boolean
}

/** Sizes of type on charts, in CSS pixels: words on marks, ticks, and the page's small type. */
export const sizes = { mark: 12, tick: 12, small: 13 } as const

const FONT = "'Inter Variable'"
/** How much wider bold letters are where nothing can be measured. */
const BOLD = 1.06

let context: CanvasRenderingContext2D | null = null
/** Counts fonts that came: what was measured before is measured again. */
let arrived = $state(0)
if (typeof document !== 'undefined') {
  context = document.createElement('canvas').getContext('2d')
  document.fonts.addEventListener('loadingdone', () => arrived++)
}

/**
 * The width of a text in CSS pixels, figures as wide as each other, as in all of the charts. Where
 * there is no browser, or its font has not come yet, about so much: rather too much than too little.
 */
export function measure(text: string, { size, bold = false }: Type): number {
  // Figures set in columns are all as wide as Inter's widest.
  const set = text.replace(/\d/g, '4')
  const font = `${bold ? 600 : 400} ${size}px ${FONT}`
  if (arrived < 0 || !context || !document.fonts.check(font)) {
    return size * estimate(set) * (bold ? BOLD : 1)
  }
  context.font = font
  return context.measureText(set).width
}

/** The width of the widest of some texts; 0 for none. */
export function widest(texts: readonly string[], type: Type): number {
  return Math.max(0, ...texts.map((text) => measure(text, type)))
}

/** A text cut to what fits so many pixels; one letter and a sign that it is cut are the least. */
export function fitted(text: string, width: number, type: Type): string {
  if (measure(text, type) <= width) return text
  for (let length = text.length - 1; length > 0; length--) {
    const cut = `${text.slice(0, length).trimEnd()}…`
    if (measure(cut, type) <= width) return cut
  }
  return '…'
}

/** Words in as few lines as fit so many pixels; a word that alone is longer has its own. */
export function broken(text: string, width: number, type: Type): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word
    if (lines.length > 0 && measure(longer, type) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Where words of a width start so that they stand over a pixel and stay inside a picture. */
export function placed(pixel: number, long: number, width: number): number {
  return Math.max(0, Math.min(width - long, pixel - long / 2))
}

/** Widths of Inter's letters by their kind, in parts of the size of type. */
const kinds: readonly (readonly [kind: RegExp, width: number])[] = [
  [/[ijl.,:;'|!·’]/, 0.3],
  [/[ ft()[\]r]/, 0.38],
  [/[mwMW%@—]/, 0.92],
  [/[A-Z±+−=<>0$–…→←]/, 0.7],
]

function estimate(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (kinds.find(([kind]) => kind.test(letter))?.[1] ?? 0.6),
    0,
  )
}
