import { expect, it } from 'vitest'
import { TOLERANCE } from '../../../models/index.ts'
import { ALL } from '../../../src/engine/selection.ts'
import {
  cameIn,
  defaultStudy,
  observedSelection,
  readStudy,
  resolveStudy,
  writeStudy,
} from '../../../src/study/index.ts'

const study = { ...defaultStudy('2024-03'), observed: { share: 0.02, amount: 0.1 } }

it('what is observed is part of a study and its file', () => {
  expect(readStudy(writeStudy(study))).toEqual(study)
  expect(resolveStudy(study).observed).toEqual({ share: 0.02, amount: 0.1 })
})

it('the futures that agree lie within the tolerance of every figure since', () => {
  const came = cameIn(study)
  expect(came).toHaveLength(27)
  const last = came.filter(({ quarter }) => quarter === '2026Q2')
  expect(last.map(({ series, t }) => [series, t])).toEqual([
    ['awsShare', 9],
    ['googleShare', 9],
    ['spend', 9],
  ])
  const [aws, , spend] = last
  expect([aws.low, aws.high]).toEqual([0.28 - 0.02, 0.28 + 0.02])
  expect(spend.high).toBeCloseTo(143.4 * 1.1, 9)
  const selection = observedSelection(study)
  expect(selection.kind === 'and' && selection.parts[0]).toMatchObject({
    kind: 'between',
    of: { input: 'awsShare@1' },
  })
})

it('counts all where nothing is asked, or nothing has come in within the horizon', () => {
  expect(observedSelection(defaultStudy())).toBe(ALL)
  expect(observedSelection({ ...defaultStudy('2026-10'), observed: TOLERANCE })).toBe(ALL)
  expect(cameIn({ ...study, horizonQuarters: 8 }).every(({ t }) => t <= 8)).toBe(true)
})

it.each([
  { share: 0, amount: 0.1 },
  { share: 0.01, amount: 2 },
])('refuses %j', (observed) => {
  expect(() => resolveStudy({ ...study, observed })).toThrow(/^observed: \w+ is a number above 0/)
})
