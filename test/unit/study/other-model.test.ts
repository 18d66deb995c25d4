import { describe, expect, it } from 'vitest'
import { choiceWords } from '../../../src/study/choice-words.ts'
import { otherModelWords } from '../../../src/study/other-model.ts'
import { planOf } from '../../../src/study/plan.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { type ResultsFile, resultsFile } from '../../../src/study/write.ts'
import { marketRunner } from '../models/bundled.ts'

const study = resolveStudy({
  trials: 64,
  horizonQuarters: 8,
  strategies: ['none', 'exclusive', 'openEcosystem'],
})
const runner = marketRunner()
const results = await runner.run(planOf(study))
const now = resultsFile(study, results, await runner.series(results, results.cases))

/** The file as an older model would have made it, with another mean for a strategy. */
function older(strategy: string, mean: number): ResultsFile {
  const cases = now.cases.map((one) => {
    const npv = { ...one.outcomes.npv, mean }
    return one.strategy === strategy ? { ...one, outcomes: { ...one.outcomes, npv } } : one
  })
  return { ...now, model: { ...now.model, version: '1.0.0' }, cases }
}

describe('of a file of an older model', () => {
  it('it is said whether the choice is another one', () => {
    expect(choiceWords(older('exclusive', 99), now)).toMatch(
      /^The choice is another one: “Exclusive alliance” has the highest average in the file, “.*” now\.$/,
    )
    expect(choiceWords(older('exclusive', -99), now)).toMatch(
      /^The choice is the same: “.*” has the highest average\.$/,
    )
  })

  it('the means of every strategy but the one compared with are said', () => {
    const lines = otherModelWords(older('exclusive', 99), now)
    expect(lines[0]).toMatch(/^Changed in 1\.1\.0: A contract/)
    expect(lines.filter((line) => line.includes('mean NPV of'))).toHaveLength(2)
    expect(lines.join('\n')).not.toContain('mean NPV of No investment')
  })

  it('nothing is said of what it does not hold', () => {
    const bare = { ...now, model: { ...now.model, version: 'unheard of' }, cases: [] }
    expect(otherModelWords(bare, now)).toEqual([])
  })
})
