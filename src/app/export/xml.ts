/**
 * A text without the characters that no XML file may hold, whatever is done to escape them: control
 * characters and halves of a pair. Each is a space instead.
 */
export function allowedInXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
}
