import { describe, expect, it } from 'vitest'
import { noteOn, withNote } from '../../../src/study/edits/notes.ts'
import { defaultStudy } from '../../../src/study/index.ts'

const start = defaultStudy()
const first = withNote(start, 'wacc', { note: 'As the treasury has it.' }, '2026-05-31')

describe('a note', () => {
  it('has the day it was written until another is given', () => {
    expect(noteOn(first, 'wacc')).toEqual({ note: 'As the treasury has it.', date: '2026-05-31' })
    const later = withNote(first, 'wacc', { owner: 'Ada' }, '2026-06-01')
    expect(noteOn(later, 'wacc')?.date).toBe('2026-06-01')
    const dated = withNote(later, 'wacc', { date: '2025-01-02' }, '2026-06-02')
    expect(noteOn(dated, 'wacc')).toMatchObject({ owner: 'Ada', date: '2025-01-02' })
  })

  it('is gone without a trace when all of it is taken back', () => {
    const owned = withNote(first, 'wacc', { owner: 'Ada', confidence: 'low' }, '2026-06-01')
    const bare = withNote(owned, 'wacc', { owner: '', confidence: '' }, '2026-06-01')
    expect(withNote(bare, 'wacc', { note: '' }, '2026-06-01')).toEqual(start)
  })

  it('leaves those on other assumptions alone, and one that was never there', () => {
    const two = withNote(first, 'taxRate', { confidence: 'high' }, '2026-06-01')
    expect(noteOn(two, 'wacc')).toEqual(noteOn(first, 'wacc'))
    expect(noteOn(two, 'passThrough')).toBeNull()
    expect(noteOn(two, 'toString')).toBeNull()
  })

  it('keeps its day, and the study, where nothing is said anew', () => {
    for (const change of [{ note: 'As the treasury has it.' }, { owner: '' }, {}]) {
      expect(withNote(first, 'wacc', change, '2026-06-01')).toBe(first)
    }
    expect(withNote(start, 'wacc', { note: '' }, '2026-06-01')).toBe(start)
    const other = withNote(first, 'wacc', { note: 'Ours.' }, '2026-06-01')
    expect(noteOn(other, 'wacc')?.date).toBe('2026-06-01')
  })

  it('is not made by a date alone', () => {
    expect(withNote(start, 'wacc', { date: '2026-05-31' }, '2026-06-01')).toEqual(start)
  })
})
