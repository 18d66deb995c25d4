import { expect, it } from 'vitest'
import { fileName } from '../../../src/app/export/download.ts'
import { allowedInXml } from '../../../src/app/export/xml.ts'

it.each([
  [['Amazon and OpenAI', 'results'], 'amazon-and-openai-results'],
  [['Größe: 30 %'], 'größe-30'],
  [['Ελλάδα / 2026'], 'ελλάδα-2026'],
  [['東京の研究'], '東京の研究'],
  [['हिन्दी नाम'], 'हिन्दी-नाम'],
  [['e\u0301te'], 'éte'],
  [['../../etc/passwd'], 'etc-passwd'],
  [['a\u000bb'], 'a-b'],
  [['…', '!'], 'stakes'],
  [['CON'], 'stakes-con'],
  [['lpt1'], 'stakes-lpt1'],
] as const)('%j is called %s', (words, name) => {
  expect(fileName(...words)).toBe(name)
})

it('a long name is cut between letters', () => {
  const name = fileName('𠮷'.repeat(200))
  expect(Array.from(name)).toHaveLength(80)
  expect(name).toBe('𠮷'.repeat(80))
})

it('what XML forbids becomes a space, and nothing else is changed', () => {
  expect(allowedInXml('Deep\u000btech \ud800x\uffff')).toBe('Deep tech  x ')
  const fine = 'a\t\nb ± − “ü” 東京 𠮷 \ufffd'
  expect(allowedInXml(fine)).toBe(fine)
  for (let code = 0; code < 0x20; code++) {
    const isSpace = [9, 10, 13].includes(code)
    expect(allowedInXml(String.fromCharCode(code)), `U+${code}`).toBe(
      isSpace ? String.fromCharCode(code) : ' ',
    )
  }
})
