import { expect, test } from 'vitest'
import {
  copyName,
  freshId,
  LONGEST_NAME,
  moved,
  nameProblem,
  placeOf,
} from '../../../src/study/edits/entries.ts'

const named = (...labels: string[]) => labels.map((label, index) => ({ id: `own${index}`, label }))

test('a fresh id is the first that is free', () => {
  expect(freshId('own', [])).toBe('own1')
  expect(freshId('own', [{ id: 'own1' }, { id: 'own3' }])).toBe('own2')
})

test('a copy of a copy is no longer than a copy, and no two have one name', () => {
  const names = ['Open']
  for (let k = 0; k < 5; k++) names.push(copyName(names[names.length - 1], named(...names)))
  expect(names.slice(1, 4)).toEqual(['Copy of Open', 'Copy of Open 2', 'Copy of Open 3'])
  const long = copyName('x'.repeat(200), named('x'))
  expect(nameProblem('strategy', 'own9', long, named('x'))).toBeNull()
})

test('a number that is part of a name stays in the names of its copies', () => {
  const names = ['Plan 2025']
  for (let k = 0; k < 3; k++) names.push(copyName(names[names.length - 1], named(...names)))
  expect(names[1]).toBe('Copy of Plan 2025')
  for (const name of names) expect(name).toContain('Plan 2025')
  expect(new Set(names).size).toBe(names.length)
})

test('what is put back stands where it stood, whoever else is missing', () => {
  const given = ['a', 'b', 'c', 'd']
  for (const id of given) {
    for (const other of given) {
      const ids = given.filter((one) => one !== id && one !== other)
      const wanted = given.filter((one) => one === id || one !== other)
      expect(ids.toSpliced(placeOf(id, given, ids), 0, id)).toEqual(wanted)
    }
  }
  expect(placeOf('b', given, ['own', 'a', 'other'])).toBe(2)
})

test('a name is refused where it is empty, too long or taken', () => {
  const all = named('Ours', 'Theirs')
  expect(nameProblem('strategy', 'own0', '  ', all)).toMatch(/has a name/)
  expect(nameProblem('strategy', 'own0', 'x'.repeat(LONGEST_NAME + 1), all)).toMatch(/at most 80/)
  expect(nameProblem('strategy', 'own0', ' Theirs ', all)).toMatch(/“Theirs” already/)
  expect(nameProblem('strategy', 'own0', 'Ours', all)).toBeNull()
})

test('moving stops at the ends and loses nobody', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 5)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 2, -9)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], -1, 1)).toEqual(['a', 'b', 'c'])
})
