import { describe, expect, it } from 'vitest'
import { studyDiff } from '../../../src/study/diff.ts'
import {
  hasRoomForSignpost,
  isKept,
  quartersTo,
  signpostsOf,
  withoutSignpost,
  withSignpost,
  withSignpostNote,
} from '../../../src/study/edits/signposts.ts'
import {
  defaultStudy,
  readFile,
  readStudy,
  resolveStudy,
  writeStudy,
} from '../../../src/study/index.ts'
import { linkOf, readLink } from '../../../src/study/link.ts'
import { type KeptSignpost, MOST_SIGNPOSTS } from '../../../src/study/signposts.ts'
import { planOf } from '../../../src/study/plan.ts'

const study = defaultStudy()
const late: KeptSignpost = { series: 'spend', quarter: '2027Q1', threshold: 159, side: 'above' }
const soon: KeptSignpost = {
  series: 'awsAiShare',
  quarter: '2026Q1',
  threshold: 0.1523,
  side: 'below',
}
const kept = withSignpost(withSignpost(study, late), soon)

describe('signposts that are kept', () => {
  it('stand in the order of their quarters, each once, and leave no trace when taken out', () => {
    expect(signpostsOf(kept)).toEqual([soon, late])
    expect(withSignpost(kept, { ...late, note: 'again' })).toBe(kept)
    expect(isKept(kept, { ...late, threshold: 160 })).toBe(false)
    expect(withoutSignpost(kept, soon).signposts).toEqual([late])
    expect(withoutSignpost(withoutSignpost(kept, soon), late)).toEqual(study)
    expect(withoutSignpost(study, late)).toBe(study)
  })

  it('may be noted on, and an empty note is none', () => {
    const noted = withSignpostNote(kept, late, ' Ask for exclusivity again. ')
    expect(signpostsOf(noted)[1]).toEqual({ ...late, note: 'Ask for exclusivity again.' })
    expect(withSignpostNote(noted, late, 'Ask for exclusivity again.')).toBe(noted)
    expect(withSignpostNote(noted, late, '')).toEqual(kept)
    expect(withSignpostNote(study, late, 'nothing there')).toBe(study)
  })

  it('are no more than anybody watches', () => {
    let full = study
    for (let at = 0; at < MOST_SIGNPOSTS; at++)
      full = withSignpost(full, { ...late, threshold: at })
    expect([hasRoomForSignpost(full), hasRoomForSignpost(kept)]).toEqual([false, true])
    expect(withSignpost(full, late)).toBe(full)
  })

  it('mean the same quarter from every vantage', () => {
    expect(
      ['2025Q3', '2024Q1', '2026Q2', '2027Q1'].map((start) => quartersTo(late, start)),
    ).toEqual([6, 12, 3, 0])
  })
})

describe('a study with signposts', () => {
  it('is the same from a file and from a link, and moves no figure', () => {
    const noted = withSignpostNote(kept, soon, 'Ask “why”, then wait.')
    const { study: back, notRead, stray } = readFile(writeStudy(noted))
    expect({ back, notRead, stray }).toEqual({ back: noted, notRead: [], stray: [] })
    const link = linkOf(noted, { scenario: 'base', outcome: 'npv', chosen: 'none', rival: 'none' })
    expect(readLink(link).study.signposts).toEqual(noted.signposts)
    expect(planOf(resolveStudy(noted))).toEqual(planOf(resolveStudy(study)))
    expect(readStudy(writeStudy(study))).not.toHaveProperty('signposts')
  })

  it('differs from one without in what is watched', () => {
    expect(studyDiff(study, kept)).toMatchObject([{ label: 'What is watched', side: 'setting' }])
  })

  it('names what is not read, and keeps it', () => {
    const odd = { ...study, signposts: [{ ...late, series: 'weather', at: 1 }] }
    const { study: back, notRead, stray } = readFile(JSON.stringify(odd))
    expect(back.signposts).toEqual(odd.signposts)
    expect(notRead).toEqual(['signposts: no series is called weather'])
    expect(stray).toEqual(['signpost weather 2027Q1: at'])
  })

  it.each([
    [{ ...late, quarter: '2027' }, /a quarter as in 2026Q4 is expected, got .?2027/],
    [{ ...late, side: 'over' }, /one of below, above is expected, got .?over/],
    [{ ...late, threshold: '159' }, /a number is expected, got/],
    [{ ...late, threshold: null }, /a number is expected, got/],
    ['spend', /an object { … } is expected/],
  ])('with %j is refused in words', (one, words) => {
    expect(() => readFile(JSON.stringify({ ...study, signposts: [one] }))).toThrow(words)
  })

  it('with a threshold that is no number a file could hold is refused', () => {
    const text = JSON.stringify({ ...study, signposts: [late] }).replace(':159', ':1e999')
    expect(() => readFile(text)).toThrow('at most 1e100 is expected')
  })
})
