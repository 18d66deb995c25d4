/** One place where two values of JSON differ: where it is, and what is there after; nothing if it is gone. */
export type Change = readonly [path: readonly (string | number)[], to?: unknown]

/** Lists longer than this are replaced as a whole: they are data, not entries somebody edits. */
const LONGEST = 50

/**
 * What turns one value of JSON into another. Parts that are the same object are not looked into, and
 * what is undefined is not there.
 */
export function changesBetween(from: unknown, to: unknown): Change[] {
  const found: Change[] = []
  collect([], from, to, found)
  return found
}

/** A value after some changes; it shares with the one before what they do not touch. */
export function withChanges<T>(from: T, changes: readonly Change[]): T {
  return changes.reduce<unknown>((now, change) => put(now, change, 0), from) as T
}

function collect(path: Change[0], from: unknown, to: unknown, found: Change[]): void {
  if (from === to || (from !== from && to !== to)) return
  if (Array.isArray(from) && Array.isArray(to)) {
    if (from.length === to.length && from.length <= LONGEST) {
      for (const [index, one] of to.entries()) collect([...path, index], from[index], one, found)
    } else if (!isSameList(from, to)) found.push([path, to])
  } else if (isRecord(from) && isRecord(to)) {
    for (const key of Object.keys(from)) {
      if (from[key] !== undefined && own(to, key) === undefined) found.push([[...path, key]])
    }
    for (const key of Object.keys(to)) {
      if (to[key] !== undefined) collect([...path, key], own(from, key), to[key], found)
    }
  } else found.push([path, to])
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return (
    a.length === b.length && a.every((one, index) => changesBetween(one, b[index]).length === 0)
  )
}

function put(value: unknown, change: Change, depth: number): unknown {
  const [path, to] = change
  if (depth === path.length) return to
  const key = path[depth]
  if (Array.isArray(value) && typeof key === 'number') {
    return value.map((one: unknown, index) => (index === key ? put(one, change, depth + 1) : one))
  }
  if (!isRecord(value))
    throw new Error(`an object is expected at ${path.slice(0, depth).join('.')}`)
  if (depth === path.length - 1 && change.length === 1) {
    const { [key]: _gone, ...rest } = value
    return rest
  }
  return { ...value, [key]: put(own(value, String(key)), change, depth + 1) }
}

/** A field of the object itself, never one it inherits. */
function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
