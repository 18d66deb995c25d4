import { expect, it } from 'vitest'
import { studyDiff } from '../../../src/study/diff.ts'
import {
  defaultStudy,
  planOf,
  readFile,
  readStudy,
  resolveStudy,
  resultsFile,
  sightIn,
  verify,
  withoutSight,
  withSight,
  writeResults,
  writeStudy,
} from '../../../src/study/index.ts'
import { linkOf, readLink } from '../../../src/study/link.ts'
import { marketRunner } from '../models/bundled.ts'

const study = defaultStudy()
const sight = {
  scenario: 'regulators',
  outcome: 'peakCashAtRisk',
  chosen: 'exclusive',
  rival: 'deepTechnical',
}
const seen = withSight(study, sight)

it('is written and read back, and one written later takes its place', () => {
  const { study: back, notRead, stray } = readFile(writeStudy(seen))
  expect({ back, notRead, stray }).toEqual({ back: seen, notRead: [], stray: [] })
  expect(withSight(back, { chosen: 'none', rival: undefined }).sight).toEqual({ chosen: 'none' })
  expect(withoutSight(back)).toEqual(study)
  expect(readStudy(writeStudy(study)).sight).toBeUndefined()
})

it('of what is not there nothing is seen, and it is named', () => {
  const given = {
    scenario: 'nowhere',
    outcome: 'talks',
    chosen: 'exclusve',
    rival: 'bought',
    at: 'x',
  }
  const { study: back, notRead, stray } = readFile(writeStudy({ ...study, sight: given }))
  expect(sightIn(back)).toEqual({})
  expect(notRead).toEqual([
    'sight: no scenario here is called nowhere',
    'sight: no outcome here is called talks',
    'sight: no strategy here is called exclusve; did you mean exclusive?',
    'sight: no strategy here is called bought',
  ])
  expect(stray).toEqual(['sight: at'])
  expect(() => readFile(JSON.stringify({ ...study, sight: 'base' }))).toThrow(
    /sight: an object .* is expected/,
  )
})

it('moves no figure and no digest, is no difference, and does not count when a file is verified', async () => {
  const [a, b] = [study, seen].map((one) =>
    resolveStudy({ ...one, trials: 256, horizonQuarters: 8 }),
  )
  expect(planOf(b)).toEqual(planOf(a))
  expect(studyDiff(study, seen)).toEqual([])
  expect(studyDiff(seen, study)).toEqual([])
  const runner = marketRunner()
  const results = await runner.run(planOf(a))
  const series = await runner.series(results, results.cases)
  const file = readFile(writeResults(resultsFile(b, results, series)))
  expect(file.study.sight).toEqual(sight)
  if (file.kind !== 'results') throw new Error('results are expected')
  expect(verify(file.results, resultsFile(a, results, series)).reproduced).toBe(true)
})

it('is beside the study in a link, and not in it', () => {
  expect(linkOf(seen, sight)).toBe(linkOf(study, sight))
  expect(readLink(linkOf(seen, sight)).study.sight).toBeUndefined()
})
