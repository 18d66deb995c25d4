import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../../.ci/sources.mjs'
import { actionOfKey, actions, actionsIn, keySheet } from '../../../src/app/actions/index.ts'
import * as all from '../../../src/app/actions/all.ts'
import { screens } from '../../../src/app/state/route.svelte.ts'
import { page } from './page.ts'

const app = page()
const press = (key: string, more = {}) =>
  actionOfKey({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more })

test('every action has a name of its own, a label, keywords and a place of its own', () => {
  for (const { id, label, keywords, menu } of actions) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(label(app)).toMatch(/^[A-Z].*[^.]$/)
    expect(keywords.length).toBeGreaterThan(0)
    expect(menu?.label ?? 'A').toMatch(/^[A-Z]/)
  }
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
  expect(new Set(actions.map(({ order }) => order)).size).toBe(actions.length)
})

test('every file is one action, named after it', () => {
  const files = filesBelow('src/app/actions')
    .filter((file) => !/[\\/]parts[\\/]/.test(file))
    .map((file) => basename(file, '.ts'))
    .filter((name) => !['action', 'all', 'index'].includes(name))
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const named = Object.entries(all).map(([name, one]) =>
    'id' in one ? one.id : kebab(name).replace(/s$/, ''),
  )
  expect(named.toSorted()).toEqual(files.toSorted())
})

test('no key is used twice on a screen, and each does its action', () => {
  const keys = actions.flatMap(({ key }) => key ?? [])
  for (const { id } of screens) {
    const here = actions.filter(({ key, screen }) => key && (!screen || screen === id))
    const own = here.map(({ key, screen }) => `${key} ${screen ? 'here' : 'anywhere'}`)
    expect(new Set(own).size).toBe(own.length)
  }
  for (const key of keys) {
    expect(key).toHaveLength(1)
    expect(press(key)?.key).toBe(key)
  }
  const chords = actions.flatMap(({ chord }) => chord ?? [])
  expect(new Set(chords).size).toBe(chords.length)
})

test('what a screen does by a key goes before what is done anywhere', () => {
  const doneOn = (screen: (typeof screens)[number]['id']) =>
    actionOfKey({ key: 'p', ctrlKey: false, metaKey: false, altKey: false, repeat: false }, screen)
  expect(doneOn('futures')?.id).toBe('play-futures')
  expect(doneOn('answer')?.id).toBe('present')
})

test('every screen has its number', () => {
  screens.forEach(({ id }, index) => {
    expect(press(String(index + 1))?.id).toBe(`go-to-${id}`)
  })
})

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])(
  'with %o a key belongs to somebody else',
  (more) => {
    for (const { key } of actions) if (key) expect(press(key, more)).toBeNull()
  },
)

test('other keys do nothing', () => {
  for (const key of ['x', 'S', 'Enter', 'Escape', 'Tab', ' ', '0', '7']) {
    expect(press(key)).toBeNull()
  }
})

test('the sheet has every key, and says where it works', () => {
  const sheet = keySheet(app)
  expect(sheet).toHaveLength(actions.filter(({ key, chord }) => key ?? chord).length)
  expect(sheet).toContainEqual({ keys: 'j', words: 'On Answer: next strategy' })
  expect(sheet).toContainEqual({ keys: 'Ctrl Z', words: 'Undo (⌘ Z on a Mac)' })
})

test('menus list what makes sense of what they are of', () => {
  const idsIn = (...of: Parameters<typeof actionsIn>) => actionsIn(...of).map(({ id }) => id)
  expect(idsIn('scenario', app, 'base')).toEqual(['duplicate-scenario'])
  expect(idsIn('scenario', app, 'regulators')).toContain('delete-scenario')
  expect(idsIn('strategy', app, 'strategy1')).not.toContain('restore-strategy')
  expect(idsIn('strategy', app, 'exclusive')).toContain('restore-strategy')
})

test('what cannot be done now says so', () => {
  const can = (id: string, on?: string) => actions.find((one) => one.id === id)?.canDo(app, on)
  expect([can('undo'), can('save-results'), can('delete-strategy', 'none')]).toEqual([
    false,
    false,
    false,
  ])
  app.studies.change('changed the seed', (study) => ({ ...study, seed: 'other' }))
  expect([can('undo'), can('redo')]).toEqual([true, false])
  app.studies.readOnly = true
  expect([can('undo'), can('duplicate-strategy'), can('delete-scenario', 'regulators')]).toEqual([
    false,
    false,
    false,
  ])
})
