import { expect, test } from 'vitest'
import { escaped, plainText } from '../../../src/app/export/deck/escape.ts'
import { escapedHtml, jsonForScript } from '../../../src/app/export/html-text.ts'

const HEBREW = 'עסקה 12 العربية'
const marks = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'

test.each([
  ['plainText', plainText],
  ['escaped', escaped],
  ['escapedHtml', escapedHtml],
  ['jsonForScript', (text: string) => JSON.parse(jsonForScript(text)) as string],
])('%s leaves no mark that would turn what stands after a name, and every letter', (_name, say) => {
  const turned = Array.from(marks)
    .map((mark) => `${mark}a`)
    .join('')
  expect(say(`${turned} digest`)).toBe(`${'a'.repeat(marks.length)} digest`)
  expect(say(HEBREW)).toBe(HEBREW)
})
