import { expect, test } from 'vitest'
import { Late, latePart, loadAhead } from '../../../src/app/state/late.svelte.ts'

test('what is loaded late is fetched once, however often it is asked for', async () => {
  let fetched = 0
  const part = latePart('The part', () => Promise.resolve({ default: ++fetched }))
  expect(part.value).toBeNull()
  expect(await Promise.all([part.load(), part.load(), part.ahead()])).toEqual([1, 1, undefined])
  expect([part.value, part.failed, fetched]).toEqual([1, false, 1])
})

test('what does not come is said in words when it is wanted, and tried again when asked again', async () => {
  let gone = true
  const part = new Late('The list', () =>
    gone ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('here'),
  )
  await part.ahead()
  expect(part.failed).toBe(false)
  await expect(part.load()).rejects.toThrow(/^The list could not be loaded: /)
  expect([part.value, part.failed]).toEqual([null, true])
  gone = false
  expect(await part.load()).toBe('here')
  expect(part.failed).toBe(false)
})

test('loadAhead() loads all that was declared, also what comes with a part', async () => {
  const loaded: string[] = []
  const declare = (name: string, then?: () => void) =>
    new Late(name, () => {
      loaded.push(name)
      then?.()
      return Promise.resolve(name)
    })
  declare('outer', () => declare('inner'))
  new Late('missing', () => Promise.reject(new Error('gone')))
  declare('last')
  await loadAhead()
  expect(loaded).toEqual(['outer', 'last', 'inner'])
})
