import { createHash } from 'node:crypto'
import page from 'virtual:handout'
import { expect, test } from 'vitest'
import { escapedHtml, jsonForScript } from '../../../src/app/export/html-text.ts'
import { handoutPage, write } from '../../../src/app/export/html.ts'
import { Dossier } from '../../../src/dossier/dossier.ts'
import type { HandoutData } from '../../../src/dossier/handout-data.ts'
import { handoutOf } from '../../../src/dossier/handout.ts'
import { packedSpread } from '../../../src/dossier/handout-matrix.ts'
import { matrixFinding } from '../../../src/findings/matrix.ts'
import { placedDots } from '../../../src/handout/dot-places.ts'
import { factsFrom, sharesFrom, unpackedSpread } from '../../../src/handout/matrix-of.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import { market } from '../../../src/study/model.ts'
import { marketRunner } from '../models/bundled.ts'

const HOSTILE = `</script><script>alert(1)</script><!-- "'& __proto__ 😀 $& $\` \u2028`
const levers = { invest: true, exclusivity: 0.5 }
const study: Study = {
  ...defaultStudy(),
  trials: 256,
  name: HOSTILE,
  strategies: [
    'none',
    'exclusive',
    { id: 'own', label: HOSTILE, levers },
    { id: 'proto', label: '__proto__', levers },
  ],
  scenarios: ['base', { id: 'other', label: HOSTILE, overrides: {} }],
  scenarioOrder: ['base', 'other'],
  assumptionNotes: { wacc: { note: HOSTILE, owner: HOSTILE, confidence: 'low' } },
}
const sight = { scenario: 'base', outcome: 'npv', chosen: 'own', rival: 'none' }
const parts: number[] = []
const dossier = new Dossier(marketRunner(), study, sight, {
  onProgress: (part) => parts.push(part),
})
// Six dots are told as fifty are.
const html = handoutPage(await handoutOf(dossier, 6))

const START = '<script type="application/json" id="data">'
const from = html.indexOf(START) + START.length
const data = JSON.parse(html.slice(from, html.indexOf('</script>', from))) as HandoutData

test('whatever names hold stays text: no tag is opened or closed by it', () => {
  expect(html.match(/<\/script/gi)).toHaveLength(3)
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain(HOSTILE.slice(0, 20))
  expect(html).toContain(`<title>${escapedHtml(HOSTILE)}</title>`)
  expect(data.name).toBe(HOSTILE)
  expect(data.chosen.label).toBe(HOSTILE)
  expect(data.terms.columns).toEqual([
    'Term',
    'No investment',
    'Exclusive alliance',
    HOSTILE,
    '__proto__',
  ])
  expect(JSON.parse(jsonForScript({ a: HOSTILE }))).toEqual({ a: HOSTILE })
  expect(escapedHtml('<a href="x">&')).toBe('&#60;a href=&#34;x&#34;&#62;&#38;')
})

test('it loads nothing: no address stands where a browser would fetch it, and rules forbid it', () => {
  const markup = html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
  expect(markup).not.toMatch(/\b(src|href|srcset|action|data)\s*=/)
  expect(markup).not.toMatch(/@import|url\(\s*["']?(?!data:|["']?data:)/)
  expect(markup).toContain("default-src 'none'")
  const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(script).digest('base64')
  expect(markup).toContain(`script-src 'sha256-${hash}'`)
  expect(markup).not.toMatch(/https?:/)
})

test('what it holds is plain data, of every outcome, series and belief, and small', () => {
  expect(JSON.stringify(data)).not.toMatch(/NaN|Infinity/)
  const numbers = market.outcomes.filter(({ kind }) => kind === 'number')
  expect(data.strategies.map(({ id }) => id)).toEqual(numbers.map(({ id }) => id))
  expect(data.series.map(({ id }) => id)).toEqual(market.series.map(({ id }) => id))
  expect(data.beliefs).toHaveLength(market.assumptions.filter(({ role }) => role !== 'luck').length)
  for (const one of [...data.strategies, ...data.series]) {
    expect(one.title).toMatch(/^\S.*\S$/s)
    expect(one.table.rows.length).toBeGreaterThan(0)
  }
  expect(html.length).toBeLessThan(1e6)
  // The model would weigh as much again.
  expect(page.length).toBeLessThan(400_000)
  expect(parts.at(-1)).toBe(1)
})

test('figures are those of the run: means, and futures in rising order', async () => {
  const rows = await dossier.rows()
  const npv = data.strategies.find(({ id }) => id === 'npv')
  expect(npv?.chart.rows.map(({ mean }) => mean?.text)).toEqual(rows.map((one) => one.meanText))
  expect(data.digest).toBe((await dossier.results()).digest)
  const values = data.futures.dots.map((dot) => dot.value)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  expect(data.futures.marks.map(([, at]) => at)).not.toContain(-1)
  for (const { table } of data.futures.dots)
    expect(table.columns).toEqual(['Outcome', HOSTILE, 'No investment'])
})

test('the matrix is worked out from the file as the page has it, in every measure', async () => {
  const facts = await dossier.matrix()
  for (const measure of ['mean', 'loss', 'regret'] as const) {
    const [there, here] = [
      matrixFinding({ ...facts, measure }),
      factsFrom(data.matrix, measure, null),
    ]
    expect(matrixFinding(here).title).toBe(there.title)
    expect(matrixFinding(here).table().rows).toEqual(JSON.parse(JSON.stringify(there.table().rows)))
  }
})

test('own weights are shares of 1, and all of one scenario is that scenario', () => {
  expect(sharesFrom([1, 3])).toEqual([0.25, 0.75])
  expect(sharesFrom([0, 0])).toEqual([0.5, 0.5])
  const [row] = matrixFinding(factsFrom(data.matrix, 'mean', [0, 7])).marks.slice(1)
  expect(row.weighted?.estimate.value).toBeCloseTo(row.cells[1]?.estimate.value ?? NaN, 9)
})

test('a spread is the same after it was packed', () => {
  const matrix = Float64Array.of(4, 1, 0.5, 1, 9, -2, 0.5, -2, 16)
  const spread = { strategies: 3, values: [1, null, 3], matrices: [matrix, null] }
  expect(unpackedSpread(packedSpread(spread))).toEqual(spread)
})

test('dots stand at their values and none over another', () => {
  const places = placedDots([0, 1, 2, 30, 31], 12)
  expect(places.map(({ x }) => x)).toEqual([0, 1, 2, 30, 31])
  expect(places.map(({ row }) => row)).toEqual([0, 1, 2, 0, 1])
})

test('what was stopped is not written', async () => {
  const stopped = new AbortController()
  stopped.abort(new Error('stopped'))
  const other = new Dossier(marketRunner(), study, sight, { signal: stopped.signal })
  await expect(write(other)).rejects.toThrow('stopped')
})
