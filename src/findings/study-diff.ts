import type { DiffEntry } from '../study/diff-entry.ts'
import { CORRELATIONS } from '../study/bridge.ts'
import { differenceWithError, sentences, valueWithError } from '../words/index.ts'
import type { BridgeAnswer } from '../workers/bridge.ts'
import type { Estimate } from './estimates.ts'
import { amount, type Cell, type Finding } from './finding.ts'
import {
  type DiffEffect,
  type DiffEffects,
  type DiffFacts,
  changeWords,
  frontWords,
} from './study-diff-facts.ts'
import { diffTitle } from './study-diff-title.ts'
import { entryName, entryTexts } from './study-diff-words.ts'

/** One line of what differs. */
export interface DiffRow {
  readonly entry: DiffEntry
  readonly name: string
  readonly mine: string
  readonly theirs: string
  /** What it does to an average, with its error; empty where that is not known or nothing. */
  readonly effect: Cell
  readonly estimate: Estimate | null
  /** The strategy whose average that is. */
  readonly on: string
  /** What it makes of the choice by itself, in words. */
  readonly choice: string
  readonly flips: boolean
}

/** What two studies differ in, each with its effect on the choice. */
export function studyDiffFinding(facts: DiffFacts): Finding<readonly DiffRow[]> {
  const { names, effects } = facts
  const rows = facts.entries.map((entry) => rowOf(entry, facts))
  const best = effects?.on?.label
  const side = { belief: 'believe', decision: 'decide', setting: 'look at' } as const
  return {
    id: 'study-diff',
    title: diffTitle(facts),
    measure: effects
      ? sentences([
          `${effects.scenario}: average NPV in USD bn, and which strategy is best.`,
          facts.entries.length > 0 ? averageWords(effects) : null,
        ])
      : 'What is believed, decided and how it is looked at, entry by entry.',
    caption: captionOf(facts),
    table: () => ({
      columns:
        rows.length === 0
          ? []
          : [
              'What we',
              'Entry',
              names.mine,
              names.theirs,
              best ? `Does to ${best}` : 'Effect',
              'Best if taken alone',
            ],
      rows: rows.map(({ entry, name, mine, theirs, effect, on, choice }) => [
        side[entry.side],
        name,
        mine,
        theirs,
        typeof effect === 'string' || on === best
          ? effect
          : amount(`${effect.text} (its own)`, effect.raw),
        choice,
      ]),
    }),
    marks: rows,
  }
}

/** What the strategy that beliefs are told of is worth by what each of both says. */
function averageWords({ on, averages: { mine, theirs } }: DiffEffects): string | null {
  if (!on || !mine) return null
  const [a, b] = [mine, theirs].map((one) => one && valueWithError(one.value, one.error, 'USD bn'))
  if (a === b) return `${on.label} averages ${a} with what either study says.`
  return b
    ? `${on.label} averages ${a} in yours, ${b} with all that theirs says.`
    : `${on.label} averages ${a} in yours.`
}

function rowOf(entry: DiffEntry, facts: DiffFacts): DiffRow {
  const found = facts.effects?.byEntry.get(entry.id)
  const flips = found?.kind === 'known' && found.change === 'flips'
  const [mine, theirs] = entryTexts(entry)
  const estimate = effectOf(entry, facts)
  return {
    entry,
    name: entryName(entry),
    mine,
    theirs,
    effect: estimate ? cellOf(estimate) : '',
    estimate,
    on: entry.kind === 'lever' ? entry.strategyLabel : (facts.effects?.on?.label ?? ''),
    choice: choiceWords(found, facts.effects),
    flips,
  }
}

function choiceWords(found: DiffEffect | undefined, effects: DiffEffects | null): string {
  if (!found || !effects) return ''
  if (found.kind === 'none') return 'moves no figure here'
  if (found.kind === 'refused') return `cannot be taken alone: ${found.why}`
  if (!found.choice || !effects.mine) return ''
  if (found.change === 'same') return 'the same'
  if (found.change === 'flips') return `${frontWords(found.choice)} instead`
  return changeWords(effects.mine, found.choice)
}

/** A belief’s part of what all beliefs do; of a term what it does by itself. */
function effectOf(entry: DiffEntry, { entries, effects, bridge }: DiffFacts): Estimate | null {
  const found = effects?.byEntry.get(entry.id)
  if (!effects || found?.kind !== 'known') return null
  return entry.side === 'belief' ? partOf(entry, entries, effects, bridge) : found.effect
}

function cellOf({ value, error }: Estimate): Cell {
  return amount(differenceWithError(value, error, 'USD bn'), value)
}

/** Where a belief differs for all scenarios and in this one, this one’s holds. */
function partOf(
  entry: DiffEntry,
  entries: readonly DiffEntry[],
  { byEntry }: DiffEffects,
  bridge: BridgeAnswer | null,
): Estimate | null {
  const id =
    entry.kind === 'belief' ? entry.assumption : entry.kind === 'correlations' ? CORRELATIONS : null
  const alike = entries.filter(
    (one) =>
      one.kind === 'belief' && one.assumption === id && byEntry.get(one.id)?.kind === 'known',
  )
  if (alike.length > 1 && alike.at(-1) !== entry) return null
  return bridge?.beliefs?.entries.find((one) => one.id === id) ?? null
}

function captionOf({ entries, effects, bridge, isOneDate }: DiffFacts): string {
  if (entries.length === 0) return ''
  const several = (bridge?.beliefs?.entries.length ?? 0) > 1
  return sentences([
    effects
      ? 'Each entry is taken alone into the first study, on its futures, horizon and date.'
      : null,
    bridge
      ? several
        ? 'What a belief does to an average is its Shapley value: its part of what all beliefs do together, on average over orders in which they could be taken; ± is one standard error.'
        : 'What the belief does to an average is with ± one standard error.'
      : null,
    isOneDate
      ? null
      : 'The studies are seen from different dates: only beliefs that somebody changed are compared, not what each date believes by itself.',
  ])
}
