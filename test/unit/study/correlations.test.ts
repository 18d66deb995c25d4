import { describe, expect, it, test } from 'vitest'
import { market } from '../../../models/index.ts'
import type { Correlation } from '../../../src/engine/model.ts'
import { ContradictionError, mixtures } from '../../../src/engine/sampling/correlate.ts'
import { inputColumn } from '../../../src/engine/sampling/draw.ts'
import { rankCorrelation } from '../../../src/engine/statistics/rank-correlation.ts'
import { rankCorrelationOfScores } from '../../../src/analyses/together.ts'
import { MOST_PAIRS, nearestPossible } from '../../../src/study/correlations.ts'
import { planOf } from '../../../src/study/plan.ts'
import { readStudy, studyOf } from '../../../src/study/read.ts'
import { writeStudy } from '../../../src/study/study.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { simplified } from '../../../src/study/simplify.ts'
import { marketRunner } from '../models/bundled.ts'

const head = { format: 'stakes-study', version: 1 }
const run = (fields: object) =>
  planOf(resolveStudy(readStudy(JSON.stringify({ ...head, ...fields }))))
const usual: readonly Correlation[] = market.correlations
const known = new Set(market.assumptions.map(({ id }) => id))

/** Three that cannot all be as opposite as that. */
const contradiction: Correlation[] = [
  ['wacc', 'taxRate', -0.8],
  ['taxRate', 'passThrough', -0.8],
  ['wacc', 'passThrough', -0.8],
]

describe('a study without correlations of its own', () => {
  it('runs with the model’s, and says nothing of them', () => {
    const study = resolveStudy({})
    expect(planOf(study).correlations).toEqual(usual)
    expect('correlations' in study).toBe(false)
  })

  it('is the same as one that spells the model’s out, to the digest', async () => {
    const runner = marketRunner()
    const digest = async (fields: object) => (await runner.run(run(fields))).digest
    const fields = { trials: 300, strategies: ['deepTechnical'] }
    const without = await digest(fields)
    expect(await digest({ ...fields, correlations: usual })).toBe(without)
    expect(await digest({ ...fields, negligible: 3 })).toBe(without)
    expect(await digest({ ...fields, correlations: usual.slice(1) })).not.toBe(without)
  })

  it('stays so when the model’s are spelt out, in a plan and on the way back', () => {
    const spelt = studyOf({ ...head, correlations: usual })
    expect('correlations' in resolveStudy(spelt)).toBe(false)
    expect('correlations' in simplified(spelt)).toBe(false)
  })
})

describe('a study with correlations of its own', () => {
  const own: Correlation[] = [
    ['wacc', 'taxRate', 0.8],
    ['passThrough', 'aiGrowth0', -0.5],
  ]

  it('runs with them in place of the model’s, and keeps them in its files', () => {
    expect(run({ correlations: own }).correlations).toEqual(own)
    const study = studyOf({ ...head, correlations: own })
    expect(readStudy(writeStudy(study)).correlations).toEqual(own)
    expect(resolveStudy(study).correlations).toEqual(own)
    expect(simplified(resolveStudy(study)).correlations).toEqual(own)
  })

  it('may have none at all', () => {
    const plan = run({ correlations: [], trials: 10_000 })
    expect(plan.correlations).toEqual([])
    const [a, b] = ['trainingAdvantage', 'inferenceAdvantage'].map((id) =>
      inputColumn(market, plan, 0, id),
    )
    expect(Math.abs(rankCorrelation(a, b))).toBeLessThan(0.04)
  })

  it('gets the ranks it asks for', () => {
    const plan = run({ correlations: own, trials: 20_000 })
    for (const [a, b, asked] of own) {
      const got = rankCorrelation(inputColumn(market, plan, 0, a), inputColumn(market, plan, 0, b))
      expect(Math.abs(got - rankCorrelationOfScores(asked))).toBeLessThan(0.03)
    }
  })

  it('leaves beliefs outside its pairs bit for bit', () => {
    const [with_, without] = [run({ correlations: own }), run({ correlations: [] })]
    for (const id of ['wacc', 'trainingAdvantage', 'awsShare0']) {
      expect(inputColumn(market, with_, 0, id)).toEqual(inputColumn(market, without, 0, id))
    }
  })
})

test.each([
  ['no list', { a: 1 }, /correlations: a list of pairs is expected, got Object/],
  ['no pair', [['wacc', 0.5]], /correlations\.0.*two ids and a number from -1 to 1/],
  ['four entries', [['wacc', 'taxRate', 0.5, 1]], /two ids and a number/],
  ['a text for a number', [['wacc', 'taxRate', '0.5']], /two ids and a number/],
  ['a number that is none', [['wacc', 'taxRate', null]], /two ids and a number/],
  ['an id nobody knows', [['Wacc', 'taxRate', 0.5]], /no assumption is called Wacc; wacc is/],
  ['luck', [['wacc', 'regulatorDraw', 0.5]], /regulatorDraw is luck, which moves with no belief/],
  ['one belief twice', [['wacc', 'wacc', 0.5]], /two different assumptions, got wacc twice/],
  ['more than 1', [['wacc', 'taxRate', 1.01]], /from -1 to 1, got 1.01/],
  [
    'a pair twice',
    [
      ['wacc', 'taxRate', 0.5],
      ['taxRate', 'wacc', 0.5],
    ],
    /correlation of taxRate and wacc is given twice/,
  ],
  [
    'a contradiction',
    contradiction,
    /contradict each other: .* the nearest that can be: .*wacc and taxRate -0\.\d+/,
  ],
  [
    'too many',
    Array.from({ length: MOST_PAIRS + 1 }, () => ['wacc', 'taxRate', 0]),
    /at most 500 pairs, got 501/,
  ],
])('correlations with %s are refused in words', (_what, correlations, words) => {
  expect(() => run({ correlations })).toThrow(words)
})

