import { deflateSync, strToU8 } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/engine/cases.ts'
import { textDigest } from '../../src/engine/digest.ts'
import { linkOf, readLink } from '../../src/study/link.ts'
import { type Opened, readFile, studyOf } from '../../src/study/read.ts'
import { resolveStudy } from '../../src/study/resolve.ts'
import { writeStudy } from '../../src/study/study.ts'

const study = studyOf({
  format: 'stakes-study',
  version: 1,
  name: 'Small "study" \\ of one',
  overrides: { wacc: { kind: 'constant', value: 0.1 } },
  correlations: [['wacc', 'taxRate', 0.3]],
  strategies: ['none', { id: 'half', label: 'Half', levers: { upfront: 12, exclusivity: 4 } }],
  scenarios: ['base', { id: 'own', overrides: { wacc: { kind: 'uniform', min: 0, max: 0.2 } } }],
  assumptionNotes: { wacc: { note: 'see the memo', date: '2026-05-31', confidence: 'low' } },
})
const digest = 'a'.repeat(64)
const results = {
  format: 'stakes-results',
  version: 2,
  stakes: '0.1.0',
  model: { id: 'cloud-market', version: '1.1.0' },
  study: { ...study, version: 1 },
  trials: 10_000,
  outcomes: ['npv'],
  series: [],
  digest,
  moved: [],
  cases: [{ strategy: 'none', scenario: 'base', digest, outcomes: {}, closed: {}, series: {} }],
}
const texts = [writeStudy(study), JSON.stringify(study), JSON.stringify(results)]

/** What is said is one sentence for people, and never the words of a machine that stumbled. */
function expectClear(error: unknown): void {
  expect(error).toBeInstanceOf(Error)
  const { message } = error as Error
  expect(message).toMatch(/\S/)
  expect(message.length).toBeLessThan(1000)
  expect(message).not.toMatch(
    /call stack|Cannot (read|set|convert)|is not (a function|iterable|defined)|\[object|undefined|NaN/,
  )
}

function opened(text: string): Opened | null {
  try {
    return readFile(text)
  } catch (error) {
    expectClear(error)
    return null
  }
}

/** Everything that the text says is in what was opened, and what nobody reads is named. */
function expectWhole(text: string, { study: found, stray, kind }: Opened): void {
  if (kind !== 'study') return
  const given = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>
  const kept = JSON.parse(writeStudy(found)) as Record<string, unknown>
  const wrong = Object.entries(given).filter(([key, value]) => {
    // What is ordered or asked twice is tidied.
    if (key === 'scenarioOrder' || key === 'openQuestions') return false
    if (canonicalJson(kept[key]) !== canonicalJson(value)) return true
    const isKnown = Object.hasOwn(study, key) || key in known
    return !isKnown && !stray.some((line) => line.startsWith(key))
  })
  expect(wrong).toEqual([])
}
const known = {
  negligible: 0,
  observed: 0,
  scenarioOrder: 0,
  scenarioWeights: 0,
  scenarioWeightsNote: 0,
  scenarioTargets: 0,
  openQuestions: 0,
  $schema: 0,
}

const marks = [
  ...'"\\{}[],:0-e \u0000\uD800\uFEFF'.split(''),
  'null',
  '1e999',
  '<b>',
  '\\u0000',
  '"x":1,',
  '"__proto__":1,',
  '"constructor":1,',
]
const piece = fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 3 }))

test('a text with something put in, taken out or cut off opens whole or is refused in words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(6),
      piece,
      fc.boolean(),
      (text, share, gone, put, isCut) => {
        const at = Math.floor(share * text.length)
        const changed = isCut ? text.slice(0, at) : text.slice(0, at) + put + text.slice(at + gone)
        const found = opened(changed)
        if (found) expectWhole(changed, found)
      },
    ),
    { numRuns: 6000 },
  )
})

const value = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e300, '', 'base', 'wacc', [], {}, [[]], { a: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Places below a value of JSON. */
function placesIn(one: unknown, path: readonly string[] = []): string[][] {
  if (typeof one !== 'object' || one === null) return [[...path]]
  const inside = Object.entries(one).flatMap(([key, part]) => placesIn(part, [...path, key]))
  return path.length === 0 ? inside : [[...path], ...inside]
}

function withValue(one: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to
  if (Array.isArray(one)) {
    return one.flatMap((part: unknown, at) => {
      if (String(at) !== key) return [part]
      return rest.length === 0 && to === undefined ? [] : [withValue(part, rest, to)]
    })
  }
  return { ...(one as object), [key]: withValue((one as Record<string, unknown>)[key], rest, to) }
}

test('a file with any of its values replaced or gone opens whole or is refused in words', () => {
  const files = [study, results].map((one) => JSON.parse(JSON.stringify(one)) as unknown)
  const places = files.flatMap((one) => placesIn(one).map((path) => [one, path] as const))
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.option(value, { nil: undefined }),
      ([file, path], to) => {
        const changed = JSON.stringify(withValue(file, path, to))
        const found = opened(changed)
        if (!found) return
        expectWhole(changed, found)
        try {
          resolveStudy(found.study)
        } catch (error) {
          expectClear(error)
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test('a link with any part changed opens as it was or is refused in words', () => {
  const link = linkOf(study)
  const whole = readLink(link).study
  fc.assert(
    fc.property(fc.nat(link.length - 1), piece, fc.nat(4), (at, put, gone) => {
      const changed = link.slice(0, at) + put + link.slice(at + gone)
      try {
        expect(readLink(changed).study).toEqual(whole)
      } catch (error) {
        expectClear(error)
      }
    }),
    { numRuns: 1000 },
  )
})

test('a link that holds what no file may is refused as a file is', () => {
  const packed = (text: string) => {
    const bytes = Buffer.from(deflateSync(strToU8(text))).toString('base64url')
    return `#study=1.${textDigest(text).slice(0, 8)}.${bytes}`
  }
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  expect(() => readLink(packed(`{"study":${deep}}`))).toThrow(/nests at most 64 levels/)
  expect(() => readLink(packed('{"study":{"__proto__":{}}}'))).toThrow(/nothing is called __proto/)
  expect(() => readLink(packed('{"study"'))).toThrow(/ends before it is complete/)
  for (const text of ['null', '7', '[]', '{}', '{"study":7}']) {
    expect(() => readLink(packed(text))).toThrow(/holds one JSON object|has "format"/)
  }
})

test.each([
  ['100,000 levels', `{"a":`.repeat(100_000), /nests at most 64 levels deep/],
  ['a list of 100,000 levels', '['.repeat(100_000), /one JSON object \{ … \}, got a list/],
  ['one text of 20 MB', `{"notes":"${'x'.repeat(2e7)}"}`, /has "format"/],
  ['a text of 20 MB that does not end', `{"notes":"${'\\"'.repeat(1e7)}`, /ends before it is comp/],
  ['70 MB', ' '.repeat(7e7), /at most 64 MB, got 70 MB/],
  ['nothing', ' \n', /the file is empty/],
  [
    'another program’s JSON',
    '{"name":"left-pad","version":"1.0.0"}',
    /has "format": .* got nothing/,
  ],
  ['no JSON', 'Dear committee', /the file is not JSON/],
  [
    '__proto__',
    '{"format":"stakes-study","version":1,"__proto__":{}}',
    /nothing is called __proto__/,
  ],
  ['constructor', '{"overrides":{"constructor":1}}', /overrides: nothing is called constructor/],
])('a file of %s is refused in a sentence', (_what, text, words) => {
  expect(() => readFile(text)).toThrow(words)
})
