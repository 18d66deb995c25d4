import { describe, expect, it } from 'vitest'
import {
  isKept,
  quartersTo,
  signpostsOf,
  withSignpost,
} from '../../../src/study/edits/signposts.ts'
import { defaultStudy, readFile } from '../../../src/study/index.ts'
import type { KeptSignpost } from '../../../src/study/signposts.ts'

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
  it('stand in the order of their quarters, and another threshold is another one', () => {
    expect(signpostsOf(kept)).toEqual([soon, late])
    expect(isKept(kept, { ...late, threshold: 160 })).toBe(false)
  })

  it('mean the same quarter from every vantage', () => {
    expect(
      ['2025Q3', '2024Q1', '2026Q2', '2027Q1'].map((start) => quartersTo(late, start)),
    ).toEqual([6, 12, 3, 0])
  })
})

describe('a study with signposts', () => {
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