test.each([-1, 'much', Number.NaN])(
  'a negligible difference of %s is refused in words',
  (negligible) => {
    expect(() => resolveStudy(studyOf({ ...head, negligible }))).toThrow(/negligible/)
  },
)

describe('the nearest that is possible', () => {
  it('is possible, has two decimals, and keeps pairs that contradict nothing', () => {
    const apart: Correlation = ['trainingAdvantage', 'awsCustomCeiling', 0.4]
    const nearest = nearestPossible([apart, ...contradiction]) ?? []
    expect(() => mixtures(nearest, known)).not.toThrow()
    expect(nearest).toContainEqual(apart)
    for (const [, , coefficient] of nearest) {
      expect(Number(coefficient.toFixed(2))).toBe(coefficient)
    }
    // Three as opposite as they can be stand at −1/2 to each other; it may not give up more than rounding.
    const three = nearest.filter(([a]) => a !== apart[0]).map(([, , r]) => r)
    expect(three).toHaveLength(3)
    for (const r of three) expect(r).toBeLessThan(-0.48)
  })

  it('mends every group that contradicts itself', () => {
    const other = contradiction.map(([a, b, r]): Correlation => [twin(a), twin(b), r])
    const nearest = nearestPossible([...contradiction, ...other]) ?? []
    expect(nearest).toHaveLength(6)
    expect(() => mixtures(nearest, known)).not.toThrow()
  })

  it('is null where nothing contradicts, and in groups too large to look for', () => {
    expect(nearestPossible(usual)).toBeNull()
    const ids = [...known].slice(0, 41)
    const chain = ids.slice(1).map((id, i): Correlation => [ids[i], id, 0.9])
    const error = thrown(() => mixtures(chain, known))
    expect(error).toBeInstanceOf(ContradictionError)
    expect(nearestPossible(chain)).toBeNull()
  })
})

describe('the pairs a refusal names', () => {
  const chain: Correlation[] = [
    ['wacc', 'taxRate', 0.9],
    ['taxRate', 'passThrough', 0.9],
  ]
  const other = contradiction.map(([a, b, r]): Correlation => [twin(a), twin(b), r])

  it.each([
    ['a chain', chain],
    ['three in a ring', contradiction],
    ['two groups', [...chain, ...other]],
    ['a group and a pair apart', [['awsShare0', 'aiGrowth0', 0.4], ...chain] as Correlation[]],
    ['a ring with a pair near 0', [...chain, ['wacc', 'passThrough', 0.001]] as Correlation[]],
  ])('are taken when they are given back: %s', (_what, given) => {
    const named = pairsIn(String(thrown(() => run({ correlations: given }))))
    const key = ([a, b]: Correlation) => [a, b].sort().join()
    const left = given.filter((pair) => !named.some((one) => key(one) === key(pair)))
    expect(named.length).toBeGreaterThanOrEqual(3)
    expect(() => run({ correlations: [...left, ...named] })).not.toThrow()
  })
})

describe('a star of more beliefs than all pairs of which may be named', () => {
  const [hub, ...ids] = market.assumptions.flatMap(({ id, role }) => (role === 'luck' ? [] : [id]))
  const star = (beliefs: number) =>
    ids.slice(0, beliefs - 1).map((id): Correlation => [hub, id, 0.9])

  it('is refused without an offer', () => {
    expect(nearestPossible(star(34))).toBeNull()
    expect(String(thrown(() => run({ correlations: star(34) })))).toMatch(/semidefinite\)$/)
  })

  it('has one that can be taken as long as there is room', () => {
    const nearest = nearestPossible(star(20)) ?? []
    expect(nearest).toHaveLength(190)
    expect(() => run({ correlations: nearest })).not.toThrow()
  })
})

describe('a contradiction', () => {
  it('looks for the nearest when asked, and once', () => {
    let looked = 0
    const error = new ContradictionError('no', () => {
      looked++
      return contradiction
    })
    expect(looked).toBe(0)
    expect([error.nearest, error.nearest]).toEqual([contradiction, contradiction])
    expect(looked).toBe(1)
  })

  it('is kept with its list, so that the nearest is looked for once', () => {
    const given = [...contradiction]
    const study = { ...studyOf(head), correlations: given }
    const cause = () => (thrown(() => resolveStudy(study)) as Error).cause
    const first = cause()
    expect(first).toBeInstanceOf(ContradictionError)
    expect(cause()).toBe(first)
  })
})

/** The pairs in a sentence: `wacc and taxRate -0.5`. */
function pairsIn(words: string): Correlation[] {
  const [, offer = ''] = words.split('the nearest that can be: ')
  return [...offer.matchAll(/(\w+) and (\w+) (-?[\d.]+)/g)].map(([, a, b, r]) => [a, b, Number(r)])
}

function twin(id: string): string {
  const twins: Readonly<Record<string, string>> = {
    wacc: 'awsShare0',
    taxRate: 'aiShareOfSpend0',
    passThrough: 'aiGrowth0',
  }
  return twins[id]
}

function thrown(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error
  }
}
