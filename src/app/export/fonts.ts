const FAMILY = /^["']?Inter Variable["']?$/

/**
 * The page's font as style rules that stand alone, as much of it as a text needs: whoever opens the
 * picture need not have it. Empty where it cannot be had.
 */
export async function fontRules(text: string): Promise<string> {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0)
  const faces = facesOf().filter(({ style }) => {
    const ranges = rangesOf(style.getPropertyValue('unicode-range'))
    return letters.some((letter) => ranges.some(([low, high]) => letter >= low && letter <= high))
  })
  const rules = await Promise.all(faces.map((face) => ruleOf(face).catch(() => '')))
  return rules.join('')
}

function facesOf(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap(({ cssRules }) =>
    [...cssRules].filter(
      (rule): rule is CSSFontFaceRule =>
        rule instanceof CSSFontFaceRule &&
        FAMILY.test(rule.style.getPropertyValue('font-family')) &&
        rule.style.getPropertyValue('font-style') !== 'italic',
    ),
  )
}

/** The ranges that a style sheet writes as U+41-5A, U+20AC. */
function rangesOf(written: string): (readonly [number, number])[] {
  if (written === '') return [[0, Infinity]]
  return [...written.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi)].map(
    ([, low, high = low]) => [parseInt(low, 16), parseInt(high, 16)] as const,
  )
}

async function ruleOf({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1]
  if (address === undefined) return ''
  const found = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI))
  if (!found.ok) return ''
  const weights = style.getPropertyValue('font-weight') || 'normal'
  const range = style.getPropertyValue('unicode-range')
  const data = inWords(new Uint8Array(await found.arrayBuffer()))
  return (
    `@font-face{font-family:'Inter Variable';font-weight:${weights};` +
    `src:url(data:font/woff2;base64,${data}) format('woff2');` +
    `${range === '' ? '' : `unicode-range:${range}`}}`
  )
}

function inWords(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
