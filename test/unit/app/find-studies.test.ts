import { describe, expect, it } from 'vitest'
import type { KeptStudy } from '../../../src/app/keep/database.ts'
import { foundStudies } from '../../../src/app/keep/find-studies.ts'

function kept(name: string, saved: number, notes = ''): KeptStudy {
  const note = notes.slice(0, 280)
  return { id: name, name, note, saved, text: JSON.stringify({ notes }), scenario: 'base' }
}

const long = `${'The committee met. '.repeat(40)}Ask about Zürich.`
const all = [
  kept('Study 10', 1),
  kept('study 2', 4, 'for May'),
  kept('Café “case”', 2, long),
  kept('', 3),
]
const namesOf = (typed: string, order: 'changed' | 'name' = 'changed') =>
  foundStudies(all, typed, order).map(({ name }) => name)

describe('studies in this browser', () => {
  it('are all found by nothing, the newest first, or by name with numbers in their order', () => {
    expect(namesOf(' ')).toEqual(['study 2', '', 'Café “case”', 'Study 10'])
    expect(namesOf('', 'name')).toEqual(['', 'Café “case”', 'study 2', 'Study 10'])
  })

  it('are found by words of name and note in any case, with or without accents', () => {
    expect(namesOf('STUDY may')).toEqual(['study 2'])
    expect(namesOf('cafe zurich')).toEqual(['Café “case”'])
    expect(namesOf('nowhere')).toEqual([])
  })

  it('are found where their text cannot be read', () => {
    const broken = { ...kept('Broken', 1, 'old'), text: '{' }
    expect(foundStudies([broken], 'old', 'name')).toEqual([broken])
  })
})
