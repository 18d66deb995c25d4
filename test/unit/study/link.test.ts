import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textDigest } from '../../../src/engine/digest.ts'
import { exampleStudy } from '../../../src/study/example.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import { isLink, linkOf, readLink } from '../../../src/study/link.ts'
import { simplified } from '../../../src/study/simplify.ts'

const named: Study = {
  ...exampleStudy(),
  name: 'Zürich “#1” <b>& 100%',
  notes: 'a note\n=SUM(A1)',
  assumptionNotes: { wacc: { note: 'as in the plan', owner: 'Ana' } },
}
const studies: readonly Study[] = [
  defaultStudy(),
  defaultStudy('2026-10'),
  exampleStudy(),
  named,
  {
    ...defaultStudy(),
    overrides: { wacc: { kind: 'uniform', min: 0.08, max: 0.1 } },
    trials: 5000,
  },
]
const packedOf = (link: string) => link.slice(link.lastIndexOf('.') + 1)

describe('a link', () => {
  it.each(studies)('holds the whole study $name', (study) => {
    const { study: back, kind } = readLink(linkOf(study))
    expect(kind).toBe('study')
    expect(simplified(back)).toEqual(simplified(study))
  })

  it('holds what is in sight', () => {
    const sight = {
      scenario: 'regulators',
      outcome: 'npv',
      chosen: 'exclusive',
      at: 'compare/bridge',
    }
    expect(readLink(linkOf(named, sight)).sight).toEqual(sight)
    expect(readLink(linkOf(named)).sight).toEqual({})
  })

  it('is plain address text, short enough for a mail where little was changed', () => {
    for (const study of studies) expect(linkOf(study)).toMatch(/^#study=1\.[0-9a-f]{8}\.[\w-]+$/)
    expect(linkOf(defaultStudy()).length).toBeLessThan(200)
    expect(linkOf(exampleStudy()).length).toBeLessThan(1500)
  })

  it('is told from the address of a screen', () => {
    expect(isLink(linkOf(named))).toBe(true)
    for (const hash of ['', '#', '#/answer', '#/beliefs/study=']) expect(isLink(hash)).toBe(false)
  })

  it('is read as programs pass it on', () => {
    const link = linkOf(named)
    for (const changed of [link.replace('=', '%3D'), `${link}?utm_source=mail`, `${link} `]) {
      expect(isLink(changed)).toBe(true)
      expect(readLink(changed).study.name).toBe(named.name)
    }
  })

  it.each(['null', '[]', '7', '{', '{"study":null}', '{"study":[]}', ''])(
    'that holds %s is refused in a sentence',
    (text) => {
      const packed = Buffer.from(deflateSync(strToU8(text))).toString('base64url')
      const link = `#study=1.${textDigest(text).slice(0, 8)}.${packed}`
      expect(() => readLink(link)).toThrow(/holds one JSON object|file is (empty|not JSON)/)
    },
  )

  it('that was cut anywhere is refused in a sentence', () => {
    const link = linkOf(named)
    for (let length = 0; length < link.length; length++) {
      expect(() => readLink(link.slice(0, length))).toThrow(
        /cut or changed|three parts|newer Stakes/,
      )
    }
  })

  it('of which one character was changed gives the study or a sentence, never another study', () => {
    const link = linkOf(named)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: link.length - 1 }),
        fc.constantFrom(...Array.from('AZaz09-_.#%=')),
        (at, by) => {
          const changed = link.slice(0, at) + by + link.slice(at + 1)
          try {
            expect(simplified(readLink(changed).study)).toEqual(simplified(named))
          } catch (error) {
            expect(String(error)).toMatch(/^Error: .*(cut or changed|three parts|newer Stakes)/)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('of a made-up study is read as strictly as a file', () => {
    const wrong = linkOf({ ...defaultStudy(), trials: 'many' } as unknown as Study)
    expect(() => readLink(wrong)).toThrow(/trials/)
    const results = linkOf({ ...defaultStudy(), format: 'other' } as unknown as Study)
    expect(() => readLink(results)).toThrow()
  })

  it('that unpacks into more than any study is refused', () => {
    const huge = linkOf({ ...defaultStudy(), notes: 'x'.repeat(5e6) })
    expect(packedOf(huge).length).toBeLessThan(20_000)
    expect(() => readLink(huge)).toThrow(/cut or changed/)
  })
})
