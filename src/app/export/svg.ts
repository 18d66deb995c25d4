import { download, fileName } from './download.ts'
import { fontRules } from './fonts.ts'
import { pngOf } from './png.ts'
import { textsOf } from './svg-texts.ts'
import { textWidth, withLength, withNumerals } from './text-length.ts'
import { allowedInXml } from './xml.ts'
import { market } from '../../study/model.ts'
import { sentences } from '../../words/index.ts'

/** What a picture says around what it draws. */
export interface PictureWords {
  readonly title: string
  readonly subtitle?: string
  readonly caption?: string
  readonly note?: string
  /** What made it: a line of its own. */
  readonly source?: string
}

const SVG = 'http://www.w3.org/2000/svg'
const FONT = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif"
const MARGIN = 20
const NARROWEST = 320

/** Properties that pass from parent to child: written only where they change. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'paint-order',
]
/** Properties of an element alone, and what they are where nothing was said. */
const own: readonly (readonly [property: string, initial: string])[] = [
  ['opacity', '1'],
  ['dominant-baseline', 'auto'],
]
/** Attributes that are of use on the page alone. */
const dropped = /^(class|style|id|tabindex|role|focusable|data-.*|aria-.*|on.*)$/

/** Digits of a digest that tell runs apart. */
const TELLING = 12

/**
 * Saves the drawings inside an element as a picture that speaks alone: with its source and the digest
 * of the run in view, and the page's font in it.
 *
 * @param name without its ending
 * @throws where the browser does not draw it
 */
export async function savePicture(
  plot: HTMLElement | undefined,
  words: PictureWords,
  name: string,
  kind: 'svg' | 'png',
): Promise<void> {
  if (!plot) return
  const run = document.querySelector<HTMLElement>('[data-digest]')?.dataset.digest
  const source = [
    `Source: Stakes, model ${market.id} ${market.version}`,
    ...(run ? [`digest of the run in view ${run.slice(0, TELLING)}`] : []),
  ].join(', ')
  const bare = pictureOf(plot, { ...words, source })
  const rules = await fontRules(bare)
  const picture = rules === '' ? bare : bare.replace('<rect', () => `<style>${rules}</style><rect`)
  const content = kind === 'png' ? await pngOf(picture) : picture
  download(`${fileName(name)}.${kind}`, kind === 'png' ? 'image/png' : 'image/svg+xml', content)
}

/**
 * The drawings inside an element as one SVG file that stands alone: colours and fonts resolved,
 * its words as text around it, on white whatever the page looks like.
 *
 * @param plot holds one or more drawings; text outside them is kept where it is marked
 * `data-picture`, and elements marked `data-transient` are left out
 */
function pictureOf(plot: HTMLElement, words: PictureWords): string {
  const { colorScheme, color } = plot.style
  plot.style.colorScheme = 'light'
  // A colour that is inherited was resolved further up, in the page's own look.
  plot.style.color = 'var(--ink)'
  try {
    return composed(plot, words)
  } finally {
    plot.style.colorScheme = colorScheme
    plot.style.color = color
  }
}

function composed(plot: HTMLElement, words: PictureWords): string {
  const frame = plot.getBoundingClientRect()
  const inner = Math.max(NARROWEST, Math.ceil(frame.width))
  const width = inner + 2 * MARGIN
  const colour = (name: string) => resolvedColour(plot, name)
  const root = document.createElementNS(SVG, 'svg')
  set(root, { width, 'font-family': FONT, 'font-size': 12 })

  const named = document.createElementNS(SVG, 'title')
  named.textContent = words.title
  const description = document.createElementNS(SVG, 'desc')
  description.textContent = sentences([words.subtitle, words.caption, words.note, words.source])
  const paper = document.createElementNS(SVG, 'rect')
  root.append(named, description, paper)

  let y = MARGIN
  const write = (text: string | undefined, size: number, weight: number, fill: string) => {
    for (const line of wrapped(text ?? '', size, weight, inner)) {
      y += Math.round(size * 1.4)
      const node = document.createElementNS(SVG, 'text')
      set(node, { x: MARGIN, y, fill, 'font-size': size, 'font-weight': weight })
      node.textContent = line
      withLength(node, textWidth(line, `${weight} ${size}px ${FONT}`))
      root.append(node)
    }
  }
  write(words.title, 16, 600, colour('--ink'))
  write(words.subtitle, 13, 400, colour('--muted'))
  y += 12
  const top = y
  for (const drawing of drawingsOf(plot)) {
    const box = drawing.getBoundingClientRect()
    const copy = copied(drawing, null)
    set(copy, {
      x: MARGIN + box.left - frame.left,
      y: top + box.top - frame.top,
      width: box.width,
      height: box.height,
      overflow: 'visible',
    })
    root.append(copy)
  }
  root.append(...textsOf(plot, MARGIN - frame.left, top - frame.top))
  y += frame.height
  y += 6
  write(words.caption, 12, 400, colour('--muted'))
  write(words.note, 12, 400, colour('--muted'))
  write(words.source, 12, 400, colour('--muted'))
  y += MARGIN
  const height = Math.ceil(y)
  set(paper, { width, height, fill: '#ffffff' })
  set(root, { height, viewBox: `0 0 ${width} ${height}` })
  const text = new XMLSerializer().serializeToString(root)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${allowedInXml(text)}\n`
}

/** The outermost drawings that are seen. */
function drawingsOf(plot: HTMLElement): SVGSVGElement[] {
  return [...plot.querySelectorAll('svg')].filter(
    (one) =>
      !one.parentElement?.closest('svg') &&
      !one.closest('[data-transient]') &&
      getComputedStyle(one).visibility !== 'hidden' &&
      one.getBoundingClientRect().width > 0,
  )
}

/** A copy with all that style sheets gave it written out. */
function copied(from: Element, parentStyle: CSSStyleDeclaration | null): Element {
  const style = getComputedStyle(from)
  const copy = document.createElementNS(SVG, from.localName)
  for (const { name, value } of from.attributes) {
    // What is named inside <defs> is referred to from outside it.
    const isReference = name === 'id' && from.closest('defs') !== null
    if (isReference || (!dropped.test(name) && !inherited.includes(name))) {
      set(copy, { [name]: value })
    }
  }
  for (const property of inherited) {
    const value = style.getPropertyValue(property)
    if (value && value !== parentStyle?.getPropertyValue(property)) set(copy, { [property]: value })
  }
  for (const [property, initial] of own) {
    const value = style.getPropertyValue(property)
    if (value && value !== initial) set(copy, { [property]: value })
  }
  if (from instanceof SVGTextElement && from.childElementCount === 0) {
    withLength(copy, from.getComputedTextLength())
    withNumerals(copy, style)
  }
  for (const child of from.childNodes) {
    if (child instanceof Element) {
      if (isSeen(child)) copy.append(copied(child, style))
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '')
  }
  return copy
}

function isSeen(element: Element): boolean {
  if (element.closest('[data-transient]')) return false
  const { display, visibility } = getComputedStyle(element)
  return display !== 'none' && visibility !== 'hidden'
}

/** The colour a variable stands for here. */
function resolvedColour(at: HTMLElement, name: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  at.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** Text cut into lines that fit. */
function wrapped(text: string, size: number, weight: number, width: number): string[] {
  const font = `${weight} ${size}px ${FONT}`
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word
    if (lines.length > 0 && textWidth(longer, font) <= width) {
      lines[lines.length - 1] = longer
    } else lines.push(word)
  }
  return lines
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
