import type { Family, Parameter } from './family.ts'

type Families = Readonly<Record<string, Family<{ readonly kind: string }>>>

const LARGEST = 1e100
/** Told by name; what a number must be, and may not be. */
type Bounds = Pick<Extract<Parameter, { type: 'numbers' }>, 'above' | 'min' | 'max'>

/**
 * Accepts a distribution of one of these families from outside.
 *
 * @throws in the user's words unless it is a plain object with a known kind and exactly its
 * parameters, each within its rules, that together make a distribution
 */
export function checkIn(families: Families, value: unknown): void {
  const fields = fieldsOf(value, 'a distribution is { "kind": ..., parameters }')
  const kind: unknown = fields.get('kind')
  if (typeof kind !== 'string' || !Object.hasOwn(families, kind)) {
    const known = Object.keys(families).join(', ')
    throw new Error(`a distribution's kind is one of ${known}; got ${shown(kind)}`)
  }
  const family = families[kind]
  const names = family.parameters.map(({ id }) => id)
  for (const name of fields.keys()) {
    if (name === 'kind' || names.includes(name)) continue
    throw new Error(`${kind} has no parameter ${shown(name)}; it has ${names.join(', ')}`)
  }
  for (const parameter of family.parameters) {
    const given: unknown = fields.get(parameter.id)
    if (parameter.optional && !fields.has(parameter.id)) continue
    checkParameter(kind, parameter, given)
  }
  // Every field has been looked at above.
  family.check(value as { readonly kind: string })
}

function checkParameter(kind: string, parameter: Parameter, value: unknown): void {
  const what = `${kind} needs ${parameter.id}`
  if (!('least' in parameter)) {
    checkNumber(what, parameter, value)
    return
  }
  if (!Array.isArray(value)) throw new Error(`${what} as a list, got ${shown(value)}`)
  const entries: readonly unknown[] = value
  const { least, most } = parameter
  if (entries.length < least || entries.length > most) {
    throw new Error(`${what} with ${least} to ${most} entries, got ${entries.length}`)
  }
  switch (parameter.type) {
    case 'numbers':
      // By index, since a hole in a list is no entry to forEach.
      for (let i = 0; i < entries.length; i++) {
        checkNumber(`${what}[${i}]`, parameter, entries[i])
      }
      return
    case 'percentiles':
      for (let i = 0; i < entries.length; i++) checkPercentile(`${what}[${i}]`, entries[i])
      checkRising(what, entries as readonly Readonly<Record<string, number>>[])
      return
    case 'branches':
      for (let i = 0; i < entries.length; i++) checkBranch(`${what}[${i}]`, entries[i])
      return
  }
}

function checkNumber(what: string, bounds: Bounds, value: unknown): void {
  const { above, min = -LARGEST, max = LARGEST } = bounds
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`${what} as a finite number, got ${shown(value)}`)
  }
  if (above !== undefined && !(value > above)) {
    throw new Error(`${what} above ${above}, got ${value}`)
  }
  if (value < min || value > max) {
    throw new Error(`${what} from ${min} to ${max}, got ${value}`)
  }
}

function checkPercentile(what: string, value: unknown): void {
  const fields = fieldsOf(value, `${what} as { "p": ..., "value": ... }`)
  onlyFields(what, fields, ['p', 'value'])
  const p: unknown = fields.get('p')
  if (typeof p !== 'number' || !(p > 0 && p < 1)) {
    throw new Error(`${what}.p between 0 and 1, got ${shown(p)}`)
  }
  checkNumber(`${what}.value`, {}, fields.get('value'))
}

function checkRising(what: string, points: readonly Readonly<Record<string, number>>[]): void {
  for (let i = 1; i < points.length; i++) {
    for (const name of ['p', 'value']) {
      const [before, after] = [points[i - 1][name], points[i][name]]
      if (after > before) continue
      throw new Error(`${what} with rising ${name}, got ${before} before ${after}`)
    }
  }
}

function checkBranch(what: string, value: unknown): void {
  const fields = fieldsOf(value, `${what} as { "label", "weight", "distribution" }`)
  onlyFields(what, fields, ['label', 'weight', 'distribution'])
  const label: unknown = fields.get('label')
  if (typeof label !== 'string' || label.length > 60) {
    throw new Error(`${what}.label as a text of at most 60 characters, got ${shown(label)}`)
  }
  checkNumber(`${what}.weight`, { above: 0 }, fields.get('weight'))
}

function onlyFields(
  what: string,
  fields: ReadonlyMap<string, unknown>,
  names: readonly string[],
): void {
  for (const name of fields.keys()) {
    if (names.includes(name)) continue
    throw new Error(`${what} with ${names.join(', ')} alone, got ${shown(name)}`)
  }
}

function fieldsOf(value: unknown, expected: string): ReadonlyMap<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return new Map<string, unknown>(Object.entries(value))
  }
  throw new Error(`${expected}, got ${shown(value)}`)
}

function shown(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing'
    case 'string':
      return shortened(JSON.stringify(value))
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'symbol':
      return shortened(value.toString())
    case 'function':
      return 'a function'
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
