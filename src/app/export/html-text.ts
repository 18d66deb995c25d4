import { withoutDirections } from './directions.ts'

/** A text as HTML has it: nothing in it is taken for a tag, an entity or the end of an attribute. */
export function escapedHtml(text: string): string {
  return withoutDirections(text).replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}

/** Data as JSON that no script element ends in, whatever its texts hold. */
export function jsonForScript(data: unknown): string {
  return withoutDirections(JSON.stringify(data)).replace(
    /[<>\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
