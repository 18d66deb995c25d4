import { describe, expect, test } from 'vitest'
import { impure, misnamed, tooLong, writesNumbers } from './house-language.ts'
import {
  bareRelative,
  comlinkElsewhere,
  mechanismsMix,
  modelBeyondTypes,
  walksColumns,
  wrongWay,
} from './house-layers.ts'
import { importsOf, isCode, type Source, sourcesIn } from './house-sources.ts'

const product = sourcesIn('src', 'models')
const everything = [...product, ...sourcesIn('test')]
const paths = new Set(product.map(({ path }) => path))

/** A mechanism is a file whose assumptions lie under the same name. */
const mechanisms = [...paths].filter(
  (path) =>
    /^models\/(?!index)[^/]+\.ts$/.test(path) &&
    paths.has(path.replace('models/', 'models/assumptions/')),
)

const isPure = ({ path }: Source) => path.startsWith('models/') || path.startsWith('src/engine/')

const rules = {
  'imports run one way': (source: Source) => wrongWay(source, importsOf(source)),
  'the model takes only types and math from the engine': (source: Source) =>
    modelBeyondTypes(source, importsOf(source)),
  'a mechanism imports no other mechanism': (source: Source) =>
    mechanismsMix(source, importsOf(source), mechanisms),
  'only workers know Comlink': (source: Source) => comlinkElsewhere(source, importsOf(source)),
  'models and engine know no chance, clock, page, place or inexact arithmetic': (source: Source) =>
    isPure(source) ? impure(source) : [],
  'only words round and write numbers': writesNumbers,
  'no column is walked on the page’s thread': (source: Source) =>
    walksColumns(source, importsOf(source)),
} satisfies Record<string, (source: Source) => string[]>

test('there is something to check', () => {
  expect(product.filter(isPure).length).toBeGreaterThan(10)
  expect(mechanisms.length).toBeGreaterThan(3)
})

test.each(Object.entries(rules))('%s', (_name, rule) => {
  expect(product.filter(isCode).flatMap(rule)).toEqual([])
})

test('relative imports carry their extension', () => {
  const found = everything
    .filter((source) => isCode(source) && !source.path.startsWith('test/fixtures/'))
    .flatMap((source) => bareRelative(source, importsOf(source)))
  expect(found).toEqual([])
})

test('no file is longer than 300 lines', () => {
  expect(everything.flatMap(tooLong)).toEqual([])
})

test('files are named and nested as agreed', () => {
  expect(product.flatMap(misnamed)).toEqual([])
})

