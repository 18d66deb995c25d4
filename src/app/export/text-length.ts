let context: CanvasRenderingContext2D | null = null

/**
 * How long a text is as the page sets it, in pixels; 0 where nothing can be measured.
 *
 * @param font as style sheets write it
 */
export function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return 0
  context.font = font
  return context.measureText(text).width
}

/** Has a text take as much room in any font as on the page, so that no other font makes it overlap. */
export function withLength(text: Element, pixels: number): void {
  if (!(pixels > 0)) return
  text.setAttribute('textLength', String(Math.round(pixels * 100) / 100))
  text.setAttribute('lengthAdjust', 'spacingAndGlyphs')
}

/** Has figures stand as wide as on the page, where they are all of one width there. */
export function withNumerals(text: Element, { fontVariantNumeric }: CSSStyleDeclaration): void {
  // No attribute of SVG says it.
  if (fontVariantNumeric && fontVariantNumeric !== 'normal') {
    text.setAttribute('style', `font-variant-numeric:${fontVariantNumeric}`)
  }
}
