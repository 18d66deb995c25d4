import type { DiffEntry } from '../study/diff-entry.ts'
import { counted, listed } from '../words/index.ts'
import type { Choice } from './best.ts'
import {
  areMany,
  choiceChange,
  type DiffEffects,
  type DiffFacts,
  frontOf,
  frontWords,
  undecidedWords,
} from './study-diff-facts.ts'
import { entryName } from './study-diff-words.ts'

/** As many are named; of more, how many there are. */
const NAMED = 3

/** What two studies disagree on, and what of it matters, in a sentence. */
export function diffTitle({ entries, effects }: DiffFacts): string {
  const [beliefs, decisions] = (['belief', 'decision'] as const).map((side) =>
    entries.filter((one) => one.side === side),
  )
  if (entries.length === 0) return 'The two studies say the same'
  if (beliefs.length + decisions.length === 0) {
    return 'We agree on every belief and every decision; only how we look at them differs'
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
  if (flips.length === 0) return `${start}; ${noneWords(effects, mine)}`
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
  const [was, is] = [mine, found.choice].map(frontWords)
  switch (found.change) {
    case 'flips':
      return `, and it changes the choice from ${was} to ${is}`
    case 'shifts':
      return `, and with theirs the choice is ${shiftWords(mine, found.choice)}`
    case 'same':
      return `, and it does not change the choice: ${was} either way`
  }
}

/** None changes the choice alone: what all of them do. */
function noneWords({ beliefs }: DiffEffects, mine: Choice): string {
  const none = 'none of them alone changes the choice'
  if (!beliefs) return none
  const [was, is] = [mine, beliefs].map(frontWords)
  switch (choiceChange(mine, beliefs)) {
    case 'flips':
      return `${none}, but all together do: from ${was} to ${is}`
    case 'shifts':
      return `${none}; with all of theirs it is ${shiftWords(mine, beliefs)}`
    case 'same':
      return `${none}, nor do all together: ${was}`
  }
}

/** What the choice is now, where some that might be it before still may be. */
function shiftWords(was: Choice, is: Choice): string {
  if (areMany(is)) return undecidedWords(is, was)
  return areMany(was)
    ? `${frontWords(is)}, and no longer open among ${frontOf(was).length}`
    : `${frontWords(is)} rather than ${frontWords(was)}`
}

function decisionWords(decisions: readonly DiffEntry[], effects: DiffEffects | null): string {
  const flips = effects?.mine ? flipsAmong(decisions, effects) : null
  if (!flips)
    return `${counted(decisions.length, 'decision')} ${are(decisions.length)} not the same`
  const isOne = decisions.length === 1
  const start = isOne
    ? 'the one decision that differs'
    : `of ${decisions.length} decisions that differ`
  if (flips.length === 0) {
    return isOne ? `${start} does not change the choice` : `${start} none alone changes the choice`
  }
  const [[entry, choice]] = flips
  const it = `“${entryName(entry)}” makes it ${frontWords(choice)}`
  if (isOne) return `${start} changes the choice: ${it}`
  return flips.length === 1
    ? `${start} one changes the choice: ${it}`
    : `${start} ${flips.length} change the choice, each by itself`
}

function are(n: number): string {
  return n === 1 ? 'is' : 'are'
}

function flipsAmong(
  entries: readonly DiffEntry[],
  { byEntry }: DiffEffects,
): (readonly [DiffEntry, Choice])[] {
  return entries.flatMap((entry) => {
    const found = byEntry.get(entry.id)
    return found?.kind === 'known' && found.change === 'flips' && found.choice
      ? [[entry, found.choice] as const]
      : []
  })
}
