import { expect, test } from 'vitest'
import type { Present } from '../../../src/app/state/present.svelte.ts'
import { standing } from '../../../src/app/views/present/standing.ts'
import { unbroken } from '../../../src/app/views/present/unbroken.ts'
import { presentedName } from '../../../src/dossier/presented.ts'

test('a figure stays with its sign, its unit and its error', () => {
  expect(unbroken('at −$13.1 bn (+$0.06 ± 0.01 bn)')).toBe(
    'at −\u2060$13.1\u00a0bn (+\u2060$0.06\u00a0±\u00a00.01\u00a0bn)',
  )
  expect(unbroken('a bnd of 3 others')).toBe('a bnd of 3 others')
})

test('it is said how far the run is, and then the pages; nothing where all are made', () => {
  const of = (change: object) =>
    standing({
      app: { run: { problem: null, status: 'running' } },
      isReady: false,
      problem: null,
      runPart: 0.419,
      part: 0.5,
      ...change,
    } as unknown as Present)
  expect(of({})).toBe('41% of the futures are simulated.')
  expect(of({ isReady: true })).toBe('50% of the pages are made.')
  expect(of({ isReady: true, part: 1 })).toBe('')
  expect(of({ isReady: true, problem: 'It broke.' })).toBe('It broke.')
  expect(of({ app: { run: { problem: null, status: 'cancelled' } } })).toMatch(/^The run was/)
})

test('no two pages have the same name', () => {
  expect(['question', 'question-2', 'question-3'].map(presentedName)).toEqual([
    'Question and terms',
    'Question and terms, copy 2',
    'Question and terms, copy 3',
  ])
})
