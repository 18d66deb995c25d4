import { families, type FamilyId, type Parameter } from '../../engine/distributions/index.ts'
import { askIn, listed, numberIn, numberOf, shareOf } from '../../words/index.ts'
import { unitOf } from '../parameter-units.ts'
import { shapeName } from '../shape-words.ts'
import { bare } from './columns.ts'
import { BETWEEN_BRANCHES, RAW } from './shape-text.ts'

/** Other names that people have for a parameter, by what it is called here. */
const also: Readonly<Record<string, readonly string[]>> = {
  standardDeviation: ['sd', 'stdev', 'stddev', 'sigma', 'standarddeviation', 'spread'],
  logStandardDeviation: ['sd', 'sigma', 'logsd', 'logstandarddeviation', 'spread'],
  mean: ['average', 'mu', 'mean', 'middle'],
  min: ['minimum', 'low', 'lower', 'least'],
  max: ['maximum', 'high', 'upper', 'most'],
  mode: ['mostlikely', 'peak'],
  lower: ['min', 'minimum', 'low'],
  upper: ['max', 'maximum', 'high'],
  probability: ['p', 'chance'],
  probabilities: ['chances'],
}

/** The shape that a name means, by what people or files call it; null for none. */
export function shapeNamed(text: string): FamilyId | null {
  const name = bare(text)
  const found = Object.values(families).find(
    ({ kind, label }) => bare(kind) === name || bare(label) === name,
  )
  return found?.kind ?? null
}

/**
 * What a cell of parameters says of a shape, to be checked.
 *
 * @throws in a sentence, where it cannot be read
 */
export function spokenParameters(kind: FamilyId, text: string, unit: string): unknown {
  if (kind === 'mixture') return { kind, branches: branchesIn(text, unit) }
  const said: Record<string, unknown> = {}
  const percentiles: { p: number; value: number }[] = []
  for (const { name, values } of partsIn(kind, text)) {
    const p = percentileNamed(name)
    if (p !== null && kind === 'metalog') {
      percentiles.push({ p, value: numberFrom(values.join(' '), unit) })
      continue
    }
    const { id, type } = parameterNamed(kind, name)
    const of = unitOf(kind, id, unit)
    if (Object.hasOwn(said, id)) throw new Error(`“${name}” is said twice`)
    said[id] =
      type === 'numbers'
        ? values.map((one) => numberFrom(one, of))
        : numberFrom(values.length === 1 ? values[0] : values.join('; '), of)
  }
  if (percentiles.length > 0) said.percentiles = percentiles.toSorted((a, b) => a.p - b.p)
  return { kind, ...said }
}

/**
 * The number of a text in a unit.
 *
 * @throws in a sentence, where it is none or two
 */
export function numberFrom(text: string, unit: string): number {
  const raw = new RegExp(`^\\s*${RAW}\\s+(\\S+)\\s*$`, 'i').exec(text)
  const read = raw ? Number(raw[1].replace('−', '-')) : numberIn(text, unit)
  if (typeof read === 'number' && Number.isFinite(read)) return read
  throw new Error(askIn(text, unit) ?? `a number is expected, got ${quoted(text)}`)
}

/** A text as it is repeated in a sentence. */
export function quoted(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain === '') return 'nothing'
  return `“${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}”`
}

interface Part {
  readonly name: string
  readonly values: readonly string[]
}

/** “lowest = 1; highest = 2” in its parts; a number alone is that of a shape with one parameter. */
function partsIn(kind: FamilyId, text: string): Part[] {
  const pieces = text.split(/[;\n]/).map((one) => one.trim())
  const [only] = families[kind].parameters
  const parts: { name: string; values: string[] }[] = []
  for (const piece of pieces.filter(Boolean)) {
    const [, name, value] = /^([^=:]*?)\s*[=:]\s*(.*)$/s.exec(piece) ?? []
    if (name !== undefined) parts.push({ name, values: value === '' ? [] : [value] })
    else if (parts.length > 0) parts[parts.length - 1].values.push(piece)
    else if (families[kind].parameters.length === 1) parts.push({ name: only.id, values: [piece] })
    else throw new Error(`${exampleOf(kind)} is expected, got ${quoted(text)}`)
  }
  return parts
}

