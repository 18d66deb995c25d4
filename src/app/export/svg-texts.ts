import { textWidth, withLength, withNumerals } from './text-length.ts'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Text of the page beside the drawings, marked `data-picture`, as SVG text at the same place.
 *
 * @param dx added to where the page has it
 * @param dy added to where the page has it
 */
export function textsOf(plot: HTMLElement, dx: number, dy: number): SVGTextElement[] {
  return [...plot.querySelectorAll('[data-picture]')].flatMap((marked) => {
    const walker = document.createTreeWalker(marked, NodeFilter.SHOW_TEXT)
    const texts = [...marked.querySelectorAll('input[type="text"]')].flatMap((field) =>
      field instanceof HTMLInputElement ? [fieldText(field, dx, dy)] : [],
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('svg, [data-transient], .visually-hidden')) continue
      const style = getComputedStyle(parent)
      if (style.visibility === 'hidden') continue
      for (const line of strategyRows(node)) {
        const { box } = line
        const { words, width } = inSight(line, parent, style)
        const text = document.createElementNS(SVG, 'text')
        text.setAttribute('x', String(box.left + dx))
        text.setAttribute('y', String(box.top + box.height * 0.78 + dy))
        text.setAttribute('font-size', style.fontSize)
        text.setAttribute('font-weight', style.fontWeight)
        text.setAttribute('fill', style.color)
        text.textContent = words
        withLength(text, width)
        withNumerals(text, style)
        texts.push(text)
      }
    }
    return texts
  })
}

/** What the page shows of a line: all of it, or what has room before “…”. */
function inSight(
  { words, box, right }: Line,
  parent: HTMLElement,
  { textOverflow, font }: CSSStyleDeclaration,
): { words: string; width: number } {
  const room = parent.clientWidth
  const isCut = textOverflow === 'ellipsis' && parent.scrollWidth > room
  if (!isCut) return { words, width: right - box.left }
  const letters = Array.from(words)
  const cut = () => `${letters.join('').trimEnd()}…`
  while (letters.length > 0 && textWidth(cut(), font) > room) letters.pop()
  return { words: cut(), width: textWidth(cut(), font) }
}

/** What a field holds, where it stands. */
function fieldText(field: HTMLInputElement, dx: number, dy: number): SVGTextElement {
  const style = getComputedStyle(field)
  const box = field.getBoundingClientRect()
  const width = textWidth(field.value, style.font)
  const x =
    style.textAlign === 'right' || style.textAlign === 'end'
      ? box.right - parseFloat(style.paddingRight) - width
      : box.left + parseFloat(style.paddingLeft)
  const text = document.createElementNS(SVG, 'text')
  text.setAttribute('x', String(x + dx))
  text.setAttribute('y', String(box.top + box.height * 0.68 + dy))
  text.setAttribute('font-size', style.fontSize)
  text.setAttribute('font-weight', style.fontWeight)
  text.setAttribute('fill', style.color)
  text.textContent = field.value
  withLength(text, width)
  withNumerals(text, style)
  return text
}

interface Line {
  words: string
  /** Of its first word. */
  readonly box: DOMRect
  /** Where its last word ends. */
  right: number
}

/** The lines into which the browser broke a text, by the place of each word. */
function strategyRows(node: Node): Line[] {
  const lines: Line[] = []
  const range = document.createRange()
  for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const [box] = range.getClientRects()
    if (!box || box.width === 0) continue
    const last = lines[lines.length - 1]
    if (last && Math.abs(last.box.top - box.top) < 2) {
      last.words += ` ${word}`
      last.right = box.right
    } else lines.push({ words: word, box, right: box.right })
  }
  return lines
}
