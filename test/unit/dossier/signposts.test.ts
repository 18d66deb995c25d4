import { expect, test } from 'vitest'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { signpostsSection } from '../../../src/dossier/why/signposts.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { withSignpost } from '../../../src/study/edits/signposts.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'none' }
const study: Study = { ...defaultStudy(), trials: 1024, strategies: ['none', 'exclusive'] }
const sectionOf = (of: Study, outcome = 'npv') =>
  signpostsSection(new Dossier(runner, of, { ...sight, outcome }))

test.each(['npv', 'awsShare', 'hhi', 'azureShare', 'npvAbort', 'closeQuarter'])(
  'of %s something true is said',
  async (outcome) => {
    const section = await sectionOf(study, outcome)
    expect(section?.title).toMatch(/^\S.*[^.\s]$/)
    const { table, ...rest } = section ?? {}
    const text = JSON.stringify([rest, (table?.rows ?? []).map((row) => row.map(textOf))])
    expect(text).not.toMatch(/NaN|undefined|Infinity|null|\.\./)
    // What is lower or higher without being better is nothing to choose by.
    const isChosenBy = ['npv', 'awsShare', 'hhi'].includes(outcome)
    expect(`${section?.title} ${section?.measure}`.includes('the choice')).toBe(
      isChosenBy && section?.title.startsWith('Too few') === false,
    )
  },
)

test('an early share tells of the share at the horizon', async () => {
  const section = await sectionOf(study, 'awsShare')
  expect(section?.measure).toMatch(/“AWS share” tells most about AWS share of Exclusive alliance/)
  expect(section?.lines).toHaveLength(2)
  expect(section?.table?.rows[0][1]).toMatch(/^AWS share (above|below) 2\d(\.\d)?%$/)
})

test('signposts that are kept come first, with what is so then, or how they came', async () => {
  const kept = [
    { series: 'spend', quarter: '2026Q2', threshold: 140, side: 'above', note: 'Ask again.' },
    { series: 'awsShare', quarter: '2025Q2', threshold: 0.2, side: 'above' },
    { series: 'awsShare', quarter: '2025Q3', threshold: 0.2904, side: 'above' },
    { series: 'spend', quarter: '2041Q1', threshold: 900, side: 'above' },
    { series: 'hhi', quarter: '2025Q1', threshold: 900, side: 'below' },
    { series: 'weather', quarter: '2026Q1', threshold: 1, side: 'below' },
  ] as const
  const section = await sectionOf(kept.reduce<Study>(withSignpost, study))
  const rows = (section?.table?.rows ?? []).map((row) => row.map(textOf))
  const then = (series: string, quarter: string) =>
    rows.find((row) => row[0] === quarter && row[1].startsWith(series))?.[3]
  expect(then('AWS share', '2025Q2')).toBe(
    '2025Q2 has come: 30%, above the threshold of 20%, which is what was watched for.',
  )
  expect(then('AWS share', '2025Q3')).toMatch(
    /^2025Q3 has come: 29% as printed, too coarse to tell .* that is\.$/,
  )
  expect(then('Cloud spend', '2041Q1')).toBe('That quarter lies beyond the horizon of this study.')
  expect(then('Concentration', '2025Q1')).toMatch(/^That quarter has passed, and no figure/)
  expect(then('weather', '2026Q1')).toBe('The model has no series weather.')
  const ahead = rows.find(([quarter]) => quarter === '2026Q2') ?? []
  expect(ahead[1]).toBe('Cloud spend above $140 bn a quarter')
  expect(ahead[2]).toMatch(/%$/)
  expect(ahead[3]).toMatch(
    /^Then Net present value averages .*; the choice stays .*\. 2026Q2 has come: \$143 bn a quarter, above the threshold of \$140 bn a quarter\. In futures on that side Net present value averages /,
  )
  expect(ahead[4]).toBe('Ask again.')
  expect(section?.own?.[0]).toMatch(/^By 2025Q1: Concentration below 900/)
})
