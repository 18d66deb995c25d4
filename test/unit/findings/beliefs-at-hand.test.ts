import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AT_HAND, atHand } from '../../../src/findings/beliefs-at-hand.ts'

const letters = 'abcdefghijklmnop'.split('')
const ids = fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 16 })
const some = ids.map((list) => list.slice(0, AT_HAND))
const all = fc.shuffledSubarray(letters, { minLength: letters.length })
const none = () => false

test('with nothing there the strongest eight stand in their order', () => {
  fc.assert(
    fc.property(ids, (strongest) => {
      expect(atHand([], strongest, none)).toEqual(strongest.slice(0, AT_HAND))
    }),
  )
})

test('a moved belief keeps its place', () => {
  fc.assert(
    fc.property(some, all, (shown, strongest) => {
      const moved = (id: string) => shown.indexOf(id) % 2 === 1
      const places = atHand(shown, strongest, moved)
      for (const id of shown.filter(moved)) expect(places.indexOf(id)).toBe(shown.indexOf(id))
    }),
  )
})

test('what stays strong stays where it is', () => {
  const shown = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const strongest = ['h', 'x', 'b', 'c', 'd', 'e', 'f', 'g', 'a']
  expect(atHand(shown, strongest, none)).toEqual(['x', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
})

test('never twice, never more than eight, and all of the strongest unless moved ones hold places', () => {
  fc.assert(
    fc.property(some, ids, ids, (shown, strongest, moved) => {
      const now = atHand(shown, strongest, (id) => moved.includes(id))
      expect(new Set(now).size).toBe(now.length)
      expect(now.length).toBeLessThanOrEqual(AT_HAND)
      const held = shown.filter((id) => moved.includes(id) && !strongest.slice(0, 8).includes(id))
      if (held.length === 0) expect([...now].sort()).toEqual(strongest.slice(0, 8).sort())
    }),
  )
})
