import { describe, expect, it } from 'vitest'
import { studyDiff } from '../../../src/study/diff.ts'
import { withTaken } from '../../../src/study/diff-take.ts'
import { withTarget } from '../../../src/study/edits/targets.ts'
import { entryTexts } from '../../../src/findings/study-diff-words.ts'
import {
  defaultStudy,
  readFile,
  readStudy,
  resolveStudy,
  writeStudy,
} from '../../../src/study/index.ts'
import { linkOf, readLink } from '../../../src/study/link.ts'
import { planOf } from '../../../src/study/plan.ts'
import { tidied } from '../../../src/study/tidy.ts'

const study = defaultStudy()
const aimed = withTarget(withTarget(study, 'npv', 10), 'awsShare', 0.3)

describe('targets of a study', () => {
  it('are one for each outcome, and leave no trace when taken out', () => {
    expect(aimed.targets).toEqual({ npv: 10, awsShare: 0.3 })
    expect(withTarget(aimed, 'npv', 7).targets).toEqual({ npv: 7, awsShare: 0.3 })
    expect(withTarget(aimed, 'npv', null).targets).toEqual({ awsShare: 0.3 })
    expect(withTarget(withTarget(aimed, 'npv', null), 'awsShare', null)).toEqual(study)
    expect(withTarget(study, 'npv', null)).toEqual(study)
  })

  it('are the same from a file and from a link, and move no figure', () => {
    const { study: back, notRead, stray } = readFile(writeStudy(aimed))
    expect({ back, notRead, stray }).toEqual({ back: aimed, notRead: [], stray: [] })
    expect(readLink(linkOf(aimed)).study.targets).toEqual(aimed.targets)
    expect(planOf(resolveStudy(aimed))).toEqual(planOf(resolveStudy(study)))
  })

  it('that nobody set are in no file and in no link', () => {
    expect(readStudy(writeStudy(study))).not.toHaveProperty('targets')
    const untouched = withTarget(aimed, 'npv', null)
    expect(writeStudy(withTarget(untouched, 'awsShare', null))).toBe(writeStudy(study))
    expect(linkOf(withTarget(untouched, 'awsShare', null))).toBe(linkOf(study))
  })

  it('are told apart from a colleague’s, and taken over', () => {
    const [entry, ...others] = studyDiff(study, aimed)
    expect([entry.label, entry.side, others]).toEqual(['What is aimed at', 'setting', []])
    expect(entryTexts(entry)).toEqual([
      'nothing said',
      'Net present value at least $10 bn, AWS share at least 30%',
    ])
    expect(withTaken(study, aimed, [entry])).toEqual(aimed)
    expect(withTaken(aimed, study, studyDiff(aimed, study))).toEqual(study)
  })

  it('name what is no outcome that is a number, and keep it', () => {
    const odd = { ...study, targets: { joy: 1, dealOutcome: 2, npv: 3 } }
    const { study: back, notRead } = readFile(JSON.stringify(odd))
    expect(back.targets).toEqual(odd.targets)
    expect(notRead).toEqual(
      ['joy', 'dealOutcome'].map((id) => `targets: no outcome that is a number is called ${id}`),
    )
  })

  it.each([
    [10, /targets: an object { … } is expected/],
    [[10], /an object { … } is expected, got a list/],
    [{ npv: '10' }, /targets.npv: a number is expected, got/],
    [{ npv: null }, /a number is expected, got/],
  ])('that are %j are refused in words', (targets, words) => {
    expect(() => readFile(JSON.stringify({ ...study, targets }))).toThrow(words)
  })

  it('beyond any number a file could hold are refused', () => {
    const text = JSON.stringify(withTarget(study, 'npv', 10)).replace('"npv":10', '"npv":1e999')
    expect(() => readFile(text)).toThrow('at most 1e100 is expected')
  })
})

it('nothing aimed at and nothing noted are the same as none', () => {
  const rule = {
    outcome: 'npv',
    strategy: 'exclusive',
    good: { side: 'atLeast', at: 10 },
    conditions: [{ assumption: 'openaiReturn', low: 0.2 }],
  } as const
  const study = { ...defaultStudy(), targets: {}, rules: [{ ...rule, note: '' }] }
  expect(tidied(study)).toEqual({ ...defaultStudy(), rules: [rule] })
  const kept = { ...study, targets: { npv: 0 }, rules: [{ ...rule, note: 'Ask.' }] }
  expect(tidied(kept)).toEqual(kept)
})
