const SVG = 'http://www.w3.org/2000/svg'
const GAP = 10

/** What style sheets say of a drawing, written where it differs from the parent. */
const styled = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
]
/** Of an element alone, and what they are where nothing was said. */
const alone: readonly (readonly [property: string, initial: string])[] = [
  ['opacity', '1'],
  ['dominant-baseline', 'auto'],
  ['display', 'inline'],
  ['visibility', 'visible'],
]
/** Names that a build makes up, and what the lines above say better. */
const dropped = new Set(['class', 'style', ...styled, ...alone.map(([property]) => property)])

/** The drawings of one chart as the text of an SVG file: the same in every browser of the family. */
export function snapshotOf(chart: Element): string {
  const drawings = [...chart.querySelectorAll('svg')].filter(
    (one) => !one.parentElement?.closest('svg'),
  )
  const names = new Map<string, string>()
  const parts: string[] = []
  let [wide, high] = [0, 0]
  for (const drawing of drawings) {
    const { width, height } = drawing.getBoundingClientRect()
    const placed = { x: '0', y: short(high), width: short(width), height: short(height) }
    parts.push(...linesOf(drawing, null, names, '  ', placed))
    wide = Math.max(wide, width)
    high += height + GAP
  }
  const [width, height] = [short(wide), short(high)]
  const frame = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
  return `<svg xmlns="${SVG}" ${frame} font-family="sans-serif">\n${parts.join('\n')}\n</svg>\n`
}

function linesOf(
  element: Element,
  parent: CSSStyleDeclaration | null,
  names: Map<string, string>,
  indent: string,
  placed: Readonly<Record<string, string>> = {},
): string[] {
  const style = getComputedStyle(element)
  const attributes = new Map<string, string>()
  for (const { name, value } of element.attributes) {
    if (dropped.has(name)) continue
    attributes.set(name, /^(aria-|id$)/.test(name) ? value : rounded(value, 1))
  }
  for (const property of styled) {
    const value = style.getPropertyValue(property)
    if (value !== parent?.getPropertyValue(property)) attributes.set(property, rounded(value, 2))
  }
  for (const [property, initial] of alone) {
    const value = style.getPropertyValue(property)
    if (value !== initial && !(property === 'display' && value !== 'none')) {
      attributes.set(property, rounded(value, 2))
    }
  }
  for (const [name, value] of Object.entries(placed)) attributes.set(name, value)
  const said = [...attributes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escaped(name === 'd' ? value : renamed(value, names))}"`)
  const tag = `${element.localName}${said.join('')}`
  const words = [...element.childNodes]
    .filter((child) => child.nodeType === Node.TEXT_NODE)
    .map((child) => child.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .join('')
  const inside = [...element.children].flatMap((child) =>
    linesOf(child, style, names, `${indent}  `),
  )
  if (inside.length === 0 && words === '') return [`${indent}<${tag}/>`]
  const [start, end] = [`${indent}<${tag}>${escaped(words)}`, `</${element.localName}>`]
  return inside.length === 0 ? [start + end] : [start, ...inside, indent + end]
}

/** A text with every number in it rounded. */
function rounded(text: string, decimals: number): string {
  return text.replace(/-?(?:\d*\.\d+(?:e[-+]?\d+)?|\d+e-\d+)/g, (number) =>
    short(Number(number), decimals),
  )
}

function short(number: number, decimals = 1): string {
  return String(Number(number.toFixed(decimals)) + 0)
}

/** Ids that are counted up as a page is built, numbered anew. */
function renamed(text: string, names: Map<string, string>): string {
  return text.replace(/(^|#|\s)([cs]\d+)(?=-)/g, (_, before: string, name: string) => {
    const known = names.get(name) ?? `id${names.size + 1}`
    names.set(name, known)
    return before + known
  })
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)
}
