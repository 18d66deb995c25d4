/**
 * A text for the page whose figures stay on one line with their units and errors: no-break spaces before
 * ± and after it, and before units. What is copied, or written to a file, has plain spaces.
 */
export function unbroken(text: string): string {
  return text.replace(/ (?=(?:bn|million|GW|%)\b|± ?[$\d])|(?<=±) (?=[$\d])/g, '\u00a0')
}
