/** Deeper than anything a file holds, and far from where reading it would fail. */
const DEEPEST = 64

/** Keys that JavaScript keeps for itself: nothing that reads a file would see them. */
const RESERVED = ['__proto__', 'constructor', 'prototype']

/**
 * The value of a JSON text in which nothing is said twice, so that nothing is lost.
 *
 * @throws in a sentence that names the place
 */
export function jsonOf(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '')
  if (plain.trim() === '') throw new Error('the file is empty; JSON is expected')
  const fault = faultIn(plain)
  if (fault?.isDeep) throw new Error(fault.words)
  let value: unknown
  try {
    value = JSON.parse(plain)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`the file is not JSON: ${reason}`, { cause: error })
  }
  if (fault) throw new Error(fault.words)
  return value
}

interface Fault {
  readonly words: string
  /** Whether the text need not, or may not, be parsed at all. */
  readonly isDeep: boolean
}

/** One level of the text: an object with the keys met in it, or a list with the place reached. */
interface Level {
  readonly keys: Set<string> | null
  /** The key or place that stands at this level now. */
  at: string
  /** Whether the next text is a key. */
  isKey: boolean
  count: number
}

/** What is wrong with a text that JSON.parse would take without a word, or words of its own for. */
function faultIn(text: string): Fault | null {
  const levels: Level[] = []
  for (let at = 0; at < text.length; at++) {
    const level = levels[levels.length - 1]
    switch (text[at]) {
      case '{':
      case '[': {
        if (levels.length === DEEPEST) {
          return { words: `a file nests at most ${DEEPEST} levels deep, got more`, isDeep: true }
        }
        const isObject = text[at] === '{'
        levels.push({ keys: isObject ? new Set() : null, at: '', isKey: isObject, count: 0 })
        break
      }
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        if (!level) break
        level.isKey = level.keys !== null
        level.count++
        break
      case ':':
        if (level) level.isKey = false
        break
      case '"': {
        const end = endOf(text, at)
        if (end < 0) return ENDS_EARLY
        const words = level?.isKey ? keyFault(levels, text.slice(at, end + 1)) : null
        if (words) return { words, isDeep: false }
        at = end
      }
    }
  }
  return levels.length > 0 ? ENDS_EARLY : null
}

const ENDS_EARLY: Fault = {
  words: 'the file is not JSON: it ends before it is complete, as if it had been cut off',
  isDeep: true,
}

/** Where a text in quotes ends; −1 where it does not. Of any length: an expression would run out of room. */
function endOf(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end
  }
  return -1
}

/** What is wrong with the next key of the innermost object; it is taken note of. */
function keyFault(levels: readonly Level[], token: string): string | null {
  const level = levels[levels.length - 1]
  const key = keyOf(token)
  const place = placeOf(levels)
  level.at = key
  if (RESERVED.includes(key)) return `${place}nothing is called ${key}`
  if (level.keys?.has(key)) return `${place}${key} stands there twice; say it once`
  level.keys?.add(key)
  return null
}

/** Before what is wrong: the way to the innermost level, as in `strategies.1: `. */
function placeOf(levels: readonly Level[]): string {
  const way = levels.slice(0, -1).map(({ keys, at, count }) => (keys ? at : String(count)))
  return way.length > 0 ? `${way.join('.')}: ` : ''
}

function keyOf(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    return token
  }
}
