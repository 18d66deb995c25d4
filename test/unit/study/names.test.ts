import { describe, expect, it, test } from 'vitest'
import { nearest } from '../../../src/study/names.ts'
import { fields } from '../../../src/study/schema.ts'

const known = fields.study
/** A name with one letter gone, doubled, another one, or exchanged with the next, at every place. */
function misspellings(name: string): string[] {
  return Array.from(name).flatMap((letter, i) => [
    name.slice(0, i) + name.slice(i + 1),
    name.slice(0, i) + letter + name.slice(i),
    `${name.slice(0, i)}q${name.slice(i + 1)}`,
    name.slice(0, i) +
      name
        .slice(i, i + 2)
        .split('')
        .reverse()
        .join('') +
      name.slice(i + 2),
  ])
}

describe('what was meant', () => {
  it('is found of every field of a study, one letter wrong anywhere', () => {
    for (const name of known.filter(({ length }) => length > 3))
      for (const typed of misspellings(name)) expect(nearest(typed, known), typed).toBe(name)
  })
  test.each([
    ['overide', 'overrides'],
    ['strateges', 'strategies'],
    ['strategy', 'strategies'],
    ['Correlation', 'correlations'],
    ['Seed', 'seed'],
    ['horizonQuartres', 'horizonQuarters'],
  ])('of %s is %s', (typed, name) => {
    expect(nearest(typed, known)).toBe(name)
  })
  it('is nothing of what looks like none of them', () => {
    for (const typed of ['owner', 'x', '', 'colour', 'constructor', '__proto__'])
      expect(nearest(typed, known), typed).toBeUndefined()
  })
})
