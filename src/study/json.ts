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
  /** Whether the text may not even be parsed. */
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

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

/** What is wrong with a text that JSON.parse would take without a word. */
function faultIn(text: string): Fault | null {
  const levels: Level[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels[levels.length - 1]
    if (token === '{' || token === '[') {
      if (levels.length === DEEPEST) {
        return { words: `a file nests at most ${DEEPEST} levels deep, got more`, isDeep: true }
      }
      const isObject = token === '{'
      levels.push({ keys: isObject ? new Set() : null, at: '', isKey: isObject, count: 0 })
    } else if (token === '}' || token === ']') levels.pop()
    else if (!level) continue
    else if (token === ',') {
      level.isKey = level.keys !== null
      level.count++
    } else if (token === ':') level.isKey = false
    else if (level.isKey && level.keys) {
      const key = keyOf(token)
      const place = placeOf(levels)
      level.at = key
      if (RESERVED.includes(key)) {
        return { words: `${place}nothing is called ${key}`, isDeep: false }
      }
      if (level.keys.has(key)) {
        return { words: `${place}${key} stands there twice; say it once`, isDeep: false }
      }
      level.keys.add(key)
    }
  }
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
