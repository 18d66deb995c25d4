import { expect, test } from 'vitest'
import { wordsOf } from '../../../src/words/index.ts'

test.each([
  'Failed to fetch dynamically imported module: http://localhost/assets/more-runs-x.js',
  'error loading dynamically imported module: http://localhost/assets/more-runs-x.js',
  'Importing a module script failed.',
])('“%s” is said as what it means and what to do', (message) => {
  expect(wordsOf(new TypeError(message))).toMatch(/^A part of the page .* Reload the page$/)
})

test('whatever else was thrown is said as it is, with a capital', () => {
  expect(wordsOf(new Error('no future counts'))).toBe('No future counts')
  expect(wordsOf('gone')).toBe('Gone')
})
