import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { formats } from '../../../src/app/export/formats.ts'
import { firstOf, trialTable } from '../../../src/app/export/trials-table.ts'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { defaultStudy, readStudy } from '../../../src/study/index.ts'
import { market } from '../../../src/study/model.ts'
import { marketRunner } from '../models/bundled.ts'
import { type Library, trialsOf, valueAt } from './sip-reader.ts'

const hostile = '=1+1,"two"\nlines; Ж'
const study = {
  ...defaultStudy(),
  name: hostile,
  trials: 1024,
  strategies: [
    'none',
    'exclusive',
    { id: 'mine-1', label: hostile, levers: { upfront: 5 } },
  ] as ReturnType<typeof defaultStudy>['strategies'],
}
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'mine-1' }
const runner = marketRunner()
const dossier = new Dossier(runner, study, sight)
const table = await trialTable(dossier)

async function written(id: string, of = dossier) {
  const format = formats.find((one) => one.id === id)
  if (!format) throw new Error(`there is no format ${id}`)
  return (await format.load()).write(of)
}

const shown = ({ states, kind, values }: (typeof table.columns)[number], trial: number) =>
  kind === 'category' ? states[values[trial]] : values[trial]

test('a CSV has a row a future and gives every figure back to the last bit', async () => {
  const { content, name } = await written('csv')
  const text = new TextDecoder().decode(content as Uint8Array)
  const [head, ...rows] = text.split('\r\n').map((line) => line.split(','))
  expect(rows.pop()).toEqual([''])
  expect(head).toEqual(['future', ...table.columns.map((one) => one.name)])
  expect(new Set(head).size).toBe(head.length)
  expect(rows).toHaveLength(table.trials)
  const wrong = rows.flatMap((row, trial) =>
    table.columns.filter((one, at) => {
      const cell = row[at + 1]
      return (one.kind === 'category' ? cell : Number(cell)) !== shown(one, trial)
    }),
  )
  expect(wrong).toEqual([])
  expect(rows.map(([future]) => Number(future))).toEqual([...rows.keys()])
  const { digest } = await dossier.results()
  expect(name).toContain(digest?.slice(0, 12))
})

test('a Parquet file has the same, series of the two in sight, and what it takes to run it again', async () => {
  const bytes = (await written('parquet')).content as Uint8Array
  const file = bytes.slice().buffer
  const rows = await parquetReadObjects({ file })
  expect(rows).toHaveLength(table.trials)
  const paths = await dossier.paths('mine-1')
  for (const trial of [0, 256, 1023]) {
    expect(rows[trial].future).toBe(trial)
    for (const one of table.columns) {
      expect(Number(rows[trial][one.name]) || rows[trial][one.name] || 0).toBe(shown(one, trial))
    }
    for (const [at, { id }] of market.series.entries()) {
      const from = trial * paths.points
      const series = rows[trial][`series.mine-1.${id}`] as number[]
      expect(series).toEqual([...paths.series[at].subarray(from, from + paths.points)])
      expect(rows[trial][`series.exclusive.${id}`]).toHaveLength(paths.points)
    }
  }
  const about = new Map(
    parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value ?? '']),
  )
  expect(readStudy(about.get('study') ?? '').name).toBe(study.name)
  const { digest } = await dossier.results()
  expect(JSON.parse(about.get('stakes') ?? '')).toMatchObject({
    digest,
    seed: 'stakes',
    trials: 1024,
  })
  const columns = JSON.parse(about.get('columns') ?? '') as { name: string; label: string }[]
  expect(columns.find(({ name }) => name === 'outcome.mine-1.npv')?.label).toContain('Ж')
})

test('more futures than a file holds: the first ones', () => {
  const of = (trials: number) =>
    firstOf(new Dossier(runner, { ...study, trials }, sight)).plan.trials
  expect([of(1), of(20_480), of(20_481), of(200_000)]).toEqual([1, 20_480, 20_480, 20_480])
})

test('a stop while it is written ends it', async () => {
  const stop = new AbortController()
  const onProgress = (part: number) => {
    if (part > 0 && part < 1) stop.abort(new Error('enough'))
  }
  for (const id of ['csv', 'parquet', 'sipmath']) {
    const of = new Dossier(runner, study, sight, { signal: stop.signal, onProgress })
    await expect(written(id, of)).rejects.toThrow('enough')
  }
})

test('a reader of SIPmath 3.0 has the figures of the futures, within what is stated', async () => {
  const library = JSON.parse(String((await written('sipmath')).content)) as Library
  expect(library).toMatchObject({ objectType: 'sipModel', libraryType: 'SIPmath_3_0' })
  expect(library.sips.length).toBeGreaterThan(20)
  const drawn = trialsOf(library, DRAWN)
  for (const sip of library.sips) {
    const { metadata: m, name } = sip
    for (const [p, of] of [
      [0.1, 'P10'],
      [0.5, 'P50'],
      [0.9, 'P90'],
    ] as const) {
      expect(valueAt(sip, p)).toBeCloseTo(m[of] + m.fit[of], 6)
      // Of the way from P10 to P90, with what so few trials add: what is farther is given as steps.
      expect(Math.abs(m.fit[of])).toBeLessThanOrEqual(0.036 * Math.max(m.P90 - m.P10, m.std))
    }
    const values = drawn.get(name) ?? new Float64Array()
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.abs(mean - m.mean - m.fit.mean)).toBeLessThan((4.5 * m.std) / Math.sqrt(DRAWN))
  }
  const [exclusive] = table.columns.filter((one) => one.name === 'outcome.exclusive.npv')
  const found = library.sips.find(({ name }) => name === 'npv_exclusive')
  const average = exclusive.values.reduce((sum, value) => sum + value, 0) / table.trials
  expect(found?.metadata.mean).toBeCloseTo(average, 9)
  expect(library.metadata.leftOut.map(({ label }) => label)).toContain(
    'Net present value: No investment',
  )
  expect(new Set(library.sips.map(({ name }) => name)).size).toBe(library.sips.length)
  for (const { name } of library.sips) expect(name).toMatch(/^[A-Za-z]\w*$/)
})

const DRAWN = 3000
