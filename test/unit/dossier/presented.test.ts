import { describe, expect, test } from 'vitest'
import { quantile } from '../../../src/engine/distributions/index.ts'
import { histogramReading } from '../../../src/app/export/deck/histogram-reading.ts'
import { endTexts, rowText } from '../../../src/app/export/deck/range-rows.ts'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { linesOf } from '../../../src/dossier/page.ts'
import { presentedPages } from '../../../src/dossier/presented.ts'
import { likelyQuestions } from '../../../src/dossier/questions.ts'
import { slidersFor } from '../../../src/dossier/sliders.ts'
import { titleLeaders } from '../../../src/findings/matrix-title.ts'
import { defaultBelief, withBelief } from '../../../src/study/edits/beliefs.ts'
import {
  withHeadline,
  withHidden,
  withPageCopied,
  withPageMoved,
  withSliders,
} from '../../../src/study/edits/presentation.ts'
import { defaultStudy, type Study } from '../../../src/study/index.ts'
import { assumptions } from '../../../src/study/model.ts'
import { pageIds } from '../../../src/study/presentation.ts'
import { marketRunner } from '../models/bundled.ts'

const study: Study = {
  ...defaultStudy(),
  trials: 256,
  strategies: ['none', 'deepTechnical', 'exclusive'],
}
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'none' }
const runner = marketRunner()
const dossierOf = (of: Study, seen = sight) => new Dossier(runner, of, seen)

test('pages are presented with what was made of them', async () => {
  const found = await presentedPages(dossierOf(study))
  expect(await presentedPages(dossierOf(study))).toMatchObject(found)
  const [question] = found
  const own = withHeadline(study, 'question', 'Should we?', question.headline)
  const edited = withPageMoved(
    withPageCopied(withHidden(own, 'beliefs', true), 'question'),
    'decision',
    -9,
  )
  const pages = await presentedPages(dossierOf(edited))
  expect(pages.map(({ key }) => key)).toEqual([
    'decision',
    'question',
    'question-2',
    'scenarios',
    'unfolding',
    'why',
  ])
  expect(pages[1]).toMatchObject({
    id: 'question',
    headline: 'Should we?',
    foundHeadline: question.headline,
    isOwn: true,
    isOfOtherFigures: false,
  })
  expect(pages[2].headline).toBe('Should we?')
  // Other figures are found: the headline stays, and it is known to be of others.
  const other = await presentedPages(dossierOf(edited, { ...sight, outcome: 'awsShare' }))
  expect(other[1]).toMatchObject({
    headline: 'Should we?',
    isOfOtherFigures: true,
    remark: `This headline was written on other figures; found now: ${other[1].foundHeadline}`,
  })
  expect(pages[1].remark).toBeNull()
})

test('the first page states its question, and what the committee asks in three numbers', async () => {
  const [{ measure, numbers, lines }] = await presentedPages(dossierOf(study))
  expect(measure).toMatch(
    /^The question: Exclusive alliance or No investment, seen from December 2025, in “Base case”\. /,
  )
  expect(numbers.map(({ label }) => label)).toEqual([
    'NPV on average, all futures',
    'AWS share gained, all futures',
    'Cash tied up, all futures',
  ])
  expect(numbers[1].text).toMatch(/^\+?\d.* ± .* points$/)
  expect(lines[0]).toMatch(
    /^In .*% of all futures NPV is below 0, also counting those in which nothing closes; the deal closes in \d+%\.$/,
  )
  const [share] = await presentedPages(dossierOf(study, { ...sight, outcome: 'shareGain' }))
  expect(share.numbers).toHaveLength(1)
})

test.each([
  ['npv', 'Cash of the deal so far'],
  ['awsShare', 'AWS share'],
  ['hhi', 'Concentration'],
])('of %s the page on time shows %s', async (outcome, axis) => {
  const pages = await presentedPages(dossierOf(study, { ...sight, outcome }))
  expect(pages[3].chart?.axis).toBe(axis)
})

test('a changed event shows the chance before, on a scale from 0% to 100%', async () => {
  const event = assumptions.find(({ role }) => role === 'event')
  if (!event) throw new Error('the model has an event')
  const other = withBelief(study, 'base', event.id, { kind: 'bernoulli', probability: 0.37 })
  const [, { chart, measure }] = await presentedPages(dossierOf(other))
  const row = chart?.kind === 'ranges' && chart.rows.find(({ label }) => label === event.label)
  if (!row) throw new Error('the event is drawn')
  expect(rowText(row)).toMatch(/^chance 37%, was \d/)
  expect(endTexts(row)).toEqual(['0%', '100%'])
  expect(measure).toContain('Grey: the model’s default')
  const [, same] = await presentedPages(dossierOf(study))
  expect(same.measure).not.toContain('Grey')
})

test('where the average does not answer, the decision is asked in a sentence; steps are apart', async () => {
  const seen = { ...sight, chosen: 'none', rival: 'exclusive' }
  const noted = { ...study, assumptionNotes: { wacc: { confidence: 'low' as const } } }
  for (const pair of [sight, seen]) {
    const page = (await presentedPages(dossierOf(noted, pair)))[5]
    const asked = [page.headline, ...page.lines].filter((one) => one.startsWith('Decision asked'))
    expect(asked).toHaveLength(1)
    expect(page.steps).toEqual(['Look at “Cost of capital” again: low confidence.'])
    expect(linesOf(page).at(-1)).toBe(`Next step: ${page.steps?.[0]}`)
    const [a, b] = [pair.chosen, pair.rival].map((id) => dossierOf(study).labelOf(id))
    const labels = page.numbers.map(({ label }) => label)
    expect(labels).toEqual([
      'On average, all futures',
      `${a} ahead, all futures`,
      `${b} ahead, all futures`,
    ])
  }
})