function parameterNamed(kind: FamilyId, name: string): Parameter {
  const all = families[kind].parameters
  const typed = bare(name)
  const found =
    all.find(({ id, label }) => bare(id) === typed || bare(label) === typed) ??
    all.find(({ id }) => Object.hasOwn(also, id) && also[id].includes(typed))
  if (found && found.type !== 'percentiles') return found
  const known = all.map(({ type, label }) =>
    type === 'percentiles' ? 'P10, P50 and others' : label.toLowerCase(),
  )
  throw new Error(`the shape “${families[kind].label}” has ${listed(known)}, got ${quoted(name)}`)
}

/** How the parameters of a shape are written, for who did not. */
function exampleOf(kind: FamilyId): string {
  const [first, second] = families[kind].parameters
  if (kind === 'metalog') return '“P10 = …; P50 = …; P90 = …”'
  const name = ({ label }: Parameter) => `${label.toLowerCase()} = …`
  return `“${name(first)}${second ? `; ${name(second)}` : ''}”`
}

function percentileNamed(name: string): number | null {
  const [, percent, share] =
    /^p\s*(?:([\d.,]+(?:e[+-]?\d+)?)|\(\s*([\d.e+-]+)\s*\))$/i.exec(name.trim()) ?? []
  const p = share === undefined ? shareOf(percent ?? '') : Number(share)
  return typeof p === 'number' ? p : null
}

const BRANCH =
  /^\s*(?:("(?:[^"\\]|\\.)*")|([^":[\]]*?))\s*\bweight\b\s*=?\s*([^:]*):([^[]*)\[(.*)\]\s*$/is

function branchesIn(text: string, unit: string): unknown[] {
  return split(text).map((piece) => {
    const [, json, plain, weight, shape, parameters] = BRANCH.exec(piece) ?? []
    const kind = shape === undefined ? null : shapeNamed(shape)
    if (kind === null || kind === 'mixture') {
      throw new Error(
        `branches such as “"Boom" weight 0.3: ${families.pert.label} [lowest = …]” with “${BETWEEN_BRANCHES.trim()}” between them are expected, got ${quoted(piece)}`,
      )
    }
    const heavy = numberOf(weight)
    if (typeof heavy !== 'number') {
      throw new Error(`a number is expected as weight of a branch, got ${quoted(weight)}`)
    }
    const label = json === undefined ? plain.trim() : labelIn(json)
    return { label, weight: heavy, distribution: spokenParameters(kind, parameters, unit) }
  })
}

function labelIn(json: string): string {
  try {
    return String(JSON.parse(json))
  } catch {
    return json.slice(1, -1)
  }
}

/** At the bars that stand neither in quotation marks nor in brackets. */
function split(text: string): string[] {
  const found = ['']
  let inQuotes = false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\\' && inQuotes) found[found.length - 1] += text[at++]
    else if (letter === '"') inQuotes = !inQuotes
    else if (!inQuotes && letter === '[') depth++
    else if (!inQuotes && letter === ']') depth--
    if (letter === '|' && !inQuotes && depth === 0) found.push('')
    else found[found.length - 1] += text[at] ?? ''
  }
  return found
}

/** The number that a shape of one parameter has, in a cell that holds a number. */
export function ofNumber(kind: FamilyId, x: number): unknown {
  if (kind === 'constant') return { kind, value: x }
  if (kind === 'bernoulli') return { kind, probability: x }
  throw new Error(
    `the shape “${shapeName(kind)}” needs its parameters by name, as in ${exampleOf(kind)}; got the number ${x}`,
  )
}
