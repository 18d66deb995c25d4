import { describe, expect, it } from 'vitest'
import { storageWords } from '../../../src/app/keep/storage-words.ts'

const names = [
  'QuotaExceededError',
  'SecurityError',
  'NotAllowedError',
  'InvalidStateError',
  'VersionError',
  'TimeoutError',
  'UnknownError',
  'DataError',
  'AbortError',
]

describe('where the browser keeps nothing', () => {
  it.each([...names, 'SomethingNew'])('%s says what to do, in whole sentences', (name) => {
    const words = storageWords(new DOMException('the browser’s own words', name))
    expect(words).toMatch(/^[A-Z].*\.$/)
    expect(words).toContain('Save the study as a file now: Export, then “Study as a file”.')
    expect(words).toContain('It lasts until the page is closed.')
    expect(words.includes('browser’s own words')).toBe(name === 'SomethingNew')
  })

  it('a full store, a private window and a newer Stakes ask for different things', () => {
    const words = (name: string) => storageWords(new DOMException('', name))
    expect(words('QuotaExceededError')).toMatch(/delete studies that you no longer need/)
    expect(words('SecurityError')).toMatch(/ordinary window, and open the file there/)
    expect(words('VersionError')).toMatch(/reload the page, which brings the newer one/)
    expect(words('TimeoutError')).toMatch(/close other tabs of Stakes/)
  })

  it('what is thrown that is no error is said as it is', () => {
    expect(storageWords('no store')).toMatch(/\(No store\)/)
  })
})