test('no note says where another page stands', async () => {
  for (const { note } of await presentedPages(dossierOf(study))) {
    expect(note).not.toMatch(/next page|page before/)
  }
})

test('whom the headline on scenarios speaks of is drawn', async () => {
  const dossier = dossierOf(study, { ...sight, chosen: 'none', rival: 'exclusive' })
  const [, , { chart }] = await presentedPages(dossier)
  const leaders = titleLeaders(await dossier.matrix())
  const drawn = chart?.kind === 'bars' ? chart.series.map(({ label }) => label) : []
  expect(drawn.length).toBeLessThanOrEqual(3)
  expect(leaders.length === 0 || leaders.some((one) => drawn.includes(one))).toBe(true)
})

test('a histogram names the grey bar only where one holds 0', () => {
  const bars = { kind: 'histogram', axis: '', unit: '', shares: [0.5, 0.5], zero: 0 } as const
  expect(histogramReading({ ...bars, edges: [-1, 0, 1] })).not.toContain('grey')
  expect(histogramReading({ ...bars, edges: [-1, 0.5, 2] })).toContain('grey')
})

const changed = assumptions
  .filter(({ role }) => role !== 'luck')
  .slice(0, 30)
  .reduce((now, { id }) => {
    const middle = quantile(defaultBelief(now, id))(0.5)
    return withBelief(now, 'base', id, { kind: 'constant', value: middle })
  }, study)
const long = 'A name that goes on and on '.repeat(7).slice(0, 200)

describe('pages and questions of every study say what there is, and no more', () => {
  test.each<[string, Study, Partial<typeof sight>]>([
    ['as it begins', study, {}],
    ['of a cost', study, { outcome: 'peakCashAtRisk' }],
    ['without a better side', study, { outcome: 'googleShare' }],
    [
      'with an outcome that a strategy never has',
      study,
      { outcome: 'closeQuarter', chosen: 'none', rival: 'exclusive' },
    ],
    ['with one strategy alone', { ...study, strategies: ['exclusive'] }, { rival: 'exclusive' }],
    ['with nothing to decide', { ...study, strategies: ['none'] }, { chosen: 'none' }],
    ['in another scenario', study, { scenario: 'regulators' }],
    ['seen from 2024', { ...defaultStudy('2024-03'), trials: 256, horizonQuarters: 12 }, {}],
    [
      'seen from 2026',
      { ...defaultStudy('2026-10'), trials: 256, horizonQuarters: 12 },
      { chosen: 'deepen' },
    ],
    ['with many beliefs changed', changed, {}],
    ['with long names', { ...study, strategies: ['none', { id: 'exclusive', label: long }] }, {}],
  ])('%s', async (_what, of, seen) => {
    const dossier = dossierOf(of, { ...sight, ...seen })
    const pages = await presentedPages(dossier)
    expect(pages.map(({ id }) => id)).toEqual(pageIds)
    const questions = await likelyQuestions(dossier)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(questions.length).toBeGreaterThanOrEqual(7)
    for (const { question, answer } of questions) {
      expect(question).toMatch(/^\S.*\?$/)
      expect(answer).toMatch(/^\S.*\.$/)
    }
    const said = JSON.stringify([pages, questions])
    expect(said).not.toMatch(/NaN|undefined|Infinity|\.\.|\. \./)
    const { beliefs, levers } = await slidersFor(dossier, { id: 'why' })
    expect(beliefs.length + levers.length).toBeLessThanOrEqual(3)
  })
})

test('where there is nothing to compare, it is said', async () => {
  const alone = { ...study, strategies: ['exclusive'] }
  const pages = await presentedPages(dossierOf(alone, { ...sight, rival: 'exclusive' }))
  expect(pages[5].headline).toBe(
    'Exclusive alliance is the only strategy: there is none to compare it with',
  )
  expect(pages[5].chart).toBeNull()
})

test('what the scenario believes is not what somebody changed', async () => {
  const [, beliefs] = await presentedPages(dossierOf(study, { ...sight, scenario: 'regulators' }))
  expect(beliefs.headline).toMatch(
    /^“Regulatory challenge” is \d+ other beliefs, and we changed none/,
  )
  const [, many] = await presentedPages(dossierOf(changed))
  expect(many.headline).toMatch(/^We changed \d+ beliefs: .* and \d+ more$/)
  expect(many.lines).toHaveLength(1)
})

test('differences lie on one side of 0 or on the other, and those that are none on no side', async () => {
  const dossier = dossierOf(study)
  const [{ chart }] = (await presentedPages(dossier)).slice(5)
  if (chart?.kind !== 'histogram') throw new Error('a histogram is expected')
  const { difference } = await dossier.pair()
  expect(chart.edges).toContain(0)
  const sum = (shares: readonly number[]) => shares.reduce((all, one) => all + one, 0)
  const above = chart.shares.filter((_share, bin) => chart.edges[bin] >= 0)
  expect(sum(above)).toBeCloseTo(difference.wins, 12)
  expect(sum(chart.shares)).toBeCloseTo(1 - difference.ties, 12)
})

test('sliders are those chosen, as far as the model has them; else the strongest and the main lever', async () => {
  const dossier = dossierOf(study)
  expect(await slidersFor(dossier, { id: 'why' })).toEqual({
    beliefs: ['openaiReturn', expect.any(String)],
    levers: ['exclusivity'],
  })
  const said = withSliders(study, 'why', { beliefs: ['wacc', 'sunshine'], levers: ['upfront'] })
  const entry = said.presentation?.pages.find(({ id }) => id === 'why')
  expect(await slidersFor(dossier, entry ?? { id: 'why' })).toEqual({
    beliefs: ['wacc'],
    levers: ['upfront'],
  })
})
