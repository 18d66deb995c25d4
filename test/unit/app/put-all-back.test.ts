import { beforeEach, expect, it } from 'vitest'
import { putAllBack } from '../../../src/app/actions/put-all-back.ts'
import { changedIn } from '../../../src/study/edits/what-if.ts'
import { withBelief } from '../../../src/study/edits/beliefs.ts'
import { withLever } from '../../../src/study/edits/levers.ts'
import type { Study } from '../../../src/study/index.ts'
import { page } from './page.ts'

const constant = (value: number) => ({ kind: 'constant', value }) as const
let app = page()
const edit = (name: string, to: (study: Study) => Study) => app.studies.changeApart(name, to)
const change = (id: string, value: number, scenario = app.studies.scenario) =>
  edit(`changed ${id}`, (study) => withBelief(study, scenario, id, constant(value)))
const names = () => app.studies.history.names

beforeEach(() => {
  app = page()
  app.view.choose('exclusive')
})

it('cannot be done where nothing is changed, and does nothing then', () => {
  expect(putAllBack.canDo(app)).toBe(false)
  putAllBack.do(app)
  expect(names()).toEqual([])
})

it('is one step that says what it puts back, and undo brings all of it back', () => {
  const before = app.studies.study
  edit('changed it', (study) => withLever(study, 'exclusive', 'upfront', 1))
  change('wacc', 0.2)
  const changed = app.studies.study
  putAllBack.do(app)
  expect(names().at(-1)).toBe('put Paid at closing of Exclusive alliance and Cost of capital back')
  expect(app.studies.plan).toEqual(planOf(before))
  expect(putAllBack.canDo(app)).toBe(false)
  app.studies.undo()
  expect(app.studies.study).toEqual(changed)
})

it('counts more of a kind, and leaves other strategies and scenarios alone', () => {
  edit('changed it', (study) => withLever(study, 'exclusive', 'upfront', 1))
  edit('changed it', (study) => withLever(study, 'exclusive', 'codesign', 0.1))
  edit('changed it', (study) => withLever(study, 'deepTechnical', 'upfront', 1))
  change('wacc', 0.2)
  app.studies.choose('regulators')
  change('wacc', 0.3)
  change('taxRate', 0.3)
  expect(changedIn(app.studies.study, 'regulators', 'exclusive').beliefs).toEqual([
    'wacc',
    'taxRate',
  ])
  putAllBack.do(app)
  expect(names().at(-1)).toBe('put 2 terms of Exclusive alliance and 2 beliefs back')
  const { study } = app.studies
  expect(changedIn(study, 'base', 'deepTechnical')).toEqual({
    terms: ['upfront'],
    beliefs: ['wacc'],
  })
  expect(changedIn(study, 'regulators', 'exclusive')).toEqual({ terms: [], beliefs: [] })
})

it('puts back what a file changes in all scenarios and in the base case too', () => {
  app.studies.open({
    ...app.studies.study,
    overrides: { wacc: constant(0.2) },
    scenarios: [{ id: 'base', overrides: { wacc: constant(0.3) } }],
  })
  putAllBack.do(app)
  expect(changedIn(app.studies.study, 'base', 'none').beliefs).toEqual([])
})

it('a strategy made in the study has no terms to go back to', () => {
  edit('added', (study) => ({
    ...study,
    strategies: [...study.strategies, { id: 'own', label: 'Own', levers: { upfront: 3 } }],
  }))
  app.view.choose('own')
  expect(app.view.chosen).toBe('own')
  expect(putAllBack.canDo(app)).toBe(false)
})

function planOf(study: Study) {
  const other = page()
  other.studies.open(study)
  return other.studies.plan
}
