import { describe, expect, it } from 'vitest'
import { studyDiff } from '../../../src/study/diff.ts'
import { keptList } from '../../../src/study/edits/kept.ts'
import { ruleKey } from '../../../src/study/edits/rules.ts'
import { signpostKey } from '../../../src/study/edits/signposts.ts'
import {
  defaultStudy,
  readFile,
  readStudy,
  resolveStudy,
  type Study,
  writeStudy,
} from '../../../src/study/index.ts'
import { linkOf, readLink } from '../../../src/study/link.ts'
import { planOf } from '../../../src/study/plan.ts'
import { type KeptRule, MOST_RULES } from '../../../src/study/rules.ts'
import { type KeptSignpost, MOST_SIGNPOSTS } from '../../../src/study/signposts.ts'

const study = defaultStudy()
const ruleAt = (at: number): KeptRule => ({
  outcome: 'npv',
  strategy: 'exclusive',
  good: { side: 'atLeast', at },
  conditions: [{ assumption: 'openaiReturn', low: 0.22 }],
})
const signpostAt = (threshold: number): KeptSignpost => ({
  series: 'spend',
  quarter: '2027Q1',
  threshold,
  side: 'above',
})

/** A list as any is used here: what stands in it is made of a number. */
interface List {
  readonly field: 'rules' | 'signposts'
  readonly label: string
  readonly most: number
  readonly isKept: (study: Study, at: number) => boolean
  readonly hasRoom: (study: Study) => boolean
  readonly withOne: (study: Study, at: number) => Study
  readonly without: (study: Study, at: number) => Study
  readonly withNote: (study: Study, at: number, note: string) => Study
  readonly one: (at: number) => KeptRule | KeptSignpost
}

function listOf<F extends 'rules' | 'signposts'>(
  field: F,
  label: string,
  most: number,
  keyOf: (one: { rules: KeptRule; signposts: KeptSignpost }[F]) => string,
  one: (at: number) => { rules: KeptRule; signposts: KeptSignpost }[F],
): List {
  const edits = keptList(field, keyOf, most)
  return {
    field,
    label,
    most,
    one,
    hasRoom: edits.hasRoom,
    isKept: (of, at) => edits.isKept(of, one(at)),
    withOne: (of, at) => edits.withOne(of, one(at)),
    without: (of, at) => edits.without(of, one(at)),
    withNote: (of, at, note) => edits.withNote(of, one(at), note),
  }
}

describe.each([
  listOf('rules', 'What would have to be true', MOST_RULES, ruleKey, ruleAt),
  listOf('signposts', 'What is watched', MOST_SIGNPOSTS, signpostKey, signpostAt),
])('$field that are kept', (list) => {
  const { field, one } = list
  const kept = list.withOne(list.withOne(study, 1), 2)

  it('stand there once, in their order, and leave no trace when taken out', () => {
    expect(kept[field]).toEqual([one(1), one(2)])
    expect(list.withOne(list.withNote(kept, 1, 'noted'), 1)[field]).toHaveLength(2)
    expect(list.withOne(kept, 1)).toBe(kept)
    expect([list.isKept(kept, 2), list.isKept(kept, 3)]).toEqual([true, false])
    expect(list.without(kept, 1)[field]).toEqual([one(2)])
    expect(list.without(list.without(kept, 1), 2)).toEqual(study)
    expect(list.without(study, 1)).toBe(study)
  })

  it('may be noted on, and an empty note is none', () => {
    const noted = list.withNote(kept, 2, ' Ask for exclusivity again. ')
    expect(noted[field]).toEqual([one(1), { ...one(2), note: 'Ask for exclusivity again.' }])
    expect(list.withNote(noted, 2, 'Ask for exclusivity again.')).toBe(noted)
    expect(list.withNote(noted, 2, '')).toEqual(kept)
    expect(list.withNote(study, 1, 'nothing there')).toBe(study)
  })

  it('are no more than find room, here and in a file', () => {
    let full = study
    for (let at = 0; at < list.most; at++) full = list.withOne(full, at)
    expect([list.hasRoom(full), list.hasRoom(kept)]).toEqual([false, true])
    expect(list.withOne(full, list.most)).toBe(full)
    const many = { ...study, [field]: [...(full[field] ?? []), one(list.most)] }
    expect(() => readFile(JSON.stringify(many))).toThrow(`at most ${list.most} ${field}`)
  })

  it('are the same from a file and from a link, with their notes, and move no figure', () => {
    const noted = list.withNote(kept, 1, 'Ask “why”, then wait.')
    const { study: back, notRead, stray } = readFile(writeStudy(noted))
    expect({ back, notRead, stray }).toEqual({ back: noted, notRead: [], stray: [] })
    const link = linkOf(noted, { scenario: 'base', outcome: 'npv', chosen: 'none', rival: 'none' })
    expect(readLink(link).study[field]).toEqual(noted[field])
    expect(planOf(resolveStudy(noted))).toEqual(planOf(resolveStudy(study)))
    expect(readStudy(writeStudy(study))).not.toHaveProperty(field)
    expect(studyDiff(study, kept)).toMatchObject([{ label: list.label, side: 'setting' }])
  })

  it('with a note that is no text, or too long for one, are refused', () => {
    const withNote = (note: unknown) => JSON.stringify({ ...study, [field]: [{ ...one(1), note }] })
    expect(() => readFile(withNote(7))).toThrow(/note: a text is expected, got/)
    expect(() => readFile(withNote('a'.repeat(4001)))).toThrow(/4,?000/)
  })
})
