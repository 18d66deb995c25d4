import type { FamilyId } from '../../engine/distributions/index.ts'
import { shapeWords } from '../../study/shape-words.ts'
import { shownSize, toDigits, typedIn, wordsOfUnit, wordsOf } from '../../words/index.ts'
import { parametersOf, unitOf } from './form.ts'

/** A number as it is shown in a field beside others: to four digits. */
export function shortIn(x: number, unit: string): string {
  const words = wordsOfUnit(unit)
  if (words.logOf === undefined) return typedIn(toDigits(x, 4), unit)
  const text = toDigits(shownSize(x, words) * (words.percent ? 100 : 1), 4)
  return `${String(text).replace('-', '−')}${words.percent ? '%' : (words.close ?? '')}`
}

/**
 * What is wrong with a belief that was typed: its shape and its fields by the names people read, its
 * numbers as they stand in the fields.
 *
 * @param belief as it was read from the fields
 */
export function shapeProblem(error: unknown, belief: unknown, unit: string): string {
  const said = wordsOf(shapeWords(error instanceof Error ? error.message : String(error)))
  const { kind } = belief as { readonly kind: FamilyId }
  const parameters = parametersOf(kind)
  // Of several that are named all have the same unit.
  const named = parameters.find(({ id }) => new RegExp(`\\bneeds ${id}\\b`).test(said))
  const of = unitOf(kind, named?.id ?? 'value', unit)
  const inUnit = /\bprobabilit|\bterms\b|entries|whole number/.test(said)
    ? said
    : said.replace(NUMBER, (text) => typedIn(plainly(Number(text), said), of))
  return parameters.reduce(
    (words, { id, label }) => words.replace(new RegExp(`(?<!“)\\b${id}\\b(?!”)`), nameIn(label)),
    inUnit,
  )
}

/** What lies beyond is the arithmetic’s, not the person’s. */
const MOST_DIGITS = 12

/** A number in as few digits, from six, as keep it apart from the others of a sentence. */
function plainly(x: number, said: string): number {
  const all = [...new Set([...said.matchAll(NUMBER)].map(([text]) => Number(text)))]
  for (let digits = 6; digits < MOST_DIGITS; digits++) {
    if (new Set(all.map((one) => toDigits(one, digits))).size === all.length) {
      return toDigits(x, digits)
    }
  }
  return toDigits(x, MOST_DIGITS)
}

/** Numbers, but for those of percentiles, places in a list, and what was quoted from a field. */
const NUMBER = /(?<![P\w."[]|p = )-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w%\]"]|\.\d)/g

function nameIn(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
