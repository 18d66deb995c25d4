import { withoutDirections } from '../directions.ts'
import { allowedInXml } from '../xml.ts'

/** A text as it may stand in XML or HTML, between tags and in attributes: none of it is markup. */
export function escaped(text: string): string {
  return allowedInXml(withoutDirections(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A text on one line, without what no office file may hold. */
export function plainText(text: string): string {
  return allowedInXml(withoutDirections(text)).replace(/\s+/g, ' ').trim()
}
