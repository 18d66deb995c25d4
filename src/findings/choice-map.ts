import type { ChoiceMap, MapCell, MapSide } from '../analyses/choice-map.ts'
import { FEWEST } from '../analyses/side-bins.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { assumptions, labelOf } from '../study/model.ts'
import {
  count,
  hundredths,
  listed,
  ofHundred,
  sentences,
  sizeWithError,
  value,
} from '../words/index.ts'
import type { Finding } from './finding.ts'
import { measureOf } from './verdict-facts.ts'
import { type Where, whereWords } from './where.ts'
import { tooFew } from './too-few.ts'

/** Two beliefs at once, and what was found of them. */
export interface ChoiceMapFacts {
  readonly outcome: NumberOutcome
  /** By id. */
  readonly x: string
  readonly y: string
  readonly found: ChoiceMap
  /** Strategies that are best on average, or where one of the two alone is known; null where that is not known. */
  readonly alone: readonly string[] | null
  /** Futures that count. */
  readonly where: Where
  /** What a strategy is called. */
  readonly strategy: (id: string) => string
}

/** One side of the map. */
export interface MapSideMarks {
  readonly label: string
  /** Where each part ends, as a share of all futures: as wide as it is likely. */
  readonly ends: readonly number[]
  /** What stands at the ends of all parts but the last; of an event in the middle of its parts. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
}

/** The map as it is drawn. */
export interface ChoiceMapMarks {
  readonly x: MapSideMarks
  readonly y: MapSideMarks
  /** Row by row from below; best is null where too few futures are. */
  readonly cells: readonly Pick<MapCell, 'best' | 'isSure'>[]
  readonly words: readonly string[]
  /** Each strategy that is best somewhere, surely or not: the largest sure region first. */
  readonly regions: readonly {
    readonly id: string
    readonly label: string
    readonly text: string
  }[]
}

/** Which strategy is best where, if two beliefs were known. */
export function choiceMapFinding(facts: ChoiceMapFacts): Finding<ChoiceMapMarks> {
  const { outcome, x, y, found, where } = facts
  const names = `“${labelOf(x)}” and “${labelOf(y)}”`
  const shares = found.regions.map(({ chance }) => chance.value)
  const left = Math.max(0, 1 - shares.reduce((sum, one) => sum + one, 0))
  const parts = hundredths([...shares, left])
  const regions = found.regions.map(({ id }, at) => ({
    id,
    label: facts.strategy(id),
    text: `${parts[at]} of 100`,
  }))
  const open = parts[parts.length - 1]
  return {
    id: `flips-${outcome.id}-${x}-${y}`,
    title: titleOf(names, found, regions, open),
    measure: `Best strategy by ${measureOf(outcome)} on average, if both were known.`,
    caption: found.areFew
      ? ''
      : sentences([
          `Counted: ${whereWords(where).counted}.`,
          togetherWords(facts),
          'Every column and every row is as wide as your own belief gives it a chance.',
          `Hatched: no strategy is ahead of all others by three errors, or fewer than 20 futures lie there; that is ${open} of 100. Each square is judged by the futures in it and near it, by a plane fitted to them.`,
        ]),
    table: () => tableOf(facts),
    marks: {
      x: sideMarks(x, found.x),
      y: sideMarks(y, found.y),
      cells: found.cells,
      words: found.cells.map((cell, at) => cellWords(facts, cell, at)),
      regions: namedIn(facts, regions),
    },
  }
}

/** Which strategies take over where both are known, and by neither belief alone; empty where none does. */
function togetherWords({ found, alone, strategy }: ChoiceMapFacts): string {
  const more = found.regions.filter(({ id }) => alone?.includes(id) === false)
  if (more.length === 0) return ''
  const names = listed(more.map(({ id }) => strategy(id)))
  const [take, they] = more.length === 1 ? ['takes', 'it is'] : ['take', 'they are']
  return `${names} ${take} over where both are known: where one of the two alone is known, no value of it shows for certain that ${they} ahead.`
}

/** Of each strategy in how many of a hundred futures it is ahead, and surely. */
function namedIn(
  { found, strategy }: ChoiceMapFacts,
  sure: ChoiceMapMarks['regions'],
): ChoiceMapMarks['regions'] {
  const { cells } = found
  const ids = [...new Set(cells.flatMap(({ best }) => (best === null ? [] : [best])))]
  const shares = ids.map((id) => {
    const here = cells.reduce((sum, cell) => sum + (cell.best === id ? cell.count : 0), 0)
    return { id, share: here / found.trials }
  })
  const order = (id: string) => sure.findIndex((one) => one.id === id) >>> 0
  return shares
    .sort((a, b) => order(a.id) - order(b.id) || b.share - a.share)
    .map(({ id, share }) => {
      const surely = sure.find((one) => one.id === id)?.text
      const ahead = `ahead in ${ofHundred(share)}`
      return {
        id,
        label: strategy(id),
        text: `${ahead}, ${surely ? `surely in ${surely}` : 'nowhere surely'}`,
      }
    })
}

function titleOf(
  names: string,
  { areFew, trials }: ChoiceMap,
  regions: ChoiceMapMarks['regions'],
  open: number,
): string {
  if (areFew) {
    return tooFew(`map ${names}`, FEWEST, trials)
  }
  const [first, ...rest] = regions
  if (!first) return `${names} together settle no choice with these futures`
  if (rest.length === 0) {
    return open === 0
      ? `${first.label} is best whatever ${names} turn out to be`
      : `${first.label} is best wherever ${names} settle the choice (${first.text})`
  }
  const all = listed([first, ...rest].map(({ label, text }) => `${label} (${text})`))
  return `${names} together: best is ${all}${open > 0 ? `; ${open} of 100 are not settled` : ''}`
}

function sideMarks(id: string, { parts, isEvent }: MapSide): MapSideMarks {
  const unit = assumptions.find((one) => one.id === id)?.unit ?? ''
  let sum = 0
  const ends = parts.map(({ share }) => (sum += share))
  const names = ['does not happen', 'happens']
  const ticks = isEvent
    ? parts.map(({ share }, at) => ({ at: ends[at] - share / 2, text: names[at] }))
    : parts.slice(1).map(({ low }, at) => ({
        at: ends[at],
        text: value((parts[at].high + low) / 2, unit),
      }))
  return { label: labelOf(id), ends, ticks }
}

function partWords(id: string, { parts, isEvent }: MapSide, at: number): string {
  const unit = assumptions.find((one) => one.id === id)?.unit ?? ''
  if (isEvent) return at === 0 ? 'does not happen' : 'happens'
  const between = (a: number, b: number) => value((a + b) / 2, unit)
  const low = at > 0 ? between(parts[at - 1].high, parts[at].low) : null
  const high = at < parts.length - 1 ? between(parts[at].high, parts[at + 1].low) : null
  if (low === null) return high === null ? 'any' : `below ${high}`
  return high === null ? `above ${low}` : `${low} to ${high}`
}

/** Both beliefs, who is best there and by how much. */
function cellWords(facts: ChoiceMapFacts, cell: MapCell, at: number): string {
  const { x, y, found } = facts
  const across = found.x.parts.length
  const [i, j] = [at % across, Math.floor(at / across)]
  return `${labelOf(x)} ${partWords(x, found.x, i)}, ${labelOf(y)} ${partWords(y, found.y, j)}: ${bestWords(facts, cell)}`
}

function bestWords(
  { outcome, strategy }: ChoiceMapFacts,
  { best, isSure, lead, count: n }: MapCell,
) {
  if (best === null) return `too few futures (${count(n)})`
  const by = sizeWithError(lead.value, lead.error, outcome.unit)
  return isSure ? `${strategy(best)} by ${by}` : `not settled; ${strategy(best)} by ${by}`
}

function tableOf(facts: ChoiceMapFacts) {
  const { x, y, found } = facts
  const across = found.x.parts.length
  return {
    columns: [
      `${labelOf(y)} ↓, ${labelOf(x)} →`,
      ...found.x.parts.map((_, i) => partWords(x, found.x, i)),
    ],
    rows: found.y.parts.map((_, j) => [
      partWords(y, found.y, j),
      ...found.x.parts.map((_part, i) => bestWords(facts, found.cells[j * across + i])),
    ]),
  }
}
