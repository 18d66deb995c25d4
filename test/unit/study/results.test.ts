import { beforeAll, describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { quantileFields } from '../../../src/engine/statistics/index.ts'
import { planOf } from '../../../src/study/plan.ts'
import { readFile, studyOf } from '../../../src/study/read.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { verify } from '../../../src/study/verify.ts'
import { type ResultsFile, resultsFile, writeResults } from '../../../src/study/write.ts'
import { marketRunner } from '../models/bundled.ts'

const quarters = 9
const given = studyOf({
  format: 'stakes-study',
  version: 1,
  trials: 300,
  horizonQuarters: quarters,
  strategies: ['none', 'exclusive'],
  scenarios: ['base', 'regulators'],
})

const runner = marketRunner()

async function runFile(study = resolveStudy(given)): Promise<ResultsFile> {
  const results = await runner.run(planOf(study))
  return resultsFile(study, results, await runner.series(results, results.cases))
}

/** As the command line and the page verify a file. */
async function runAgain({ study, outcomes }: ResultsFile): Promise<ResultsFile> {
  const resolved = resolveStudy(study)
  const plan = planOf(resolved, { digestOf: outcomes })
  const results = await runner.run(plan)
  return resultsFile(resolved, results, await runner.series(results, results.cases))
}

let file: ResultsFile
let text: string
beforeAll(async () => {
  file = await runFile()
  text = writeResults(file)
})

function reread(change: (text: string) => string = (same) => same): ResultsFile {
  const opened = readFile(change(text))
  if (opened.kind !== 'results') throw new Error('a results file was expected')
  return opened.results
}

describe('a results file', () => {
  it('has every outcome, series and state of the model in every case', () => {
    expect(file.cases).toHaveLength(4)
    for (const { outcomes, series, closed } of file.cases) {
      expect(Object.keys(outcomes)).toEqual(market.outcomes.map(({ id }) => id))
      expect(Object.keys(series)).toEqual(market.series.map(({ id }) => id))
      for (const one of market.outcomes) {
        const found = Object.keys(outcomes[one.id])
        if (one.kind === 'category') expect(found).toEqual([...one.states])
        else expect(found).toEqual(expect.arrayContaining(['mean', ...Object.keys(quantileFields)]))
      }
      for (const one of Object.values(series)) {
        for (const values of Object.values(one)) expect(values).toHaveLength(quarters + 1)
      }
      expect(closed.fraction === 0).toBe(Object.keys(closed.outcomes).length === 0)
    }
  })

  it('holds no number that JSON cannot write', () => {
    const inside: unknown[] = []
    JSON.stringify(file, (_key, value: unknown) => {
      inside.push(value)
      return value
    })
    const numbers = inside.filter((value) => typeof value === 'number')
    expect(numbers.length).toBeGreaterThan(1000)
    expect(numbers.every(Number.isFinite)).toBe(true)
    expect(JSON.parse(text)).toEqual(file)
  })

  it('run again is reproduced to the bit', async () => {
    const now = await runFile(resolveStudy(reread().study))
    expect(verify(reread(), now)).toEqual({
      reproduced: true,
      meaning: '',
      words: [],
      moved: [],
      remarks: [],
    })
  })

  it.each([
    [
      'a mean',
      (one: string) => one.replace(/("npv": \{\s*"mean": )0,/, '$10.5,'),
      /npv, mean: 0.5 in the file, 0 now/,
    ],
    [
      'a digest',
      (one: string) => one.replaceAll(file.digest, 'f'.repeat(64)),
      /digest: ffffffffffff… in the file/,
    ],
    [
      'a model',
      (one: string) => one.replace(`"id": "${market.id}"`, '"id": "chip-market"'),
      /made with another model, chip-market/,
    ],
    [
      'an outcome fewer in its list',
      (one: string) => one.replace(' "npv",\n', ''),
      /exclusive in base, outcomes: the file does not name npv/,
    ],
    [
      'two outcomes of its list in another order',
      (one: string) => one.replace(/("npv"),(\s*)("npvOperations")/, '$3,$2$1'),
      /digest: /,
    ],
    [
      'a series fewer in its list',
      (one: string) =>
        one.replace(' "hhiAi",\n  "aiPriceIndex",\n  "awsChip', ' "aiPriceIndex",\n  "awsChip'),
      /series: the file does not name hhiAi/,
    ],
    [
      'an outcome nobody has in its list',
      (one: string) => one.replace(' "npv",\n', ' "npv",\n  "charm",\n'),
      /charm is not in the model any more: neither it nor the digests/,
    ],
    [
      'a removed figure',
      (one: string) => one.replace(/"p99": [^,]*,/, ''),
      /p99: nothing in the file/,
    ],
  ])('with %s changed it says what moved', async (_what, change, words) => {
    const changed = reread(change)
    expect(writeResults(changed)).not.toBe(text)
    const { reproduced, meaning, moved } = verify(changed, await runAgain(changed))
    expect(reproduced).toBe(false)
    expect([meaning, ...moved].join('\n')).toMatch(words)
  })

  it('of another version of the model, in which nothing moved, is reproduced and says so', async () => {
    const changed = reread((one) =>
      one.replace(`"version": "${market.version}"`, '"version": "0.9.0"'),
    )
    expect(verify(changed, await runAgain(changed))).toEqual({
      reproduced: true,
      meaning: '',
      words: [],
      moved: [],
      remarks: [`the model was cloud-market 0.9.0 and is cloud-market ${market.version}`],
    })
  })

  it('of some outcomes and series, in an order of its own, is compared in those alone', async () => {
    const outcomes = ['dealOutcome', 'awsShare', 'npv']
    const { study } = file
    const results = await runner.run(planOf(study, { digestOf: outcomes }))
    const part = resultsFile(study, results, await runner.series(results, results.cases))
    const less = {
      ...part,
      series: ['hhi'],
      cases: part.cases.map((one) => ({ ...one, series: { hhi: one.series.hhi } })),
    }
    const opened = readFile(writeResults(less))
    if (opened.kind !== 'results') throw new Error('a results file was expected')
    expect(opened.results.outcomes).toEqual(outcomes)
    expect(verify(opened.results, await runAgain(opened.results)).reproduced).toBe(true)
    const turned = { ...opened.results, outcomes: outcomes.toReversed() }
    expect(verify(turned, await runAgain(turned)).moved[0]).toMatch(/^digest: /)
  })

  it('that names an outcome twice is refused', () => {
    expect(() => reread((one) => one.replace(' "npv",\n', ' "npv",\n  "npv",\n'))).toThrow(
      /outcomes: a list in which every id stands once is expected/,
    )
  })

  it('with another seed moves in every case', async () => {
    const { moved } = verify(file, await runFile(resolveStudy({ ...given, seed: 'another' })))
    for (const scenario of ['base', 'regulators']) {
      expect(moved.some((line) => line.startsWith(`exclusive in ${scenario}`))).toBe(true)
    }
  })

  it('cut short or without its digest is refused', () => {
    expect(() => readFile(text.slice(0, -9))).toThrow(/not JSON/)
    expect(() => readFile(text.replace(file.digest, 'abc'))).toThrow(/digest: .* 64 hex digits/)
  })
})
