import { expect, test } from 'vitest'
import { Dossier } from '../../../src/dossier/dossier.ts'
import { pageIds } from '../../../src/dossier/page.ts'
import { presentedPages } from '../../../src/dossier/presented.ts'
import { defaultStudy } from '../../../src/study/index.ts'
import { market } from '../../../src/study/model.ts'
import { marketRunner } from '../models/bundled.ts'

const runner = marketRunner()
const study = { ...defaultStudy(), trials: 128, horizonQuarters: 12 }
const sight = { scenario: 'base', outcome: 'npv', chosen: 'exclusive', rival: 'none' }
const outcomes = market.outcomes.flatMap(({ id, kind }) => (kind === 'number' ? [id] : []))

test.each(outcomes)(
  'of %s there are six pages that say and hold what a file can',
  async (outcome) => {
    const pages = await presentedPages(new Dossier(runner, study, { ...sight, outcome }))
    expect(pages.map(({ id }) => id)).toEqual(pageIds)
    for (const page of pages) {
      expect(page.headline).toMatch(/^\S.*\S$/)
      expect(page.numbers.length).toBeLessThanOrEqual(3)
      // Plain data: nothing is lost on the way into a file and back.
      expect(JSON.parse(JSON.stringify(page))).toEqual(page)
      expect(JSON.stringify(page)).not.toMatch(/NaN|undefined|Infinity/)
    }
  },
)

test('a strategy that is not there is refused by its name', () => {
  const of = (chosen: string) => () => new Dossier(marketRunner(), study, { ...sight, chosen })
  expect(of('exlusive')).toThrow('exlusive')
})
