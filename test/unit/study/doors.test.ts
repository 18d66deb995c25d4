import { describe, expect, it } from 'vitest'
import { fileText, readFile, readStudy, writeStudy } from '../../../src/study/index.ts'

const head = '"format": "stakes-study", "version": 1'
const notRead = (rest: string) => readFile(`{ ${head}, ${rest} }`).stray

describe('what is not read is named, and kept', () => {
  it.each([
    ['"overides": {}', 'overides; did you mean overrides?'],
    ['"Trials": 5', 'Trials; did you mean trials?'],
    ['"colour": "red"', 'colour'],
    ['"seeds": "x"', 'seeds; did you mean seed?'],
    [
      '"strategies": ["none", { "id": "deepTechnical", "lever": { "upfront": 50 } }]',
      'strategy deepTechnical: lever; did you mean levers?',
    ],
    [
      '"scenarios": [{ "id": "base", "override": {} }]',
      'scenario base: override; did you mean overrides?',
    ],
    [
      '"assumptionNotes": { "wacc": { "notes": "why" } }',
      'note on wacc: notes; did you mean note?',
    ],
    ['"observed": { "share": 0.01, "amount": 0.04, "spend": 1 }', 'observed: spend'],
  ])('%s', (rest, line) => {
    expect(notRead(rest)).toEqual([line])
    const text = `{ ${head}, ${rest} }`
    expect(JSON.parse(writeStudy(readStudy(text)))).toMatchObject(JSON.parse(text) as object)
  })

  it('nothing is said of what is read', () => {
    expect(notRead('"trials": 512, "strategies": ["none"]')).toEqual([])
  })
})

describe('what would be lost is refused', () => {
  it.each([
    ['"trials": 5, "trials": 6', 'trials stands there twice; say it once'],
    [
      '"overrides": { "wacc": { "kind": "constant", "value": 1 }, "wacc": { "kind": "constant", "value": 2 } }',
      'overrides: wacc stands there twice; say it once',
    ],
    [
      '"strategies": ["none", { "id": "a", "levers": { "upfront": 1, "upfront": 2 } }]',
      'strategies.1.levers: upfront stands there twice; say it once',
    ],
    ['"trials": 5, "tri\\u0061ls": 6', 'trials stands there twice; say it once'],
    [
      '"overrides": { "__proto__": { "kind": "constant", "value": 1 } }',
      'overrides: nothing is called __proto__',
    ],
    ['"overrides": { "constructor": 1 }', 'overrides: nothing is called constructor'],
    ['"overrides": []', 'overrides: an object { … } is expected, got a list [ … ]'],
    [
      '"strategies": [{ "id": "a", "levers": [] }]',
      'strategies.0.levers: an object { … } is expected, got a list [ … ]',
    ],
    ['"assumptionNotes": []', 'assumptionNotes: an object { … } is expected, got a list [ … ]'],
  ])('%s', (rest, message) => {
    expect(() => readFile(`{ ${head}, ${rest} }`)).toThrow(message)
  })

  it.each([70, 100_000])('a file of %d levels', (levels) => {
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
    expect(() => readFile(`{ ${head}, "x": ${deep} }`)).toThrow('at most 64 levels deep')
  })

  it('and a text that holds such words as text is not', () => {
    const name = '{\\"trials\\": [{ \\"__proto__\\": 1, \\"trials\\": 2'
    expect(notRead(`"name": "${name}", "notes": "a: {, [ trials"`)).toEqual([])
  })
})

describe('the bytes of a file', () => {
  const text = '{ "name": "Größe – 30 %" }'
  const utf16 = (littleEndian: boolean, mark: string) => {
    const bytes = new Uint8Array(2 * (mark + text).length)
    const view = new DataView(bytes.buffer)
    for (const [i, letter] of (mark + text).split('').entries()) {
      view.setUint16(2 * i, letter.charCodeAt(0), littleEndian)
    }
    return bytes
  }
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(true, '\uFEFF')],
    ['UTF-16, big end first', utf16(false, '\uFEFF')],
    ['UTF-16 without a mark, little end first', utf16(true, '')],
    ['UTF-16 without a mark, big end first', utf16(false, '')],
  ])('in %s', (_name, bytes) => {
    expect(fileText(bytes)).toBe(text)
  })

  it.each([
    [[0x50, 0x4b, 3, 4], 'a zip archive or a spreadsheet'],
    [[0xd0, 0xcf, 0x11, 0xe0], 'of an older Office'],
    [[0x1f, 0x8b, 8], 'a compressed file'],
    [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  ])('that begin with %j are said to be what they are', (bytes, words) => {
    expect(() => fileText(Uint8Array.from([...bytes, 0, 0]))).toThrow(words)
  })

  it('that are none are an empty text', () => {
    expect(fileText(new Uint8Array())).toBe('')
  })
})
