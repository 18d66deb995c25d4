import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import { foundWords, frontierFinding, type FrontierFacts } from '../../../src/findings/frontier.ts'
import { stands } from '../../../src/findings/frontier-stands.ts'
import { mapFinding, type MapFacts, squareWords } from '../../../src/findings/lever-map.ts'
import { levelsIn } from '../../../src/findings/map-levels.ts'
import { pointWords } from '../../../src/findings/point-words.ts'
import { gridLevers, offered } from '../../../src/study/lever-grid.ts'
import { value, valueWithError } from '../../../src/words/index.ts'

const [npv] = market.outcomes
const outcomeOf = (id: string) =>
  market.outcomes.find((one): one is typeof one & NumberOutcome => one.id === id) ?? npv
const levers = gridLevers('2025-12')
const [x, , y] = levers
const base = offered('2025-12', { upfront: 10, exclusivity: 1 })
const of = { id: 'mine', label: 'Mine', levers: base }
const limits = { certain: 3, negligible: 0.5 }

const point = (mean: number | null, loss: number | null = 0.5) => ({
  mean: mean === null ? null : { value: mean, error: 0.1 },
  misses: loss === null ? null : { value: loss, error: 0.01 },
  worstTenth: loss === null ? null : { value: -5, error: 0.2 },
  closes: { value: loss === null ? 0 : 0.5, error: 0.01 },
  alongside: [{ value: 8, error: 0.1 }],
  trials: 2048,
})
const facts = (
  means: readonly (number | null)[],
  changes: Partial<MapFacts> = {},
  lead: number | null = null,
): MapFacts => ({
  asked: { outcome: npv, where: 'condition', means: 'all', target: 0, side: 'atLeast' },
  x,
  y,
  xs: [0, 10],
  ys: [0, 1],
  points: means.map((mean) => point(mean)),
  of,
  base,
  strategies: [of, { id: 'other', label: 'Other', levers: { ...base, codesign: 1 } }],
  measure: 'mean',
  limit: 0.6,
  held:
    lead === null
      ? null
      : {
          mean: { value: 3, error: 0.1 },
          lead: { value: lead, error: 0.05 },
          trials: 8192,
          limits,
        },
  ...changes,
})
const title = (...given: Parameters<typeof facts>) => mapFinding(facts(...given)).title

describe('the title of a map', () => {
  it('holds the best terms against the strategy by the one rule', () => {
    const best = [0, 1, 3, 2]
    expect(title(best, {}, 1.4)).toBe(
      'Other terms are better than those of “Mine”, by $1.40 ± 0.05 bn on average: Paid at closing $0 bn, Exclusivity 100%',
    )
    expect(title(best, {}, 0.1)).toMatch(/are worth about the same as “Mine”$/)
    expect(title(best, {}, 0.55)).toMatch(
      /are ahead of “Mine” by .* which may be no more than what is negligible$/,
    )
    expect(title(best, {}, -0.55)).toMatch(/^“Mine” is ahead of the best of these terms by/)
    expect(title(best, {}, -2)).toMatch(/^“Mine” is better than the best of these terms/)
  })

  it('says so where the strategy is the best itself, or there is none', () => {
    expect(title([0, 1, 2, 3], {}, 0)).toBe(
      '“Mine” has the best average of these terms: $3.0 ± 0.1 bn',
    )
    expect(title([0, 1, 2, 3], { of: null }, 1)).toMatch(/^The best average of these terms is/)
  })

  it('promises nothing while the map is not whole, or nothing differs', () => {
    expect(title([0, 1, 2, 3])).toMatch(/^The best average so far is/)
    expect(title([], { xs: [], ys: [] })).toBe('The first terms are being simulated')
    expect(title([2, 2, 2, 2])).toBe('Average is $2 bn whatever these two terms are')
    expect(title([null, null, null, null])).toBe('None of these terms has such a figure')
  })

  it('names no best of an outcome without a better side, nor of another measure', () => {
    const asked = { ...facts([]).asked, outcome: outcomeOf('googleShare') }
    expect(title([0.2, 0.25, 0.2, 0.3], { asked })).toMatch(/over these terms$/)
    expect(title([0, 1, 2, 3], { measure: 'misses' }, 1)).toMatch(/whatever these two terms are$/)
  })
})

