import { expect, test } from 'vitest'
import { maskOf } from '../../../src/engine/selection.ts'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { keptOf } from '../../../src/findings/kept-rules.ts'
import { textOf } from '../../../src/findings/finding.ts'
import { rulesSection } from '../../../src/dossier/why/rules.ts'
import { selectionOfRule } from '../../../src/app/state/why-rules.svelte.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { market } from '../../../src/study/model.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'none' }

test('a section is found of the headline, in sentences without gaps', async () => {
  const study = { ...defaultStudy(), trials: 1024, strategies: ['exclusive', 'none'] }
  const section = await rulesSection(new Dossier(runner, study, sight), 'whole')
  expect(section?.title).toMatch(
    /^With Exclusive alliance, \d+ of 100 futures have NPV of at least \$10 bn/,
  )
  expect(section?.lines[0]).toMatch(
    /^With Exclusive alliance, where “Return on OpenAI shares” is above .*, and in \d+ of 100 of those with NPV of at least \$10 bn\. In \d+ of 100 futures where it holds the deal does not close; where it does, .+% have it\.$/,
  )
  expect(JSON.stringify(section)).not.toMatch(/NaN|undefined|Infinity/)
})

test('rules that were put in the report come first, and one found is counted as it was told', async () => {
  const study = { ...defaultStudy(), trials: 1024, strategies: ['exclusive', 'none'] }
  const plain = new Dossier(runner, study, sight)
  const { subject } = plain
  const good = { side: 'atLeast', at: 10 } as const
  const { rules } = await plain.ask('rules', { subject, good })
  const found = rules.curve[rules.picked]
  const own = keptOf({ outcome: 'npv', strategy: 'exclusive', good }, found.box)
  const gone = { ...own, strategy: 'elsewhere' }
  const counted = await plain.ask('ruleFigures', { subject, good, box: found.box })
  expect(counted).toEqual({ ...found, chances: counted?.chances })
  const section = await rulesSection(
    new Dossier(runner, { ...study, rules: [{ ...own, note: 'Ask for it.' }, gone] }, sight),
    'whole',
  )
  const told = await rulesSection(plain, 'whole')
  const brief = await rulesSection(
    new Dossier(runner, { ...study, rules: [own, gone] }, sight),
    'brief',
  )
  expect(brief?.own?.[0]).toMatch(
    /^\d+ of 100 futures have NPV of at least \$10 bn with Exclusive alliance where “Return on OpenAI shares” is above .* \(\d+ of 100 where the deal closes, too\); that holds in \d+ of 100\.$/,
  )
  expect(brief?.own?.[1]).toBe(section?.own?.[1])
  const lost =
    /^A rule for NPV of at least \$10 bn with a strategy that is no longer there, where “Return on OpenAI shares” is above .+\. It cannot be counted here: a strategy that is no longer there is not among the strategies that are compared\.$/
  expect(section?.own).toEqual([`${told?.lines[0]} Note: Ask for it.`, expect.stringMatching(lost)])
  expect(section?.lines).toEqual(told?.lines)
  const [first, second, ...rest] = section?.table?.rows ?? []
  expect(textOf(first[0])).toMatch(/^In the report: “Return on OpenAI shares” is above/)
  expect([section?.table?.columns.at(-1), first.at(-1)]).toEqual(['Note', 'Ask for it.'])
  expect(textOf(second[0])).toMatch(/^In the report: A rule for NPV of at least \$10 bn with a/)
  // None stands there twice, and no more than a handful can be chosen from.
  const others = told?.table?.rows.map(([words]) => words) ?? []
  expect(others.length).toBeLessThanOrEqual(5)
  expect(rest.map(([words]) => words)).toEqual(
    others.filter((words) => !textOf(first[0]).endsWith(textOf(words))),
  )
  expect(rest).toHaveLength(others.length - 1)
  expect(section?.caption).toMatch(/^First the rules that were put in the report/)
})

test('a target that was set is what the report explains, and where none was it says so', async () => {
  const study = { ...defaultStudy(), trials: 1024, strategies: ['exclusive', 'none'] }
  const of = (targets: Readonly<Record<string, number>>) =>
    rulesSection(new Dossier(runner, { ...study, targets }, sight), 'whole')
  const [set, unset] = [await of({ npv: 4 }), await of({ awsShare: 0.3 })]
  expect(set?.title).toContain('NPV of at least $4 bn')
  expect(set?.caption).not.toContain('No target has been set')
  expect(unset?.caption).toContain('No target has been set, so $10 bn is taken;')
})

test.each(['closeQuarter', 'peakCashAtRisk', 'hhi', 'npvAbort', 'awsShare'])(
  'of %s there is a section, or none, that says what is so',
  async (outcome) => {
    const study = { ...defaultStudy(), trials: 256, strategies: ['exclusive', 'none'] }
    for (const chosen of ['exclusive', 'none']) {
      const section = await rulesSection(
        new Dossier(runner, study, { ...sight, outcome, chosen }),
        'whole',
      )
      if (section) expect(section.title).toMatch(/^\S.*\S$/)
      expect(JSON.stringify(section)).not.toMatch(/NaN|undefined|Infinity/)
    }
  },
)

test('a rule counts the futures it holds in, wherever futures are counted', () => {
  const values: Readonly<Record<string, Float64Array>> = {
    openaiReturn: Float64Array.of(0.1, 0.2, 0.3, 0.4),
    openaiDistress: Float64Array.of(0, 0, 1, 0),
  }
  const selection = selectionOfRule({
    box: [
      { id: 'openaiReturn', low: 0.2, high: null },
      { id: 'openaiDistress', low: null, high: 0 },
    ],
  })
  const from = { trials: 4, outcome: () => new Float64Array(4), input: (id: string) => values[id] }
  expect(Array.from(maskOf(market, selection, from))).toEqual([0, 1, 0, 1])
  expect(JSON.parse(JSON.stringify(selection))).toEqual(selection)
})