const seeded: readonly (readonly [rule: keyof typeof rules, path: string, text: string])[] = [
  ['imports run one way', 'src/engine/run.ts', "import { market } from '../../models/index.ts'"],
  ['imports run one way', 'src/engine/run.ts', "import { scaleLinear } from 'd3'"],
  ['imports run one way', 'models/demand.ts', "import { readFile } from 'node:fs'"],
  ['imports run one way', 'models/demand.ts', "export * from '../src/study/read.ts'"],
  ['imports run one way', 'src/study/read.ts', "import { pool } from '../workers/pool.ts'"],
  ['imports run one way', 'src/workers/pool.ts', "import '../findings/verdict.ts'"],
  ['imports run one way', 'src/findings/verdict.ts', "import { get } from '../app/state/a.ts'"],
  ['imports run one way', 'src/words/numbers.ts', "import '../../models/index.ts'"],
  ['imports run one way', 'src/cli.ts', "import { format } from './app/route.ts'"],
  ['imports run one way', 'src/cli/table.ts', "const x = await import('../app/route.ts')"],
  [
    'imports run one way',
    'src/app/charts/fan.ts',
    "import type { M } from '../../../models/index.ts'",
  ],
  [
    'imports run one way',
    'src/app/controls/Slider.svelte',
    `<script lang="ts">\nimport { study } from '../state/study.svelte.ts'\n</script>\n<p>a</p>`,
  ],
  ['imports run one way', 'src/app/state/a.ts', "import V from '../views/Value.svelte'"],
  ['imports run one way', 'src/elsewhere/a.ts', ''],
  [
    'the model takes only types and math from the engine',
    'models/demand.ts',
    "import { quantile, type Distribution } from '../src/engine/distributions/index.ts'",
  ],
  ['a mechanism imports no other mechanism', 'models/shares.ts', "import { d } from './demand.ts'"],
  [
    'no column is walked on the page’s thread',
    'src/findings/pair.ts',
    "import { outcomeColumn } from '../engine/columns.ts'",
  ],
  [
    'no column is walked on the page’s thread',
    'src/app/state/answers.ts',
    "import { standardErrorOf } from '../../engine/statistics/standard-error.ts'",
  ],
  [
    'imports run one way',
    'src/app/charts/fan.ts',
    "import { observedOf } from '../../findings/fans.ts'",
  ],
  ['only workers know Comlink', 'src/app/state/run.ts', "import { wrap } from 'comlink'"],
  ...[
    'const a = Math.random()',
    'const a = Math.exp(1)',
    'const { log } = Math',
    "const a = Math['pow'](2, 3)",
    'const a = 2 ** 3',
    'let a = 2; a **= 3',
    'const a = Date.now()',
    'const a = new Date()',
    'const a = performance.now()',
    'const a = (5).toLocaleString()',
    "const a = 'a'.localeCompare('b')",
    'const a = new Intl.NumberFormat()',
    "document.title = 'a'",
    'const a = window.innerWidth',
  ].map((text) => [Object.keys(rules)[4] as keyof typeof rules, 'models/demand.ts', text] as const),
  ...(
    [
      ['src/cli/table.ts', 'const text = x.toFixed(2)'],
      ['src/findings/verdict.ts', 'const x = Number(y.toPrecision(3))'],
      ['src/app/belief/form.ts', 'const text = y?.toExponential(1)'],
      ['src/app/views/trust/Checks.svelte', '<p>{(milliseconds / 1000).toFixed(2)} s</p>'],
      ['src/app/charts/fan.ts', 'const text = (5).toLocaleString()'],
      ['src/study/write.ts', "const format = new Intl.NumberFormat('en')"],
    ] as const
  ).map(([path, text]) => ['only words round and write numbers', path, text] as const),
]

describe('the checker finds what it is for', () => {
  test.each(seeded)('%s: %s: %s', (rule, path, text) => {
    expect(rules[rule]({ path, text })).toHaveLength(1)
  })

  test('and lets pass what is allowed', () => {
    const text = `
      import type { Model } from '../src/engine/model.ts'
      import { type Series, type Outcome } from '../src/engine/model.ts'
      import { exp } from '../src/engine/math.ts'
      // Math.random() ** 2 in words, and new Date()
      export const a = { document: 1, name: 'Math.exp(2) ** window' }.document + Math.sqrt(exp(2))
    `
    const source = { path: 'models/demand.ts', text }
    expect(Object.values(rules).flatMap((rule) => rule(source))).toEqual([])
  })

  test('length, names, depth and extensions', () => {
    const long = { path: 'src/engine/a.ts', text: 'a\n'.repeat(301) }
    expect(tooLong(long)).toHaveLength(1)
    expect(tooLong({ ...long, text: 'a\n'.repeat(300) })).toEqual([])
    expect(misnamed({ path: 'src/engine/blockRun.ts', text: '' })).toHaveLength(1)
    expect(misnamed({ path: 'src/app/views/fan.svelte', text: '' })).toHaveLength(1)
    expect(misnamed({ path: 'src/app/views/far/down/a.ts', text: '' })).toHaveLength(1)
    const bare = { path: 'src/cli.ts', text: "import { a } from './cli/table'" }
    expect(bareRelative(bare, importsOf(bare))).toHaveLength(1)
  })
})