describe('a map', () => {
  it('hatches what passes the limit, and draws strategies with other terms hollow', () => {
    const given = facts([0, 1, 2, 3], { points: [0.7, 0.6, 0.5, null].map((p) => point(1, p)) })
    const { marks } = mapFinding(given)
    expect(marks.hatched).toEqual([true, false, false, false])
    expect(marks.strategies.map(({ isElse }) => isElse)).toEqual([false, true])
    expect(marks.best).toBe(-1)
  })

  it('speaks of hatching only where there is any', () => {
    const missed = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), {
      minLength: 4,
      maxLength: 4,
    })
    fc.assert(
      fc.property(missed, fc.integer({ min: 0, max: 100 }), (all, limit) => {
        const points = all.map((one) => (one === null ? null : point(1, one / 100)))
        const { caption, marks } = mapFinding(facts([], { points, limit: limit / 100 }))
        const isHatched = marks.hatched.includes(true)
        expect(caption.includes('Hatched: chance of loss above')).toBe(isHatched)
        const isKnown = points.some((one) => one !== null)
        expect(caption.includes('nothing is hatched')).toBe(isKnown && !isHatched)
        expect(caption.includes('nowhere above')).toBe(!isHatched && !points.includes(null))
      }),
    )
    expect(mapFinding(facts([1, 2, 3, 4])).caption).toContain(
      'Chance of loss is nowhere above 60%, of futures in which the deal closes: nothing is hatched.',
    )
  })

  it('says what its best square is worth on the fresh futures, beside its own figure', () => {
    const given = facts([0, 1, 4, 3], {}, 1)
    expect(squareWords(given, 2)).toMatch(
      /^on 8,192 fresh futures: average \$3\.0 ± 0\.1 bn; on those of the map: average \$4\.0 ± 0\.1 bn · .* · 2,048 futures$/,
    )
    expect(squareWords(given, 3)).toMatch(/^average \$3\.0 ± 0\.1 bn/)
    expect(squareWords(facts([0, 1, 4, 3]), 2)).toMatch(/^average \$4\.0/)
    expect(mapFinding(given).caption).toContain(
      'run again on 8,192 fresh futures: its average there is $3.0 ± 0.1 bn.',
    )
  })

  it('has a table with a row for every value of the second lever, the most on top', () => {
    const { rows, columns } = mapFinding(facts([0, 1, 2, 3])).table()
    expect(columns).toEqual(['Exclusivity \\ Paid at closing', '$0 bn', '$10 bn'])
    expect(rows.map(([first]) => first)).toEqual(['100%', '0%'])
    expect(rows[0][1]).toEqual({ text: '2.0 ± 0.1', raw: 2 })
  })

  it('says in words what a point is, and that it has no figure', () => {
    const { asked } = facts([])
    expect(pointWords(asked, point(2), 2048)).toBe(
      'average $2.0 ± 0.1 bn · if the deal closes chance of loss 50 ± 1%, worst 1 in 10 −$5.0 ± 0.2 bn · closes 50 ± 1% · 2,048 futures',
    )
    expect(pointWords(asked, point(0, null), 2048)).toMatch(/no future counts/)
  })
})

it('contours are round, within the range, and few', () => {
  expect(levelsIn([-2.6, 1.2])).toEqual([-2, -1, 0, 1])
  expect(levelsIn([3, 3])).toEqual([])
  const value = fc.double({ min: -1e3, max: 1e3, noNaN: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      const levels = levelsIn(values)
      expect(levels.length).toBeLessThanOrEqual(8)
      for (const level of levels) {
        expect(level).toBeGreaterThanOrEqual(Math.min(...values))
        expect(level).toBeLessThanOrEqual(Math.max(...values))
      }
    }),
  )
})

