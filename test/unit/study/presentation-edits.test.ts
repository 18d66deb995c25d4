import { describe, expect, test } from 'vitest'
import { defaultStudy, LONGEST, readFile, type Study } from '../../../src/study/index.ts'
import { linkOf, readLink } from '../../../src/study/link.ts'
import {
  isEdited,
  nextCopyOf,
  pagesIn,
  withHeadline,
  withHidden,
  withoutCopy,
  withoutPresentation,
  withPageCopied,
  withPageMoved,
  withPageNote,
  withSliders,
} from '../../../src/study/edits/presentation.ts'
import { MOST_PAGES, pageIdOf, pageIds } from '../../../src/study/presentation.ts'

const study = defaultStudy()
const idsOf = (one: Study) => pagesIn(one).map(({ id }) => id)
const fileOf = (presentation: unknown) =>
  JSON.stringify({ format: 'stakes-study', version: 1, presentation })

test('a study of which nothing is said has the six pages in their order, and no field for it', () => {
  expect(idsOf(study)).toEqual(pageIds)
  expect(isEdited(study)).toBe(false)
})

describe('an edit that is taken back leaves no trace', () => {
  const hostile = '<script>alert(1)</script> & "quoted" \u202e'
  test.each<[string, (one: Study) => Study, (one: Study) => Study]>([
    [
      'a headline',
      (one) => withHeadline(one, 'why', hostile, 'Found'),
      (one) => withHeadline(one, 'why', ' ', 'Found'),
    ],
    [
      'a headline typed as it was found',
      (one) => withHeadline(one, 'why', 'Own', 'Found'),
      (one) => withHeadline(one, 'why', 'Found', 'Found'),
    ],
    [
      'a note',
      (one) => withPageNote(one, 'why', 'Slowly', 'Found'),
      (one) => withPageNote(one, 'why', '', 'Found'),
    ],
    ['hiding', (one) => withHidden(one, 'why', true), (one) => withHidden(one, 'why', false)],
    ['moving', (one) => withPageMoved(one, 'why', -2), (one) => withPageMoved(one, 'why', 2)],
    ['a copy', (one) => withPageCopied(one, 'why'), (one) => withoutCopy(one, 'why-2')],
    [
      'sliders',
      (one) => withSliders(one, 'why', { beliefs: ['wacc'], levers: [] }),
      (one) => withSliders(one, 'why', null),
    ],
    ['anything', (one) => withHidden(one, 'why', true), withoutPresentation],
  ])('%s', (_what, edit, back) => {
    const edited = edit(study)
    expect(isEdited(edited)).toBe(true)
    expect(back(edited)).toEqual(study)
    // It is kept in files and links as it is, and only there.
    expect(readFile(JSON.stringify(edited))).toMatchObject({
      study: edited,
      notRead: [],
      stray: [],
    })
    expect(readLink(linkOf(edited)).study.presentation).toEqual(edited.presentation)
  })
})

test('a headline remembers what it was written in the place of', () => {
  const edited = withHeadline(study, 'why', ' Own ', 'Found then')
  const page = pagesIn(edited).find(({ id }) => id === 'why')
  expect(page).toEqual({ id: 'why', headline: 'Own', insteadOf: 'Found then' })
})

test('a copy stands after its page with what was made of it, under an id of its own', () => {
  const own = withHeadline(study, 'why', 'Own', 'Found')
  const twice = withPageCopied(withPageCopied(own, 'why'), 'why-2')
  expect(idsOf(twice).slice(-4)).toEqual(['why', 'why-2', 'why-3', 'decision'])
  expect(pagesIn(twice).find(({ id }) => id === 'why-3')?.headline).toBe('Own')
  expect(nextCopyOf(twice, 'why')).toBe('why-4')
  expect(pageIdOf('why-3')).toBe('why')
  // A page of the six stays: it can be hidden.
  expect(withoutCopy(twice, 'why')).toBe(twice)
  let full = study
  for (let i = 0; i < 2 * MOST_PAGES; i++) full = withPageCopied(full, 'why')
  expect(pagesIn(full)).toHaveLength(MOST_PAGES)
  expect(readFile(JSON.stringify(full)).study).toEqual(full)
})

test('moves stop at the ends', () => {
  expect(idsOf(withPageMoved(study, 'question', -1))).toEqual(pageIds)
  expect(idsOf(withPageMoved(study, 'why', 9)).at(-1)).toBe('why')
})

describe('of a file', () => {
  test('pages that it does not name stand where they always do', () => {
    const { study: read } = readFile(fileOf({ pages: [{ id: 'decision' }, { id: 'beliefs' }] }))
    expect(idsOf(read)).toEqual([
      'question',
      'decision',
      'beliefs',
      'scenarios',
      'unfolding',
      'why',
    ])
  })

  test('what nobody knows is named, kept, and survives an edit', () => {
    const odd = { id: 'weather', headline: 'Rain' }
    const pages = [odd, { id: 'why', beliefs: ['sunshine'], shown: 1 }, { id: 'why' }]
    const opened = readFile(fileOf({ pages, colour: 'red' }))
    expect(opened.notRead).toEqual([
      'presentation: there is no page weather',
      'presentation: page why: no belief is called sunshine',
      'presentation: page why stands there twice: the first is read',
    ])
    expect(opened.stray).toEqual(['presentation: colour', 'page why: shown'])
    const edited = withHidden(opened.study, 'beliefs', true)
    expect(edited.presentation?.pages).toContainEqual(odd)
    expect(idsOf(edited)).not.toContain('weather')
  })

  test.each([
    [{}, /presentation\.pages/],
    [[], /presentation/],
    [{ pages: [{ id: 'why', headline: 'x'.repeat(LONGEST.headline + 1) }] }, /300 characters/],
    [{ pages: [{ id: 'why', note: 'x'.repeat(LONGEST.note + 1) }] }, /4000 characters/],
    [{ pages: [{ id: 'why', hidden: 'yes' }] }, /true or false is expected/],
    [{ pages: [{ id: 'why', levers: ['a', 'b', 'c', 'd'] }] }, /at most 3 levers/],
    [{ pages: Array.from({ length: 25 }, () => ({ id: 'why' })) }, /at most 24 pages/],
    [{ pages: [{ id: '<b>' }] }, /an id is a letter/],
  ])('%j is refused in words', (presentation, words) => {
    expect(() => readFile(fileOf(presentation))).toThrow(words)
  })
})
