import { expect, test } from 'vitest'
import { screens } from '../../../src/app/state/route.svelte.ts'
import { shortcutOf, shortcuts } from '../../../src/app/state/shortcuts.svelte.ts'

const press = (key: string, more = {}) =>
  shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more })

test('every key is single and does one thing', () => {
  const keys = shortcuts.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) {
    expect(key).toHaveLength(1)
    expect(press(key)?.key).toBe(key)
  }
})

test('every screen has its number', () => {
  screens.forEach(({ id }, index) => {
    expect(press(String(index + 1))?.does).toEqual({ kind: 'screen', screen: id })
  })
})

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])(
  'with %o a key belongs to somebody else',
  (more) => {
    for (const { key } of shortcuts) expect(press(key, more)).toBeNull()
  },
)

test('other keys do nothing', () => {
  for (const key of ['x', 'S', 'Enter', 'Escape', 'Tab', ' ', '0', '5']) {
    expect(press(key)).toBeNull()
  }
})
