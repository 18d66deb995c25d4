import { beforeAll, describe, expect, it } from 'vitest'
import { market } from '../../../models/index.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { planOf } from '../../../src/study/plan.ts'
import { resolveStudy } from '../../../src/study/resolve.ts'
import { verify } from '../../../src/study/verify.ts'
import { type CaseFile, type ResultsFile, resultsFile } from '../../../src/study/write.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const deep = market.strategies.find(({ id }) => id === 'deepTechnical')?.levers
const given = {
  trials: 256,
  horizonQuarters: 8,
  strategies: [
    'none',
    'exclusive',
    { id: 'half', label: 'Deep, half the cash', levers: { ...deep, upfront: 12 } },
  ],
  scenarios: ['base', 'regulators'],
}

async function made(from: object): Promise<ResultsFile> {
  const study = resolveStudy(from)
  const results = await runner.run(planOf(study))
  return resultsFile(study, results, await runner.series(results, results.cases))
}

let now: ResultsFile
beforeAll(async () => {
  now = await made(given)
})

/** The file with something else in one of its cases. */
function changed(
  strategy: string,
  scenario: string,
  change: (one: CaseFile) => Partial<CaseFile>,
  file = now,
): ResultsFile {
  const cases = file.cases.map((one) =>
    one.strategy === strategy && one.scenario === scenario ? { ...one, ...change(one) } : one,
  )
  return { ...file, cases }
}

const withMean = (mean: number) => (one: CaseFile) => ({
  outcomes: { ...one.outcomes, npv: { ...one.outcomes.npv, mean } },
})

describe('a file that does not verify', () => {
  it('with one average changed says which, what it was and is, and that the choice is the same', () => {
    const { meaning, words } = verify(changed('half', 'regulators', withMean(-0.72)), now)
    expect(meaning).toBe(
      'The figures in this file do not belong to this study. A figure was changed by hand (“Deep, half the cash” in “Regulatory challenge”): its case has the digest of this study’s futures. The choice is the same in every scenario.',
    )
    expect(words).toEqual([
      expect.stringMatching(
        /^“Deep, half the cash”, .*regulat.*: average −\$0\.72 bn in the file, .*\$.* bn now\.$/i,
      ),
    ])
  })

  it('in which another strategy is best says so, and where', () => {
    const { meaning } = verify(changed('half', 'regulators', withMean(99)), now)
    expect(meaning).toMatch(
      /The choice is another one: in .*, “Deep, half the cash” has the highest average in the file, “.*” now\. In the other scenarios it is the same\.$/,
    )
  })

  it('tells averages of every case, however many other figures differ', async () => {
    const { meaning, words, moved } = verify(await made({ ...given, seed: 'other' }), now)
    expect(meaning).toMatch(
      /^The figures in this file do not belong to this study\. Its study does not give its figures: futures are others also where nothing is invested, as after a change of beliefs, seed, .* The choice is/,
    )
    expect(moved).toHaveLength(21)
    expect(moved[20]).toMatch(/^and [\d,]+ more differences$/)
    // Not investing is worth nothing in any future.
    expect(words).toHaveLength(5)
    expect(words[4]).toMatch(/^[\d,]+ other figures differ too\.$/)
  })

  it('of a changed belief with the figures of before says that they do not belong to it', async () => {
    const { study } = now
    const other = withBelief(study, 'base', 'wacc', { kind: 'constant', value: 0.2 })
    const { meaning, words } = verify({ ...now, study: resolveStudy(other) }, await made(other))
    expect(meaning).toMatch(
      /^The figures in this file do not belong to this study\. .* or of beliefs that count only where something is invested\. The choice is/,
    )
    expect(words[0]).toMatch(/average .* in the file, .* now\.$/)
  })

  it('in which the digests alone are others says that every figure is the same', () => {
    for (const file of [
      { ...now, digest: '0'.repeat(64) },
      changed('half', 'base', () => ({ digest: '0'.repeat(64) })),
    ]) {
      const { reproduced, meaning, words } = verify(file, now)
      expect(reproduced).toBe(false)
      expect(meaning).toMatch(/every figure that can be compared is the same\. The choice is/)
      expect(words).toEqual([])
    }
  })

  it('names other figures by what they are called, in as many digits as tell them apart', () => {
    const file = changed('exclusive', 'base', (one) => ({
      outcomes: {
        ...one.outcomes,
        awsShare: { ...one.outcomes.awsShare, p90: Number(one.outcomes.awsShare.p90) + 1e-9 },
        npv: { ...one.outcomes.npv, below0: 0.25 },
      },
      closed: { ...one.closed, fraction: 0.5 },
    }))
    const { words } = verify(file, now)
    expect(words).toEqual([
      expect.stringMatching(/^“Exclusive alliance”, Base case: chance of less than 0 25% in the/),
      expect.stringMatching(
        /^“Exclusive alliance”, Base case: AWS share.* P90 (\S+) in .*, (?!\1)\S+ now\.$/,
      ),
      expect.stringMatching(/the share of futures in which the deal closes 50% in the file, /),
    ])
  })

  it('that lacks a figure or has a series of another length says so', () => {
    const { words } = verify(
      changed('exclusive', 'base', (one) => {
        const { p99: _p99, ...npv } = one.outcomes.npv
        const [id] = Object.keys(one.series)
        const series = { ...one.series, [id]: { ...one.series[id], p50: [1] } }
        return { outcomes: { ...one.outcomes, npv }, series } as Partial<CaseFile>
      }),
      now,
    )
    expect(words[0]).toMatch(/: P99 is missing in the file, \$.* bn now\.$/)
    expect(words[1]).toMatch(/p50 has 1 values in the file, 9 now\.$/)
  })

  it('with a single strategy says nothing of a choice', async () => {
    const alone = await made({ ...given, strategies: ['exclusive'], scenarios: ['base'] })
    const { meaning } = verify(changed('exclusive', 'base', withMean(9), alone), alone)
    expect(meaning).not.toContain('choice')
  })

  it('does not call what can no longer be chosen the choice', async () => {
    const since = await made({
      vantage: '2026-10',
      trials: 64,
      strategies: ['none', 'asSigned', 'exclusive'],
    })
    const { meaning } = verify(changed('none', 'base', withMean(999), since), since)
    expect(meaning).toMatch(
      /The choice is the same: “Exclusive alliance” has the highest average\.$/,
    )
  })
})
