import { expect, test } from 'vitest'
import { movedFigures } from '../../../src/app/state/present-moved.ts'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { apart } from '../../../src/findings/estimates.ts'
import { movedWords } from '../../../src/findings/what-if-words.ts'
import { withLever } from '../../../src/study/edits/levers.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { marketRunner } from '../models/bundled.ts'

const study = { ...defaultStudy(), trials: 512, strategies: ['none', 'deepTechnical', 'exclusive'] }
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'deepTechnical' }
const runner = marketRunner()

test('what a what-if moves is told future by future: an average, and a lead', async () => {
  const base = new Dossier(runner, study, sight)
  const tried = new Dossier(runner, withLever(study, 'exclusive', 'upfront', 5), sight)
  const [before, now] = [await base.results(), await tried.results()]
  const [mean, lead] = await movedFigures(base, before, now, {})
  const meanIn = async (dossier: Dossier) => {
    const rows = await dossier.rows()
    return rows.find(({ id }) => id === 'exclusive')?.mean ?? { value: NaN, error: null }
  }
  const [was, is] = [await meanIn(base), await meanIn(tried)]
  expect(mean.before).toEqual(was)
  expect(mean.change?.value).toBeCloseTo(is.value - was.value, 9)
  // What both have in common cancels out.
  expect(mean.change?.error).toBeLessThan(apart(is, was).error ?? 0)
  const [pairWas, pairIs] = [await base.pair(), await tried.pair()].map(
    ({ difference }) => difference.mean,
  )
  expect(lead.before.value).toBeCloseTo(pairWas, 9)
  expect(lead.change?.value).toBeCloseTo(pairIs - pairWas, 9)
  // The first futures of a run tell the same way.
  const [same] = await movedFigures(base, before, before, {})
  expect(movedWords(same)).toMatch(/, not moved by it$/)
})

test('a change is told with its error, and as none of it where it is within that', () => {
  const of = { label: '', unit: 'USD bn', before: { value: 2.4, error: 0.1 } }
  const words = (value: number, error: number) => movedWords({ ...of, change: { value, error } })
  expect(words(-0.5, 0.1)).toBe('$2.4 bn → $1.9 bn (−$0.5 ± 0.1 bn)')
  expect(words(0.1, 0.1)).toBe('$2.4 bn → $2.5 bn (+$0.1 ± 0.1 bn, within its error)')
  expect(movedWords({ ...of, change: null })).toBe('$2.4 bn')
})
