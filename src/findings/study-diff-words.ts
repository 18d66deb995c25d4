import type { Correlation } from '../engine/model.ts'
import type { DiffEntry } from '../study/diff-entry.ts'
import { pairKey } from '../study/edits/correlations.ts'
import { isCopy, type Presentation } from '../study/presentation.ts'
import { assumptions, labelOf, market } from '../study/model.ts'
import { commas, correlation, count, counted, listed, plain, value } from '../words/index.ts'
import { beliefWords } from './belief-words.ts'
import { leverWords } from './lever-words.ts'
import { sideOf, targetWords } from './target.ts'
import { vantageWords } from './vantage-words.ts'

/** Longer texts are cut where they stand in a table. */
const LONGEST = 90
/** As many pairs are named. */
const PAIRS = 3

/** What differs, as it is called. */
export function entryName(entry: DiffEntry): string {
  switch (entry.kind) {
    case 'belief':
      return entry.scenario ? `${entry.label} in ${entry.scenario.label}` : entry.label
    case 'lever':
      return `${entry.label} of ${entry.strategyLabel}`
    case 'scenario':
      return `The scenario ${entry.label}`
    case 'strategy':
      return `The strategy ${entry.label}`
    case 'correlations':
    case 'weights':
    case 'words':
    case 'order':
    case 'note':
    case 'field':
      return entry.label
  }
}

/** What both say, in words that are not the same. */
export function entryTexts(entry: DiffEntry): readonly [mine: string, theirs: string] {
  const [mine, theirs] = textsOf(entry)
  return mine === theirs ? [mine, `${theirs}, but for digits or words not shown`] : [mine, theirs]
}

function textsOf(entry: DiffEntry): readonly [string, string] {
  switch (entry.kind) {
    case 'belief': {
      const unit = assumptions.find(({ id }) => id === entry.assumption)?.unit ?? ''
      return [beliefWords(entry.mine, unit), beliefWords(entry.theirs, unit)]
    }
    case 'correlations':
      return [pairWords(entry.mine, entry.theirs), pairWords(entry.theirs, entry.mine)]
    case 'weights':
      return [weightWords(entry.mine), weightWords(entry.theirs)]
    case 'scenario':
    case 'strategy':
      return [isThere(entry.mine), isThere(entry.theirs)]
    case 'lever': {
      const lever = market.levers.find(({ id }) => id === entry.lever)
      const words = (x: number | boolean) => (lever ? leverWords(lever, x) : String(x))
      return [words(entry.mine), words(entry.theirs)]
    }
    case 'words':
      return [saidWords(entry.mine), saidWords(entry.theirs)]
    case 'order':
      return [shortened(commas(entry.mine)), shortened(commas(entry.theirs))]
    case 'note':
      return [noteWords(entry.mine), noteWords(entry.theirs)]
    case 'field':
      return [fieldWords(entry.field, entry.mine), fieldWords(entry.field, entry.theirs)]
  }
}

function isThere(one: unknown): string {
  return one === null ? 'not there' : 'there'
}

/** Pairs that the other has not, or not as strong. */
function pairWords(pairs: readonly Correlation[], others: readonly Correlation[]): string {
  const known = new Map(others.map(([a, b, r]) => [pairKey(a, b), r]))
  const own = pairs.filter(([a, b, r]) => known.get(pairKey(a, b)) !== r)
  const named = own
    .slice(0, PAIRS)
    .map(([a, b, r]) => `${labelOf(a)} with ${labelOf(b)} ${correlation(r)}`)
  const rest = own.length - named.length
  const all = counted(pairs.length, 'pair')
  return named.length === 0
    ? all
    : `${all}, among them ${listed([...named, ...(rest > 0 ? [`${rest} more`] : [])])}`
}

function weightWords(weights: Readonly<Record<string, number>> | null | undefined): string {
  const all = Object.entries(weights ?? {})
  if (all.length === 0) return 'all the same'
  const label = (id: string) => market.scenarios.find((one) => one.id === id)?.label ?? id
  return shortened(commas(all.map(([id, weight]) => `${label(id)} ${plain(weight)}`)))
}

function saidWords({ label, story }: { readonly label?: string; readonly story?: string }): string {
  const said = [label === undefined ? '' : `“${label}”`, story ?? '']
  return shortened(commas(said)) || 'as the model says'
}

function noteWords(note: object | null): string {
  // A text that ends with its own stop is followed by a comma.
  return note === null
    ? 'none'
    : shortened(commas(Object.values(note).map((text) => String(text).replace(/[.,;\s]+$/, ''))))
}

function fieldWords(field: string, given: unknown): string {
  if (field === 'presentation') return pagesWords(given as Presentation | undefined)
  if (field === 'signposts')
    return counted(((given ?? []) as readonly unknown[]).length, 'signpost')
  if (given === undefined || given === null || given === '') return 'nothing said'
  if (field === 'targets') return aimWords(given as Readonly<Record<string, number>>)
  if (field === 'vantage' && typeof given === 'string') return vantageWords(given)
  if (typeof given === 'number') {
    if (field === 'negligible') return value(given, 'USD bn')
    if (field === 'horizonQuarters') return counted(given, 'quarter')
    return count(given)
  }
  return shortened(typeof given === 'string' ? `“${given}”` : JSON.stringify(given))
}

/** What is aimed at, outcome by outcome. */
function aimWords(targets: Readonly<Record<string, number>>): string {
  const all = Object.entries(targets).map(([id, at]) => {
    const outcome = market.outcomes.find((one) => one.id === id)
    if (outcome?.kind !== 'number') return `${id} ${plain(at)}`
    const side = sideOf(outcome.better) === 'atLeast' ? 'at least' : 'at most'
    return `${outcome.label} ${side} ${targetWords(at, outcome.unit)}`
  })
  return shortened(commas(all))
}

/** How many pages somebody changed; the order alone is a change too. */
function pagesWords({ pages = [] }: Partial<Presentation> = {}): string {
  const changed = pages.filter((page) => isCopy(page.id) || Object.keys(page).length > 1)
  if (pages.length === 0) return 'as they are found'
  return changed.length === 0 ? 'another order' : `${counted(changed.length, 'page')} changed`
}

function shortened(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, ' '))
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()} …` : text
}
