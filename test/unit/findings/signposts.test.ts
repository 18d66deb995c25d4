import { describe, expect, it } from 'vitest'
import type { SignSide } from '../../../src/analyses/sign-sides.ts'
import type { Signpost, Signposts } from '../../../src/analyses/signpost-facts.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { signpostsFinding } from '../../../src/findings/signposts.ts'
import type { SignpostsFacts } from '../../../src/findings/signpost-tables.ts'

const side = (choice: string | null, ahead: number | null, chance: number): SignSide => ({
  chance: { value: chance, error: 0.004 },
  mean: { value: chance < 0.5 ? 3.7 : 1, error: 0.1 },
  choice,
  ahead: ahead === null ? null : { value: ahead, error: 0.3 },
})
const row = [1, 1, 1, 1, 1]
const fan = { p5: row, p25: row, p50: row, p75: row, p95: row }
const flip: Signpost = {
  series: 'awsAiShare',
  t: 4,
  threshold: 0.152,
  error: 0.004,
  side: 'below',
  flips: true,
  sides: { below: side('open', 1.2, 0.3), above: side('deal', null, 0.7) },
  share: { value: 0.2, error: 0.01 },
  gain: { value: 0.4, error: 0.05 },
  fan,
  alike: ['hhi'],
  belief: null,
}
const tells: Signpost = {
  ...flip,
  series: 'spend',
  threshold: 159,
  error: null,
  side: 'above',
  flips: false,
  sides: { below: side('deal', null, 0.7), above: side('deal', null, 0.3) },
  alike: [],
}
const cell = {
  series: 'spend',
  t: 1,
  share: { value: 0.001, error: 0.002 },
  isTold: false,
  gain: { value: -0.01, error: 0.02 },
  flips: false,
}
const found: Signposts = {
  trials: 10_000,
  counted: 10_000,
  top: 'deal',
  perfect: { value: 4, error: 0.1 },
  together: [
    { t: 2, share: { value: 0.01, error: 0.01 }, gain: { value: -0.01, error: 0.02 } },
    { t: 8, share: { value: 0.25, error: 0.01 }, gain: { value: 0.4, error: 0.05 } },
  ],
  seen: [cell],
  signposts: [],
}
const of = (changes: Partial<Signposts>, more: Partial<SignpostsFacts> = {}) =>
  signpostsFinding({
    found: { ...found, ...changes },
    start: '2025Q4',
    quarters: 8,
    counted: 'all futures',
    trials: 10_000,
    unit: 'USD bn',
    explained: 'Net present value of The deal',
    brief: 'Net present value',
    isDifference: false,
    labelOf: (id) => (id === 'open' ? 'Investment without exclusivity' : 'The deal'),
    ...more,
  })

