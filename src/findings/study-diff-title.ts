import type { DiffEntry } from '../study/diff-entry.ts'
import { counted, listed } from '../words/index.ts'
import type { Choice } from './best.ts'
import {
  changeWords,
  choiceChange,
  type ChoiceChange,
  type DiffEffects,
  type DiffFacts,
  frontWords,
} from './study-diff-facts.ts'
import { entryName } from './study-diff-words.ts'

/** As many are named; of more, how many there are. */
const NAMED = 3

/** What two studies disagree on, and what of it matters, in a sentence. */
export function diffTitle({ entries, effects, isOneDate }: DiffFacts): string {
  const [beliefs, decisions] = (['belief', 'decision'] as const).map((side) =>
    entries.filter((one) => one.side === side),
  )
  if (entries.length === 0) return 'The two studies say the same'
  if (beliefs.length + decisions.length === 0) {
    return isOneDate
      ? 'We agree on every belief and every decision; only how we look at them differs'
      : 'Neither of us changed a belief or a decision; the dates we look from differ, and what each believes by itself'
  }
  const believed = beliefs.length === 0 ? 'We agree on every belief' : beliefWords(beliefs, effects)
  return decisions.length === 0 ? believed : `${believed}; ${decisionWords(decisions, effects)}`
}

function beliefWords(beliefs: readonly DiffEntry[], effects: DiffEffects | null): string {
  const isOne = beliefs.length === 1
  const start = isOne
    ? `We disagree on one belief, “${entryName(beliefs[0])}”`
    : `We disagree on ${beliefs.length} beliefs`
  if (!effects) return start
  const { mine, byEntry, scenario } = effects
  if (!mine) return `${start}, and there is nothing to choose between`
  if (beliefs.every(({ id }) => byEntry.get(id)?.kind === 'none')) {
    return `${start}, ${isOne ? 'which moves no' : 'none of which moves a'} figure of ${scenario}`
  }
  if (isOne) return start + oneWords(beliefs[0], effects, mine)
  const flips = flipsAmong(beliefs, effects)
  if (flips.length === 0) return `${start}; ${noneWords(beliefs, effects, mine)}`
  const matter = flips.length === 1 ? 'one of them matters' : `${flips.length} of them matter`
  return `${start}; ${matter}${flips.length === 1 ? ':' : ', each by itself:'} ${flipWords(flips, mine)}`
}

/** Which beliefs change the choice, and to what: said once where it is the same for all. */
function flipWords(flips: readonly (readonly [DiffEntry, Choice])[], mine: Choice): string {
  const told = flips.slice(0, NAMED)
  const rest = flips.length - told.length
  const more = rest > 0 ? [`${rest} more`] : []
  const name = (entry: DiffEntry) => `“${entryName(entry)}”`
  const to = [...new Set(flips.map(([, choice]) => frontWords(choice)))]
  if (to.length === 1) {
    const names = listed([...told.map(([entry]) => name(entry)), ...more])
    const change = flips.length === 1 ? 'changes' : 'change'
    return `${names} ${change} the choice from ${frontWords(mine)} to ${to[0]}`
  }
  const words = told.map(([entry, choice], at) =>
    at === 0
      ? `${name(entry)} changes the choice from ${frontWords(mine)} to ${frontWords(choice)}`
      : `${name(entry)} to ${frontWords(choice)}`,
  )
  return listed([...words, ...more])
}

/** A single belief: the choice is another one, a wider or narrower one, or the same. */
function oneWords(entry: DiffEntry, { byEntry }: DiffEffects, mine: Choice): string {
  const found = byEntry.get(entry.id)
  if (found?.kind !== 'known' || !found.choice) return ''
  switch (found.change) {
    case 'flips':
    case 'shifts':
      return `, and it ${changeWords(mine, found.choice)}`
    case 'same':
      return `, and it does not change the choice: ${frontWords(mine)} either way`
  }
}

/** None makes it another choice alone: what all of them do. */
function noneWords(entries: readonly DiffEntry[], effects: DiffEffects, mine: Choice): string {
  const { beliefs } = effects
  const none = aloneWords('none of them alone', shiftsAmong(entries, effects))
  if (!beliefs) return none
  switch (choiceChange(mine, beliefs)) {
    case 'flips':
      return `${none}, but taking all ${changeWords(mine, beliefs)}`
    case 'shifts':
      return `${none}; taking all ${changeWords(mine, beliefs)}`
    case 'same':
      return `${none}, nor do all together: it stays ${frontWords(mine)}`
  }
}

/** @param shifts how many of them add to those that may be best or take from them */
function aloneWords(none: string, shifts: number): string {
  const more = shifts === 1 ? 'one changes who may be best' : `${shifts} change who may be best`
  return shifts === 0
    ? `${none} changes the choice`
    : `${none} makes it another choice, though ${more}`
}

function decisionWords(decisions: readonly DiffEntry[], effects: DiffEffects | null): string {
  const mine = effects?.mine
  if (!effects || !mine) {
    return `${counted(decisions.length, 'decision')} ${are(decisions.length)} not the same`
  }
  const flips = flipsAmong(decisions, effects)
  const [first] = flips
  if (decisions.length === 1) {
    const found = effects.byEntry.get(decisions[0].id)
    const isKnown = found?.kind === 'known' && found.choice !== null && found.change !== 'same'
    const does = isKnown && found.choice ? changeWords(mine, found.choice) : ''
    return `the one decision that differs${does ? `, “${entryName(decisions[0])}”, ${does}` : ' does not change the choice'}`
  }
  const start = `of ${decisions.length} decisions that differ`
  if (!first) {
    const none = aloneWords(`${start} none alone`, shiftsAmong(decisions, effects))
    const { all } = effects
    const isMore = all !== null && choiceChange(mine, all) !== 'same'
    return isMore ? `${none}; with everything of theirs it is ${frontWords(all)}` : none
  }
  return flips.length === 1
    ? `${start} one, “${entryName(first[0])}”, ${changeWords(mine, first[1])}`
    : `${start} ${flips.length} change the choice, each by itself`
}

function shiftsAmong(entries: readonly DiffEntry[], effects: DiffEffects): number {
  return changesAmong(entries, effects, 'shifts').length
}

function are(n: number): string {
  return n === 1 ? 'is' : 'are'
}

function flipsAmong(entries: readonly DiffEntry[], effects: DiffEffects) {
  return changesAmong(entries, effects, 'flips')
}

function changesAmong(
  entries: readonly DiffEntry[],
  { byEntry }: DiffEffects,
  change: ChoiceChange,
): (readonly [DiffEntry, Choice])[] {
  return entries.flatMap((entry) => {
    const found = byEntry.get(entry.id)
    return found?.kind === 'known' && found.change === change && found.choice
      ? [[entry, found.choice] as const]
      : []
  })
}
