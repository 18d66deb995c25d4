import {
  checkDistribution,
  type Distribution,
  distributionKey,
} from '../engine/distributions/index.ts'
import type { Branch } from '../engine/distributions/mixture.ts'

/** A belief and who holds it. */
export interface Held {
  readonly by: string
  readonly belief: Distribution
}

/** The longest name of a branch, and as many branches and observed values as a mixture may have. */
const LONGEST = 60
const MOST_BRANCHES = 12
const MOST_OBSERVED = 300

/**
 * What is believed by somebody who takes one belief as likely as a share and the other for the rest:
 * every chance and the average are the weighted ones. A mixture with a branch for each; the branches of
 * beliefs that are mixtures themselves, by the names they have there, so that mixing with the same one
 * again only weighs anew; of two chances that something happens, one chance.
 *
 * @param options.share of the first, from 0 to 1
 * @param options.isEvent whether the belief is that something happens or not
 * @throws in a sentence where both together have more branches or observed values than a mixture may
 */
export function mixtureOf(
  first: Held,
  second: Held,
  { share = 0.5, isEvent = false }: { readonly share?: number; readonly isEvent?: boolean } = {},
): Distribution {
  if (!(share >= 0 && share <= 1)) throw new Error(`a share is from 0 to 1, got ${share}`)
  const [a, b] = [first.belief, second.belief]
  if (share === 1 || distributionKey(a) === distributionKey(b)) return a
  if (share === 0) return b
  const chances = [chanceOf(a), chanceOf(b)]
  const isChance = isEvent || a.kind === 'bernoulli' || b.kind === 'bernoulli'
  if (isChance && chances[0] !== null && chances[1] !== null) {
    return { kind: 'bernoulli', probability: share * chances[0] + (1 - share) * chances[1] }
  }
  const branches = merged([...branchesOf(first, share), ...branchesOf(second, 1 - share)])
  checkRoom(branches)
  const mixture: Distribution = { kind: 'mixture', branches }
  checkDistribution(mixture)
  return mixture
}

/** The chance that something happens, where the belief is about that; null where it is about an amount. */
function chanceOf(belief: Distribution): number | null {
  if (belief.kind === 'bernoulli') return belief.probability
  if (belief.kind !== 'constant') return null
  return belief.value === 0 || belief.value === 1 ? belief.value : null
}

/** A branch, and whether it is all that its holder believes. */
interface HeldBranch extends Branch {
  readonly isOutright: boolean
}

/** One branch, or those it has already, by the names they have; weights add up to the share. */
function branchesOf({ by, belief }: Held, share: number): HeldBranch[] {
  if (belief.kind !== 'mixture') {
    return [{ label: by, weight: share, distribution: belief, isOutright: true }]
  }
  const total = belief.branches.reduce((sum, { weight }) => sum + weight, 0)
  return belief.branches.map(({ label, weight, distribution }) => ({
    label: label === '' ? by : label,
    weight: (share * weight) / total,
    distribution,
    isOutright: false,
  }))
}

/**
 * Branches that are the same distribution are one, by the name of whoever believes nothing else; what
 * weighs nothing is none.
 */
function merged(branches: readonly HeldBranch[]): Branch[] {
  const known = new Map<string, HeldBranch>()
  for (const one of branches) {
    if (!(one.weight > 0)) continue
    const key = distributionKey(one.distribution)
    const before = known.get(key)
    const own = one.isOutright && !before?.isOutright ? one : (before ?? one)
    known.set(key, { ...own, weight: (before?.weight ?? 0) + one.weight })
  }
  return named([...known.values()])
}

/** No two by one name: those after the first are numbered. */
function named(branches: readonly HeldBranch[]): Branch[] {
  const taken = new Set<string>()
  return branches.map(({ label, weight, distribution }) => {
    let name = nameOf(label)
    for (let place = 2; taken.has(name); place++) name = nameOf(label, ` (${place})`)
    taken.add(name)
    return { label: name, weight, distribution }
  })
}

function checkRoom(branches: readonly Branch[]): void {
  if (branches.length > MOST_BRANCHES) {
    throw new Error(
      `a mixture has at most ${MOST_BRANCHES} branches, and both beliefs together have ${branches.length}: simplify one of them first`,
    )
  }
  const observed = branches.reduce(
    (sum, { distribution: d }) => sum + (d.kind === 'empirical' ? d.values.length : 0),
    0,
  )
  if (observed > MOST_OBSERVED) {
    throw new Error(
      `a mixture has at most ${MOST_OBSERVED} observed values, and both beliefs together have ${observed}: say one of them by percentiles first`,
    )
  }
}

/** Cut between letters, never within one, so that there is room for what follows. */
function nameOf(text: string, after = ''): string {
  const letters = Array.from(text.trim())
  while (letters.join('').length + after.length > LONGEST) letters.pop()
  return `${letters.join('').trimEnd()}${after}`
}