describe('what to watch', () => {
  it('is first of all what changes the choice, by when and how likely', () => {
    const { later, marks, caption, lines, waiting } = of({ signposts: [flip, tells] })
    expect(later).toBe(
      'By 2026Q4, “AWS share of AI” below 15.2 ± 0.4% would make Investment without exclusivity the choice.',
    )
    expect(marks[0].heading).toBe(
      'By 2026Q4: AWS share of AI below 15.2 ± 0.4%, in 30 of 100 futures',
    )
    expect(marks[0].says).toBe(
      'then the choice is Investment without exclusivity, ahead by $1.2 ± 0.3 bn; Net present value averages $3.7 ± 0.1 bn, else $1.0 ± 0.1 bn',
    )
    expect([marks[0].below, marks[0].above]).toEqual(['Investment without exclusivity', 'The deal'])
    expect(marks[1].says).toMatch(/; the choice stays The deal$/)
    expect(caption).toContain('“Concentration” tells about the same as “AWS share of AI”.')
    expect(waiting).toContain(
      'All these series together, seen to 2027Q4, foretell 25 ± 1% of the variance of Net present value; to wait for them before choosing would be worth $0.40 ± 0.05 bn at most, of $4.0 ± 0.1 bn that',
    )
    // On paper there are no controls and no drawing to speak of.
    expect(caption).toMatch(/Answer can count .*Drawn: /)
    expect(of({ signposts: [flip, tells] }, { isDrawn: false }).caption).not.toMatch(/Answer|Drawn/)
    // What waiting gains of a share is a difference of two, as what knowing is worth is.
    const shares = of({ signposts: [flip, tells] }, { unit: 'fraction' })
    expect(shares.waiting).toContain('40 ± 5 points at most, of 400 ± 10 points that it would')
    expect(of({ signposts: [flip] }, { trials: 50_000 }).caption).toContain(
      'Looked at: the first 10,000 of 50,000 futures.',
    )
    expect(lines).toHaveLength(2)
    expect(of({ signposts: [flip, { ...flip, series: 'spend' }] }).later).toMatch(
      /; 1 more sign would change it too\.$/,
    )
  })

  it('is else what tells most, and that nothing changes the choice', () => {
    const { later, marks, title } = of({ signposts: [tells] })
    expect(later).toBe(
      'Nothing seen of the market by 2027Q4 changes the choice; “Cloud spend” tells most about Net present value of The deal: 20 ± 1% of its variance by 2026Q4.',
    )
    expect(marks[0].says).toBe('then Net present value averages $3.7 ± 0.1 bn, else $1.0 ± 0.1 bn')
    expect([marks[0].below, marks[0].above]).toEqual(['$1.0 ± 0.1 bn', '$3.7 ± 0.1 bn'])
    expect(title).toBe(
      'The next two quarters, 2026Q1 and 2026Q2, have already come, and no market figure seen by then tells of Net present value of The deal beyond chance or changes the choice',
    )
    const little = { ...tells, share: { value: 0.03, error: 0.01 } }
    expect(of({ signposts: [little] }).later).toContain('The deal, and that is little: 3 ± 1%')
  })

  it('is nothing where nothing tells, and is not told of few futures', () => {
    expect(of({}).later).toBe(
      'Nothing seen of the market by 2027Q4 changes the choice; nothing tells of Net present value of The deal beyond chance.',
    )
    expect(of({ top: null, perfect: null }).later).toBe(
      'Nothing seen of the market by 2027Q4 tells of Net present value of The deal beyond chance.',
    )
    expect(of({}).lines).toEqual([`${of({}).title}.`, of({}).later])
    expect(of({}).few).toBeNull()
    const none = of({ counted: 999 })
    expect(none.title).toBe('Too few futures to tell what to watch: it takes 1,000, and 999 count')
    expect([none.waiting, none.later, none.soon]).toEqual(['', '', ''])
    expect(of({}).caption).not.toContain('Drawn')
  })

  it('offers a run that has enough futures, or says that none has', () => {
    expect(of({ counted: 64, trials: 64 }).few).toEqual({
      trials: 1000,
      words: 'A run of 1,000 futures has enough.',
    })
    expect(of({ counted: 500 }).few?.trials).toBe(23_000)
    expect(of({ counted: 80 }).few).toEqual({
      trials: null,
      words:
        'More futures would not help: the first 40,960 of a run are looked at, and about 328 of them would count.',
    })
    expect(of({ counted: 0 }).few?.trials).toBeNull()
  })

  it('opens with the next two quarters, which come first among the signs', () => {
    const early = { ...tells, t: 2, threshold: 174, share: { value: 0.03, error: 0.01 } }
    const now = { start: '2026Q2' }
    const ahead = of({ signposts: [flip, tells, early] }, now)
    expect(ahead.title).toBe(
      'In the next two quarters, 2026Q3 and 2026Q4, watch “Cloud spend”: where it is above $174 bn a quarter by 2026Q4, Net present value of The deal averages $3.7 ± 0.1 bn, else $1.0 ± 0.1 bn',
    )
    expect(ahead.soon).toBe(
      'That is so in 30 of 100 futures, and accounts for 3 ± 1% of the variance of Net present value, which is little.',
    )
    expect(ahead.marks.map(({ quarter }) => quarter)).toEqual(['2026Q4', '2027Q2', '2027Q2'])
    expect([ahead.ahead, ahead.marks[0].came]).toEqual([null, ''])
    expect(textOf(ahead.shortTable().rows[0][0])).toBe('2026Q4')
    expect(ahead.lines[0]).toBe(`${ahead.title}. ${ahead.soon}`)
    expect(of({}, now).title).toBe(
      'In the next two quarters, 2026Q3 and 2026Q4, no market figure tells of Net present value of The deal beyond chance or changes the choice',
    )
    const turns = of({ signposts: [{ ...flip, t: 1 }] }, now)
    expect(turns.title).toBe(
      'In the next two quarters, 2026Q3 and 2026Q4, watch “AWS share of AI”: below 15.2 ± 0.4% by 2026Q3 would make Investment without exclusivity the choice',
    )
    expect(turns.later).toBe('')
  })

  it('tells how the quarters that have come came, and from when what is ahead is seen', () => {
    const start = '2025Q3'
    const early = { ...tells, t: 2, threshold: 124 }
    const past = of({ signposts: [tells, early] }, { start })
    expect(past.title).toBe(
      'The next two quarters, 2025Q4 and 2026Q1, have already come: “Cloud spend” was $129 bn a quarter in 2026Q1, above the threshold of $124 bn a quarter',
    )
    const side =
      'In futures on that side Net present value averages $3.7 ± 0.1 bn, in the others $1.0 ± 0.1 bn.'
    expect(past.soon).toBe(side)
    expect(past.marks.map(({ came }) => came)).toEqual([
      `2026Q1 has come: $129 bn a quarter, above the threshold of $124 bn a quarter. ${side}`,
      'So far: $143 bn a quarter in 2026Q2.',
    ])
    expect(past.shortTable().rows.map((row) => textOf(row[2]))).toEqual([
      '$129 bn a quarter: above',
      '$143 bn a quarter in 2026Q2',
    ])
    expect(past.ahead).toEqual({
      vantage: '2026-10',
      words:
        'This is seen from December 2025. The quarters that are still ahead are seen from October 2026.',
      look: 'See what to watch from October 2026',
    })
    const below = of({ signposts: [{ ...early, threshold: 140 }] }, { start })
    expect(below.soon).toContain('averages $1.0 ± 0.1 bn, in the others $3.7 ± 0.1 bn.')
    const coarse = { ...early, series: 'awsShare', threshold: 0.281 }
    expect(of({ signposts: [coarse] }, { start }).title).toMatch(
      /“AWS share” was 28% in 2026Q1 as printed, too coarse to tell on which side of 28.1% that is$/,
    )
    expect(of({ signposts: [coarse] }, { start }).soon).toBe('')
    const other = of({ signposts: [{ ...flip, t: 2 }] }, { start })
    expect(other.title).toMatch(
      /: no figure on record tells on which side “AWS share of AI” came out$/,
    )
    expect(other.marks[0].came).toBe(
      '2026Q1 has come, but no figure that is defined in the same way is on record here.',
    )
    const turned = { ...flip, series: 'spend', t: 2, threshold: 140 }
    expect(of({ signposts: [turned] }, { start }).soon).toBe(
      'In futures on that side Net present value averages $3.7 ± 0.1 bn, and the choice is Investment without exclusivity, in the others $1.0 ± 0.1 bn.',
    )
  })

  it('says that signs are no causes, and what goes with them', () => {
    const growth = { id: 'aiGrowth0', isHigher: true, isMore: true }
    const all = [
      { ...tells, belief: growth },
      { ...tells, t: 5, belief: growth },
    ]
    expect(of({ signposts: all }).goesWith).toBe(
      'These are signs, not causes. All of them go with a higher “AI growth now”, and the higher that is, the higher Net present value tends to be.',
    )
    const event = { id: 'anthropicConflict', isHigher: false, isMore: true }
    expect(of({ signposts: [...all, { ...flip, belief: event }] }).goesWith).toMatch(
      /^These are signs, not causes\. A high “Cloud spend” goes with .*\. A low “AWS share of AI” goes with “.*” happening less often, and where that does not, Net present value tends to be higher\.$/,
    )
    expect(of({ signposts: [tells] }).goesWith).toBe('This is a sign, not a cause.')
    expect(of({}).goesWith).toBe('')
  })

  it('has everything that was looked at in its table, and no choice where none is made', () => {
    const { table, shortTable } = of({ signposts: [tells] })
    expect(table().rows.map((one) => one.map(textOf))).toEqual([
      ['Cloud spend', '2026Q1', '0.1 ± 0.2%', 'no', '$0.00 ± 0.02 bn', 'no', '0%'],
    ])
    expect(shortTable().columns).toContain('Choice there')
    const none = of({ top: null, perfect: null, signposts: [{ ...tells, gain: null }] })
    expect(none.later).toMatch(/^“Cloud spend” tells most about/)
    expect(none.shortTable().columns).not.toContain('Choice there')
    expect(none.table().columns).toEqual([
      'Series',
      'Quarter',
      'Share of variance',
      'Beyond chance',
    ])
  })
})