describe('the title of a frontier', () => {
  const found = (lead: number, isWithin = true) => ({
    levers: base,
    found: point(3.1),
    confirmed: point(2.8),
    lead: { value: lead, error: 0.05 },
    isWithin,
    isOnFront: isWithin,
  })
  const frontier = (...given: Parameters<typeof factsOf>) => frontierFinding(factsOf(...given))
  const factsOf = (
    points: FrontierFacts['found']['points'],
    changes: Partial<FrontierFacts> = {},
  ): FrontierFacts => ({
    asked: facts([]).asked,
    against: 'worstTenth',
    limits: { cash: null, misses: null },
    found: {
      points,
      strategies: [point(2)],
      rival: 0,
      evaluations: 600,
      trials: 1024,
      fresh: { trials: 4096, seed: 'fresh' },
    },
    strategies: [of],
    rival: of,
    hasNone: true,
    rule: limits,
    vantage: '2025-12',
    seed: 'stakes',
    ...changes,
  })

  it('shows the winner’s curse, and claims by what holds', () => {
    expect(frontier([found(1)]).title).toBe(
      'Better terms than those of “Mine” were found, by $1.00 ± 0.05 bn on average: found $3.1 bn, holds $2.8 ± 0.1 bn on new futures',
    )
    expect(frontier([found(0.1)]).title).toMatch(/^No terms were found that are worth more/)
    expect(frontier([found(0.45)]).title).toMatch(/are ahead of “Mine”|not told apart/)
    expect(frontier([found(-1)]).title).toMatch(/^“Mine” is better than the best terms found/)
    expect(frontier([found(1)], { rival: null }).title).toMatch(/^The best average found: found/)
  })

  it('claims nothing for what passes a limit on fresh futures, or where nothing was found', () => {
    const within = { limits: { cash: 10, misses: 0.5 } }
    expect(frontier([found(1, false)], within).title).toMatch(
      /^What was found within these limits does not keep within them on fresh futures: found/,
    )
    expect(frontier([], within).title).toBe('No terms looked at keep within these limits')
    expect(frontier([], within).caption).toContain('cash tied up at most $10 bn')
  })

  it('names the best that the search found, and never the best by the fresh futures', () => {
    const mean = fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10)
    const pairs = fc.uniqueArray(fc.tuple(mean, mean), {
      minLength: 2,
      maxLength: 8,
      selector: ([before]) => before,
    })
    fc.assert(
      fc.property(pairs, fc.constantFrom('higher', 'lower'), (given, better) => {
        const sign = better === 'lower' ? -1 : 1
        const points = given
          .map(([before, after]) => ({
            ...found(0.45),
            found: point(before),
            confirmed: point(after),
          }))
          .sort((a, b) => sign * ((b.confirmed.mean?.value ?? 0) - (a.confirmed.mean?.value ?? 0)))
        const { asked } = facts([])
        const changes = { asked: { ...asked, outcome: { ...asked.outcome, better } } as const }
        const { title, caption } = frontier(points, changes)
        const [before, after] = given.reduce((a, b) => (sign * b[0] > sign * a[0] ? b : a))
        const { unit } = asked.outcome
        expect(title).toContain(
          `found ${value(before, unit, 0.1)}, holds ${valueWithError(after, 0.1, unit)} on`,
        )
        const isBeaten = given.some(([, other]) => sign * other > sign * after)
        expect(caption.includes('which the fresh futures chose')).toBe(isBeaten)
      }),
    )
  })

  it('says of the best found alone that it passes a limit, where others keep within', () => {
    const within = { limits: { cash: 10, misses: 0.5 } }
    const first = { ...found(1, false), found: point(4) }
    const { title, caption } = frontier([found(1), first], within)
    expect(title).toMatch(/^The best terms found do not keep within the limits .*: found \$4\.0 bn/)
    expect(caption).toContain('1 of 2 passes a limit on the fresh futures.')
    expect(caption).toContain('Of all points that keep within the limits there, Found 1 holds most')
  })

  it('speaks of no limit where no deal closed on the fresh futures', () => {
    const confirmed = { ...point(0, null), alongside: null }
    const given = frontier([found(1), { ...found(0, false), found: point(4), confirmed }])
    expect(given.title).toMatch(/since no deal closed there: found \$4\.0 bn$/)
    expect(given.caption).toContain('With 1 of 2 no deal closed on the fresh futures.')
    expect(given.table().rows[1][0]).toBe('Found 2, the best found, no deal closed there')
    expect(given.title + given.caption + JSON.stringify(given.table())).not.toMatch(
      /limit on|a limit/,
    )
  })

  it('says what cash the terms tie up, with its error, in words and in the table', () => {
    const one = found(1)
    const given = frontier([one])
    const text = foundWords(factsOf([one]), { confirmed: one.confirmed, before: one.found })
    expect(text).toMatch(
      /^Found \$3\.1 ± 0\.1 bn; on fresh futures: cash tied up \$8\.0 ± 0\.1 bn · average \$2\.8/,
    )
    const { columns, rows } = given.table()
    const at = columns.indexOf('Cash tied up')
    expect(rows.map((row) => row[at])).toEqual(rows.map(() => ({ text: '$8.0 ± 0.1 bn', raw: 8 })))
  })

  it('stands whatever strategies are added, and falls with those it was held against', () => {
    const now = { strategies: [of] }
    const added = { id: 'new', label: 'New', levers: { ...base, upfront: 5 } }
    expect(stands(now, [of])).toBe(true)
    expect(stands(now, [{ ...of, label: 'Renamed' }, added])).toBe(true)
    expect(stands(now, [{ ...of, levers: added.levers }])).toBe(false)
    expect(stands(now, [added])).toBe(false)
    expect(stands({ strategies: [of, added] }, [of])).toBe(false)
    expect(stands({ strategies: [] }, [])).toBe(true)
  })

  it('has as many cells in every row as columns', () => {
    const { columns, rows } = frontier([found(1), found(0, false)]).table()
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})
